"""GET /api/portal/{token}: what the customer is asked for, and what is there already."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.portal.grant import granted_case
from gateway.portal.view import portal_case
from gateway.services import services


async def portal_session(request: Request) -> Response:
    case_id = await granted_case(request)
    reading = await read_case(services(request), case_id)
    return json_answer(portal_case(reading.record))
