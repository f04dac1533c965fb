"""What each event makes of a case. The record is the fold of its events, and so are the outcomes of its commands.

Everything that changes a case goes through here: the workflow's own steps and commands, the snapshot in Postgres, and
the replay of an audit log. An event therefore carries all that it changes.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from domain.answers_kept import still_known
from domain.current_documents import current_readings
from domain.deadlines import first_deadlines, marked, renewed_deadlines
from schemas.case import (
    CaseOpening,
    CaseRecord,
    CaseState,
    DecisionRecord,
    FollowUpTask,
    MccDecisionRecord,
    ReportRef,
    Submission,
)
from schemas.commands import Outcome
from schemas.documents import CaseDocument, DocumentValidation
from schemas.events import CaseEvent, EventName
from schemas.extraction import CandidateDecision, DocumentReading
from schemas.investigation import DiscrepancyResolution, FactDecision, InvestigationResult, TaskProposal
from schemas.mcc import MccClassification
from schemas.screening import ScreeningDecision
from schemas.sources import SHOWN_AT_OPENING, SourceAnswer, SourceName
from schemas.status import CaseStatus

LEDGER_SIZE = 1000
"""Outcomes kept; the oldest go first. A retry comes within seconds, so a thousand commands back is long ago."""

CHANGE_NOTHING = frozenset({EventName.COMMAND_REFUSED, EventName.AGENT_EXECUTED})
"""What the case takes from an agent's run is told by the event that follows it."""

Item = TypeVar("Item")
Members = dict[str, object]
"""The members of the record that an event sets."""

E = EventName


def begun(opening: CaseOpening, event: CaseEvent) -> CaseState:
    """The state of a case after its first event; ValueError if the event is no opening."""
    if event.event is not E.CASE_CREATED or event.sequence != 1:
        raise ValueError(f"a case begins with event 1, {E.CASE_CREATED}, not with {event.sequence}, {event.event}")
    record = CaseRecord(
        opening=opening,
        status=CaseStatus.AWAITING_DOCUMENTS,
        version=1,
        deadlines=first_deadlines(opening),
        updated_at=event.timestamp,
    )
    return CaseState(record=record, last_sequence=1)


def after(state: CaseState, event: CaseEvent) -> CaseState:
    """The state after one more event; ValueError unless it is the next one. What changes nothing but the ledger is no
    new version of the case; every other event is one."""
    if event.sequence != state.last_sequence + 1:
        raise ValueError(f"event {event.sequence} does not follow event {state.last_sequence}")
    record = state.record
    if event.event not in CHANGE_NOTHING:
        changed = _EFFECTS[event.event](record, event)
        record = record.model_copy(
            update={**changed, "version": record.version + 1, "updated_at": event.timestamp},
        )
    return state.model_copy(
        update={"record": record, "ledger": _ledger(state, record, event), "last_sequence": event.sequence}
    )


def replayed(opening: CaseOpening, events: Iterable[CaseEvent]) -> CaseState:
    """The state that a whole audit log makes, with an empty outbox."""
    log = iter(events)
    state = begun(opening, next(log))
    for event in log:
        state = after(state, event)
    return state


def opening_on_record(event: CaseEvent) -> CaseOpening:
    """The opening as the audit log has it: without the portal's token, which is a secret of the customer."""
    return CaseOpening.model_validate({**event.data, "portal_token": None, "portal_url": None})


def _ledger(state: CaseState, record: CaseRecord, event: CaseEvent) -> dict[str, Outcome]:
    if event.command_id is None:
        return state.ledger
    refused = event.event is E.COMMAND_REFUSED
    outcome = Outcome.model_validate(
        {
            **({name: event.data.get(name) for name in ("code", "message", "field")} if refused else {}),
            "state": "rejected" if refused else "applied",
            "status": record.status,
            "version": record.version,
            "body_hash": event.body_hash,
        }
    )
    ledger = {**state.ledger, event.command_id: outcome}
    for oldest in list(ledger)[: max(0, len(ledger) - LEDGER_SIZE)]:
        del ledger[oldest]
    return ledger


def _status_changed(record: CaseRecord, event: CaseEvent) -> Members:
    return {"status": CaseStatus(str(event.data["to"]))}


def _source_answered(record: CaseRecord, event: CaseEvent) -> Members:
    """A later answer replaces an earlier one of the same source, unless it is none."""
    answer = SourceAnswer.model_validate(event.data)
    known = record.sources.get(answer.source)
    return {"sources": {**record.sources, answer.source: still_known(known, answer) if known else answer}}


def _enrichment_completed(record: CaseRecord, event: CaseEvent) -> Members:
    return {"enrichment": _documented(record)}


def _document_uploaded(record: CaseRecord, event: CaseEvent) -> Members:
    """The latest version of its requirement, also when the customer goes back to an earlier file."""
    document = CaseDocument.model_validate(event.data)
    others = tuple(known for known in record.documents if known.document_id != document.document_id)
    return {"documents": (*others, document)}


def _customer_submitted(record: CaseRecord, event: CaseEvent) -> Members:
    submission = Submission.model_validate(event.data)
    tasks = tuple(
        task if task.answered_at else task.model_copy(update={"answered_at": submission.submitted_at})
        for task in record.follow_up_tasks
    )
    return {"submissions": (*record.submissions, submission), "follow_up_tasks": tasks}


def _documents_validated(record: CaseRecord, event: CaseEvent) -> Members:
    results = _each(DocumentValidation.model_validate, event, "results")
    return {"validation_results": record.validation_results + results}


def _document_read(record: CaseRecord, event: CaseEvent) -> Members:
    """A document that is read again is read anew. What an earlier version said is in the log, and carried no further:
    if the customer goes back to it, it is read again."""
    reading = DocumentReading.model_validate(event.data)
    others = tuple(known for _, known in current_readings(record) if known.document_id != reading.document_id)
    return {"readings": (*others, reading)}


def _validation_bounced_back(record: CaseRecord, event: CaseEvent) -> Members:
    """The customer is asked again, so the link lives on as after a follow-up."""
    tasks = _each(FollowUpTask.model_validate, event, "tasks")
    return {
        "follow_up_tasks": record.follow_up_tasks + tasks,
        "deadlines": renewed_deadlines(record, event.timestamp),
    }


def _investigation_completed(record: CaseRecord, event: CaseEvent) -> Members:
    result = InvestigationResult.model_validate(event.data)
    return {"investigation_results": (*record.investigation_results, result)}


def _mcc_classified(record: CaseRecord, event: CaseEvent) -> Members:
    """Another classification is another question: what was decided on the one before says nothing about it."""
    return {
        "mcc_classification": MccClassification.model_validate(event.data["classification"]),
        "mcc_notes": event.data.get("notes") or record.mcc_notes,
        "mcc_decision": None,
    }


def _tasks_generated(record: CaseRecord, event: CaseEvent) -> Members:
    proposal = TaskProposal.model_validate(event.data)
    return {
        "generated_tasks": proposal.tasks,
        "tasks_reasoning": proposal.reasoning,
        "tasks_execution_id": proposal.execution_id,
        "tasks_notes": proposal.notes,
        "tasks_method": proposal.method,
    }


def _officer_decided(record: CaseRecord, event: CaseEvent) -> Members:
    decision = DecisionRecord.model_validate({**event.data, "actor": event.actor, "decided_at": event.timestamp})
    decided: Members = {"decisions": (*record.decisions, decision)}
    if decision.decision != "follow_up":
        return decided
    tasks = _each(FollowUpTask.model_validate, event, "follow_up_tasks")
    return {
        **decided,
        "current_iteration": record.current_iteration + 1,
        "follow_up_tasks": record.follow_up_tasks + tasks,
        "generated_tasks": (),
        "tasks_reasoning": None,
        "tasks_execution_id": None,
        "tasks_notes": (),
        "deadlines": renewed_deadlines(record, event.timestamp),
    }


def _mcc_decided(record: CaseRecord, event: CaseEvent) -> Members:
    decision = MccDecisionRecord.model_validate({**event.data, "actor": event.actor, "decided_at": event.timestamp})
    return {"mcc_decision": decision}


def _fact_decided(record: CaseRecord, event: CaseEvent) -> Members:
    decision = FactDecision.model_validate({**event.data, "actor": event.actor, "decided_at": event.timestamp})
    return {"fact_decisions": (*record.fact_decisions, decision)}


def _discrepancy_resolved(record: CaseRecord, event: CaseEvent) -> Members:
    resolution = DiscrepancyResolution.model_validate(
        {**event.data, "actor": event.actor, "resolved_at": event.timestamp}
    )
    return {"resolutions": (*record.resolutions, resolution)}


def _candidate_decided(record: CaseRecord, event: CaseEvent) -> Members:
    decision = CandidateDecision.model_validate({**event.data, "actor": event.actor, "decided_at": event.timestamp})
    return {"candidate_decisions": (*record.candidate_decisions, decision)}


def _screening_decided(record: CaseRecord, event: CaseEvent) -> Members:
    decision = ScreeningDecision.model_validate({**event.data, "actor": event.actor, "decided_at": event.timestamp})
    return {"screening_decisions": (*record.screening_decisions, decision)}


def _manual_check_recorded(record: CaseRecord, event: CaseEvent) -> Members:
    answer = SourceAnswer.model_validate(event.data["answer"])
    return {"sources": {**record.sources, answer.source: answer}, "manual_checks": record.manual_checks + 1}


def _risk_reassessed(record: CaseRecord, event: CaseEvent) -> Members:
    """The same investigation, seen anew: it takes the place of the last result, and remembers its score. The log has
    both."""
    *others, before = record.investigation_results
    scores = (*before.earlier_scores, before.risk_score)
    result = InvestigationResult.model_validate(event.data).model_copy(update={"earlier_scores": scores})
    return {"investigation_results": (*others, result)}


def _deadline_passed(record: CaseRecord, event: CaseEvent) -> Members:
    return {"deadlines": marked(record.deadlines, event)}


def _reported(record: CaseRecord, event: CaseEvent) -> Members:
    return {"report": ReportRef.model_validate(event.data)}


def _handoff_reported(record: CaseRecord, event: CaseEvent) -> Members:
    return {"handoff_report": ReportRef.model_validate(event.data)}


def _cancelled(record: CaseRecord, event: CaseEvent) -> Members:
    """Nobody waits for the look-ups any more."""
    return {"enrichment": record.enrichment or _documented(record)}


def _documented(record: CaseRecord) -> dict[SourceName, SourceAnswer]:
    """Of the answers so far, those that the answer of an opening shows."""
    return {name: answer for name, answer in record.sources.items() if name in SHOWN_AT_OPENING}


def _each(model: Callable[[object], Item], event: CaseEvent, name: str) -> tuple[Item, ...]:
    listed = event.data[name]
    assert isinstance(listed, list)
    return tuple(model(item) for item in listed)


_EFFECTS: dict[EventName, Callable[[CaseRecord, CaseEvent], Members]] = {
    E.STATUS_CHANGED: _status_changed,
    E.SOURCE_ANSWERED: _source_answered,
    E.ENRICHMENT_COMPLETED: _enrichment_completed,
    E.DOCUMENT_UPLOADED: _document_uploaded,
    E.CUSTOMER_SUBMITTED: _customer_submitted,
    E.DOCUMENTS_VALIDATED: _documents_validated,
    E.VALIDATION_BOUNCE_BACK: _validation_bounced_back,
    E.DOCUMENT_READ: _document_read,
    E.INVESTIGATION_COMPLETED: _investigation_completed,
    E.MCC_CLASSIFIED: _mcc_classified,
    E.MCC_RECLASSIFIED: _mcc_classified,
    E.TASKS_GENERATED: _tasks_generated,
    E.TASKS_REGENERATED: _tasks_generated,
    E.OFFICER_DECISION: _officer_decided,
    E.MCC_DECISION: _mcc_decided,
    E.FACT_DECISION: _fact_decided,
    E.CANDIDATE_DECISION: _candidate_decided,
    E.DISCREPANCY_RESOLVED: _discrepancy_resolved,
    E.SCREENING_DECISION: _screening_decided,
    E.MANUAL_CHECK_RECORDED: _manual_check_recorded,
    E.RISK_REASSESSED: _risk_reassessed,
    E.CUSTOMER_REMINDED: _deadline_passed,
    E.PORTAL_EXPIRED: _deadline_passed,
    E.TIMELINE_EXCEEDED: _deadline_passed,
    E.REPORT_GENERATED: _reported,
    E.HANDOFF_REPORT_GENERATED: _handoff_reported,
    E.CASE_CANCELLED: _cancelled,
}
