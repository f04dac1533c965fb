"""An operator turns a case back in the Temporal Web UI. What is on record stays, and the case goes on from there."""

from schemas.events import CaseEvent
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, SENIOR_OFFICER, a_document
from tests.workflows.resetting import reset, tasks_of
from tests.workflows.running_case import CaseOffice, RunningCase, runs_of
from workflows.case import CaseWorkflow

S = CaseStatus


def on_record(case: RunningCase) -> tuple[CaseEvent, ...]:
    rows = case.world.books.rows
    return tuple(rows[sequence] for sequence in sorted(rows))


async def a_case_that_came_a_long_way(office: CaseOffice) -> RunningCase:
    """Decided too early, followed up, escalated, returned, and in the end rejected."""
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.tell("decision", {"decision": "approve", "reason": "Too early"}, OFFICER, "cmd_too_early")
    await case.comes_to_review()
    await case.tell("mcc-decision", {"action": "accept"}, OFFICER)
    await case.tell("decision", {**FOLLOW_UP, "reason": "One more question"}, OFFICER)
    await case.upload(a_document(content=b"another version"))
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.REVIEW_PENDING)
    await case.decide("escalate")
    await case.decide("return", SENIOR_OFFICER)
    await case.decide("reject")
    await case.closed()
    return case


async def test_a_closed_case_that_is_reset_to_any_task_comes_to_the_same_end_with_the_same_records(
    office: CaseOffice,
) -> None:
    case = await a_case_that_came_a_long_way(office)
    before, record = on_record(case), await case.record()

    for event_id in await tasks_of(case):
        again = await reset(office, case, event_id, case.handle.first_execution_run_id)
        assert (await again.closed()).status is S.REJECTED
        assert on_record(again) == before
        assert await again.record() == record


async def test_an_open_case_that_is_reset_stands_where_it_stood_and_can_be_decided(office: CaseOffice) -> None:
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)
    record = await case.comes_to_review()
    await case.all_written()
    before = on_record(case)

    for event_id in (await tasks_of(case))[::3]:
        again = await reset(office, case, event_id, case.handle.first_execution_run_id)
        assert await again.reaches(S.REVIEW_PENDING) == record
        assert on_record(again) == before

    assert (await again.decide("approve")).state == "applied"
    assert (await again.closed()).status is S.APPROVED
    assert again.world.books.is_gapless()


async def test_a_command_that_was_not_on_record_yet_is_taken_when_the_case_is_that_far_again(
    office: CaseOffice,
) -> None:
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.all_written()
    case.world.books.open.clear()
    await case.comes_to_review()
    await case.tell("decision", {"decision": "approve", "reason": "All is well"}, OFFICER, "cmd_unwritten")
    assert (await case.record()).status is S.APPROVED

    again = await reset(office, case, (await tasks_of(case))[0])
    case.world.books.open.set()

    assert (await again.closed()).status is S.APPROVED
    assert (await again.outcome("cmd_unwritten")).state == "applied"
    assert again.world.books.is_gapless()


async def test_a_run_that_continued_another_can_be_reset(office: CaseOffice) -> None:
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
    before, record = on_record(case), await case.record()
    assert len(await runs_of(case.handle, office.client)) > 1

    again = await reset(office, case, (await tasks_of(case))[1])

    assert (await again.closed()).status is S.APPROVED
    assert on_record(again) == before
    assert await again.record() == record
