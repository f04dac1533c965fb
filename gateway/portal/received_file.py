"""What becomes of a file of the customer once all its bytes are here, in whichever way they came.

It is judged by its content and not by its name, hashed, scanned for malware where a scanner is set, streamed to the
object store, and only then made known to the case by a signal with its key and hash: bytes never travel through
Temporal.
"""

import asyncio
import hashlib
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple
from zipfile import BadZipFile

import filetype
from starlette.responses import Response

from domain.stages import AWAITING_CUSTOMER, TERMINAL
from domain.submission import FOLLOW_UP_PREFIX, requirement_is_open
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.commanding import Sending, tell_case
from gateway.malware_gate import refuse_infected
from gateway.problems import ApiError
from gateway.services import Services
from runtime.zip_guard import members_of
from schemas.case import CaseRecord
from schemas.commands import DocumentBody
from schemas.documents import MAX_DOCUMENT_BYTES, MEDIA_TYPES, CaseDocument
from schemas.portal_api import DocumentUploaded
from schemas.template import DocumentFormat

FORMATS: dict[str, DocumentFormat] = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    MEDIA_TYPES["docx"]: "docx",
}
SNIFFED_BYTES = 8192
LONGEST_NAME = 120
LONGEST_NAME_BYTES = 180
"""Of a name in letters that are several bytes each: it is the end of an object's key, which stores allow so many of."""


class ReceivedFile(NamedTuple):
    """A whole file, what the customer says it is for, and what it was called."""

    requirement_id: str
    filename: str | None
    content: BinaryIO


async def stored_document(found: Services, case_id: str, file: ReceivedFile) -> CaseDocument:
    """The file as a document of the case, in the object store. The case does not know of it yet."""
    record = (await read_case(found, case_id)).record
    refuse_unless_wanted(record, file.requirement_id)
    document = await asyncio.to_thread(_describe, record, file)
    await refuse_infected(found, case_id, file.content)
    await found.store.put_file(document.object_key, file.content, document.file_size, MEDIA_TYPES[document.format])
    return document


async def tell_document(found: Services, sending: Sending, document: CaseDocument) -> Response:
    """Tells the case of a stored document: 201 once the case has it, 202 if no worker has said so in time."""
    outcome = await tell_case(found, "document", sending, DocumentBody(document=document))
    return json_answer(uploaded(document), status_code=201 if outcome else 202)


def uploaded(document: CaseDocument) -> DocumentUploaded:
    """The document as the customer sees it."""
    return DocumentUploaded(
        document_id=document.document_id,
        filename=document.filename,
        requirement_id=document.requirement_id,
        minio_key=document.object_key,
        file_size=document.file_size,
        uploaded_at=document.uploaded_at,
    )


def refuse_unless_wanted(record: CaseRecord, requirement_id: str) -> None:
    """Refuses early what the case would refuse, before anything is stored. The case itself has the last word."""
    if record.status in TERMINAL:
        raise ApiError("wrong_state", "this case is closed; no documents can be added")
    if record.status not in AWAITING_CUSTOMER:
        raise ApiError("wrong_state", "your documents are being reviewed; nothing can be uploaded now")
    if not requirement_is_open(record, requirement_id):
        raise ApiError(
            "unknown_requirement",
            f"requirement_id: nothing named {requirement_id!r} is asked for now",
            "requirement_id",
        )


def _describe(record: CaseRecord, file: ReceivedFile) -> CaseDocument:
    """Format, size and hash of the file, read once; its place in the store follows from its content.

    A file that the case has already for this requirement, from whichever round, is described as it was the first time,
    so that a retry is the same command. One that could not be validated then is a new document, to be judged anew.
    """
    requirement_id = file.requirement_id
    size, sha256 = _measure(file.content)  # before anything is made of it
    format = _format(record, requirement_id, file.content)
    file.content.seek(0)
    same = [known for known in record.documents if (known.requirement_id, known.sha256) == (requirement_id, sha256)]
    unusable = {result.document_id for result in record.validation_results if not result.valid}
    if same and same[-1].document_id not in unusable:
        return same[-1]
    attempt = f"-{len(same) + 1}" if same else ""
    case_id, iteration = record.opening.case_id, record.current_iteration
    identity = hashlib.sha256(f"{case_id}/{requirement_id}/{sha256}{attempt}".encode()).hexdigest()
    filename = _safe_name(file.filename, format)
    return CaseDocument(
        document_id=f"doc_{identity[:12]}",
        requirement_id=requirement_id,
        filename=filename,
        object_key=f"{case_id}/iteration-{iteration}/req_{requirement_id}/{sha256[:32]}{attempt}-{filename}",
        file_size=size,
        sha256=sha256,
        format=format,
        iteration=iteration,
        uploaded_at=datetime.now(UTC),
    )


def _format(record: CaseRecord, requirement_id: str, file: BinaryIO) -> DocumentFormat:
    file.seek(0)
    head = file.read(SNIFFED_BYTES)
    if not head:
        raise ApiError("file_empty", "the file is empty; choose the document again", "file")
    kind = filetype.guess(head)
    found = FORMATS.get(kind.mime) if kind else None
    if found in (None, "docx"):
        found = "docx" if head.startswith(b"PK\x03\x04") and _is_word_document(file) else None
    accepted = _accepted(record, requirement_id)
    if found not in accepted:
        wanted = ", ".join(format.upper() for format in accepted)
        raise ApiError("unsupported_document_type", f"file: this is not a {wanted} document, by its content", "file")
    return found


def _is_word_document(file: BinaryIO) -> bool:
    """Whether the archive is a Word document without macros."""
    try:
        names = {member.filename for member in members_of(file)}
    except (BadZipFile, ValueError, OSError):
        return False
    return "word/document.xml" in names and "word/vbaProject.bin" not in names


def _accepted(record: CaseRecord, requirement_id: str) -> tuple[DocumentFormat, ...]:
    if requirement_id.startswith(FOLLOW_UP_PREFIX):
        return ("pdf", "docx", "png", "jpg")
    return next(
        item.accepted_formats for item in record.opening.template.document_requirements if item.id == requirement_id
    )


def _measure(file: BinaryIO) -> tuple[int, str]:
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(1024 * 1024):
        digest.update(chunk)
        size += len(chunk)
    file.seek(0)
    if size > MAX_DOCUMENT_BYTES:
        raise ApiError("file_too_large", f"file: larger than {MAX_DOCUMENT_BYTES // 2**20} MB", "file")
    return size, digest.hexdigest()


def _safe_name(given: str | None, format: DocumentFormat) -> str:
    """The last segment of the given name without control characters, and with an ending that tells the truth."""
    name = PurePosixPath((given or "").replace("\\", "/")).name
    kept = "".join(character for character in name if character.isprintable() and character not in '<>:"|?*#%')
    stem, dot, ending = kept.strip(" .").rpartition(".")
    if not dot:
        stem, ending = ending, ""
    right = {"jpg": {"jpg", "jpeg"}}.get(format, {format})
    ending = ending if ending.lower() in right else format
    stem = stem[:LONGEST_NAME].encode()[:LONGEST_NAME_BYTES].decode(errors="ignore")
    return f"{stem or 'document'}.{ending}"
