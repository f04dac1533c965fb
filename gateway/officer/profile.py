"""GET /api/cases/{id}/company-profile: every value of every fact, with its source and evidence."""

from starlette.requests import Request
from starlette.responses import Response

from domain.profile import build_profile
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal


@officers("read")
async def company_profile(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    reading = await read_case(services(request), case_id)
    return json_answer(build_profile(reading.record), version=reading.record.version)
