"""GET /api/cases/{id}/audit: what happened, in order."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import audit_entries, read_case, read_events
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal
from schemas.officer_api import AuditLog


@officers("read")
async def audit_log(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    reading = await read_case(services(request), case_id)
    events = await read_events(services(request), reading)
    return json_answer(
        AuditLog(
            case_id=case_id,
            workflow_id=reading.record.opening.workflow_id,
            audit_log=audit_entries(events),
        ),
        version=reading.record.version,
    )
