"""Where the characters of a PDF stand, by PDFium: in the coordinates of a page's content, and on the page as shown."""

import math
from collections.abc import Callable
from ctypes import byref, c_double
from typing import TYPE_CHECKING

from pypdfium2 import raw as pdfium

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in the content; left, top, right, bottom on the page as shown."""


def character_box(textpage: "PdfTextPage", index: int) -> Box:
    """The box of what is drawn of a character, in the coordinates of the page's content."""
    edges = [c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(textpage, index, *map(byref, edges))
    left, right, bottom, top = (edge.value for edge in edges)
    return left, bottom, right, top


class WordBoxes:
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
        return character_box(self._textpage, index)


def shown_on(page: "PdfPage") -> Callable[[Box], Box]:
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


def meet(box: Box, other: Box) -> bool:
    """Whether two boxes have a place in common."""
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _length(value: float) -> float:
    """To the hundredth of a point. What a crafted font makes infinite is nowhere."""
    return round(value, 2) if math.isfinite(value) else 0.0
