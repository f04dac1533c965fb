"""What happens to a case reaches the records: in order, without gaps, once, however long the database is away."""

import asyncio
from datetime import timedelta

from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowExecutionStatus

from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import a_document
from tests.workflows.running_case import PATIENCE, CaseOffice, RunningCase
from workflows import steps
from workflows.case import CaseWorkflow

S = CaseStatus


async def held_up_by_records(case: RunningCase, after: int) -> None:
    """Waits until one more write than so many has begun, and hangs."""
    async with asyncio.timeout(PATIENCE):
        while case.world.books.attempts <= after:
            await asyncio.sleep(0.02)


async def timers_of(case: RunningCase) -> list[timedelta]:
    history = await case.handle.fetch_history()
    return [
        event.timer_started_event_attributes.start_to_fire_timeout.ToTimedelta()
        for event in history.events
        if event.event_type == EventType.EVENT_TYPE_TIMER_STARTED
    ]


async def test_what_happened_is_on_record_in_order_and_without_gaps(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.decide("approve")
    await case.closed()

    books = case.world.books
    assert books.is_gapless()
    assert books.names[0] is EventName.CASE_CREATED
    assert books.names[-4:] == [
        EventName.OFFICER_DECISION,
        EventName.STATUS_CHANGED,
        EventName.REPORT_GENERATED,
        EventName.HANDOFF_REPORT_GENERATED,
    ]
    assert [row.timestamp for row in books.rows.values()] == sorted(row.timestamp for row in books.rows.values())


async def test_the_events_of_an_investigation_are_one_write(office: CaseOffice) -> None:
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)

    await case.submit()
    await case.reaches(S.REVIEW_PENDING)
    await case.all_written()

    batch = case.world.books.batches[-1]
    assert [event.event for event in batch.events][-10:] == [
        EventName.STATUS_CHANGED,
        EventName.DOCUMENTS_VALIDATED,
        EventName.STATUS_CHANGED,
        EventName.AGENT_EXECUTED,
        EventName.MCC_CLASSIFIED,
        EventName.INVESTIGATION_COMPLETED,
        EventName.STATUS_CHANGED,
        EventName.AGENT_EXECUTED,
        EventName.TASKS_GENERATED,
        EventName.STATUS_CHANGED,
    ]


async def test_commands_that_come_during_a_write_are_one_more_write(office: CaseOffice) -> None:
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.all_written()
    books = case.world.books
    books.open.clear()
    written = len(books.batches)
    await case.upload(a_document(content=b"1"))
    await held_up_by_records(case, after=written)

    for number in range(2, 12):
        await case.upload(a_document(content=f"{number}".encode()))
    books.open.set()
    await case.all_written()

    assert [len(batch.events) for batch in books.batches[written:]] == [1, 10]


async def test_the_record_is_what_the_events_on_record_make_of_it(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.decide("approve")
    await case.closed()

    on_record, record = case.world.books.state(), await case.record()

    assert on_record is not None
    assert on_record.record == record.model_copy(update={"opening": on_record.record.opening})


async def test_while_the_database_is_away_the_case_can_be_read_and_decided_and_nothing_is_lost(
    office: CaseOffice,
) -> None:
    opening = office.opening()
    office.outside.of[opening.case_id].books.away_for = 2
    case = await office.open(opening)

    await case.comes_to_review()
    assert (await case.decide("approve")).state == "applied"
    assert (await case.closed()).status is S.APPROVED

    books = case.world.books
    assert books.attempts > 2
    assert books.is_gapless()
    assert books.contradictions == []
    assert books.names[-1] is EventName.HANDOFF_REPORT_GENERATED


async def test_records_that_were_refused_for_good_wait_to_be_offered_again(office: CaseOffice) -> None:
    opening = office.opening()
    books = office.outside.of[opening.case_id].books
    books.refuses = 1
    case = await office.open(opening)

    await case.comes_to_review()
    async with asyncio.timeout(PATIENCE):
        while steps.OFFER_AGAIN not in await timers_of(case):
            await asyncio.sleep(0.02)

    assert len((await case.view()).unwritten_events) > 10
    await case.decide("approve")
    assert (await case.handle.describe()).status is WorkflowExecutionStatus.RUNNING


async def test_a_case_ends_only_when_everything_is_on_record(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.all_written()
    books = case.world.books
    books.open.clear()
    written = len(books.batches)

    await case.decide("approve")
    await held_up_by_records(case, after=written)
    late = await case.decide("reject", reason="Second thoughts")

    assert late.code == "wrong_state"
    assert (await case.handle.describe()).status is WorkflowExecutionStatus.RUNNING
    assert case.world.reports == 0
    books.open.set()
    assert (await case.closed()).status is S.APPROVED
    assert books.is_gapless()
    assert EventName.COMMAND_REFUSED in books.names
    assert books.names[-1] is EventName.HANDOFF_REPORT_GENERATED
    assert (await case.view()).unwritten_events == ()
