"""The text of a PDF's pages and where each word of it stands, by PDFium."""

import math
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from ctypes import byref, c_double
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pypdfium2 import raw as pdfium

from activities.documents.canonical import HYPHEN_MARKS, canonical

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MOST_CHARACTERS = 100_000
"""Of a page. The densest that people print has under 20 000."""
FEW_CHARACTERS = 40
"""With less text than this, a page that a picture covers is a scan: scanning programs like to sign their work."""
COVERING = 0.5
"""The share of a page that the picture of a scan takes up at least."""
MOST_OBJECTS_LOOKED_AT = 200
OBJECT_DEPTH = 3

Box = tuple[float, float, float, float]
WordRow = tuple[int, int, float, float, float, float]
"""`char_start`, `char_end`, `x0`, `y0`, `x1`, `y1`."""

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


def read_page(page: "PdfPage") -> PageRead:
    """The text in the page's own order; words with boxes in points, from the upper left corner of the page as shown."""
    width, height = page.get_size()
    with closing(page.get_textpage()) as textpage:
        is_cut = textpage.count_chars() > MOST_CHARACTERS
        raw_text, indices = _raw_text(textpage)
        text, origins = canonical(raw_text)
        if len(text.strip()) < FEW_CHARACTERS and _is_scan(page, bool(text.strip())):
            return PageRead("", width, height, [], is_scan=True, is_cut=False)
        spans = list(_words(text, raw_text, origins))
        places = [indices[origin] for origin in origins] if indices else origins
        box_of = _Boxes(textpage, _shown(page)).of
        words = [(start, end, *box_of(places[start], places[end - 1])) for start, end in spans]
    return PageRead(text, width, height, words, is_scan=False, is_cut=is_cut)


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


class _Boxes:
    """The boxes of words, from those of their first and last characters: PDFium is asked twice a word, not for each."""

    def __init__(self, textpage: "PdfTextPage", shown: Callable[[Box], Box]) -> None:
        self._textpage = textpage
        self._shown = shown
        self._rect = pdfium.FS_RECTF()
        self._rect_at = byref(self._rect)

    def of(self, first: int, last: int) -> Box:
        left, bottom, right, top = self._of_character(first)
        if last != first:
            left1, bottom1, right1, top1 = self._of_character(last)
            left, bottom, right, top = min(left, left1), min(bottom, bottom1), max(right, right1), max(top, top1)
        return self._shown((left, bottom, right, top))

    def _of_character(self, index: int) -> Box:
        """In the coordinates of the page's content. The box is as high as the font, not as the letter."""
        rect = self._rect
        if pdfium.FPDFText_GetLooseCharBox(self._textpage, index, self._rect_at):
            left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
            if right > left and top > bottom:
                return left, bottom, right, top
        edges = [c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._textpage, index, *map(byref, edges))
        left, right, bottom, top = (edge.value for edge in edges)
        return left, bottom, right, top


def _shown(page: "PdfPage") -> Callable[[Box], Box]:
    """From the coordinates of the content to those of the page as it is shown: cropped, rotated, from the top."""
    left, bottom, right, top = page.get_bbox()
    turned: dict[int, Callable[[Box], Box]] = {
        0: lambda box: (box[0] - left, top - box[3], box[2] - left, top - box[1]),
        90: lambda box: (box[1] - bottom, box[0] - left, box[3] - bottom, box[2] - left),
        180: lambda box: (right - box[2], box[1] - bottom, right - box[0], box[3] - bottom),
        270: lambda box: (top - box[3], right - box[2], top - box[1], right - box[0]),
    }
    turn = turned[page.get_rotation()]

    def shown(box: Box) -> Box:
        x0, y0, x1, y1 = turn(box)
        return _length(x0), _length(y0), _length(x1), _length(y1)

    return shown


def _length(value: float) -> float:
    """To the hundredth of a point. What a crafted font makes infinite is nowhere."""
    return round(value, 2) if math.isfinite(value) else 0.0


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
