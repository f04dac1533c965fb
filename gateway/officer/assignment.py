"""Who has a case: giving it to an officer, claiming the next that waits, and reading who had it.

An assignment keeps two officers from doing the same work. It restricts nobody: whoever may decide a case still may.
"""

from starlette.requests import Request
from starlette.responses import Response

from domain.countries import EEA_COUNTRIES
from domain.stages import DECIDING_ROLES
from gateway.access import officers
from gateway.answers import json_answer
from gateway.officer.desk_requests import command_key, page_of
from gateway.problems import ApiError
from gateway.requests import case_of, read_json
from gateway.services import Services, services
from runtime.api_keys import Principal
from schemas.desk import AssignmentState, AssignRequest, ClaimedCase, ClaimRequest

ME = "me"


@officers("write")
async def assign_case(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    body = await read_json(request, AssignRequest)
    if body.assignee == ME:
        body = body.model_copy(update={"assignee": principal.actor.id})
    command = command_key(f"assign:{case_id}", request, principal, body)
    return json_answer(await services(request).desk.assign(case_id, principal.actor, body, command))


@officers("write")
async def claim_next(request: Request, principal: Principal) -> Response:
    body = await read_json(request, ClaimRequest)
    found = services(request)
    _refuse_unfit(found, principal, body)
    command = command_key("claim", request, principal, body)
    claimed = await found.desk.claim_next(principal.organisation, principal.actor, body, command)
    if claimed is None:
        return Response(status_code=204)
    return json_answer(ClaimedCase(case=claimed.summary, assignment=claimed.assignment))


@officers("read")
async def assignment(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    page = page_of(request)
    desk = services(request).desk
    history, total = await desk.assignment_history(case_id, page.per_page, page.offset)
    return json_answer(
        AssignmentState(
            case_id=case_id,
            current=await desk.current_assignment(case_id),
            history=tuple(history),
            total=total,
            page=page.page,
            per_page=page.per_page,
        )
    )


def _refuse_unfit(found: Services, principal: Principal, body: ClaimRequest) -> None:
    """Refuses a claim of what the role may not decide, and filters that no case can ever pass."""
    role = principal.actor.role
    if role not in DECIDING_ROLES[body.status]:
        raise ApiError(
            "role_not_allowed",
            f"status: a key of role {role} may not decide a case that is {body.status}; claim another status",
            "status",
        )
    if body.country is not None and body.country not in EEA_COUNTRIES:
        raise ApiError(
            "unsupported_country",
            f"country: {body.country!r} is not supported; GET /api/countries lists the EEA countries that are",
            "country",
        )
    if body.template is not None and body.template not in found.templates:
        raise ApiError(
            "unknown_template",
            f"template: there is no template {body.template!r}; GET /api/templates lists them",
            "template",
        )
