"""GET /api/cases: one page from the index and one visibility call for the statuses; never one call a row."""

from types import NoneType
from typing import Any, get_args, get_type_hints

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response

from domain.countries import EEA_COUNTRIES
from gateway.access import officers
from gateway.answers import json_answer
from gateway.operations import Parameter
from gateway.problems import ApiError
from gateway.services import services
from runtime.api_keys import Principal
from schemas.case_list import CaseFilter, CaseList, CaseListQuery, CaseSummary
from schemas.status import CaseStatus

SEVERAL = frozenset({"status", "country", "template"})
"""Parameters that take more than one value: repeated, or with commas."""


def _type(name: str) -> Any:
    """What a parameter is when it is given: null is no way to leave one out of a query."""
    hint = get_type_hints(CaseListQuery, include_extras=True)[name]
    return get_args(hint)[0] if NoneType in get_args(hint) else hint


PARAMETERS = tuple(
    Parameter(name, "query", _type(name), field.description or "", example=(field.examples or [None])[0])
    for name, field in CaseListQuery.model_fields.items()
)


@officers("read")
async def list_cases(request: Request, principal: Principal) -> Response:
    query = _query(request)
    if query.assignee == "me":
        query = query.model_copy(update={"assignee": principal.actor.id})
    found = services(request)
    page = await found.index.page(
        principal.organisation, query, query.sort, query.per_page, (query.page - 1) * query.per_page
    )
    live = await found.cases.live_statuses([case.workflow_id for case in page.cases])
    return json_answer(
        CaseList(
            cases=tuple(_current(case, (live or {}).get(case.workflow_id)) for case in page.cases),
            total=page.total,
            page=query.page,
            per_page=query.per_page,
            counts=page.counts,
            status_source="database" if live is None else "temporal",
        )
    )


def _query(request: Request) -> CaseListQuery:
    """What is asked for. 422 naming the parameter that is unknown or does not fit, and what would."""
    params = request.query_params
    given = {name: _given(name, params.getlist(name)) for name in params}
    try:
        query = CaseListQuery.model_validate({name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise _misfit(error) from error
    elsewhere = next((country for country in query.country if country not in EEA_COUNTRIES), None)
    if elsewhere is not None:
        raise _refusal("country", f"{elsewhere!r} is not supported; GET /api/countries lists the countries that are")
    return query


def _given(name: str, values: list[str]) -> list[str] | str | None:
    """The value of a parameter, or its values. An empty filter is none: so a form sends it that nobody filled in."""
    if name in SEVERAL:
        return [part.strip() for value in values for part in value.split(",") if part.strip()]
    if len(values) > 1:
        raise _refusal(name, "given more than once; expected one value")
    return None if name in CaseFilter.model_fields and not values[0].strip() else values[0]


def _misfit(error: ValidationError) -> ApiError:
    """What pydantic found first, as a refusal."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return _refusal(*message.split(": ", 1))
    name = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        message = f"there is no such parameter; expected one of {', '.join(CaseListQuery.model_fields)}"
    return _refusal(name, message[0].lower() + message[1:])


def _refusal(name: str, message: str) -> ApiError:
    return ApiError("invalid_parameter", f"{name}: {message}", name)


def _current(case: CaseSummary, live: tuple[CaseStatus, int] | None) -> CaseSummary:
    """The newer of the two statuses: visibility lags behind signals, the index behind long investigations."""
    if live is None or live[1] <= case.version:
        return case
    return case.model_copy(update={"status": live[0]})
