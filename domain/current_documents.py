"""Which documents of a case count: the latest of each kind that was asked for."""

from domain.submission import kind_asked_for
from schemas.case import CaseRecord
from schemas.documents import CaseDocument
from schemas.extraction import DocumentReading


def current_documents(record: CaseRecord) -> tuple[CaseDocument, ...]:
    """The latest document of each kind that was asked for; earlier versions stay on record and no longer count."""
    latest = {kind_asked_for(record, document.requirement_id): document for document in record.documents}
    return tuple(latest.values())


def current_readings(record: CaseRecord) -> tuple[tuple[CaseDocument, DocumentReading], ...]:
    """The documents that count and were read, in the order of upload."""
    readings = {reading.document_id: reading for reading in record.readings}
    return tuple(
        (document, readings[document.document_id])
        for document in current_documents(record)
        if document.document_id in readings
    )
