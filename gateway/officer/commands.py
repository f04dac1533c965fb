"""What an officer tells a case: the decision, the decision on its MCC, and to propose tasks or an MCC once more."""

from starlette.requests import Request
from starlette.responses import Response

from domain.mcc.codes import is_known
from gateway.access import officers
from gateway.answers import json_answer
from gateway.commanding import Sending, ask_case_again, recorded_answer, tell_case
from gateway.problems import ApiError
from gateway.requests import case_of, read_json, read_optional_json
from gateway.services import services
from runtime.api_keys import Principal
from schemas.commands import Decision
from schemas.investigation import TaskProposal
from schemas.mcc import MccClassification
from schemas.officer_api import (
    CommandAnswer,
    DecisionRequest,
    MccDecisionRequest,
    MccReclassified,
    ReclassifyRequest,
    RegenerateRequest,
)
from schemas.status import CaseStatus

MESSAGES: dict[Decision, str] = {
    "approve": "Case approved",
    "reject": "Case rejected",
    "follow_up": "Follow-up request sent to customer portal",
    "escalate": "Case escalated to a senior officer",
    "return": "Case returned to the officers",
}


@officers("write")
async def decision(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    body = await read_json(request, DecisionRequest)
    sending = Sending.of(request, case_id, principal.actor, body.seen_version)
    outcome = await tell_case(services(request), "decision", sending, body)
    if outcome is None:
        return await recorded_answer(services(request), case_id)
    status = outcome.status or CaseStatus.REVIEW_PENDING
    answer = CommandAnswer(status=status, message=MESSAGES[body.decision])
    return json_answer(answer, version=outcome.version)


@officers("write")
async def mcc_decision(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    body = await read_json(request, MccDecisionRequest)
    if body.override_mcc is not None and not is_known(body.override_mcc):
        raise ApiError("unknown_mcc", f"override_mcc: {body.override_mcc} is not a code of ISO 18245", "override_mcc")
    sending = Sending.of(request, case_id, principal.actor, body.seen_version)
    outcome = await tell_case(services(request), "mcc-decision", sending, body)
    if outcome is None:
        return await recorded_answer(services(request), case_id)
    status = outcome.status or CaseStatus.REVIEW_PENDING
    answer = CommandAnswer(status=status, message=f"MCC decision recorded: {body.action}")
    return json_answer(answer, version=outcome.version)


@officers("write")
async def regenerate_tasks(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    body = await read_optional_json(request, RegenerateRequest)
    sending = Sending.of(request, case_id, principal.actor, body.seen_version)
    proposal, version = await ask_case_again(services(request), "regenerate-tasks", TaskProposal, sending, body)
    return json_answer(proposal, version=version)


@officers("write")
async def reclassify_mcc(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    body = await read_optional_json(request, ReclassifyRequest)
    sending = Sending.of(request, case_id, principal.actor, body.seen_version)
    classification, version = await ask_case_again(
        services(request), "reclassify-mcc", MccClassification, sending, body
    )
    answer = MccReclassified(
        status=CaseStatus.REVIEW_PENDING, message="MCC classified again", mcc_classification=classification
    )
    return json_answer(answer, version=version)
