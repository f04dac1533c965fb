"""GET /api/cases/{id}/report: the signed-off PDF of a closed case."""

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from domain.stages import REPORTED
from gateway.access import officers
from gateway.case_reading import read_case
from gateway.officer.documents import attachment
from gateway.problems import ApiError
from gateway.requests import case_of
from gateway.services import Services, services
from runtime.api_keys import Principal
from schemas.case import CaseRecord, ReportRef

WAIT_SECONDS = 20.0
"""A report asked for right after the decision is being written; it takes about a second."""


@officers("read")
async def case_report(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    found = services(request)
    record = (await read_case(found, case_id)).record
    if record.status not in REPORTED:
        raise ApiError(
            "report_not_available",
            f"the case is {record.status}; a report exists once it is APPROVED or REJECTED",
        )
    report = await _report(found, record)
    return StreamingResponse(
        found.store.stream(report.object_key),
        media_type="application/pdf",
        headers={
            "Content-Disposition": attachment(f"{case_id}-report.pdf"),
            "Content-Length": str(report.file_size),
        },
    )


async def _report(found: Services, record: CaseRecord) -> ReportRef:
    if record.report is not None:
        return record.report
    closed = await found.cases.closed(record.opening.case_id, WAIT_SECONDS)
    if closed is None or closed.report is None:
        raise ApiError("report_not_ready", "the report is being written; try again in a few seconds")
    return closed.report
