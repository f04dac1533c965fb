"""What the workflow itself adds to a case: answers of sources, results of the investigation, moves between stages.

A move that `domain.stages` does not list is a defect of the workflow, so it raises instead of being recorded.
"""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from domain.ledger import SYSTEM, Change, Event
from domain.stages import MOVES
from domain.storable import storable
from domain.submission import FOLLOW_UP_PREFIX, kind_asked_for
from schemas.case import CaseOpening, CaseRecord, CaseState, FollowUpTask, ReportRef
from schemas.documents import CaseDocument, DocumentValidation
from schemas.events import CaseEvent, EventName
from schemas.investigation import InvestigationResult, TaskProposal
from schemas.sources import SourceAnswer, SourceName
from schemas.status import CaseStatus

S = CaseStatus


def opened(opening: CaseOpening) -> CaseState:
    """The state of a case at its first moment: the portal is open and the first event is in the outbox."""
    company = opening.company
    data: dict[str, JsonValue] = {
        "company": company.model_dump(mode="json"),
        "template_id": opening.template.id,
        "environment": opening.environment,
    }
    event = CaseEvent(
        sequence=1,
        event=EventName.CASE_CREATED,
        timestamp=opening.created_at,
        actor=opening.opened_by,
        data=data,
    )
    record = CaseRecord(opening=opening, status=S.AWAITING_DOCUMENTS, version=1, updated_at=opening.created_at)
    return CaseState(record=record, last_sequence=1, outbox=(event,))


def moved(record: CaseRecord, target: CaseStatus) -> Change:
    """The case in its next stage; ValueError if the table has no such move."""
    if target not in MOVES.get(record.status, frozenset()):
        raise ValueError(f"a case does not move from {record.status} to {target} by itself")
    data: dict[str, JsonValue] = {"from": record.status, "to": target}
    return Change(record.model_copy(update={"status": target}), (Event(EventName.STATUS_CHANGED, SYSTEM, data),))


def with_answers(record: CaseRecord, answers: Iterable[SourceAnswer]) -> Change:
    """The record with sources' answers, each an event. A later answer replaces an earlier one of the same source."""
    given = tuple(answers)
    sources: Mapping[SourceName, SourceAnswer] = {
        **record.sources,
        **{answer.source: answer for answer in given},
    }
    return Change(
        record.model_copy(update={"sources": sources}),
        tuple(Event(EventName.SOURCE_ANSWERED, SYSTEM, _answer_data(answer)) for answer in given),
    )


def enriched(record: CaseRecord) -> Change:
    """The record once every source has answered or its time is up."""
    data: dict[str, JsonValue] = {name.value: answer.state for name, answer in record.sources.items()}
    return Change(
        record.model_copy(update={"enrichment": record.sources}),
        (Event(EventName.ENRICHMENT_COMPLETED, SYSTEM, data),),
    )


def documents_to_validate(record: CaseRecord) -> tuple[CaseDocument, ...]:
    """The latest document of each requirement that has not been validated yet; earlier versions stay on record."""
    known = {result.document_id for result in record.validation_results}
    latest = {document.requirement_id: document for document in record.documents}
    return tuple(document for document in latest.values() if document.document_id not in known)


def validated(record: CaseRecord, results: Iterable[DocumentValidation]) -> Change:
    new = tuple(results)
    data: dict[str, JsonValue] = {
        "valid": [result.document_id for result in new if result.valid],
        "invalid": {result.document_id: result.problem for result in new if not result.valid},
    }
    return Change(
        record.model_copy(update={"validation_results": record.validation_results + new}),
        (Event(EventName.DOCUMENTS_VALIDATED, SYSTEM, data),),
    )


def unreadable_required(record: CaseRecord, results: Iterable[DocumentValidation]) -> tuple[DocumentValidation, ...]:
    """Which of these results send the case back to the customer: invalid documents that were required of them."""
    required = {item.id for item in record.opening.template.document_requirements if item.required}
    required |= {f"{FOLLOW_UP_PREFIX}{task.task_id}" for task in record.follow_up_tasks if task.required}
    return tuple(result for result in results if not result.valid and result.requirement_id in required)


def bounced_back(record: CaseRecord, unreadable: Iterable[DocumentValidation]) -> Change:
    """The case back with the customer, with one task for each required document that could not be read."""
    invalid = tuple(unreadable)
    first = len(record.follow_up_tasks) + 1
    tasks = tuple(
        FollowUpTask(
            task_id=f"task_{first + index}",
            iteration=record.current_iteration,
            description=f"{result.filename}: {result.message}",
            response_type="document",
            document_type=kind_asked_for(record, result.requirement_id),
            required=True,
            origin="validation",
        )
        for index, result in enumerate(invalid)
    )
    back = moved(record, S.AWAITING_DOCUMENTS)
    data: dict[str, JsonValue] = {"documents": [result.document_id for result in invalid]}
    return Change(
        back.record.model_copy(update={"follow_up_tasks": record.follow_up_tasks + tasks}),
        (Event(EventName.VALIDATION_BOUNCE_BACK, SYSTEM, data), *back.events),
    )


def investigated(record: CaseRecord, result: InvestigationResult) -> Change:
    data: dict[str, JsonValue] = {
        "iteration": result.iteration,
        "risk_score": result.risk_score,
        "rule_set": result.rule_set,
        "findings": [finding.finding_id for finding in result.findings],
        "discrepancies": [discrepancy.discrepancy_id for discrepancy in result.discrepancies],
    }
    return Change(
        record.model_copy(update={"investigation_results": (*record.investigation_results, result)}),
        (Event(EventName.INVESTIGATION_COMPLETED, SYSTEM, data),),
    )


def proposed(record: CaseRecord, proposal: TaskProposal) -> Change:
    data: dict[str, JsonValue] = {"tasks": len(proposal.tasks), "method": proposal.method}
    return Change(
        record.model_copy(update={"generated_tasks": proposal.tasks, "tasks_reasoning": proposal.reasoning}),
        (Event(EventName.TASKS_GENERATED, SYSTEM, data),),
    )


def cancelled(record: CaseRecord, reason: str | None) -> Change:
    """The case ended by an operator, in whatever stage it was. Nobody decided it, so it failed and has no report."""
    data: dict[str, JsonValue] = {"reason": reason and storable(reason), "status": record.status}
    moved_on: dict[str, JsonValue] = {"from": record.status, "to": S.FAILED}
    ended = record.model_copy(update={"status": S.FAILED, "enrichment": record.enrichment or record.sources})
    events = (Event(EventName.CASE_CANCELLED, SYSTEM, data), Event(EventName.STATUS_CHANGED, SYSTEM, moved_on))
    return Change(ended, events)


def reported(record: CaseRecord, report: ReportRef) -> Change:
    data: dict[str, JsonValue] = {"object_key": report.object_key, "sha256": report.sha256}
    return Change(record.model_copy(update={"report": report}), (Event(EventName.REPORT_GENERATED, SYSTEM, data),))


def _answer_data(answer: SourceAnswer) -> dict[str, JsonValue]:
    return {
        "source": answer.source,
        "state": answer.state,
        "reason": answer.reason,
        "evidence_hash": answer.data_hash,
        "environment": answer.environment,
    }
