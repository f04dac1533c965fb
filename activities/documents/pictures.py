"""Pictures of pages: of every page for the officer who checks a citation, and of a scan for the OCR to read."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from activities.documents.probe import NotReadableError

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

LONGEST_SIDE = 2000
POINTS_PER_INCH = 72
QUICK = 3
"""How hard PNG's deflate tries. Beyond it takes twice the time for a few per cent."""

PILLOW_FORMATS = {"png": "PNG", "jpg": "JPEG"}


def draw_page(page: "PdfPage", target: Path, dpi: int) -> None:
    """Draws a page of a PDF as a PNG, of bounded size however large the page is said to be."""
    scale = min(dpi / POINTS_PER_INCH, LONGEST_SIDE / max(*page.get_size(), 1.0))
    picture: Image.Image = page.render(scale=scale).to_pil()
    picture.save(target, format="PNG", compress_level=QUICK)


def redraw_picture(path: Path, document_format: str, target: Path) -> tuple[int, int]:
    """Draws a photograph or a scan again, upright and of bounded size, so that nothing but its pixels is left.

    Returns its width and height in pixels. Raises NotReadableError if it has more pixels than are ever decoded.
    """
    # Pillow refuses twice this number of pixels by itself, before it decodes any; between the two it only warns.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(path, formats=[PILLOW_FORMATS[document_format]]) as opened:
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded at the size that is needed
            picture = _plain(_upright(opened))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise NotReadableError("too_large_inside") from error
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=3.0)
    picture.save(target, format="PNG", compress_level=QUICK)
    return picture.size


def _upright(opened: Image.Image) -> Image.Image:
    """As the camera was held. A note of that which cannot be read says nothing."""
    opened.load()
    try:
        return ImageOps.exif_transpose(opened)
    except (ValueError, TypeError, KeyError, SyntaxError, ArithmeticError, LookupError, OSError):
        return opened


def _plain(picture: Image.Image) -> Image.Image:
    """Grey or coloured, on white paper where it is transparent."""
    if picture.mode.startswith("I"):  # 16 bits, of which the upper ones are seen
        return picture.convert("I").point([value / 256 for value in range(65_536)], "L")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture).convert("RGB")
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
