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
from domain.identity import body_hash
from domain.ledger import Change, Event, with_change, with_outcome
from domain.officer_commands import decide, decide_mcc
from domain.refusal import CommandRefusedError
from domain.stages import NEVER_COMMANDING
from domain.storable import is_storable, storable
from schemas.case import CaseRecord, CaseState
from schemas.commands import (
    Actor,
    CommandEnvelope,
    CommandKind,
    DecisionBody,
    DocumentBody,
    FollowUpBody,
    MccDecisionBody,
    Outcome,
)
from schemas.events import EventName

Body = TypeVar("Body", bound=BaseModel)


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
    "decision": _command(DecisionBody, decide),
    "mcc-decision": _command(MccDecisionBody, decide_mcc),
    "document": _command(DocumentBody, add_document),
    "follow-up": _command(FollowUpBody, submit),
}
