"""GET /api/cases/{id}/ai-brief: the case on a few lines, by rules."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from domain.brief import brief
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal


@officers("read")
async def ai_brief(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    record = (await read_case(services(request), case_id)).record
    return json_answer(brief(record, datetime.now(UTC)), version=record.version)
