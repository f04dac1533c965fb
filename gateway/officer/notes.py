"""Notes that officers leave for each other, at any time of a case and long after."""

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from domain.profile import build_profile
from domain.stages import TERMINAL
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.officer.desk_requests import command_key, page_of
from gateway.problems import ApiError
from gateway.requests import case_of, read_json
from gateway.services import Services, services
from runtime.api_keys import Principal
from schemas.case import CaseRecord
from schemas.desk import NoteList, NoteRequest


@officers("write")
async def add_note(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    body = await read_json(request, NoteRequest)
    found = services(request)
    if body.about is not None:
        await _refuse_unknown(found, case_id, body.about)
    command = command_key("note", request, principal, body)
    note = await found.desk.add_note(case_id, principal.actor, body, command)
    return json_answer(note, status_code=201)


@officers("read")
async def list_notes(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    page = page_of(request)
    notes, total = await services(request).desk.notes(case_id, page.per_page, page.offset)
    return json_answer(
        NoteList(case_id=case_id, notes=tuple(notes), total=total, page=page.page, per_page=page.per_page)
    )


async def _refuse_unknown(found: Services, case_id: str, about: str) -> None:
    """Refuses a note about what the case does not have.

    An open case whose workflow cannot be asked may have more than its snapshot says: unknown is not no.
    """
    reading = await read_case(found, case_id)
    certain = reading.source == "workflow" or reading.record.status in TERMINAL
    if certain and about not in _ids(reading.record):
        raise ApiError(
            "invalid_body",
            f"about: the case has no finding, discrepancy, document or follow-up task {about!r}; "
            "send an id that GET of the case shows, or leave it out",
            "about",
        )


def _ids(record: CaseRecord) -> Iterator[str]:
    """Everything in the case that a note can be about."""
    for result in record.investigation_results:
        yield from (finding.finding_id for finding in result.findings)
        yield from (discrepancy.discrepancy_id for discrepancy in result.discrepancies)
    yield from (discrepancy.discrepancy_id for discrepancy in build_profile(record).discrepancies)
    yield from (document.document_id for document in record.documents)
    yield from (task.task_id for task in record.follow_up_tasks)
