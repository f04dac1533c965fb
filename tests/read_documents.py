"""Documents that were read: candidates with their places, and cases that hold them."""

from domain.extraction.extract import candidates_of
from domain.extraction.found import Found
from schemas.case import CaseRecord
from schemas.documents import CaseDocument
from schemas.extraction import Candidate, DocumentReading, DocumentType, ExtractionMethod, FeatureName, PageText, Word
from tests.example_cases import NOW, a_record, a_validation


def a_candidate(
    feature: FeatureName,
    value: str,
    doc_id: str = "doc_1",
    *,
    quote: str | None = None,
    page_index: int = 0,
    details: tuple[tuple[str, str], ...] = (),
    problem: str | None = None,
    confidence: float | None = None,
) -> Candidate:
    """A candidate that stands at the beginning of its page."""
    text = quote or value
    method: ExtractionMethod = "born_digital_text" if confidence is None else "ocr"
    words = (Word(char_start=0, char_end=len(text), x0=0, y0=0, x1=1, y1=1, confidence=confidence),)
    page = PageText(page_index=page_index, text=text, method=method, width=595, height=842, words=words)
    found = Found(feature, page_index, 0, len(text), value, details, problem)
    return candidates_of(doc_id, [page], [found])[0]


def a_reading(
    *candidates: Candidate, document_id: str = "doc_1", document_type: DocumentType = "unknown", **members: object
) -> DocumentReading:
    reading = DocumentReading(
        document_id=document_id,
        document_type=document_type,
        page_count=1,
        pages_read=1,
        candidates=candidates,
        read_at=NOW,
    )
    return reading.model_copy(update=members)


def with_readings(*read: tuple[CaseDocument, DocumentReading], **members: object) -> CaseRecord:
    """A case whose documents were validated and read."""
    documents = tuple(document for document, _ in read)
    record = a_record(
        documents=documents,
        validation_results=tuple(a_validation(document) for document in documents),
        readings=tuple(reading for _, reading in read),
    )
    return record.model_copy(update=members)
