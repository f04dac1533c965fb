"""Stories of what goes wrong around a case, of time, and of what operators do to it."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from temporalio.client import WorkflowFailureError

from domain.look_ups import ASK_AGAIN_AFTER
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, SENIOR_OFFICER, TEMPLATE, a_document, an_answer
from tests.replay.story import approved, in_review, opened
from tests.workflows.resetting import reset, tasks_of
from tests.workflows.running_case import PATIENCE, CaseOffice, RunningCase
from tests.workflows.test_record_keeping import timers_of
from workflows.case import CaseWorkflow
from workflows.steps import OFFER_AGAIN

S = CaseStatus

SOON = timedelta(seconds=2)
"""How far ahead a deadline is that a story waits for: far enough for the case to come to rest and start its timer."""


# Documents, sources and records that make trouble.


async def bounce_back(office: CaseOffice) -> RunningCase:
    """A document that cannot be read, a better one, and a source that answers only the second time."""
    opening = office.opening()
    damaged = a_document(content=b"damaged")
    world = office.outside.of[opening.case_id]
    world.damaged.add(damaged.document_id)
    world.silent[SourceName.VIES] = 1
    case = await opened(office, opening)
    await case.upload(damaged)
    await case.upload(a_document("bank_statement"))
    await case.submit()
    await case.comes_to(lambda record: bool(record.follow_up_tasks) and record.status is S.AWAITING_DOCUMENTS)
    await case.upload(a_document(content=b"whole"))
    await case.submit()
    await case.reaches(S.REVIEW_PENDING)
    return await approved(case)


async def source_asked_again(office: CaseOffice) -> RunningCase:
    """A source that is away is asked again while the case waits for its customer; a minute has nearly passed."""
    opening = office.opening()
    away = an_answer(SourceName.GLEIF, "unavailable", reason="timeout").model_copy(
        update={"retry_after_seconds": 1.0, "collected_at": datetime.now(UTC) - ASK_AGAIN_AFTER[0] + SOON}
    )
    office.outside.of[opening.case_id].answers[SourceName.GLEIF] = away
    case = await opened(office, opening)
    await case.comes_to(lambda record: record.sources[SourceName.GLEIF].attempt == 2)
    await case.comes_to_review()
    return await approved(case)


async def records_away(office: CaseOffice) -> RunningCase:
    """Approved while the database was away."""
    opening = office.opening()
    office.outside.of[opening.case_id].books.away_for = 2
    case = await office.open(opening)
    await case.comes_to_review()
    return await approved(case)


async def records_refused(office: CaseOffice) -> RunningCase:
    """Still open: the database refused what was written, and the case waits to offer it again."""
    opening = office.opening()
    office.outside.of[opening.case_id].books.refuses = 1
    case = await office.open(opening)
    await case.comes_to_review()
    async with asyncio.timeout(PATIENCE):
        while OFFER_AGAIN not in await timers_of(case):
            await asyncio.sleep(0.02)
    await case.decide("escalate")
    return case


# Time.


async def reminder(office: CaseOffice) -> RunningCase:
    """A customer who was missed once, is reminded the day before the link ends, and then submits."""
    now = datetime.now(UTC)
    ends = now + timedelta(days=1) + SOON
    opening = office.opening().model_copy(update={"created_at": now - timedelta(days=20), "portal_expires_at": ends})
    case = await opened(office, opening)
    await case.comes_to(lambda record: all(item.passed_at for item in record.deadlines if item.kind == "reminder"))
    await case.comes_to_review()
    return await approved(case)


async def portal_expired(office: CaseOffice) -> RunningCase:
    """The customer's link ends while an officer reviews; a follow-up renews it."""
    now = datetime.now(UTC)
    opening = office.opening().model_copy(
        update={"created_at": now - timedelta(days=30), "portal_expires_at": now + SOON}
    )
    case = await in_review(office, opening)
    await case.comes_to(lambda record: any(item.passed_at for item in record.deadlines if item.kind == "portal"))
    await case.tell("decision", FOLLOW_UP, OFFICER)
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)
    return await approved(case)


async def timeline_exceeded(office: CaseOffice) -> RunningCase:
    """Nobody decides in the time that the template allows."""
    opened_at = datetime.now(UTC) - timedelta(days=TEMPLATE.max_timeline_days) + SOON
    case = await in_review(office, office.opening().model_copy(update={"created_at": opened_at}))
    await case.closed()
    return case


# Runs.


async def continue_as_new(office: CaseOffice) -> RunningCase:
    """Many documents and decisions, so that the case goes on in further runs, in the last of which it is approved."""
    case = await office.open(history_limit=50)
    await case.handle.execute_update(CaseWorkflow.opened)
    number = 0
    while (await case.handle.describe()).run_id == case.handle.first_execution_run_id:
        number += 1
        await case.upload(a_document(content=f"version {number}".encode()))
    await case.submit()
    await case.reaches(S.REVIEW_PENDING)
    for _ in range(4):
        await case.decide("escalate")
        await case.decide("return", SENIOR_OFFICER)
    return await approved(case)


async def reset_closed(office: CaseOffice) -> RunningCase:
    """Taken back to its beginning after its end: it finds on record how it ended, and ends so again."""
    case = await in_review(office)
    await case.tell("decision", FOLLOW_UP, OFFICER)
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)
    await approved(case)
    again = await reset(office, case, (await tasks_of(case))[0])
    await again.closed()
    return again


async def reset_open(office: CaseOffice) -> RunningCase:
    """Taken back out of its review with a decision that was not on record yet, and approved by it."""
    case = await in_review(office)
    await case.all_written()
    tasks = await tasks_of(case)
    case.world.books.open.clear()
    await case.decide("approve")
    again = await reset(office, case, tasks[-2])
    case.world.books.open.set()
    await again.closed()
    return again


async def cancelled(office: CaseOffice) -> RunningCase:
    """Ended by an operator in the middle of its investigation."""
    case = await opened(office)
    case.world.investigating.clear()
    await case.upload(a_document())
    await case.submit()
    await case.reaches(S.PROCESSING)
    await case.handle.cancel(reason="Opened twice")
    await _ended_cancelled(case)
    case.world.investigating.set()
    return case


async def cancelled_at_rest(office: CaseOffice) -> RunningCase:
    """Ended by an operator while it waited for an officer."""
    case = await in_review(office)
    await case.handle.cancel(reason="Opened twice")
    await _ended_cancelled(case)
    return case


async def cancelled_too_late(office: CaseOffice) -> RunningCase:
    """Cancelled when it was decided but not on record yet: it ends as decided."""
    case = await in_review(office)
    await case.all_written()
    case.world.books.open.clear()
    await case.decide("approve")
    await case.handle.cancel(reason="Too late")
    case.world.books.open.set()
    await case.closed()
    return case


async def _ended_cancelled(case: RunningCase) -> None:
    with suppress(WorkflowFailureError):
        await case.closed()
