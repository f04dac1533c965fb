"""What the workflow itself adds to a case: answers of sources, results of the investigation, moves between stages.

A move that `domain.stages` does not list is a defect of the workflow, so it raises instead of being recorded.
"""

from collections.abc import Iterable

from pydantic import JsonValue

from domain.customer_language import customer_language
from domain.documents_read import fitted
from domain.fold import begun
from domain.ledger import SYSTEM, Event, Events
from domain.portal_words import asked_anew
from domain.stages import AWAITING_OFFICER, MOVES
from domain.storable import storable
from domain.submission import FOLLOW_UP_PREFIX, kind_asked_for
from schemas.actor import Actor
from schemas.agents import AgentExecution
from schemas.case import CaseOpening, CaseRecord, CaseState, Deadline, FollowUpTask, ReportRef
from schemas.documents import CaseDocument, DocumentValidation
from schemas.events import CaseEvent, EventName
from schemas.extraction import DocumentReading
from schemas.investigation import InvestigationResult, TaskProposal
from schemas.mcc import MccClassification
from schemas.notifications import ReminderResult
from schemas.sources import SourceAnswer
from schemas.status import CaseStatus

S = CaseStatus


def opened(opening: CaseOpening) -> CaseState:
    """The state of a case at its first moment: the portal is open and the first event is in the outbox."""
    event = CaseEvent(
        sequence=1,
        event=EventName.CASE_CREATED,
        timestamp=opening.created_at,
        actor=opening.opened_by,
        data=opening.model_dump(mode="json", exclude={"portal_token", "portal_url"}),
    )
    return begun(opening, event).model_copy(update={"outbox": (event,)})


def moved(record: CaseRecord, target: CaseStatus) -> Events:
    """The case in its next stage; ValueError if the table has no such move."""
    if target not in MOVES.get(record.status, frozenset()):
        raise ValueError(f"a case does not move from {record.status} to {target} by itself")
    return (_moved(record, target),)


def answered(record: CaseRecord, answer: SourceAnswer) -> Events:
    """A source's answer, with how many times it has been asked in vain."""
    before = record.sources.get(answer.source)
    if before is not None and "unavailable" == before.state == answer.state:
        answer = answer.model_copy(update={"attempt": before.attempt + 1})
    return (Event(EventName.SOURCE_ANSWERED, SYSTEM, answer.model_dump(mode="json")),)


def enriched(record: CaseRecord) -> Events:
    """Every source has answered or its time is up."""
    data: dict[str, JsonValue] = {name.value: answer.state for name, answer in record.sources.items()}
    return (Event(EventName.ENRICHMENT_COMPLETED, SYSTEM, data),)


def documents_to_validate(record: CaseRecord) -> tuple[CaseDocument, ...]:
    """The latest document of each requirement that has not been validated yet; earlier versions stay on record."""
    known = {result.document_id for result in record.validation_results}
    latest = {document.requirement_id: document for document in record.documents}
    return tuple(document for document in latest.values() if document.document_id not in known)


def validated(results: Iterable[DocumentValidation]) -> Events:
    data: dict[str, JsonValue] = {"results": [result.model_dump(mode="json") for result in results]}
    return (Event(EventName.DOCUMENTS_VALIDATED, SYSTEM, data),)


def document_read(record: CaseRecord, reading: DocumentReading) -> Events:
    """What one document says, as far as the case can carry it."""
    return (Event(EventName.DOCUMENT_READ, SYSTEM, fitted(record, reading).model_dump(mode="json")),)


def unreadable_required(record: CaseRecord, results: Iterable[DocumentValidation]) -> tuple[DocumentValidation, ...]:
    """Which of these results send the case back to the customer: invalid documents that were required of them."""
    required = {item.id for item in record.opening.template.document_requirements if item.required}
    required |= {f"{FOLLOW_UP_PREFIX}{task.task_id}" for task in record.follow_up_tasks if task.required}
    return tuple(result for result in results if not result.valid and result.requirement_id in required)


def bounced_back(record: CaseRecord, unreadable: Iterable[DocumentValidation]) -> Events:
    """The case back with the customer, with one task for each required document that could not be read, in his
    language."""
    language = customer_language(record)
    first = len(record.follow_up_tasks) + 1
    tasks = [
        FollowUpTask(
            task_id=f"task_{first + index}",
            iteration=record.current_iteration,
            description=asked_anew(result, language),
            response_type="document",
            document_type=kind_asked_for(record, result.requirement_id),
            required=True,
            origin="validation",
        )
        for index, result in enumerate(unreadable)
    ]
    data: dict[str, JsonValue] = {"tasks": [task.model_dump(mode="json") for task in tasks]}
    return (Event(EventName.VALIDATION_BOUNCE_BACK, SYSTEM, data), *moved(record, S.AWAITING_DOCUMENTS))


def investigated(result: InvestigationResult) -> Events:
    return (Event(EventName.INVESTIGATION_COMPLETED, SYSTEM, result.model_dump(mode="json")),)


def reassessment_is_due(record: CaseRecord) -> bool:
    """Whether officers have judged something since the case was assessed, and nobody has decided it yet."""
    results = record.investigation_results
    return record.status in AWAITING_OFFICER and bool(results) and results[-1].judgements != record.judgements


def reassessed(result: InvestigationResult) -> Events:
    return (Event(EventName.RISK_REASSESSED, SYSTEM, result.model_dump(mode="json")),)


def executed(execution: AgentExecution) -> Events:
    """A run of an agent, whatever came of it."""
    return (Event(EventName.AGENT_EXECUTED, SYSTEM, execution.model_dump(mode="json")),)


def classified(classification: MccClassification) -> Events:
    data: dict[str, JsonValue] = {"classification": classification.model_dump(mode="json")}
    return (Event(EventName.MCC_CLASSIFIED, SYSTEM, data),)


def reclassified(classification: MccClassification, actor: Actor, notes: str | None) -> Events:
    data: dict[str, JsonValue] = {"classification": classification.model_dump(mode="json"), "notes": notes}
    return (Event(EventName.MCC_RECLASSIFIED, actor, data),)


def proposed(proposal: TaskProposal) -> Events:
    return (Event(EventName.TASKS_GENERATED, SYSTEM, proposal.model_dump(mode="json")),)


def proposed_again(proposal: TaskProposal, actor: Actor) -> Events:
    return (Event(EventName.TASKS_REGENERATED, actor, proposal.model_dump(mode="json")),)


def reminded(deadline: Deadline, result: ReminderResult) -> Events:
    data: dict[str, JsonValue] = {"due_at": deadline.due_at.isoformat(), **result.model_dump(mode="json")}
    return (Event(EventName.CUSTOMER_REMINDED, SYSTEM, data),)


def portal_expired(deadline: Deadline) -> Events:
    return (Event(EventName.PORTAL_EXPIRED, SYSTEM, {"due_at": deadline.due_at.isoformat()}),)


def timeline_exceeded(record: CaseRecord, deadline: Deadline) -> Events:
    """Nobody decided the case in the time that its template allows, so it failed."""
    data: dict[str, JsonValue] = {
        "due_at": deadline.due_at.isoformat(),
        "max_timeline_days": record.opening.template.max_timeline_days,
        "status": record.status,
    }
    return (Event(EventName.TIMELINE_EXCEEDED, SYSTEM, data), *moved(record, S.FAILED))


def handoff_reported(report: ReportRef) -> Events:
    """The edition of the report that other systems are handed."""
    return (Event(EventName.HANDOFF_REPORT_GENERATED, SYSTEM, report.model_dump(mode="json")),)


def cancelled(record: CaseRecord, reason: str | None) -> Events:
    """The case ended by an operator, in whatever stage it was. Nobody decided it, so it failed and has no report."""
    data: dict[str, JsonValue] = {"reason": reason and storable(reason), "status": record.status}
    return (Event(EventName.CASE_CANCELLED, SYSTEM, data), _moved(record, S.FAILED))


def reported(report: ReportRef) -> Events:
    return (Event(EventName.REPORT_GENERATED, SYSTEM, report.model_dump(mode="json")),)


def _moved(record: CaseRecord, target: CaseStatus) -> Event:
    return Event(EventName.STATUS_CHANGED, SYSTEM, {"from": record.status, "to": target})
