"""The pictures in a Word document that are as large as a scan: many customers paste a photograph into one."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

LEAST_SIDE = 600
"""Pixels of the shorter side. A logo has less, and of a whole page nobody reads less."""

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_DRAWN_BY_OLD_WORD = "{urn:schemas-microsoft-com:vml}imagedata"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FORMATS = {"image/png": "png", "image/jpeg": "jpg"}


class Pasted(NamedTuple):
    data: bytes
    document_format: str
    """`png` or `jpg`, as the archive says."""


def pasted_pictures(path: Path) -> Iterator[Pasted]:
    """The pictures of a document that was found safe, in the order of its text, each once."""
    import docx

    document = docx.Document(str(path))
    for name in dict.fromkeys(_names(document.element.body)):
        part = document.part.related_parts.get(name)  # a picture that lies elsewhere is related, and no part
        document_format = _FORMATS.get(getattr(part, "content_type", ""))
        if part is not None and document_format and _is_large(part.blob):
            yield Pasted(part.blob, document_format)


def _names(body: Any) -> Iterator[str]:
    """The relations by which pictures are shown; `body` is an lxml element, which comes without types."""
    for picture in body.iter(_DRAWN, _DRAWN_BY_OLD_WORD):
        name = picture.get(f"{_RELATED}embed") or picture.get(f"{_RELATED}id")
        if name:
            yield name


def _is_large(data: bytes) -> bool:
    """By its header. What is no picture at all is nobody's page."""
    try:
        with Image.open(BytesIO(data), formats=["PNG", "JPEG"]) as picture:
            return min(picture.size) >= LEAST_SIDE
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
