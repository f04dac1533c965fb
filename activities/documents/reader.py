"""Reads one untrusted document: `python -m activities.documents.reader PATH FORMAT FOLDER LEFT_OUT SCANS`.

Runs as a process of its own and limits itself, for the reasons and in the way of `activities.documents.probe`. It draws
pages that are pictures into FOLDER, for the OCR, of a PDF no more than SCANS, and prints lines of JSON, each as soon as
it can be said. LEFT_OUT are the indices of pages that are not wanted, with commas between.

- `{"page_count": 3}` first; null for a Word document, which has none until it is laid out;
- `{"begun": 0}` before what a page may make of this process; whatever ends it then, that page is to blame for;
- `{"page": …}` for each page that can be loaded, a `schemas.extraction.PageText`; with `"needs_ocr": true` where the
  page is a picture, which may have a text that nobody sees (`own_text`), and `"reason": "too_large_inside"` where only
  its beginning was read; pictures in a Word document come after its text;
- `{"drawn": 0}` once the picture of such a page is in the folder, as `page-0000.png`;
- `{"reason": "damaged"}`, also in between: what was wrong with the document, or with a part of it that is left out;
  with `"of_page": 0` if that is a page.

Exit status 0 means that the document was read as far as it can be.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from activities.documents.probe import is_of_kind, limit_this_process, reason_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from activities.documents.docx_pictures import Pasted

CPU_SECONDS = 60
MOST_FILE_BYTES = 30_000_000
"""A picture of 2000 x 2000 pixels of noise is 16 MB."""
READ_DPI = 200
MOST_PAGES = 50
MOST_SCANS = 15
"""As `schemas.extraction` has them, which takes longer to import than a short document to read."""

WORD_MEMBERS = ("char_start", "char_end", "x0", "y0", "x1", "y1")

Line = dict[str, Any]


def page_lines(
    path: Path, document_format: str, folder: Path, left_out: AbstractSet[int] = frozenset(), scans: int = MOST_SCANS
) -> Iterator[Line]:
    """What is printed, as a value: the one way to read a document in a process that is already disposable."""
    if not is_of_kind(path, document_format):
        yield {"reason": "other_kind"}
        return
    try:
        if document_format == "pdf":
            yield from _pdf(path, folder, left_out, scans)
        elif document_format == "docx":
            yield from _docx(path, folder, left_out)
        else:
            yield from _picture(path, document_format, folder)
    except Exception as error:  # the boundary to the parsers
        yield {"reason": reason_of(error)}


def picture_name(page_index: int) -> str:
    return f"page-{page_index:04d}.png"


def _pdf(path: Path, folder: Path, left_out: AbstractSet[int], most_scans: int) -> Iterator[Line]:
    from activities.documents.shown_page import fillable_document

    with closing(fillable_document(path)) as document:
        yield {"page_count": len(document)}
        scans = []
        for index in range(min(len(document), MOST_PAGES)):
            if index in left_out:
                continue
            yield {"begun": index}
            line = _pdf_text(document, index)
            if line.get("needs_ocr"):
                scans.append(index)
            yield line
        for index in scans[:most_scans]:
            yield {"begun": index}
            yield drawn_page(document, index, folder, READ_DPI)


def _pdf_text(document: "PdfDocument", index: int) -> Line:
    """The line of a page, or why there is none."""
    from activities.documents.own_text import is_told_by_its_picture
    from activities.documents.pdf_text import read_page
    from activities.documents.shown_page import shown_page

    try:
        with shown_page(document, index) as shown:
            read = read_page(shown.page, shown.annotations)
            is_claim = not read.is_scan and is_told_by_its_picture(shown)
    except Exception as error:  # the boundary to the parser
        return {"reason": reason_of(error), "of_page": index}
    if read.is_scan or is_claim:
        return {"page": _page(index, "ocr", "", read.width, read.height), "needs_ocr": True}
    words = [dict(zip(WORD_MEMBERS, word, strict=True)) for word in read.words]
    line: Line = {"page": _page(index, "born_digital_text", read.text, read.width, read.height, words)}
    return {**line, "reason": "too_large_inside"} if read.is_cut else line


def _page(
    index: int,
    method: str,
    text: str = "",
    width: float = 0,
    height: float = 0,
    words: Sequence[Line] = (),
) -> Line:
    size = {"width": width, "height": height}
    return {"page_index": index, "method": method, "text": text, **size, "words": words}


def drawn_page(document: "PdfDocument", index: int, folder: Path, dpi: int) -> Line:
    """Draws a page; the line that says so, or why not."""
    from activities.documents.pictures import draw_page
    from activities.documents.shown_page import shown_page

    try:
        with shown_page(document, index) as shown:
            draw_page(shown.page, folder / picture_name(index), dpi)
    except Exception as error:  # the boundary to the parser
        return {"reason": reason_of(error), "of_page": index}
    return {"drawn": index}


def _docx(path: Path, folder: Path, left_out: AbstractSet[int]) -> Iterator[Line]:
    from activities.documents.docx_pictures import pasted_pictures
    from activities.documents.docx_text import read_docx

    pages, has_more = read_docx(path, MOST_PAGES)
    yield {"page_count": None}
    room = 0 if has_more else min(MOST_SCANS, MOST_PAGES - len(pages))
    pictures = list(islice(pasted_pictures(path), room + 1))
    if pictures and not any(page.strip() for page in pages):
        pages = []
    for index, text in enumerate(pages):
        if index not in left_out:
            yield {"page": _page(index, "docx_text", text)}
    for index, pasted in enumerate(pictures[:room], start=len(pages)):
        if index not in left_out:
            yield {"begun": index}
            yield from _pasted(pasted, index, folder)
    if has_more or len(pictures) > room:
        yield {"reason": "too_large_inside"}


def _pasted(pasted: "Pasted", index: int, folder: Path) -> Iterator[Line]:
    """A picture in a Word document is a page of its own, after those of the text."""
    path = folder / f"pasted-{index:04d}"
    path.write_bytes(pasted.data)
    try:
        yield from _scan_lines(path, pasted.document_format, index, folder)
    except Exception as error:  # the boundary to the decoder: the others may be well
        yield {"reason": reason_of(error), "of_page": index}


def _picture(path: Path, document_format: str, folder: Path) -> Iterator[Line]:
    lines = _scan_lines(path, document_format, 0, folder)
    yield {"page_count": 1}
    yield from lines


def _scan_lines(path: Path, document_format: str, index: int, folder: Path) -> list[Line]:
    """Draws a picture as a page; the lines that say so. Raises what the decoder does."""
    from activities.documents.pictures import redraw_picture

    width, height = redraw_picture(path, document_format, folder / picture_name(index))
    return [{"page": _page(index, "ocr", "", width, height), "needs_ocr": True}, {"drawn": index}]


def say(line: Line) -> None:
    printed = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(printed.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def main(path: str, document_format: str, folder: str, left_out: str, scans: str) -> None:
    unwanted = frozenset(int(index) for index in left_out.split(",") if index)
    for line in page_lines(Path(path), document_format, Path(folder), unwanted, int(scans)):
        say(line)


if __name__ == "__main__":
    limit_this_process(CPU_SECONDS, MOST_FILE_BYTES)
    main(*sys.argv[1:])
