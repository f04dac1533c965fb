"""How a case receives a command: applied or refused, and either way on record.

`receive` is total: it never raises, whatever the command says, because a signal handler that raises wedges or fails
the workflow. A command whose id is already in the ledger changes nothing. What each command may do is in
`domain.officer_commands` and `domain.customer_commands`, over the tables of `domain.stages`.
"""

from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import TypeVar

from pydantic import BaseModel, JsonValue, ValidationError

from domain.customer_commands import add_document, submit
from domain.judgements import (
    decide_candidate,
    decide_fact,
    decide_screening,
    record_withholding_check,
    resolve_discrepancy,
)
from domain.ledger import Cause, Event, Events, with_events
from domain.officer_commands import decide, decide_mcc, why_closed
from domain.refusal import CommandRefusedError
from domain.stages import DECIDING_ROLES, NEVER_COMMANDING, TERMINAL
from domain.storable import is_storable, storable
from schemas.case import CaseRecord, CaseState
from schemas.commands import (
    CandidateDecisionBody,
    CommandEnvelope,
    CommandKind,
    DecisionBody,
    DiscrepancyResolutionBody,
    DocumentBody,
    FactDecisionBody,
    FollowUpBody,
    MccDecisionBody,
    ReclassifyBody,
    RequestKind,
    ScreeningDecisionBody,
    WithholdingCheckBody,
)
from schemas.events import EventName
from schemas.status import CaseStatus

Body = TypeVar("Body", bound=BaseModel)


def receive(state: CaseState, kind: CommandKind | RequestKind, envelope: CommandEnvelope, now: datetime) -> CaseState:
    """The case after a command. Total: a command that cannot be applied is recorded as refused."""
    cause = cause_of(state, envelope)
    if cause.command_id in state.ledger:
        return state
    try:
        events = _events_of(state.record, kind, envelope, now)
    except CommandRefusedError as refusal:
        events = (refused(state.record, kind, envelope, refusal),)
    return with_events(state, events, now, cause)


def cause_of(state: CaseState, envelope: CommandEnvelope) -> Cause:
    """The command as the ledger names it, also one whose sender gave it no name."""
    cause = Cause.of(envelope)
    return cause if cause.command_id else cause._replace(command_id=_free_name(state))


def _free_name(state: CaseState) -> str:
    """A name that no earlier command has, so that a command without an id never passes for a repeated one."""
    return next(name for number in count(state.last_sequence + 1) if (name := f"unnamed-{number}") not in state.ledger)


def check_asked_again(
    record: CaseRecord, kind: RequestKind, envelope: CommandEnvelope, iteration: int | None = None
) -> None:
    """Raises CommandRefusedError unless an officer may let tasks or merchant category be proposed once more, now, and
    the case is still in the iteration in which that was asked."""
    _check_sender(record, envelope)
    if kind == "reclassify-mcc":
        _body(ReclassifyBody, envelope)
    if envelope.actor.role not in DECIDING_ROLES[CaseStatus.REVIEW_PENDING]:
        raise CommandRefusedError("role_not_allowed", f"an officer asks for this, not {envelope.actor.role}")
    if record.status in TERMINAL:
        raise CommandRefusedError("wrong_state", why_closed(record))
    if record.status is not CaseStatus.REVIEW_PENDING:
        raise CommandRefusedError(
            "wrong_state", f"the case is {record.status}: this is possible while it is REVIEW_PENDING"
        )
    if iteration not in (None, record.current_iteration):
        raise CommandRefusedError("case_moved", "the case was investigated again meanwhile; ask once more")


def _check_sender(record: CaseRecord, envelope: CommandEnvelope) -> None:
    if not is_storable([envelope.command_id, envelope.actor.id, envelope.body]):
        raise CommandRefusedError(
            "invalid_body", "body: control characters (U+0000) or broken text in it cannot be stored; send it without"
        )
    if envelope.actor.role in NEVER_COMMANDING:
        raise CommandRefusedError("role_not_allowed", f"{envelope.actor.role}: this role may not change a case")
    if envelope.expected_version is not None and envelope.expected_version > record.version:
        raise CommandRefusedError(
            "case_moved",
            f"the case is at version {record.version} and was never at {envelope.expected_version}; read it again",
        )
    if envelope.expected_version is not None and envelope.expected_version != record.version:
        raise CommandRefusedError(
            "case_moved",
            f"the case moved from version {envelope.expected_version} to {record.version} since it was read; "
            "read it again and decide on what it says now",
        )


def _events_of(record: CaseRecord, kind: CommandKind | RequestKind, envelope: CommandEnvelope, now: datetime) -> Events:
    _check_sender(record, envelope)
    return _COMMANDS[kind](record, envelope, now)


def refused(
    record: CaseRecord, kind: CommandKind | RequestKind, envelope: CommandEnvelope, refusal: CommandRefusedError
) -> Event:
    """That a command was refused, by whom it was sent, and why."""
    data: dict[str, JsonValue] = {
        "command": kind,
        "code": refusal.code,
        "message": storable(refusal.message),
        "field": refusal.field and storable(refusal.field),
        "status": record.status,
    }
    sender = envelope.actor.model_copy(update={"id": storable(envelope.actor.id)})
    return Event(EventName.COMMAND_REFUSED, sender, data)


def _command(
    model: type[Body], apply: Callable[[CaseRecord, Body, CommandEnvelope, datetime], Events]
) -> Callable[[CaseRecord, CommandEnvelope, datetime], Events]:
    def events_of(record: CaseRecord, envelope: CommandEnvelope, now: datetime) -> Events:
        return apply(record, _body(model, envelope), envelope, now)

    return events_of


def _body(model: type[Body], envelope: CommandEnvelope) -> Body:
    try:
        return model.model_validate(envelope.body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "body"
        raise CommandRefusedError("invalid_body", f"{field}: {first['msg']}", field) from error


def _asked_again(kind: RequestKind) -> Callable[[CaseRecord, CommandEnvelope, datetime], Events]:
    def events_of(record: CaseRecord, envelope: CommandEnvelope, now: datetime) -> Events:
        """Nothing happens by the asking alone: the events come once the answer is computed."""
        check_asked_again(record, kind, envelope)
        return ()

    return events_of


_COMMANDS: dict[CommandKind | RequestKind, Callable[[CaseRecord, CommandEnvelope, datetime], Events]] = {
    "decision": _command(DecisionBody, decide),
    "mcc-decision": _command(MccDecisionBody, decide_mcc),
    "document": _command(DocumentBody, add_document),
    "follow-up": _command(FollowUpBody, submit),
    "fact-decision": _command(FactDecisionBody, decide_fact),
    "discrepancy-resolution": _command(DiscrepancyResolutionBody, resolve_discrepancy),
    "candidate-decision": _command(CandidateDecisionBody, decide_candidate),
    "screening-decision": _command(ScreeningDecisionBody, decide_screening),
    "withholding-check": _command(WithholdingCheckBody, record_withholding_check),
    "regenerate-tasks": _asked_again("regenerate-tasks"),
    "reclassify-mcc": _asked_again("reclassify-mcc"),
}
