"""A page of a PDF as it is shown: what was filled into its form and noted upon it is a part of it.

PDFium's text of a page has none of that, for it stands in annotations. So it is drawn into the page's content, in
memory, as somebody does who prints a form that was filled in. A field that comes without an appearance is given one
first, as it is where the file asks for that. Scripts are not run: this PDFium has none to run them with.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from ctypes import byref, c_ushort, sizeof
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pypdfium2 import raw as pdfium

from activities.documents.canonical import TICKED, UNTICKED
from activities.documents.page_boxes import Box
from activities.documents.probe import NotReadableError, pdf_document

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

Kind = Literal["text", "comb", "list", "tick", "button"]
"""`text` also of what is no field; `comb`: one character in each of several boxes; `list`: shows what was not chosen as
well; `tick`: a box or a circle; `button`: something to press, which says nothing."""

MOST_ANNOTATIONS = 1_000
"""Of a page. Nobody fills in more; what is beyond is read as it is drawn."""
MOST_OPTIONS = 1_000

_COMB = 1 << 24
_SILENT = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_INVISIBLE | pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_KINDS: dict[int, Kind] = {
    pdfium.FPDF_FORMFIELD_CHECKBOX: "tick",
    pdfium.FPDF_FORMFIELD_RADIOBUTTON: "tick",
    pdfium.FPDF_FORMFIELD_LISTBOX: "list",
    pdfium.FPDF_FORMFIELD_PUSHBUTTON: "button",
}
_LEAST_APPEARANCE = sizeof(c_ushort)
"""Bytes: the end of an empty one."""


class Annotation(NamedTuple):
    box: Box
    """In the coordinates of the page's content."""
    kind: Kind
    mark: str = ""
    """Of a `tick`."""
    chosen: frozenset[str] = frozenset()
    """Of a `list`."""


class ShownPage(NamedTuple):
    page: "PdfPage"
    annotations: tuple[Annotation, ...]
    """Those that are now drawn by its last object; none if there is no such object."""


def fillable_document(path: Path) -> "PdfDocument":
    """The document, with a form that is drawn as filled in. Raises NotReadableError."""
    document = pdf_document(path)
    document.init_forms()
    return document


@contextmanager
def shown_page(document: "PdfDocument", index: int) -> Iterator[ShownPage]:
    """The page, for as long as the block. Raises what PDFium does of a page that it cannot load."""
    page = document[index]
    annotations = tuple(_annotations(page))
    if annotations:
        with closing(page):
            annotations = annotations if _draw_in(page) else ()
        page = document[index]
    with closing(page):
        yield ShownPage(page, annotations)


def _draw_in(page: "PdfPage") -> bool:
    """Whether there was anything to draw. Raises NotReadableError where that fails: half a page is none."""
    if page.formenv is None:  # or a note without an appearance would not be given one
        page.render(scale=1 / max(*page.get_size(), 1.0))
    drawn = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    if drawn == pdfium.FLATTEN_FAIL:
        raise NotReadableError("damaged")
    return bool(drawn == pdfium.FLATTEN_SUCCESS)


def _annotations(page: "PdfPage") -> Iterator[Annotation]:
    """Those that show something."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) in _SILENT:
                continue
            flags = pdfium.FPDFAnnot_GetFlags(annotation)
            if flags & _UNSEEN:  # some of which PDFium would draw all the same
                pdfium.FPDFAnnot_SetFlags(annotation, flags | pdfium.FPDF_ANNOT_FLAG_HIDDEN)
            else:
                yield _read(page, annotation)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _read(page: "PdfPage", annotation: Any) -> Annotation:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, byref(rect))
    box = (rect.left, rect.bottom, rect.right, rect.top)
    form = page.formenv
    if form is None or pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET:
        return Annotation(box, "text")
    kind = _KINDS.get(pdfium.FPDFAnnot_GetFormFieldType(form, annotation), "text")
    if kind == "tick":
        shows = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
        ticked = shows > _LEAST_APPEARANCE and pdfium.FPDFAnnot_IsChecked(form, annotation)
        return Annotation(box, kind, mark=TICKED if ticked else UNTICKED)
    if kind == "list":
        return Annotation(box, kind, chosen=frozenset(_chosen(form, annotation)))
    is_comb = pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _COMB
    return Annotation(box, "comb" if is_comb and kind == "text" else kind)


def _chosen(form: Any, annotation: Any) -> Iterator[str]:
    for number in range(min(pdfium.FPDFAnnot_GetOptionCount(form, annotation), MOST_OPTIONS)):
        if pdfium.FPDFAnnot_IsOptionSelected(form, annotation, number):
            size = pdfium.FPDFAnnot_GetOptionLabel(form, annotation, number, None, 0)
            label = (c_ushort * (size // 2 + 1))()
            pdfium.FPDFAnnot_GetOptionLabel(form, annotation, number, label, size)
            yield bytes(label)[: max(size - 2, 0)].decode("utf-16-le", "replace")
