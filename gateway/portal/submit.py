"""POST /api/portal/{token}/submit: the customer's answers; the case is investigated from here on."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.commanding import recorded_answer, tell_case
from gateway.portal.grant import customer, granted_case
from gateway.requests import idempotency_key, read_json
from gateway.services import services
from schemas.portal_api import SubmitAnswer, SubmitRequest
from schemas.status import CaseStatus


async def submit(request: Request) -> Response:
    case_id = await granted_case(request)
    body = await read_json(request, SubmitRequest)
    outcome = await tell_case(
        services(request), case_id, "follow-up", customer(case_id), body, idempotency_key(request)
    )
    if outcome is None:
        return await recorded_answer(services(request), case_id)
    return json_answer(
        SubmitAnswer(
            status=outcome.status or CaseStatus.DOCUMENTS_RECEIVED,
            message="Thank you. We have received your documents and answers and are reviewing them.",
        )
    )
