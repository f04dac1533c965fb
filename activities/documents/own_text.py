"""Whether what a page of a PDF says is to be read from its picture, although it has text.

A scanning program lays what it read over the picture of the page, where nobody sees it, or puts it beneath the picture.
Whoever forges a document does the same with what he likes. Either is no more than a claim about the picture. And what
is printed on a scan later, such as the number of a signed envelope at its edge, is not what the page says.
"""

from collections.abc import Sequence
from contextlib import closing
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any

from pypdfium2 import raw as pdfium

from activities.documents.hidden_text import COVERING, OBJECT_DEPTH, Look, look_of
from activities.documents.page_boxes import Box, meet
from activities.documents.shown_page import ShownPage

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

LITTLE = 200
"""Characters: a page that a picture covers and that has less text of its own is a scan."""
MOST_OBJECTS = 5_000
"""Nobody's scan has more; a page that has them is not looked through."""

PageObject = Any
"""An object of pypdfium2, which comes without types."""


def is_told_by_its_picture(shown: ShownPage) -> bool:
    """Whether pictures cover the page, with next to no text of its own that is drawn upon them to be seen, or with one
    that is laid over them not to be seen. What was typed upon a scanned form is seen on the picture of the page."""
    page, objects = shown.page, _own_objects(shown)
    upon = _first_upon_pictures(page, objects)
    if upon is None or len(objects) > MOST_OBJECTS:
        return False
    edges = page.get_bbox()
    with closing(page.get_textpage()) as textpage:

        def is_little(look: Look) -> bool:
            looking = (_length(item, textpage) for item in objects[upon:] if _looks(item, look, edges))
            return not any(length >= LITTLE for length in accumulate(looking))

        return is_little("seen") or not is_little("unseen")


def _own_objects(shown: ShownPage) -> Sequence[PageObject]:
    """Without what is drawn of annotations; one more than `MOST_OBJECTS` if there are too many."""
    objects = list(islice(shown.page.get_objects(max_depth=OBJECT_DEPTH), MOST_OBJECTS + 1))
    if not shown.annotations or len(objects) > MOST_OBJECTS:
        return objects
    return objects[: max(number for number, item in enumerate(objects) if item.level == 0)]


def _first_upon_pictures(page: "PdfPage", objects: Sequence[PageObject]) -> int | None:
    """From which object on, in the order in which they are drawn, nothing is beneath pictures that cover the page. Some
    scanners cut the picture of a page into strips."""
    width, height = page.get_size()
    upon, covered = None, 0.0
    for place, item in enumerate(objects, start=1):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            covered += (right - left) * (top - bottom)
            if covered >= COVERING * width * height:
                upon, covered = place, 0.0
    return upon


def _looks(item: PageObject, look: Look, edges: Box) -> bool:
    """Whether it is text on the page of this look. White text is not looked for on the picture: it tells nothing."""
    return item.type == pdfium.FPDF_PAGEOBJ_TEXT and look_of(item) == look and meet(item.get_bounds(), edges)


def _length(text: PageObject, textpage: "PdfTextPage") -> int:
    """In characters. PDFium goes through the whole page for it, so it is asked of no more pieces than tell."""
    return max(int(pdfium.FPDFTextObj_GetText(text, textpage, None, 0)) // 2 - 1, 0)
