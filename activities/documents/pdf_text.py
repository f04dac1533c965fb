"""The text of a PDF's pages and where each word of it stands, by PDFium."""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pypdfium2 import raw as pdfium

from activities.documents.annotated_text import Raw, kept, told_apart
from activities.documents.canonical import HYPHEN_MARKS, canonical
from activities.documents.filling import Entry, Laid, WordRow, filled
from activities.documents.garbled_text import is_garbled
from activities.documents.hidden_text import COVERING, hidden_characters, may_hide_text, reaches_out
from activities.documents.page_boxes import Box, WordBoxes, meet, shown_on
from activities.documents.shown_page import Annotation

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MOST_CHARACTERS = 20_000
"""Of a page; as `schemas.extraction` has it."""
FEW_CHARACTERS = 40
"""With less text than this, a page that a picture covers is a scan: scanning programs like to sign their work."""
MOST_OBJECTS_LOOKED_AT = 200
OBJECT_DEPTH = 3

_WORD = re.compile(r"\S+")


class PageRead(NamedTuple):
    text: str
    width: float
    height: float
    words: list[WordRow]
    is_scan: bool
    """It has no text of its own to speak of, but shows something."""
    is_cut: bool
    """It has more text than is read."""


def read_page(page: "PdfPage", annotations: Sequence[Annotation] = ()) -> PageRead:
    """The text in the page's own order, as far as it is seen, and in it what its last object draws of annotations
    (`shown_page`); words with boxes in points, from the upper left corner of the page as shown."""
    width, height = page.get_size()
    with closing(page.get_textpage()) as textpage:
        is_cut = textpage.count_chars() > MOST_CHARACTERS
        raw = _raw_text(textpage)
        found = _found(page, textpage, *raw)
        if may_hide_text(page) or any(reaches_out(word[2:], width, height) for word in found.words):
            raw = _seen(page, textpage, *raw)
            found = _found(page, textpage, *raw)
        if annotations:
            found = _filled_in(page, textpage, _pairs(*raw), annotations)
        is_short = len(found.text.strip()) < FEW_CHARACTERS
        if (is_short and _is_scan(page, bool(found.text.strip()))) or is_garbled(textpage, _pairs(*raw)):
            return PageRead("", width, height, [], is_scan=True, is_cut=False)
    return PageRead(found.text, width, height, found.words, is_scan=False, is_cut=is_cut)


def _found(page: "PdfPage", textpage: "PdfTextPage", raw_text: str, indices: list[int]) -> Laid:
    """The text as it is stored, and its words, of raw characters and their indices."""
    text, origins = canonical(raw_text)
    places = [indices[origin] for origin in origins] if indices else origins
    box_of = WordBoxes(textpage, shown_on(page)).of
    spans = _words(text, raw_text, origins)
    return Laid(text, [(start, end, *box_of(places[start], places[end - 1])) for start, end in spans])


def _filled_in(page: "PdfPage", textpage: "PdfTextPage", raw: Raw, annotations: Sequence[Annotation]) -> Laid:
    """The page's own text, with what was filled in at its places."""
    apart = told_apart(page, textpage, raw, annotations)
    entries = []
    for number, characters in apart.filled.items():
        read = kept(annotations[number], characters) if number < len(annotations) else characters
        entries.append(Entry(_found(page, textpage, *_unpaired(read)), is_mark=False))
    shown, edges = shown_on(page), page.get_bbox()
    marked = [item for item in annotations if item.mark and meet(item.box, edges)]
    entries += [Entry(Laid(item.mark, [(0, len(item.mark), *shown(item.box))]), is_mark=True) for item in marked]
    return filled(_found(page, textpage, *_unpaired(apart.own)), entries)


def _seen(page: "PdfPage", textpage: "PdfTextPage", raw_text: str, indices: list[int]) -> tuple[str, list[int]]:
    """The characters of the page that somebody can see, and their indices in PDFium."""
    characters = _pairs(raw_text, indices)
    hidden = hidden_characters(page, textpage, [index for character, index in characters if not character.isspace()])
    return _unpaired([(character, index) for character, index in characters if index not in hidden])


def _pairs(raw_text: str, indices: list[int]) -> Raw:
    return list(zip(raw_text, indices or range(len(raw_text)), strict=True))


def _unpaired(raw: Raw) -> tuple[str, list[int]]:
    return "".join(character for character, _ in raw), [index for _, index in raw]


def _raw_text(textpage: "PdfTextPage") -> tuple[str, list[int]]:
    """The characters of the page, and their indices in PDFium where these are not simply 0, 1, 2 …"""
    count = min(textpage.count_chars(), MOST_CHARACTERS)
    if not count:
        return "", []
    text: str = textpage.get_text_range(0, count)
    if len(text) == count:
        return text, []
    # Some pages have characters beyond the first plane of Unicode, or some that PDFium counts and does not give.
    return _one_by_one(textpage, count)


def _one_by_one(textpage: "PdfTextPage", count: int) -> tuple[str, list[int]]:
    characters: list[str] = []
    indices: list[int] = []
    for index in range(count):
        unit = pdfium.FPDFText_GetUnicode(textpage, index)
        if characters and 0xDC00 <= unit < 0xE000 and "\ud800" <= characters[-1] < "\udc00":
            characters[-1] = chr(0x10000 + ((ord(characters[-1]) - 0xD800) << 10) + unit - 0xDC00)
        else:
            characters.append(chr(unit) if unit <= sys.maxunicode else "\ufffd")
            indices.append(index)
    return "".join(characters), indices


def _words(text: str, raw_text: str, origins: list[int]) -> Iterator[tuple[int, int]]:
    """The spans of the words. One that was broken at the end of a line is two, for it stands at two places."""
    broken = any(mark in raw_text for mark in HYPHEN_MARKS)
    for match in _WORD.finditer(text):
        start, end = match.span()
        if broken:
            for index in range(start + 1, end):
                between = raw_text[origins[index - 1] + 1 : origins[index]]
                if between and any(mark in between for mark in HYPHEN_MARKS):
                    yield start, index
                    start = index
        yield start, end


def _is_scan(page: "PdfPage", has_text: bool) -> bool:
    """Of a page with next to no text: whether it shows something all the same. With a few words, a picture as large
    as a scan's; without any, whatever it may be, for letters may also be drawn as lines."""
    objects = islice(page.get_objects(max_depth=OBJECT_DEPTH), MOST_OBJECTS_LOOKED_AT)
    if not has_text:
        return next(objects, None) is not None
    width, height = page.get_size()
    return any(
        item.type == pdfium.FPDF_PAGEOBJ_IMAGE and _area(item.get_bounds()) >= COVERING * width * height
        for item in objects
    )


def _area(bounds: Box) -> float:
    left, bottom, right, top = bounds
    return (right - left) * (top - bottom)
