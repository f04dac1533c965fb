"""Opens one untrusted document and says whether it can be read: `python -m activities.documents.probe PATH FORMAT`.

Runs as a process of its own, because a crafted file can make a parser take gigabytes, spin for minutes or abort, and
none of these may happen to a worker. It limits itself before touching the file, imports only what the format needs,
and prints one line of JSON: `{"page_count": 3}` or `{"reason": "password"}`.

Exit status 0 means that the document was judged; any other, that the probe itself could not do its work.
"""

import ctypes
import json
import re
import resource
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from runtime.zip_guard import TooManyMembersError, members_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

ADDRESS_SPACE_BYTES = 1_500_000_000
CPU_SECONDS = 20

PR_SET_PDEATHSIG = 1
"""Of `prctl(2)`: which signal a process gets when the thread that started it ends."""

MAX_DOCX_BYTES = 200_000_000
MAX_DOCX_RATIO = 200
"""Uncompressed to compressed size. Word's own files stay under 30; below this a member is not a bomb."""

Reason = Literal[
    "other_kind", "password", "damaged", "no_pages", "no_content", "macros", "too_large_inside", "dynamic_form"
]

SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "docx": (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"),
}
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
"""Word stores a password-protected DOCX as an OLE compound file instead of a zip archive."""


PAGES_TRIED = 3
LEAST_OF_A_FORM = 40
MOST_OF_A_NOTICE = 1_500
"""Characters. Adobe's own notice, which stands in a form until its pages are made, has about 700."""
_NOTICE = re.compile(
    r"please wait|bitte warten|veuillez patienter|(?:even|ogenblik) geduld|pdf viewer|(?:adobe|acrobat) reader", re.I
)


class NotReadableError(Exception):
    """The document was opened far enough to say what is wrong with it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def limit_this_process(
    cpu_seconds: int = CPU_SECONDS, file_bytes: int = 0, address_space_bytes: int = ADDRESS_SPACE_BYTES
) -> None:
    """Bounds memory, processor time and files, forbids core dumps, and ends the process with the worker that began it,
    however that ends. For the rest of the process."""
    resource.setrlimit(resource.RLIMIT_AS, (address_space_bytes, address_space_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def pdf_document(path: Path) -> "PdfDocument":
    """The document that PDFium opens. Raises NotReadableError if it does not, or if its pages are still to be made by a
    program as it is opened (XFA): those in the file say no more than that one should wait."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        reasons: dict[int | None, Reason] = {
            raw.FPDF_ERR_SUCCESS: "no_pages",  # PDFium read the file well but refuses one with an empty page tree
            raw.FPDF_ERR_PASSWORD: "password",
            raw.FPDF_ERR_SECURITY: "password",
        }
        raise NotReadableError(reasons.get(error.err_code, "damaged")) from error
    if document.get_formtype() == raw.FORMTYPE_XFA_FULL and _is_to_be_made(document):
        document.close()
        raise NotReadableError("dynamic_form")
    return document


def _is_to_be_made(document: "PdfDocument") -> bool:
    """Whether the pages of a form hold next to nothing, or only what is shown meanwhile. Many hold the form as well."""
    said = "\n".join(_beginning(document[index].get_textpage()) for index in range(min(len(document), PAGES_TRIED)))
    is_notice = len(said) <= MOST_OF_A_NOTICE and _NOTICE.search(said) is not None
    return len("".join(said.split())) < LEAST_OF_A_FORM or is_notice


def _beginning(textpage: "PdfTextPage") -> str:
    count = min(textpage.count_chars(), MOST_OF_A_NOTICE + 1)
    return textpage.get_text_range(0, count) if count else ""


def open_pdf(path: Path) -> int:
    """The number of pages, once the first one's text could be reached."""
    document = pdf_document(path)
    document[0].get_textpage().count_chars()
    return len(document)


def open_image(path: Path, image_format: str) -> int:
    """Always 1: a picture is one page. Every pixel is decoded, so a truncated picture is noticed."""
    from PIL import Image

    # Pillow refuses twice this number of pixels by itself; between the two it only warns.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(path, formats=[image_format]) as image:
            image.verify()
        with Image.open(path, formats=[image_format]) as image:
            image.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise NotReadableError("too_large_inside") from error
    return 1


def open_docx(path: Path) -> None:
    """None, because a Word document has no pages until it is laid out."""
    refuse_unsafe_archive(path)

    import docx
    from docx.oxml.ns import qn

    document = docx.Document(str(path))
    if document.element.getroottree().docinfo.doctype:  # the standard forbids one, and Word opens no such file
        raise NotReadableError("damaged")
    body = document.element.body
    has_text = any((node.text or "").strip() for node in body.iter(qn("w:t")))
    has_picture = next(body.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")), None) is not None
    if not has_text and not has_picture:
        raise NotReadableError("no_content")


def refuse_unsafe_archive(path: Path) -> None:
    """Reads the zip directory only; nothing is unpacked before it is known to stay small."""
    with path.open("rb") as file:
        if file.read(len(OLE_SIGNATURE)) == OLE_SIGNATURE:
            raise NotReadableError("password")
    try:
        with path.open("rb") as file:
            members = members_of(file)
    except TooManyMembersError as error:
        raise NotReadableError("too_large_inside") from error
    if len({member.filename for member in members}) < len(members):  # whoever opens it may see another one of them
        raise NotReadableError("damaged")
    if any(member.flag_bits & 0x1 for member in members):
        raise NotReadableError("password")
    if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
        raise NotReadableError("macros")
    unpacked = sum(member.file_size for member in members)
    too_dense = unpacked > MAX_DOCX_RATIO * max(path.stat().st_size, 1)
    if unpacked > MAX_DOCX_BYTES or too_dense:
        raise NotReadableError("too_large_inside")


OPENERS: dict[str, Callable[[Path], int | None]] = {
    "pdf": open_pdf,
    "png": lambda path: open_image(path, "PNG"),
    "jpg": lambda path: open_image(path, "JPEG"),
    "docx": open_docx,
}


def is_of_kind(path: Path, document_format: str) -> bool:
    """Whether the first bytes belong to the format. A PDF may have up to a kilobyte of junk before its header."""
    with path.open("rb") as file:
        head = file.read(1024)
    if document_format == "pdf":
        return b"%PDF-" in head
    return head.startswith(SIGNATURES[document_format])


def reason_of(error: Exception) -> Reason:
    """What a parser of hostile bytes means by what it raises. They raise whatever they like, and nearly all of it
    means the same. Raises ImportError again, for that is not the document's fault."""
    if isinstance(error, ImportError):
        raise error
    if isinstance(error, NotReadableError):
        return error.reason
    return "too_large_inside" if isinstance(error, MemoryError) else "damaged"


def judge(path: Path, document_format: str) -> dict[str, str | int | None]:
    """What is printed. Raises OSError or ImportError when the fault is not the document's."""
    if not is_of_kind(path, document_format):
        return {"reason": "other_kind"}
    try:
        return {"page_count": OPENERS[document_format](path)}
    except Exception as error:  # the boundary to the parsers
        return {"reason": reason_of(error)}


if __name__ == "__main__":
    limit_this_process()
    sys.stdout.write(json.dumps(judge(Path(sys.argv[1]), sys.argv[2])) + "\n")
