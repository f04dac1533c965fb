"""POST /api/portal/{token}/submit: the customer's answers; the case is investigated from here on."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.commanding import RECORDED, tell_case
from gateway.portal.draft import forget_draft
from gateway.portal.grant import from_customer, granted_case
from gateway.portal.view import told_status
from gateway.requests import read_json
from gateway.services import services
from schemas.portal_api import SubmitAnswer, SubmitRequest
from schemas.status import CaseStatus


async def submit(request: Request) -> Response:
    case_id = await granted_case(request)
    body = await read_json(request, SubmitRequest)
    outcome = await tell_case(services(request), "follow-up", from_customer(request, case_id), body)
    if outcome is None:  # the case may yet refuse it, and then the draft is all that the customer has
        snapshot = await services(request).records.snapshot(case_id)
        status = told_status(snapshot.status) if snapshot else CaseStatus.AWAITING_DOCUMENTS
        return json_answer(SubmitAnswer(status=status, message=RECORDED), status_code=202)
    await forget_draft(services(request), case_id)
    return json_answer(
        SubmitAnswer(
            status=outcome.status or CaseStatus.DOCUMENTS_RECEIVED,
            message="Thank you. We have received your documents and answers and are reviewing them.",
        )
    )
