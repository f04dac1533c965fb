"""Which characters of a PDF's page nobody sees: written invisibly, white on white paper, or beside the page.

Who reads the paper decides by what it shows, so what it does not show is not read either. That goes for the text that
a scanning program lays over the picture of a page as well: the picture is read instead (`own_text`).

Most pages hide nothing, and that is cheap to find out: characters are looked at one by one only on a page that has a
suspicious piece of text, or a word that is not wholly on it.
"""

import math
from collections.abc import Iterator, Sequence
from ctypes import byref, c_uint, c_void_p, cast
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pypdfium2 import raw as pdfium

from activities.documents.page_boxes import Box, character_box, meet, shown_on

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

Look = Literal["seen", "unseen", "pale"]
"""`pale`: drawn in white, or in a pattern."""

COVERING = 0.5
"""The share of a page that the picture of a scan takes up at least."""
MOST_OBJECTS = 20_000
OBJECT_DEPTH = 3
BESIDE = 1.0
"""By how many points a word may reach over the edge of the page: boxes are as high as the font."""
PALE = 0xF8
CONTRAST = 8
"""Of 255 shades of grey: less is not seen."""
MOST_PIXELS = 2000

_NOT_DRAWN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_FILLED = (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)

PageObject = Any
"""A pointer of PDFium's, which comes without types."""


def may_hide_text(page: "PdfPage") -> bool:
    """Whether there is a text on the page that may not be seen where it stands."""
    for number, (item, depth) in enumerate(objects_of(page)):
        kind = pdfium.FPDFPageObj_GetType(item)
        if number >= MOST_OBJECTS or depth >= OBJECT_DEPTH:
            return True
        if kind == pdfium.FPDF_PAGEOBJ_TEXT and look_of(item) != "seen":
            return True
    return False


def reaches_out(box: Box, width: float, height: float) -> bool:
    """Whether a word's box, on the page as shown, is not wholly on it."""
    x0, y0, x1, y1 = box
    return x0 < -BESIDE or y0 < -BESIDE or x1 > width + BESIDE or y1 > height + BESIDE


def hidden_characters(page: "PdfPage", textpage: "PdfTextPage", indices: Sequence[int]) -> set[int]:
    """Which of these characters nobody sees."""
    paper, hidden = _Paper(page), set()
    looks: dict[int, Look] = {}
    for index in indices:
        item = pdfium.FPDFText_GetTextObject(textpage, index)
        if not item:  # a space or a line end of PDFium's own
            continue
        address = cast(item, c_void_p).value or 0
        if address not in looks:
            looks[address] = look_of(item)
        if not paper.shows(character_box(textpage, index), looks[address]):
            hidden.add(index)
    return hidden


class _Paper:
    """What of a page's text reaches the eye. Boxes are in the coordinates of the page's content."""

    def __init__(self, page: "PdfPage") -> None:
        self._page = page
        self._edges: Box = page.get_bbox()

    def shows(self, box: Box, look: Look) -> bool:
        if look == "unseen" or not meet(box, self._edges):
            return False
        return look == "seen" or self._shades.differ_in(box)

    @cached_property
    def _shades(self) -> "_Shades":
        return _Shades(self._page)


class _Shades:
    """The page as it is shown, in shades of grey."""

    def __init__(self, page: "PdfPage") -> None:
        self._scale = min(1.0, MOST_PIXELS / max(*page.get_size(), 1.0))
        self._shown = shown_on(page)
        bitmap = page.render(scale=self._scale, grayscale=True)
        self._width, self._height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._pixels = bytes(bitmap.buffer)

    def differ_in(self, box: Box) -> bool:
        """Whether there is anything to be seen in a box."""
        x0, y0, x1, y1 = (edge * self._scale for edge in self._shown(box))
        left, right = max(math.floor(x0) - 1, 0), min(math.ceil(x1) + 1, self._width)
        rows = range(max(math.floor(y0) - 1, 0), min(math.ceil(y1) + 1, self._height))
        seen = [self._pixels[row * self._stride + left : row * self._stride + right] for row in rows]
        seen = [shades for shades in seen if shades]
        return bool(seen) and max(map(max, seen)) - min(map(min, seen)) >= CONTRAST


def look_of(text: PageObject) -> Look:
    """How a piece of text is drawn, wherever it stands."""
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
    if mode not in _FILLED:
        return "unseen" if mode in _NOT_DRAWN else "seen"
    red, green, blue, alpha = (c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(text, byref(red), byref(green), byref(blue), byref(alpha)):
        return "seen"
    if not alpha.value:
        return "unseen"
    return "pale" if min(red.value, green.value, blue.value) >= PALE else "seen"


def objects_of(page: "PdfPage", first: int = 0, deepest: int = OBJECT_DEPTH) -> Iterator[tuple[PageObject, int]]:
    """The objects of the page from this one on, and of the forms among them, with how many forms they are in."""
    yield from _within(page, (0, deepest), pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, first)


def _within(
    parent: Any, depths: tuple[int, int], count: Any, get: Any, first: int = 0
) -> Iterator[tuple[PageObject, int]]:
    depth, deepest = depths
    for number in range(first, count(parent)):
        item = get(parent, number)
        yield item, depth
        if depth < deepest and pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM:
            of_form = (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
            yield from _within(item, (depth + 1, deepest), *of_form)
