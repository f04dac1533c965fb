"""The ways of a case that released code must be able to go again: each brings one case to where its story ends."""

from collections.abc import Awaitable, Callable

from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, SENIOR_OFFICER, a_document
from tests.workflows.running_case import CaseOffice, RunningCase
from workflows.case import CaseWorkflow

S = CaseStatus


async def approve(office: CaseOffice) -> RunningCase:
    case = await _in_review(office)
    await case.decide("approve")
    await case.closed()
    return case


async def reject(office: CaseOffice) -> RunningCase:
    case = await _in_review(office)
    await case.decide("reject", reason="No licence")
    await case.closed()
    return case


async def follow_up(office: CaseOffice) -> RunningCase:
    """Asked again, with a refused decision in between, and approved."""
    case = await _in_review(office)
    await case.tell("decision", FOLLOW_UP, OFFICER)
    await case.decide("approve")
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)
    await case.decide("approve")
    await case.closed()
    return case


async def escalate(office: CaseOffice) -> RunningCase:
    case = await _in_review(office)
    await case.decide("escalate", reason="A large volume")
    await case.decide("reject", SENIOR_OFFICER, reason="No licence")
    await case.closed()
    return case


async def bounce_back(office: CaseOffice) -> RunningCase:
    """A document that cannot be read, a better one, and a source that answers only the second time."""
    opening = office.opening()
    damaged = a_document(content=b"damaged")
    world = office.outside.of[opening.case_id]
    world.damaged.add(damaged.document_id)
    world.silent[SourceName.VIES] = 1
    case = await office.open(opening)
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.upload(damaged)
    await case.submit()
    await case.comes_to(lambda record: bool(record.follow_up_tasks) and record.status is S.AWAITING_DOCUMENTS)
    await case.upload(a_document(content=b"whole"))
    await case.submit()
    await case.reaches(S.REVIEW_PENDING)
    await case.decide("approve")
    await case.closed()
    return case


async def records_away(office: CaseOffice) -> RunningCase:
    """Approved while the database was away."""
    opening = office.opening()
    office.outside.of[opening.case_id].books.away_for = 2
    case = await office.open(opening)
    await case.comes_to_review()
    await case.decide("approve")
    await case.closed()
    return case


async def continue_as_new(office: CaseOffice) -> RunningCase:
    """Many documents, so that the case goes on in a second run, where it is approved."""
    case = await office.open(history_limit=40)
    await case.handle.execute_update(CaseWorkflow.opened)
    number = 0
    while (await case.handle.describe()).run_id == case.handle.first_execution_run_id:
        number += 1
        await case.upload(a_document(content=f"version {number}".encode()))
    await case.submit()
    await case.reaches(S.REVIEW_PENDING)
    await case.decide("approve")
    await case.closed()
    return case


async def _in_review(office: CaseOffice) -> RunningCase:
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.comes_to_review()
    return case


STORIES: dict[str, Callable[[CaseOffice], Awaitable[RunningCase]]] = {
    "approve": approve,
    "reject": reject,
    "follow-up": follow_up,
    "escalate": escalate,
    "bounce-back": bounce_back,
    "records-away": records_away,
    "continue-as-new": continue_as_new,
}
