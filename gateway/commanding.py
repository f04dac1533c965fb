"""Telling a case something and answering for it: applied is 200, refused is its code's status, not known yet is 202."""

from uuid import uuid4

from starlette.responses import Response

from domain.identity import body_hash
from gateway.answers import json_answer
from gateway.case_client import CaseNotRunningError
from gateway.problems import ApiError
from gateway.services import Services
from schemas.commands import Actor, CommandEnvelope, CommandKind, Outcome
from schemas.errors import ErrorCode
from schemas.frozen import Frozen
from schemas.officer_api import CommandAnswer
from schemas.status import CaseStatus

RECORDED = "recorded; will be applied when a worker is available"


async def tell_case(
    found: Services, case_id: str, kind: CommandKind, actor: Actor, body: Frozen, key: str | None
) -> Outcome | None:
    """Sends the command and returns its outcome, or None when no worker has given one in time.

    Raises ApiError when the case refused it, is closed, or had another body under the same Idempotency-Key.
    """
    envelope = CommandEnvelope(
        command_id=f"{kind}:{actor.id}:{key or uuid4().hex}",
        actor=actor,
        body=body.model_dump(mode="json", exclude_none=True),
    )
    try:
        outcome = await found.cases.tell(case_id, kind, envelope)
    except CaseNotRunningError as error:
        raise await _closed(found, case_id) from error
    if outcome is None:
        return None
    if outcome.body_hash != body_hash(envelope.body):
        raise ApiError(
            "idempotency_key_reused",
            "this Idempotency-Key was used with another body; use a new key",
            "Idempotency-Key",
        )
    if outcome.state == "rejected":
        raise refusal(outcome)
    return outcome


def refusal(outcome: Outcome) -> ApiError:
    """The refusal that a case recorded, for whoever sent the command."""
    code: ErrorCode = outcome.code or "wrong_state"
    return ApiError(code, outcome.message or "the case refused this command", outcome.field)


async def recorded_answer(found: Services, case_id: str) -> Response:
    """202: the command is durable, its outcome is not known yet."""
    snapshot = await found.records.snapshot(case_id)
    status = snapshot.status if snapshot else CaseStatus.AWAITING_DOCUMENTS
    return json_answer(CommandAnswer(status=status, message=RECORDED), status_code=202)


async def _closed(found: Services, case_id: str) -> ApiError:
    snapshot = await found.records.snapshot(case_id)
    if snapshot is None:
        return ApiError("case_not_found", f"there is no case {case_id!r}")
    return ApiError("wrong_state", f"the case is closed: it is {snapshot.status}")
