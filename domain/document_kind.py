"""Whether a document is of the kind that was asked for, by what it says."""

from typing import cast, get_args

from domain.documents_read import requirement_of
from domain.submission import kind_asked_for
from schemas.case import CaseRecord
from schemas.documents import CaseDocument
from schemas.portal_api import DocumentKind
from schemas.template import DocumentType


def types_asked_for(record: CaseRecord, document: CaseDocument) -> tuple[DocumentType, ...]:
    """The types that will do for what this document was given as; none, if any will."""
    requirement = requirement_of(record, document)
    if requirement is not None:
        return requirement.document_types
    kind = kind_asked_for(record, document.requirement_id)
    return (cast(DocumentType, kind),) if kind in get_args(DocumentType) and kind != "unknown" else ()


def kind_of(asked: tuple[DocumentType, ...], found: DocumentType | None) -> DocumentKind:
    if not asked or found in (None, "unknown"):
        return "unknown"
    return "as_asked" if found in asked else "another"
