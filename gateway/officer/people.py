"""/api/me and /api/officers: whose key this is, the views they keep of the list of cases, and their colleagues.

A view is its keeper's own, so whoever may read may keep some, an auditor too.
"""

from typing import get_args

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from domain.stages import DECIDING_ROLES
from gateway.access import PERMISSIONS, officers
from gateway.answers import json_answer
from gateway.officer.listing import list_query
from gateway.problems import ApiError
from gateway.requests import read_json
from gateway.services import services
from runtime.api_keys import Principal
from runtime.saved_views import TooManyViewsError
from schemas.people_api import MOST_VIEWS, OfficerList, OfficerMe, Permission, SavedViewRequest, SavedViews


@officers("read")
async def who_am_i(request: Request, principal: Principal) -> Response:
    found, role = services(request), principal.actor.role
    officer = await found.officers.get(principal.organisation, principal.actor.id)
    if officer is None:
        raise ApiError("credential_invalid", "this key is no longer there; ask an administrator for another")
    return json_answer(
        OfficerMe(
            key_id=officer.key_id,
            name=officer.name,
            role=officer.role,
            organisation=principal.organisation,
            permissions=tuple(each for each in get_args(Permission) if each in PERMISSIONS[role]),
            may_decide=tuple(status for status, roles in DECIDING_ROLES.items() if role in roles),
            environment=found.settings.sources,
            temporal_ui_url=found.settings.temporal_ui_url,
        )
    )


@officers("read")
async def list_officers(request: Request, principal: Principal) -> Response:
    known = await services(request).officers.all(principal.organisation)
    return json_answer(OfficerList(officers=tuple(known)))


@officers("read")
async def list_views(request: Request, principal: Principal) -> Response:
    kept = await services(request).saved_views.all(principal.actor.id)
    return json_answer(SavedViews(views=tuple(kept)))


@officers("read")
async def save_view(request: Request, principal: Principal) -> Response:
    asked = await read_json(request, SavedViewRequest)
    wanted = asked.model_copy(update={"query": _list_asks(asked.query)})
    try:
        kept = await services(request).saved_views.save(principal.actor.id, wanted)
    except TooManyViewsError as error:
        raise ApiError(
            "too_many_views", f"you keep {MOST_VIEWS} views already, which is the most; delete one first"
        ) from error
    return json_answer(kept, status_code=201)


@officers("read")
async def delete_view(request: Request, principal: Principal) -> Response:
    view_id = request.path_params["view_id"]
    if not await services(request).saved_views.delete(principal.actor.id, view_id):
        raise ApiError("view_not_found", "you keep no such view; GET /api/me/views lists yours")
    return Response(status_code=204)


def _list_asks(query: str) -> str:
    """The query string without its question mark. 422 if the list of cases would refuse it: a view that cannot be
    opened is of no use."""
    query = query.removeprefix("?")
    try:
        list_query(QueryParams(query))
    except ApiError as error:
        raise ApiError("invalid_body", f"query: {error.detail}", "query") from error
    return query
