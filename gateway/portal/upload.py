"""POST /api/portal/{token}/documents: one file for one requirement.

The file is spooled to disk, judged by its content and not by its name, hashed, scanned for malware where a scanner is
set, streamed to the object store, and only then made known to the case by a signal with its key and hash: bytes never
travel through Temporal.
"""

import asyncio
import hashlib
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile

import filetype
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from domain.stages import AWAITING_CUSTOMER, TERMINAL
from domain.submission import FOLLOW_UP_PREFIX, requirement_is_open
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.commanding import Sending, tell_case
from gateway.malware_gate import refuse_infected
from gateway.portal.grant import customer, granted_case
from gateway.problems import ApiError
from gateway.services import services
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


async def upload_document(request: Request) -> Response:
    case_id = await granted_case(request)
    async with request.form(max_files=2, max_fields=10) as form:
        upload, requirement_id = form.get("file"), form.get("requirement_id")
        if not isinstance(upload, UploadFile):
            raise ApiError("file_missing", "file: send the document as a multipart file named 'file'", "file")
        if not isinstance(requirement_id, str) or not requirement_id:
            raise ApiError("unknown_requirement", "requirement_id: say what the document is for", "requirement_id")
        record = (await read_case(services(request), case_id)).record
        _refuse_unless_wanted(record, requirement_id)
        document = await asyncio.to_thread(_describe, record, requirement_id, upload)
        await refuse_infected(services(request), case_id, upload.file)
        await services(request).store.put_file(
            document.object_key, upload.file, document.file_size, MEDIA_TYPES[document.format]
        )
    sending = Sending.of(request, case_id, customer(case_id))
    outcome = await tell_case(services(request), "document", sending, DocumentBody(document=document))
    answer = DocumentUploaded(
        document_id=document.document_id,
        filename=document.filename,
        requirement_id=requirement_id,
        minio_key=document.object_key,
        file_size=document.file_size,
        uploaded_at=document.uploaded_at,
    )
    return json_answer(answer, status_code=201 if outcome else 202)


def _refuse_unless_wanted(record: CaseRecord, requirement_id: str) -> None:
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


def _describe(record: CaseRecord, requirement_id: str, upload: UploadFile) -> CaseDocument:
    """Format, size and hash of the file, read once; its place in the store follows from its content.

    A file that the case has already for this requirement, from whichever round, is described as it was the first time,
    so that a retry is the same command. One that could not be validated then is a new document, to be judged anew.
    """
    size, sha256 = _measure(upload.file)  # before anything is made of it
    format = _format(record, requirement_id, upload.file)
    upload.file.seek(0)
    same = [known for known in record.documents if (known.requirement_id, known.sha256) == (requirement_id, sha256)]
    unusable = {result.document_id for result in record.validation_results if not result.valid}
    if same and same[-1].document_id not in unusable:
        return same[-1]
    attempt = f"-{len(same) + 1}" if same else ""
    case_id, iteration = record.opening.case_id, record.current_iteration
    identity = hashlib.sha256(f"{case_id}/{requirement_id}/{sha256}{attempt}".encode()).hexdigest()
    filename = _safe_name(upload.filename, format)
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
    return f"{stem[:LONGEST_NAME] or 'document'}.{ending}"
