"""What a command may do to a case, as tables. Every command is applied or refused, and both are on record.

`receive` is total: it never raises, whatever the command says, because a signal handler that raises wedges or fails
the workflow. A command whose id is already in the ledger changes nothing.
"""

from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import TypeVar

from pydantic import BaseModel, JsonValue, ValidationError

from domain.identity import body_hash
from domain.ledger import Change, Event, with_change, with_outcome
from domain.storable import is_storable, storable
from domain.submission import RequirementNotMetError, accept_submission, requirement_is_open
from schemas.case import CaseRecord, CaseState, DecisionRecord, FollowUpTask, MccDecisionRecord
from schemas.commands import (
    Actor,
    CommandEnvelope,
    CommandKind,
    Decision,
    DecisionBody,
    DocumentBody,
    FollowUpBody,
    MccDecisionBody,
    Outcome,
)
from schemas.errors import ErrorCode
from schemas.events import EventName
from schemas.status import CaseStatus

S = CaseStatus
Body = TypeVar("Body", bound=BaseModel)

TERMINAL = frozenset({S.APPROVED, S.REJECTED, S.FAILED})
REPORTED = frozenset({S.APPROVED, S.REJECTED})
"""The ends that a person decided, and that a report therefore tells of."""
AWAITING_CUSTOMER = frozenset({S.AWAITING_DOCUMENTS, S.FOLLOW_UP_REQUIRED})
AWAITING_OFFICER = frozenset({S.REVIEW_PENDING, S.ESCALATED})

DECISIONS: dict[tuple[CaseStatus, Decision], CaseStatus] = {
    (S.REVIEW_PENDING, "approve"): S.APPROVED,
    (S.REVIEW_PENDING, "reject"): S.REJECTED,
    (S.REVIEW_PENDING, "follow_up"): S.FOLLOW_UP_REQUIRED,
    (S.REVIEW_PENDING, "escalate"): S.ESCALATED,
    (S.ESCALATED, "approve"): S.APPROVED,
    (S.ESCALATED, "reject"): S.REJECTED,
    (S.ESCALATED, "follow_up"): S.FOLLOW_UP_REQUIRED,
}
"""Where a decision leads. What is not here is not allowed."""

DECIDING_ROLES: dict[CaseStatus, frozenset[str]] = {
    S.REVIEW_PENDING: frozenset({"officer", "senior_officer", "admin"}),
    S.ESCALATED: frozenset({"senior_officer", "admin"}),
}
"""Who may decide. A machine never does: `integration` and `system` are in no row."""

MAX_DOCUMENTS = 200
"""All of a case must stay far below what one Temporal payload may hold (2 MB)."""

NEVER_COMMANDING = frozenset({"auditor", "unknown"})
"""Who changes nothing at all: an auditor only reads, and an actor that could not be read may be anyone."""

REASON_REQUIRED: frozenset[Decision] = frozenset({"reject", "escalate"})


class CommandRefusedError(Exception):
    """The command is not allowed now; the code and the message go on record and back to the sender."""

    def __init__(self, code: ErrorCode, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field


def receive(state: CaseState, kind: CommandKind, envelope: CommandEnvelope, now: datetime) -> CaseState:
    """The case after a command. Total: a command that cannot be applied is recorded as refused."""
    command_id = envelope.command_id or _free_name(state)
    if command_id in state.ledger:
        return state
    digest = body_hash(envelope.body)
    try:
        change = _change(state.record, kind, envelope, now)
    except CommandRefusedError as refusal:
        return _refuse(state, kind, command_id, envelope.actor, digest, refusal, now)
    changed = with_change(state, change, now)
    applied = Outcome(state="applied", status=changed.record.status, version=changed.record.version, body_hash=digest)
    return with_outcome(changed, command_id, applied)


def _free_name(state: CaseState) -> str:
    """A name that no earlier command has, so that a command without an id never passes for a repeated one."""
    return next(name for number in count(state.last_sequence + 1) if (name := f"unnamed-{number}") not in state.ledger)


def _change(record: CaseRecord, kind: CommandKind, envelope: CommandEnvelope, now: datetime) -> Change:
    if not is_storable([envelope.command_id, envelope.actor.id, envelope.body]):
        raise CommandRefusedError(
            "invalid_body", "body: control characters (U+0000) or broken text in it cannot be stored; send it without"
        )
    if envelope.actor.role in NEVER_COMMANDING:
        raise CommandRefusedError("role_not_allowed", f"{envelope.actor.role}: this role may not change a case")
    if envelope.expected_version is not None and envelope.expected_version != record.version:
        raise CommandRefusedError(
            "case_moved",
            f"the case moved from version {envelope.expected_version} to {record.version} since it was read; "
            "read it again and decide on what it says now",
        )
    return _COMMANDS[kind](record, envelope, now)


def _refuse(
    state: CaseState,
    kind: CommandKind,
    command_id: str,
    actor: Actor,
    digest: str,
    refusal: CommandRefusedError,
    now: datetime,
) -> CaseState:
    data: dict[str, JsonValue] = {
        "command": kind,
        "command_id": storable(command_id),
        "code": refusal.code,
        "message": refusal.message,
        "status": state.record.status,
    }
    sender = actor.model_copy(update={"id": storable(actor.id)})
    refused = with_change(state, Change(state.record, (Event(EventName.COMMAND_REFUSED, sender, data),)), now)
    outcome = Outcome(
        state="rejected",
        status=state.record.status,
        version=state.record.version,
        code=refusal.code,
        message=refusal.message,
        field=refusal.field,
        body_hash=digest,
    )
    return with_outcome(refused, command_id, outcome)


def _decide(record: CaseRecord, body: DecisionBody, envelope: CommandEnvelope, now: datetime) -> Change:
    target, actor = DECISIONS.get((record.status, body.decision)), envelope.actor
    if target is None:
        raise CommandRefusedError("wrong_state", _why_no_decision(record, body.decision))
    if actor.role not in DECIDING_ROLES[record.status]:
        raise CommandRefusedError(
            "role_not_allowed",
            f"a case in {record.status} is decided by {' or '.join(sorted(DECIDING_ROLES[record.status]))}, "
            f"not by {actor.role}",
        )
    if body.decision in REASON_REQUIRED and not body.reason:
        raise CommandRefusedError("reason_required", f"reason: to {body.decision} a case, say why", "reason")
    if body.decision == "follow_up" and record.current_iteration >= record.opening.template.max_iterations:
        raise CommandRefusedError(
            "max_iterations_reached",
            f"the customer was already asked {record.current_iteration} times, the most this template allows; "
            "approve, reject or escalate",
        )
    decision = DecisionRecord(
        decision=body.decision,
        reason=body.reason,
        actor=actor,
        iteration=record.current_iteration,
        decided_at=now,
        version_seen=envelope.expected_version,
    )
    decided = record.model_copy(update={"status": target, "decisions": (*record.decisions, decision)})
    if body.decision == "follow_up":
        decided = _open_next_iteration(decided, body)
    data: dict[str, JsonValue] = {
        "decision": body.decision,
        "reason": body.reason,
        "iteration": record.current_iteration,
        "follow_up_tasks": [task.model_dump(mode="json") for task in body.follow_up_tasks],
    }
    return Change(
        decided,
        (
            Event(EventName.OFFICER_DECISION, actor, data),
            Event(EventName.STATUS_CHANGED, actor, {"from": record.status, "to": target}),
        ),
    )


def _why_no_decision(record: CaseRecord, decision: Decision) -> str:
    if record.status in TERMINAL:
        last = record.decisions[-1].decision if record.decisions else None
        return f"the case is closed: it is {record.status}" + (f" by the decision to {last}" if last else "")
    if record.status in AWAITING_CUSTOMER:
        return f"the case is {record.status}: it can be decided once the customer has submitted"
    if record.status == S.ESCALATED:
        return f"the case is ESCALATED: a senior officer can approve, reject or follow up, not {decision}"
    return f"the case is {record.status}: it can be decided when the investigation is done (REVIEW_PENDING)"


def _open_next_iteration(record: CaseRecord, body: DecisionBody) -> CaseRecord:
    iteration = record.current_iteration + 1
    first = len(record.follow_up_tasks) + 1
    tasks = tuple(
        FollowUpTask(
            task_id=f"task_{first + index}",
            iteration=iteration,
            description=task.description,
            response_type=task.response_type,
            document_type=task.document_type,
            required=task.required,
        )
        for index, task in enumerate(body.follow_up_tasks)
    )
    return record.model_copy(
        update={
            "current_iteration": iteration,
            "follow_up_tasks": (*record.follow_up_tasks, *tasks),
            "generated_tasks": (),
            "tasks_reasoning": None,
        }
    )


def _decide_mcc(record: CaseRecord, body: MccDecisionBody, envelope: CommandEnvelope, now: datetime) -> Change:
    actor = envelope.actor
    if actor.role not in DECIDING_ROLES[S.REVIEW_PENDING]:
        raise CommandRefusedError("role_not_allowed", f"an MCC is decided by an officer, not by {actor.role}")
    if record.status not in AWAITING_OFFICER:
        raise CommandRefusedError(
            "wrong_state", f"the case is {record.status}: its MCC can be decided while it is under review"
        )
    if record.mcc_classification is None and body.action != "override":
        raise CommandRefusedError(
            "no_mcc_classification",
            "there is no MCC classification to accept or reject; override names a code",
        )
    decision = MccDecisionRecord(
        action=body.action, override_mcc=body.override_mcc, notes=body.notes, actor=actor, decided_at=now
    )
    data: dict[str, JsonValue] = {
        "action": body.action,
        "override_mcc": body.override_mcc,
        "notes": body.notes,
    }
    return Change(record.model_copy(update={"mcc_decision": decision}), (Event(EventName.MCC_DECISION, actor, data),))


def _add_document(record: CaseRecord, body: DocumentBody, envelope: CommandEnvelope, now: datetime) -> Change:
    document = body.document
    if any(known.document_id == document.document_id for known in record.documents):
        return Change(record)  # the same bytes for the same requirement, uploaded again
    _refuse_unless_customers_turn(record, "documents can be uploaded")
    if len(record.documents) >= MAX_DOCUMENTS:
        raise CommandRefusedError(
            "too_many_documents", f"this case already has {MAX_DOCUMENTS} documents; ask the officer to go on from here"
        )
    if not requirement_is_open(record, document.requirement_id):
        raise CommandRefusedError(
            "unknown_requirement",
            f"requirement_id: nothing named {document.requirement_id!r} is asked for now",
            "requirement_id",
        )
    data: dict[str, JsonValue] = {
        "document_id": document.document_id,
        "requirement_id": document.requirement_id,
        "sha256": document.sha256,
        "file_size": document.file_size,
        "iteration": document.iteration,
    }
    return Change(
        record.model_copy(update={"documents": (*record.documents, document)}),
        (Event(EventName.DOCUMENT_UPLOADED, envelope.actor, data),),
    )


def _submit(record: CaseRecord, body: FollowUpBody, envelope: CommandEnvelope, now: datetime) -> Change:
    _refuse_unless_customers_turn(record, "answers can be submitted")
    try:
        submitted = accept_submission(record, body, now)
    except RequirementNotMetError as error:
        raise CommandRefusedError("answer_required", str(error), error.field) from error
    received = submitted.model_copy(update={"status": S.DOCUMENTS_RECEIVED})
    return Change(
        received,
        (
            Event(EventName.CUSTOMER_SUBMITTED, envelope.actor, {"iteration": record.current_iteration}),
            Event(EventName.STATUS_CHANGED, envelope.actor, {"from": record.status, "to": received.status}),
        ),
    )


def _refuse_unless_customers_turn(record: CaseRecord, what: str) -> None:
    if record.status in TERMINAL:
        raise CommandRefusedError("wrong_state", f"this case is closed; no {what.split()[0]} can be added")
    if record.status not in AWAITING_CUSTOMER:
        raise CommandRefusedError("wrong_state", f"what was submitted is being reviewed; {what} when asked again")


def _command(
    model: type[Body], apply: Callable[[CaseRecord, Body, CommandEnvelope, datetime], Change]
) -> Callable[[CaseRecord, CommandEnvelope, datetime], Change]:
    def change(record: CaseRecord, envelope: CommandEnvelope, now: datetime) -> Change:
        try:
            body = model.model_validate(envelope.body)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            field = ".".join(str(part) for part in first["loc"]) or "body"
            raise CommandRefusedError("invalid_body", f"{field}: {first['msg']}", field) from error
        return apply(record, body, envelope, now)

    return change


_COMMANDS: dict[CommandKind, Callable[[CaseRecord, CommandEnvelope, datetime], Change]] = {
    "decision": _command(DecisionBody, _decide),
    "mcc-decision": _command(MccDecisionBody, _decide_mcc),
    "document": _command(DocumentBody, _add_document),
    "follow-up": _command(FollowUpBody, _submit),
}
