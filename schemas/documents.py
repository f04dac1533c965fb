"""Documents of a case: references to objects, never their bytes."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.frozen import Frozen
from schemas.template import DocumentFormat, DocumentType

MAX_DOCUMENT_BYTES = 20 * 1024 * 1024

MEDIA_TYPES: dict[DocumentFormat, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "png": "image/png",
    "jpg": "image/jpeg",
}


class CaseDocument(Frozen):
    document_id: str
    requirement_id: str
    """A document requirement of the template, or `followup_{task_id}`."""
    filename: str
    object_key: str
    file_size: int = Field(gt=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    format: DocumentFormat
    iteration: int
    uploaded_at: datetime


def page_key(case_id: str, document_id: str, page_index: int) -> str:
    """Where the text of a page lies in the object store, as JSON (`schemas.extraction.PageText`)."""
    return f"{case_id}/pages/{document_id}/page-{page_index:04d}.json"


def picture_key(case_id: str, document_id: str, page_index: int) -> str:
    """Where the picture of a page lies in the object store."""
    return f"{case_id}/pages/{document_id}/page-{page_index:04d}.png"


DocumentProblem = Literal[
    "missing_object",
    "altered",
    "password_protected",
    "damaged",
    "no_pages",
    "too_complex",
    "unreadable_in_time",
]


class DocumentToValidate(Frozen):
    case_id: str
    document: CaseDocument


class DocumentValidation(Frozen):
    """Whether a document can be opened and read at all. `message` is safe to show to the customer."""

    document_id: str
    requirement_id: str
    filename: str
    valid: bool
    problem: DocumentProblem | None = None
    message: str
    page_count: int | None = None


class DocumentToCheck(Frozen):
    """One document of a case that its customer wants to know about."""

    case_id: str
    document: CaseDocument


class CheckedDocument(Frozen):
    """What one look at a document found."""

    document_id: str
    problem: DocumentProblem | None = None
    document_type: DocumentType | None = None
    """None if it could not be read yet; `unknown` if it was and says nothing of the kind."""
