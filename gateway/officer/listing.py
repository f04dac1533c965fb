"""GET /api/cases: one page from the index and one visibility call for the statuses; never one call a row."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.access import officers
from gateway.answers import json_answer
from gateway.problems import ApiError
from gateway.requests import whole_number
from gateway.services import services
from runtime.api_keys import Principal
from runtime.case_records import CaseRow
from schemas.officer_api import CaseList, CaseSummary
from schemas.status import CaseStatus

PER_PAGE = 50
MOST_PER_PAGE = 200
LAST_PAGE = 1_000_000


@officers("read")
async def list_cases(request: Request, principal: Principal) -> Response:
    page = whole_number(request, "page", 1, LAST_PAGE)
    per_page = whole_number(request, "per_page", PER_PAGE, MOST_PER_PAGE)
    found = services(request)
    rows, total = await found.records.page(principal.organisation, _statuses(request), per_page, (page - 1) * per_page)
    live = await found.cases.live_statuses([row.summary.workflow_id for row in rows])
    return json_answer(
        CaseList(
            cases=tuple(_summary(row, (live or {}).get(row.summary.workflow_id)) for row in rows),
            total=total,
            page=page,
            per_page=per_page,
            status_source="database" if live is None else "temporal",
        )
    )


def _statuses(request: Request) -> list[CaseStatus]:
    given = [text for text in request.query_params.getlist("status") if text]
    unknown = next((text for text in given if text not in set(CaseStatus)), None)
    if unknown is not None:
        raise ApiError(
            "invalid_parameter", f"status: {unknown!r} is none; expected one of {', '.join(CaseStatus)}", "status"
        )
    return [CaseStatus(text) for text in given]


def _summary(row: CaseRow, live: tuple[CaseStatus, int] | None) -> CaseSummary:
    """The newer of the two statuses: visibility lags behind signals, the index behind long investigations."""
    if live is None or live[1] <= row.version:
        return row.summary
    return row.summary.model_copy(update={"status": live[0]})
