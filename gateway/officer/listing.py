"""GET /api/cases: one page from the index and one visibility call for the statuses; never one call a row."""

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from domain.countries import EEA_COUNTRIES
from domain.waiting import waits_for
from gateway.access import officers
from gateway.answers import json_answer
from gateway.queries import parameter_refused, parameters_of, read_params
from gateway.services import services
from runtime.api_keys import Principal
from schemas.case_list import CaseList, CaseListQuery, CaseSummary
from schemas.status import CaseStatus

PARAMETERS = parameters_of(CaseListQuery)


@officers("read")
async def list_cases(request: Request, principal: Principal) -> Response:
    query = list_query(request.query_params)
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


def list_query(params: QueryParams) -> CaseListQuery:
    """What is asked of the list. 422 naming the parameter that does not fit."""
    query = read_params(params, CaseListQuery)
    elsewhere = next((country for country in query.country if country not in EEA_COUNTRIES), None)
    if elsewhere is not None:
        raise parameter_refused(
            "country", f"{elsewhere!r} is not supported; GET /api/countries lists the countries that are"
        )
    return query


def _current(case: CaseSummary, live: tuple[CaseStatus, int] | None) -> CaseSummary:
    """The newer of the two statuses: visibility lags behind signals, the index behind long investigations."""
    if live is None or live[1] <= case.version:
        return case
    return case.model_copy(update={"status": live[0], "waits_for": waits_for(live[0])})
