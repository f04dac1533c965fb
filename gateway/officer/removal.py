"""DELETE /api/cases/{id}: for development and testing; switched off unless a setting allows it."""

from starlette.requests import Request
from starlette.responses import Response

from domain.identity import workflow_id_of
from gateway.access import officers
from gateway.answers import json_answer
from gateway.problems import ApiError
from gateway.requests import case_of
from gateway.services import services
from runtime.api_keys import Principal
from schemas.officer_api import CaseDeleted


@officers("write")
async def delete_case(request: Request, principal: Principal) -> Response:
    """Ends the workflow, purges its objects, then its rows: a deletion that fails half-way can be sent again."""
    found = services(request)
    if not found.settings.allow_case_deletion:
        raise ApiError("deletion_disabled", "cases are kept here; CASEWRIGHT_ALLOW_CASE_DELETION is off")
    case_id = await case_of(request, principal)
    await found.cases.terminate(case_id, reason=f"deleted by {principal.actor.id}")
    await found.store.delete_prefix(f"{case_id}/")
    await found.records.delete(case_id)
    return json_answer(CaseDeleted(workflow_id=workflow_id_of(case_id)))
