"""Which events of a case other systems hear of, and what of each: an allow-list, member by member.

What is not named here stays inside. Never risk, findings, escalation, reasons or notes: whoever reads these events may
be the customer's own system, and must not learn that he is under suspicion (AMLR Art. 73, no tipping-off). An escalated
case therefore looks like any other that waits for its review.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping

from pydantic import JsonValue

from schemas.case import CaseOpening, CaseRecord
from schemas.documents import CaseDocument
from schemas.events import CaseEvent, EventName
from schemas.extraction import DocumentReading
from schemas.integration_api import DocumentStatus
from schemas.published_events import ExternalIds, Publication, PublishedType
from schemas.status import CaseStatus

E = EventName
S = CaseStatus

Data = dict[str, JsonValue]
Told = tuple[tuple[PublishedType, Data], ...]
"""What one event of the audit log is published as: usually one thing or nothing."""

DECIDED: Mapping[JsonValue, JsonValue] = {"approve": "approved", "reject": "rejected"}
"""The decisions that end a case. No other is published: whether one was escalated or handed back stays inside."""

_OF_DOCUMENTS = ("document_id", "requirement_id", "filename", "sha256", "file_size", "format", "iteration")
_OF_VALIDATIONS = ("document_id", "requirement_id", "filename", "problem")
_OF_READINGS = ("document_id", "document_type", "language", "page_count", "pages_read", "problem")


def event_id_of(case_id: str, cursor: int) -> str:
    """The id of the event at this place of a case: the same whoever computes it, and when."""
    return f"evt_{hashlib.sha256(f'{case_id}/{cursor}'.encode()).hexdigest()[:24]}"


def external_ids_of(opening: CaseOpening) -> ExternalIds:
    """What the system that opened the case calls it; none of a case that an officer opened."""
    return ExternalIds.model_validate(opening.session.model_dump()) if opening.session else ExternalIds()


def document_status(record: CaseRecord, document: CaseDocument) -> DocumentStatus:
    """What has become of a document: what the last event published of it says."""
    reading = next((each for each in record.readings if each.document_id == document.document_id), None)
    if reading is not None:
        return "failed" if nothing_was_read(reading) else "processed"
    opened = [each.valid for each in record.validation_results if each.document_id == document.document_id]
    return "failed" if opened and not opened[-1] else "received"


def nothing_was_read(reading: DocumentReading) -> bool:
    """A document of which no page could be read has failed; one that was read in part says why not more."""
    return reading.problem is not None and not reading.pages_read


def publications_of(record: CaseRecord, event: CaseEvent) -> tuple[Publication, ...]:
    """What other systems hear of an event; `record` is the case after it."""
    tell = _TOLD.get(event.event)
    return tuple(
        Publication(sequence=event.sequence, event_type=event_type, occurred_at=event.timestamp, data=data)
        for event_type, data in (tell(record, event) if tell else ())
    )


def _created(record: CaseRecord, event: CaseEvent) -> Told:
    opening = record.opening
    return (("case.created", {"case_type_id": opening.template.id, "environment": opening.environment}),)


def _document_uploaded(record: CaseRecord, event: CaseEvent) -> Told:
    return (("document.uploaded", _members(event.data, _OF_DOCUMENTS)),)


def _submitted(record: CaseRecord, event: CaseEvent) -> Told:
    """Also which tasks of earlier were answered with it: what they asked and what was said stays in the case."""
    submitted_at = record.submissions[-1].submitted_at
    answered: list[JsonValue] = [task.task_id for task in record.follow_up_tasks if task.answered_at == submitted_at]
    iteration: Data = {"iteration": record.submissions[-1].iteration}
    submitted: Told = (("intake.submitted", iteration),)
    return (*submitted, ("intake.gap_resolved", {**iteration, "task_ids": answered})) if answered else submitted


def _documents_validated(record: CaseRecord, event: CaseEvent) -> Told:
    """A document that can be opened is told of once it is read."""
    return tuple(
        ("document.failed", _members(result, _OF_VALIDATIONS))
        for result in _objects(event.data["results"])
        if not result["valid"]
    )


def _document_read(record: CaseRecord, event: CaseEvent) -> Told:
    failed = nothing_was_read(DocumentReading.model_validate(event.data))
    read = _members(event.data, _OF_READINGS)
    return (("document.failed" if failed else "document.processed", {**_named(record, event.data), **read}),)


def _decided(record: CaseRecord, event: CaseEvent) -> Told:
    decision = DECIDED.get(event.data["decision"])
    return (("review.completed", {"decision": decision}),) if decision else ()


def _package_ready(record: CaseRecord, event: CaseEvent) -> Told:
    """A case is completed a moment before the report on it is written; then its package has all that it will have."""
    return (("package.ready", {"report_sha256": event.data["sha256"], "report_size": event.data["file_size"]}),)


def _moved(record: CaseRecord, event: CaseEvent) -> Told:
    """By where it comes from, too: what an escalated case is handed back to was never left, as far as others know."""
    come_from, gone_to = S(str(event.data["from"])), S(str(event.data["to"]))
    return _MOVES.get((come_from, gone_to), _ARRIVALS.get(gone_to, lambda _: ()))(record)


def _blocked(record: CaseRecord) -> Told:
    """The customer is asked for more: by an officer, or because a required document cannot be read."""
    open_tasks: list[JsonValue] = [task.task_id for task in record.follow_up_tasks if task.answered_at is None]
    return (("case.applicant_blocked", {"iteration": record.current_iteration, "task_ids": open_tasks}),)


def _simply(event_type: PublishedType) -> Callable[[CaseRecord], Told]:
    return lambda record: ((event_type, {"iteration": record.current_iteration}),)


def _ended(decision: str) -> Callable[[CaseRecord], Told]:
    return lambda record: (("case.completed", {"decision": decision}),)


_MOVES: Mapping[tuple[CaseStatus, CaseStatus], Callable[[CaseRecord], Told]] = {
    (S.GENERATING_TASKS, S.REVIEW_PENDING): _simply("case.needs_review"),
    (S.VALIDATING_DOCUMENTS, S.AWAITING_DOCUMENTS): _blocked,
}
_ARRIVALS: Mapping[CaseStatus, Callable[[CaseRecord], Told]] = {
    S.PROCESSING: _simply("case.processing"),
    S.FOLLOW_UP_REQUIRED: _blocked,
    S.APPROVED: _ended("approved"),
    S.REJECTED: _ended("rejected"),
    S.FAILED: _simply("case.failed"),
}
"""Whatever they came from. `ESCALATED` is not here and never will be."""

_TOLD: Mapping[EventName, Callable[[CaseRecord, CaseEvent], Told]] = {
    E.CASE_CREATED: _created,
    E.DOCUMENT_UPLOADED: _document_uploaded,
    E.CUSTOMER_SUBMITTED: _submitted,
    E.DOCUMENTS_VALIDATED: _documents_validated,
    E.DOCUMENT_READ: _document_read,
    E.OFFICER_DECISION: _decided,
    E.STATUS_CHANGED: _moved,
    E.HANDOFF_REPORT_GENERATED: _package_ready,
}
PUBLISHED = frozenset(_TOLD)
NOT_PUBLISHED: frozenset[EventName] = frozenset(
    {
        # What sources say of a company and its people, and what is concluded from it.
        E.SOURCE_ANSWERED,
        E.ENRICHMENT_COMPLETED,
        E.INVESTIGATION_COMPLETED,
        E.AGENT_EXECUTED,
        E.MCC_CLASSIFIED,
        E.MCC_RECLASSIFIED,
        E.TASKS_GENERATED,
        E.TASKS_REGENERATED,
        E.RISK_REASSESSED,
        # What officers judge on the way to a decision.
        E.MCC_DECISION,
        E.FACT_DECISION,
        E.CANDIDATE_DECISION,
        E.DISCREPANCY_RESOLVED,
        E.SCREENING_DECISION,
        E.MANUAL_CHECK_RECORDED,
        E.COMMAND_REFUSED,
        # Between the case and its customer.
        E.CUSTOMER_REMINDED,
        E.PORTAL_EXPIRED,
        # The move that goes with them is published, their reasons are not.
        E.VALIDATION_BOUNCE_BACK,
        E.TIMELINE_EXCEEDED,
        E.CASE_CANCELLED,
        # For officers.
        E.REPORT_GENERATED,
    }
)
"""Said on purpose, so that a new event of a case is in neither table only by oversight."""


def _named(record: CaseRecord, data: Mapping[str, JsonValue]) -> Data:
    """What the document is called and asked for as: a reading knows only its id."""
    documents = [document for document in record.documents if document.document_id == data["document_id"]]
    return {"requirement_id": documents[0].requirement_id, "filename": documents[0].filename} if documents else {}


def _members(data: Mapping[str, JsonValue], names: Iterable[str]) -> Data:
    return {name: data[name] for name in names if name in data}


def _objects(listed: JsonValue) -> list[dict[str, JsonValue]]:
    assert isinstance(listed, list)
    return [item for item in listed if isinstance(item, dict)]
