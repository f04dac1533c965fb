"""Which documents of a case count, which are still to be read, and how much of what they say a case can carry."""

from collections.abc import Iterable

from domain.current_documents import current_documents
from domain.submission import kind_asked_for
from schemas.case import CaseRecord
from schemas.documents import CaseDocument
from schemas.events import CaseEvent, EventName
from schemas.extraction import Candidate, CandidateChoice, DocumentReading, Proposals, ReadingProblem
from schemas.template import DocumentRequirement

MAY_BE_READ_LATER: frozenset[ReadingProblem | None] = frozenset({"needs_ocr", "not_available"})
MOST_BYTES = 500_000
"""Of candidates, over all documents of a case: all of a case must stay far below what one Temporal payload may hold."""


def documents_to_read(record: CaseRecord) -> tuple[CaseDocument, ...]:
    """The documents that count, can be opened and have not been read. One that no OCR was there for, or that a store
    of ours did not give, is read again with the next investigation."""
    opened = {result.document_id for result in record.validation_results if result.valid}
    read = {reading.document_id for reading in record.readings if reading.problem not in MAY_BE_READ_LATER}
    return tuple(document for document in current_documents(record) if document.document_id in opened - read)


def requirement_of(record: CaseRecord, document: CaseDocument) -> DocumentRequirement | None:
    """What the template asked for and this document was given as; None for what only a follow-up asked for."""
    kind = kind_asked_for(record, document.requirement_id)
    return next((item for item in record.opening.template.document_requirements if item.id == kind), None)


def with_proposals(reading: DocumentReading, proposals: Proposals) -> DocumentReading:
    """A reading with what a language model proposed beyond it."""
    known = {candidate.candidate_id for candidate in reading.candidates}
    added = tuple(item for item in proposals.candidates if item.candidate_id not in known)
    return reading.model_copy(
        update={
            "candidates": (*reading.candidates, *added),
            "proposals_dropped": proposals.dropped,
            "proposals_execution_id": proposals.execution.execution_id if proposals.execution else None,
        }
    )


def fitted(record: CaseRecord, reading: DocumentReading) -> DocumentReading:
    """A reading with no more candidates than the case can still carry; the others are counted."""
    room = MOST_BYTES - sum(map(_size, _carried(record, reading.document_id)))
    kept: list[Candidate] = []
    for candidate in reading.candidates:
        room -= _size(candidate)
        if room < 0:
            break
        kept.append(candidate)
    left_out = len(reading.candidates) - len(kept)
    return reading.model_copy(
        update={"candidates": tuple(kept), "candidates_left_out": reading.candidates_left_out + left_out}
    )


def candidates_in(event: CaseEvent) -> tuple[Candidate, ...]:
    """The candidates that came to a case with an event: what was read in a document, or cited by an officer."""
    match event.event:
        case EventName.DOCUMENT_READ:
            return DocumentReading.model_validate(event.data).candidates
        case EventName.CANDIDATE_DECISION:
            cited = CandidateChoice.model_validate(event.data).candidate
            return (cited,) if cited is not None else ()
        case _:
            return ()


def _carried(record: CaseRecord, but: str) -> Iterable[Candidate]:
    for reading in record.readings:
        if reading.document_id != but:
            yield from reading.candidates


def _size(candidate: Candidate) -> int:
    return len(candidate.model_dump_json().encode())
