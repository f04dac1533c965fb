"""POST /api/portal/{token}/submit: the customer's answers; the case is investigated from here on."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.commanding import Sending, recorded_answer, tell_case
from gateway.portal.grant import customer, granted_case
from gateway.requests import read_json
from gateway.services import services
from schemas.portal_api import SubmitAnswer, SubmitRequest
from schemas.status import CaseStatus


async def submit(request: Request) -> Response:
    case_id = await granted_case(request)
    body = await read_json(request, SubmitRequest)
    sending = Sending.of(request, case_id, customer(case_id))
    outcome = await tell_case(services(request), "follow-up", sending, body)
    if outcome is None:
        return await recorded_answer(services(request), case_id)
    return json_answer(
        SubmitAnswer(
            status=outcome.status or CaseStatus.DOCUMENTS_RECEIVED,
            message="Thank you. We have received your documents and answers and are reviewing them.",
        )
    )
