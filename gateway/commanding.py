"""Telling a case something and answering for it: applied is 200, refused is its code's status, not known yet is 202."""

from datetime import UTC, datetime
from typing import NamedTuple
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response

from domain.identity import body_hash
from domain.ledger import changes_since
from domain.refusal import CommandRefusedError
from gateway.answers import json_answer
from gateway.case_client import Answer, CaseNotRunningError, TemporalAwayError
from gateway.case_reading import audit_entries, read_case, read_events
from gateway.problems import ApiError
from gateway.requests import idempotency_key, seen_version
from gateway.services import Services
from schemas.actor import Actor
from schemas.commands import CommandEnvelope, CommandKind, Outcome, RequestKind
from schemas.frozen import Frozen
from schemas.officer_api import AuditEntry, CommandAnswer
from schemas.status import CaseStatus

RECORDED = "recorded; will be applied when a worker is available"


class Sending(NamedTuple):
    """A command on its way: to which case, by whom, under which Idempotency-Key, and on which version of the case."""

    case_id: str
    actor: Actor
    key: str | None = None
    seen: int | None = None

    @classmethod
    def of(cls, request: Request, case_id: str, actor: Actor, seen_in_body: int | None = None) -> "Sending":
        return cls(case_id, actor, idempotency_key(request), seen_version(request, seen_in_body))

    def envelope(self, name: str, body: Frozen) -> CommandEnvelope:
        return CommandEnvelope(
            command_id=f"{name}:{self.actor.id}:{self.key or uuid4().hex}",
            actor=self.actor,
            expected_version=self.seen,
            body=body.model_dump(mode="json", exclude_none=True, exclude={"seen_version"}),
        )


async def tell_case(found: Services, kind: CommandKind, sending: Sending, body: Frozen) -> Outcome | None:
    """Sends the command and returns its outcome, or None when no worker has given one in time.

    Raises ApiError when the case refused it or had another body under the same Idempotency-Key. A case that has closed
    refuses, too, and has that on record.
    """
    envelope = sending.envelope(kind, body)
    try:
        outcome = await found.cases.tell(sending.case_id, kind, envelope)
    except CaseNotRunningError as error:
        outcome = await found.records.receive_closed(sending.case_id, kind, envelope, datetime.now(UTC))
        if outcome is None:
            raise _not_running(sending) from error
    if outcome is None:
        return None
    _refuse_reused_key(outcome, envelope)
    if outcome.state == "rejected":
        raise await _refusal(found, sending, outcome)
    return outcome


async def ask_case_again(
    found: Services, question: RequestKind, answer: type[Answer], sending: Sending, body: Frozen
) -> tuple[Answer, int | None]:
    """Lets the case compute something once more; the answer, and the version that the case has by it.

    Raises ApiError when the case refused or nobody answered.
    """
    envelope = sending.envelope(question, body)
    if sending.key and (known := await found.cases.outcome(sending.case_id, envelope.command_id)):
        _refuse_reused_key(known, envelope)
    try:
        given = await found.cases.ask_again(sending.case_id, question, answer, envelope)
    except CommandRefusedError as refused:
        told = Outcome(state="rejected", code=refused.code, message=refused.message, field=refused.field)
        raise await _refusal(found, sending, told) from refused
    except CaseNotRunningError as error:
        outcome = await found.records.receive_closed(sending.case_id, question, envelope, datetime.now(UTC))
        if outcome is None:
            raise _not_running(sending) from error
        raise await _refusal(found, sending, outcome) from error
    except TemporalAwayError as error:
        raise ApiError("worker_unavailable", "no worker has answered in time; try again in a few seconds") from error
    outcome = await found.cases.outcome(sending.case_id, envelope.command_id)
    if outcome is not None:  # of two requests at once under one key, both get the answer of the first
        _refuse_reused_key(outcome, envelope)
    return given, outcome.version if outcome else None


async def recorded_answer(found: Services, case_id: str) -> Response:
    """202: the command is durable, its outcome is not known yet."""
    snapshot = await found.records.snapshot(case_id)
    status = snapshot.status if snapshot else CaseStatus.AWAITING_DOCUMENTS
    return json_answer(CommandAnswer(status=status, message=RECORDED), status_code=202)


def _refuse_reused_key(outcome: Outcome, envelope: CommandEnvelope) -> None:
    if outcome.body_hash != body_hash(envelope.body):
        raise ApiError(
            "idempotency_key_reused",
            "this Idempotency-Key was used with another body; use a new key",
            "Idempotency-Key",
        )


async def _refusal(found: Services, sending: Sending, outcome: Outcome) -> ApiError:
    """The refusal of a case for whoever sent the command, with what changed if it is because the case has moved."""
    changes: tuple[AuditEntry, ...] | None = None
    if outcome.code == "case_moved" and sending.seen is not None:
        reading = await read_case(found, sending.case_id)
        changes = audit_entries(changes_since(await read_events(found, reading), sending.seen))
    return ApiError(outcome.code or "wrong_state", outcome.message or "refused", outcome.field, changes)


def _not_running(sending: Sending) -> ApiError:
    """An operator has ended the workflow, or Temporal has forgotten it, and the case was never decided."""
    if sending.actor.role == "customer":
        return ApiError("wrong_state", "nothing more can be sent here; ask the company that sent you this link")
    return ApiError(
        "wrong_state", f"the workflow of {sending.case_id} does not run any more and takes no commands; ask an operator"
    )
