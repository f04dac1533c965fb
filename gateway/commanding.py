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
from gateway.case_client import Answer, CaseNotRunningError, TemporalAwayError, UpdateName
from gateway.case_reading import read_case, read_events
from gateway.problems import ApiError
from gateway.requests import idempotency_key, seen_version
from gateway.services import Services
from schemas.commands import Actor, CommandEnvelope, CommandKind, Outcome
from schemas.errors import ErrorCode
from schemas.events import CaseEvent
from schemas.frozen import Frozen
from schemas.officer_api import CommandAnswer
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
            raise _not_running(sending.case_id) from error
    if outcome is None:
        return None
    _refuse_reused_key(outcome, envelope)
    if outcome.state == "rejected":
        raise await _refusal(found, sending, outcome.code or "wrong_state", outcome.message or "", outcome.field)
    return outcome


async def ask_case_again(
    found: Services, question: UpdateName, answer: type[Answer], sending: Sending, body: Frozen
) -> Answer:
    """Lets the case compute something once more and returns it; raises ApiError when it refused or nobody answered."""
    envelope = sending.envelope(question, body)
    if sending.key and (known := await found.cases.outcome(sending.case_id, envelope.command_id)):
        _refuse_reused_key(known, envelope)
    try:
        return await found.cases.ask_again(sending.case_id, question, answer, envelope)
    except CommandRefusedError as refused:
        raise await _refusal(found, sending, refused.code, refused.message, refused.field) from refused
    except CaseNotRunningError as error:
        reading = await read_case(found, sending.case_id)
        raise ApiError(
            "wrong_state", f"the case is {reading.record.status}: this is possible while it is REVIEW_PENDING"
        ) from error
    except TemporalAwayError as error:
        raise ApiError("worker_unavailable", "no worker has answered in time; try again in a few seconds") from error


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


async def _refusal(found: Services, sending: Sending, code: ErrorCode, message: str, field: str | None) -> ApiError:
    """The refusal of a case for whoever sent the command, with what changed if it is because the case has moved."""
    changes: tuple[CaseEvent, ...] | None = None
    if code == "case_moved" and sending.seen is not None:
        reading = await read_case(found, sending.case_id)
        changes = changes_since(await read_events(found, reading), sending.seen)
    return ApiError(code, message, field, changes)


def _not_running(case_id: str) -> ApiError:
    return ApiError("wrong_state", f"the workflow of {case_id} does not run any more, and takes no commands")
