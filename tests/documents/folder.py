"""A folder of documents, and beside them what each of them says."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import Final, Literal, get_args

from tests.documents import scanning
from tests.documents.papers import PairLayout, Paper
from tests.documents.templates import Template, filled, read_templates
from tests.documents.with_docx import docx_by_word
from tests.documents.with_reportlab import FACES, pdf_by_reportlab
from tests.documents.with_typst import FONTS, pdf_by_typst

Style = Literal["usual", "other"]
STYLES: Final[tuple[Style, ...]] = get_args(Style)
Made = tuple[str, bytes]
"""A file's ending, and what is in it."""


@dataclass(frozen=True)
class Sheet:
    """A paper and all that decides how it comes to be a file."""

    paper: Paper
    serial: int
    seed: int

    def pdf(self) -> bytes:
        if self.serial % 2:
            return pdf_by_reportlab(self.paper, FACES[self.serial // 2 % len(FACES)])
        return pdf_by_typst(self.paper, FONTS[self.serial // 2 % len(FONTS)])


_DIGITAL: Final[tuple[Callable[[Sheet], Made], ...]] = (
    lambda sheet: ("pdf", sheet.pdf()),
    lambda sheet: ("pdf", sheet.pdf()),
    lambda sheet: ("docx", docx_by_word(sheet.paper)),
    lambda sheet: ("pdf", sheet.pdf()),
    lambda sheet: ("pdf", sheet.pdf()),
    lambda sheet: ("pdf", sheet.pdf()),
)
_SCANNED: Final[tuple[Callable[[Sheet], Made], ...]] = (
    lambda sheet: ("pdf", scanning.scanned_pdf(sheet.pdf(), "scan", sheet.seed)),
    lambda sheet: ("png", scanning.photograph(sheet.pdf(), "clean", sheet.seed, "PNG")),
    lambda sheet: ("jpg", scanning.photograph(sheet.pdf(), "photo", sheet.seed, "JPEG")),
    lambda sheet: ("pdf", scanning.scanned_pdf(sheet.pdf(), "poor_scan", sheet.seed)),
    lambda sheet: ("png", scanning.photograph(sheet.pdf(), "scan", sheet.seed, "PNG")),
    lambda sheet: ("pdf", scanning.scanned_pdf(sheet.pdf(), "scan", sheet.seed, turned=90)),
)
"""Each in its turn."""
_LYING: Final = 15
"""Every how manieth digital document is a PDF whose pages are stored on their side."""


def write_documents(folder: Path, documents: int, seed: int, style: Style = "usual", *, scans: bool = True) -> None:
    """Writes the files and `truth.jsonl`. The same seed says the same; of ten documents three are scans, if any."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    digital = scanned = 0
    for serial, template in zip(range(documents), _in_turn(style), strict=False):
        chance = Random(f"{style} {seed} {serial}")
        layouts: tuple[PairLayout, ...] = get_args(PairLayout)
        sheet = Sheet(filled(template, chance, layouts[serial % len(layouts)]), serial, seed * 1000 + serial)
        if scans and serial % 10 in (2, 5, 9):
            ending, data = _SCANNED[scanned % len(_SCANNED)](sheet)
            scanned += 1
        else:
            ending, data = _DIGITAL[digital % len(_DIGITAL)](sheet)
            digital += 1
            if digital % _LYING == 0 and ending == "pdf":
                data = scanning.turned_pages(data)
        name = f"{serial:03d}-{template.document_type}-{template.language}.{ending}"
        (folder / name).write_bytes(data)
        paper = sheet.paper
        line = {"file": name, "document_type": paper.document_type, "language": paper.language, "facts": paper.facts}
        lines.append(json.dumps(line, ensure_ascii=False))
    (folder / "truth.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _in_turn(style: Style) -> Iterator[Template]:
    """All templates, again and again: neighbours differ in language and in type, so that a few are a mixture too."""
    templates = read_templates(Path(__file__).parent / style)
    languages = sorted({template.language for template in templates})
    columns = [[template for template in templates if template.language == language] for language in languages]
    columns = [column[start:] + column[:start] for start, column in zip((0, 3, 6, 9), columns, strict=True)]
    order = [template for row in zip_longest(*columns) for template in row if template is not None]
    while True:
        yield from order
