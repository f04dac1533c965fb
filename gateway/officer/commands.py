"""What an officer tells a case: the decision, and the decision on its MCC."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.access import officers
from gateway.answers import json_answer
from gateway.commanding import recorded_answer, tell_case
from gateway.requests import case_of, idempotency_key, read_json
from gateway.services import services
from runtime.api_keys import Principal
from schemas.commands import Decision, DecisionBody, MccDecisionBody
from schemas.officer_api import CommandAnswer
from schemas.status import CaseStatus

MESSAGES: dict[Decision, str] = {
    "approve": "Case approved",
    "reject": "Case rejected",
    "follow_up": "Follow-up request sent to customer portal",
    "escalate": "Case escalated to a senior officer",
}


@officers("write")
async def decision(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    body = await read_json(request, DecisionBody)
    outcome = await tell_case(services(request), case_id, "decision", principal.actor, body, idempotency_key(request))
    if outcome is None:
        return await recorded_answer(services(request), case_id)
    status = outcome.status or CaseStatus.REVIEW_PENDING
    return json_answer(CommandAnswer(status=status, message=MESSAGES[body.decision]))


@officers("write")
async def mcc_decision(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    body = await read_json(request, MccDecisionBody)
    outcome = await tell_case(
        services(request), case_id, "mcc-decision", principal.actor, body, idempotency_key(request)
    )
    if outcome is None:
        return await recorded_answer(services(request), case_id)
    status = outcome.status or CaseStatus.REVIEW_PENDING
    return json_answer(CommandAnswer(status=status, message=f"MCC decision recorded: {body.action}"))
