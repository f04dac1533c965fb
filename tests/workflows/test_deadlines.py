"""What falls due in a case by itself, on a clock that goes forward by weeks."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from pydantic import JsonValue
from temporalio.api.enums.v1 import EventType
from temporalio.testing import TimeSkipper

from schemas.case import CaseRecord
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, TEMPLATE, a_document, an_envelope
from tests.workflows.postman import Postman
from tests.workflows.running_case import PATIENCE, forgetful_worker, goes_on_in_another_run
from tests.workflows.skipping import DatedCase, DatedOffice, own_clocks
from workflows.case import CaseWorkflow

S = CaseStatus
E = EventName
TIMER_FIRED = EventType.EVENT_TYPE_TIMER_FIRED


@pytest.fixture(scope="module")
def outside() -> Postman:
    return Postman()


@pytest.fixture(scope="module")
async def clocks(outside: Postman) -> AsyncIterator[TimeSkipper]:
    async with own_clocks(outside) as clocks:
        yield clocks


@pytest.fixture
async def office(clocks: TimeSkipper, outside: Postman) -> AsyncIterator[DatedOffice]:
    office = DatedOffice(clocks.client, outside, [], clocks)
    yield office
    await office.close()


async def on_record(case: DatedCase, name: EventName) -> list[dict[str, JsonValue]]:
    """What the events of this name say, once everything is written."""
    await case.all_written()
    return [row.data for row in case.world.books.rows.values() if row.event is name]


def moment(record: CaseRecord, days: float) -> str:
    return (record.opening.created_at + timedelta(days=days)).isoformat()


# Reminders.


async def test_the_customer_is_reminded_seven_days_and_one_day_before_the_link_ends(office: DatedOffice) -> None:
    case = await office.open()
    record = await case.record()

    await case.after(days=22.9)
    assert case.world.reminders == []
    await case.after(days=0.2)
    assert [reminder.days_left for reminder in case.world.reminders] == [7]
    await case.after(days=6.8)

    assert [reminder.days_left for reminder in case.world.reminders] == [7, 1]
    assert {reminder.expires_at for reminder in case.world.reminders} == {record.portal_expires_at}
    assert len({reminder.notification_id for reminder in case.world.reminders}) == 2
    assert await on_record(case, E.CUSTOMER_REMINDED) == [
        {"due_at": moment(record, 23), "delivered": True, "reason": None},
        {"due_at": moment(record, 29), "delivered": True, "reason": None},
    ]


async def test_the_customer_is_not_reminded_while_an_officer_has_the_case(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    await case.after(days=29.5)

    assert case.world.reminders == []
    assert (await case.record()).status is S.REVIEW_PENDING


async def test_a_reminder_that_was_refused_is_on_record_with_the_reason(office: DatedOffice, outside: Postman) -> None:
    case = await office.open()
    outside.refused.add((await case.record()).opening.case_id)

    await case.after(days=24)

    (reminded,) = await on_record(case, E.CUSTOMER_REMINDED)
    assert (reminded["delivered"], reminded["reason"]) == (False, "refused_503")


async def test_a_reminder_that_nobody_answers_is_on_record_and_the_case_goes_on(
    office: DatedOffice, outside: Postman
) -> None:
    case = await office.open()
    outside.lost.add((await case.record()).opening.case_id)

    await case.after(days=29.5)

    reminded = await on_record(case, E.CUSTOMER_REMINDED)
    assert [(data["delivered"], data["reason"]) for data in reminded] == [(False, "no_answer")] * 2
    assert (await case.comes_to_review()).status is S.REVIEW_PENDING


# The end of the link.


async def test_the_end_of_the_link_is_on_record_and_the_case_stays_open(office: DatedOffice) -> None:
    case = await office.open()

    record = await case.after(days=31)

    assert await on_record(case, E.PORTAL_EXPIRED) == [{"due_at": moment(record, 30)}]
    assert record.status is S.AWAITING_DOCUMENTS
    assert record.portal_expires_at.isoformat() == moment(record, 30)


async def test_the_link_ends_also_while_an_officer_has_the_case(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    record = await case.after(days=31)

    assert await on_record(case, E.PORTAL_EXPIRED) == [{"due_at": moment(record, 30)}]
    assert record.status is S.REVIEW_PENDING


async def test_a_follow_up_renews_the_link_and_its_reminders(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.after(days=20)
    await case.tell("decision", FOLLOW_UP, OFFICER)
    record = await case.record()
    decided = record.decisions[-1].decided_at

    assert record.portal_expires_at == decided + timedelta(days=30)
    await case.after(days=22.9)
    assert case.world.reminders == []
    await case.after(days=6.2)
    assert [reminder.days_left for reminder in case.world.reminders] == [7, 1]
    assert {reminder.expires_at for reminder in case.world.reminders} == {record.portal_expires_at}
    assert await on_record(case, E.PORTAL_EXPIRED) == []


async def test_a_follow_up_brings_a_link_that_had_ended_to_life_again(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.after(days=31)

    await case.tell("decision", FOLLOW_UP, OFFICER)

    record = await case.record()
    assert record.portal_expires_at == record.decisions[-1].decided_at + timedelta(days=30)
    assert [deadline.passed_at is None for deadline in record.deadlines if deadline.kind == "portal"] == [False, True]


# The end of the timeline.


async def fails_by_its_timeline(case: DatedCase, status: CaseStatus) -> None:
    record = await case.record()
    assert record.status is status

    await case.after(days=61)

    assert (await case.closed()).model_dump(include={"status", "report"}) == {"status": S.FAILED, "report": None}
    assert await on_record(case, E.TIMELINE_EXCEEDED) == [
        {"due_at": moment(record, 60), "max_timeline_days": 60, "status": status.value}
    ]
    books, final = case.world.books, await case.record()
    assert books.is_gapless()
    assert books.names[-2:] == [E.TIMELINE_EXCEEDED, E.STATUS_CHANGED]
    written = books.state()
    assert written is not None
    assert written.record == final.model_copy(update={"opening": written.record.opening})
    assert case.world.reports == 0


async def test_a_case_that_waits_for_its_customer_fails_at_the_end_of_its_timeline(office: DatedOffice) -> None:
    await fails_by_its_timeline(await office.open(), S.AWAITING_DOCUMENTS)


async def test_a_case_under_review_fails_at_the_end_of_its_timeline(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    await fails_by_its_timeline(case, S.REVIEW_PENDING)


async def test_an_escalated_case_fails_at_the_end_of_its_timeline(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.decide("escalate")

    await fails_by_its_timeline(case, S.ESCALATED)


async def test_a_case_that_was_followed_up_fails_at_the_end_of_its_first_timeline(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.tell("decision", FOLLOW_UP, OFFICER)

    await fails_by_its_timeline(case, S.FOLLOW_UP_REQUIRED)


async def test_a_decision_on_a_case_that_its_timeline_has_ended_is_refused(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.after(days=59.9)
    await case.all_written()
    case.world.books.open.clear()  # a case that cannot write its end down is still there to be told
    turned = asyncio.create_task(case.after(days=1))
    await case.reaches(S.FAILED)

    outcome = await case.decide("approve")

    assert (outcome.state, outcome.code, outcome.status) == ("rejected", "wrong_state", S.FAILED)
    case.world.books.open.set()
    assert (await turned).status is S.FAILED
    assert (await case.closed()).status is S.FAILED


async def has_fired(case: DatedCase, timers: int) -> None:
    """Waits until so many timers of the case have fired, be there a worker to notice or not."""
    async with asyncio.timeout(PATIENCE):
        while sum(event.event_type == TIMER_FIRED for event in (await case.handle.fetch_history()).events) < timers:
            await asyncio.sleep(0.02)


# Beside everything else that happens to a case.


async def test_a_decided_case_has_nothing_ahead_of_it(office: DatedOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.decide("approve")

    closed = await case.closed()

    assert closed.status is S.APPROVED
    assert await on_record(case, E.PORTAL_EXPIRED) == []
    assert {deadline.passed_at for deadline in (await case.record()).deadlines} == {None}


async def test_deadlines_outlast_the_run_they_began_in(office: DatedOffice) -> None:
    case = await office.open(history_limit=30)
    await case.handle.execute_update(CaseWorkflow.opened)
    for number in range(6):
        await case.upload(a_document(content=f"version {number}".encode()))
    await goes_on_in_another_run(case, office.client)
    record = await case.record()

    await case.after(days=30.5)
    await case.after(days=31)

    assert [reminder.days_left for reminder in case.world.reminders] == [7, 1]
    assert await on_record(case, E.PORTAL_EXPIRED) == [{"due_at": moment(record, 30)}]
    assert (await case.closed()).status is S.FAILED
    assert case.world.books.is_gapless()


async def test_a_decision_that_comes_at_the_same_time_as_the_end_of_the_timeline_counts(office: DatedOffice) -> None:
    async with forgetful_worker(office.client, "late"):
        case = await office.open(queue="late")
        await case.comes_to_review()
        await case.after(days=59.9)
        await case.all_written()
    turned = asyncio.create_task(case.clocks.fast_forward(case.handle, timedelta(days=1)))
    await has_fired(case, timers=2)

    await case.handle.signal("decision", an_envelope({"decision": "approve", "reason": "In time"}, command_id="cmd_1"))
    async with forgetful_worker(office.client, "late"):
        closed = await case.closed()
        await turned

    assert closed.status is S.APPROVED
    assert case.world.books.names[-4:] == [
        E.OFFICER_DECISION,
        E.STATUS_CHANGED,
        E.REPORT_GENERATED,
        E.HANDOFF_REPORT_GENERATED,
    ]
    assert E.TIMELINE_EXCEEDED not in case.world.books.names
    assert case.world.books.is_gapless()


async def test_a_template_decides_how_long_a_case_and_its_link_may_last(office: DatedOffice) -> None:
    short = TEMPLATE.model_copy(update={"max_timeline_days": 3, "portal_token_days": 2, "reminder_days": (1,)})
    case = await office.open(office.opening_under(short))

    await case.after(days=4)

    assert (await case.closed()).status is S.FAILED
    assert case.world.books.names[-4:] == [
        E.CUSTOMER_REMINDED,
        E.PORTAL_EXPIRED,
        E.TIMELINE_EXCEEDED,
        E.STATUS_CHANGED,
    ]
