"""What of a page's characters was filled in or noted upon it, apart from its own text, and what of that is read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_void_p, cast
from typing import TYPE_CHECKING, NamedTuple

from pypdfium2 import raw as pdfium

from activities.documents.canonical import canonical
from activities.documents.hidden_text import PageObject, objects_of
from activities.documents.page_boxes import Box, character_box
from activities.documents.shown_page import Annotation

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

DEEPEST = 8
"""In how many forms, one in the other, what is drawn of an annotation is looked for: signatures use five."""
OWN = -1
BETWEEN = -1
Raw = list[tuple[str, int]]
"""Characters and their indices in PDFium; `BETWEEN` of a space or a line end that is drawn nowhere."""


class ToldApart(NamedTuple):
    own: Raw
    filled: dict[int, Raw]
    """By the annotation; what is in none that is known, under a number of its own."""


def told_apart(
    page: "PdfPage", textpage: "PdfTextPage", characters: Iterable[tuple[str, int]], annotations: Sequence[Annotation]
) -> ToldApart:
    """The characters of the page's own text, and those that its last object draws. PDFium puts them all in one text,
    with spaces and line ends of its own between them, which belong to what they stand within."""
    owners = _Owners(page, textpage, annotations)
    texts: dict[int, Raw] = defaultdict(list)
    last = OWN
    between: Raw = []
    for character, index in characters:
        owner = owners.of(index)
        if owner is None:
            between.append((character, BETWEEN))
            continue
        text = texts[owner]
        if owner in (last, OWN):
            text += between if text or owner == last else ()
        elif text:
            text.append(("\n", BETWEEN))
        text.append((character, index))
        last, between = owner, []
    own = texts.pop(OWN, [])
    return ToldApart(own + between if last == OWN else own, dict(texts))


class _Owners:
    """What a character belongs to."""

    def __init__(self, page: "PdfPage", textpage: "PdfTextPage", annotations: Sequence[Annotation]) -> None:
        self._textpage = textpage
        self._annotations = annotations
        self._added = {cast(item, c_void_p).value for item in _drawn_last(page)}
        self._known: dict[int | None, int] = {}

    def of(self, index: int) -> int | None:
        """None for what PDFium has added: a space, or a line end."""
        item = pdfium.FPDFText_GetTextObject(self._textpage, index)
        if not item:
            return None
        address = cast(item, c_void_p).value
        if address not in self._known:
            self._known[address] = self._annotation(index) if address in self._added else OWN
        return self._known[address]

    def _annotation(self, index: int) -> int:
        """The smallest one that the character's middle lies in."""
        left, bottom, right, top = character_box(self._textpage, index)
        across, up = (left + right) / 2, (bottom + top) / 2
        around = (
            (_area(item.box), number)
            for number, item in enumerate(self._annotations)
            if item.box[0] <= across <= item.box[2] and item.box[1] <= up <= item.box[3]
        )
        return min(around, default=(0.0, len(self._annotations)))[1]


def _drawn_last(page: "PdfPage") -> Iterator[PageObject]:
    """The objects of the page's last object."""
    own = pdfium.FPDFPage_CountObjects(page) - 1
    yield from (item for item, _ in objects_of(page, own, DEEPEST))


def kept(annotation: Annotation, raw: Raw) -> Raw:
    """What is read of the text in an annotation."""
    if annotation.kind in ("tick", "button"):
        return []
    if annotation.kind == "comb":
        return [(character, index) for character, index in raw if index != BETWEEN]
    if annotation.kind == "list":
        chosen = {canonical(label)[0].strip() for label in annotation.chosen}
        raw = [item for line in _lines(raw) for item in line if _text(line) in chosen]
        return raw[:-1] if raw and raw[-1][0] == "\n" else raw
    return raw


def _lines(raw: Raw) -> Iterator[Raw]:
    line: Raw = []
    for item in raw:
        line.append(item)
        if item[0] == "\n":
            yield line
            line = []
    yield line


def _text(raw: Raw) -> str:
    return canonical("".join(character for character, _ in raw))[0].strip()


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
