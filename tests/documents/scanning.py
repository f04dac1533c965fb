"""Papers that lay on a scanner or before a telephone: pictures of their pages, with no text behind."""

from io import BytesIO
from time import gmtime

import pypdfium2
from PIL import Image

from tests.scanned import ScanKind, degraded

_DPI = 200
_MADE = gmtime(0)
"""What a PDF says of itself must not depend on when a test ran: Pillow writes the second it was made in."""


def pictures(pdf: bytes, kind: ScanKind, seed: int) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            degraded(page.render(scale=_DPI / 72).to_pil().convert("RGB"), kind, seed + number)
            for number, page in enumerate(document)
        ]
    finally:
        document.close()


def scanned_pdf(pdf: bytes, kind: ScanKind, seed: int, turned: int = 0) -> bytes:
    """A PDF of pictures; `turned` degrees clockwise, as a page put in askance."""
    first, *others = (page.rotate(-turned, expand=True) for page in pictures(pdf, kind, seed))
    target = BytesIO()
    first.save(target, "PDF", resolution=_DPI, save_all=True, append_images=others, creationDate=_MADE, modDate=_MADE)
    return target.getvalue()


def photograph(pdf: bytes, kind: ScanKind, seed: int, form: str) -> bytes:
    """All pages in one picture, one below the other; `form` is Pillow's name of the format."""
    pages = [page.convert("RGB") for page in pictures(pdf, kind, seed)]
    whole = Image.new("RGB", (max(page.width for page in pages), sum(page.height for page in pages)), "white")
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    target = BytesIO()
    whole.save(target, form)
    return target.getvalue()


def turned_pages(pdf: bytes) -> bytes:
    """The same pages, stored lying on their side and marked to be shown upright."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            page.set_rotation(90)
        target = BytesIO()
        document.save(target)
        return target.getvalue()
    finally:
        document.close()
