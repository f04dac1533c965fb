"""What becomes of an answer that an officer asked for if the case does not stand still while it is computed."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client

from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER
from tests.workflows.running_case import CaseOffice, goes_on_in_another_run, working
from tests.workflows.thoughtful_world import (
    ASKED_AGAIN,
    ThoughtfulWorld,
    being_computed,
    both,
    is_refused_on_record,
    on_record,
    why_refused,
)

S = CaseStatus
E = EventName


@pytest.fixture(scope="module")
async def outside(temporal: Client) -> AsyncIterator[ThoughtfulWorld]:
    world = ThoughtfulWorld()
    async with working(temporal, world):
        yield world


# While the answer is computed.


@both
@pytest.mark.parametrize("decision", ["approve", "escalate"])
async def test_what_was_computed_while_an_officer_decided_is_refused(
    office: CaseOffice, outside: ThoughtfulWorld, update: str, decision: str
) -> None:
    case = await office.open()
    await case.comes_to_review()

    async with being_computed(case, update, outside) as answer:
        assert (await case.decide(decision)).state == "applied"
        decided = await case.record()

    code, _ = await why_refused(answer.result())
    assert code == "wrong_state"
    assert await on_record(case, ASKED_AGAIN[update]) == []
    record = await case.record()
    assert (record.generated_tasks, record.mcc_classification) == (decided.generated_tasks, decided.mcc_classification)
    await is_refused_on_record(case, update, "wrong_state")


async def test_a_case_that_was_approved_meanwhile_ends_with_its_report(
    office: CaseOffice, outside: ThoughtfulWorld
) -> None:
    case = await office.open()
    await case.comes_to_review()

    async with being_computed(case, "regenerate-tasks", outside) as answer:
        await case.decide("approve")

    await why_refused(answer.result())
    closed = await case.closed()
    assert (closed.status, closed.report is not None) == (S.APPROVED, True)
    assert case.world.books.names.count(E.REPORT_GENERATED) == 1


@both
async def test_a_refusal_that_is_the_last_thing_to_happen_is_on_record_too(
    office: CaseOffice, outside: ThoughtfulWorld, update: str
) -> None:
    case = await office.open()
    await case.comes_to_review()

    async with being_computed(case, update, outside) as answer:
        await case.decide("approve")
        await case.comes_to(lambda record: record.report is not None)
        await case.all_written()

    await why_refused(answer.result())
    await case.closed()
    assert case.world.books.names[-4:] == [
        E.REPORT_GENERATED,
        E.HANDOFF_REPORT_GENERATED,
        E.AGENT_EXECUTED,
        E.COMMAND_REFUSED,
    ]
    assert (await case.view()).unwritten_events == ()


@both
async def test_what_was_computed_on_the_last_investigation_is_refused_after_the_next(
    office: CaseOffice, outside: ThoughtfulWorld, update: str
) -> None:
    case = await office.open()
    await case.comes_to_review()

    async with being_computed(case, update, outside) as answer:
        await case.tell("decision", FOLLOW_UP, OFFICER)
        await case.submit(task_responses={"task_1": "In Ghent"})
        reviewed = await case.comes_to(lambda it: it.status is S.REVIEW_PENDING and it.current_iteration == 2)

    code, _ = await why_refused(answer.result())
    assert code == "case_moved"
    assert await case.record() == reviewed


async def test_a_command_that_changes_nothing_of_the_stage_is_applied_meanwhile_and_so_is_the_update(
    office: CaseOffice, outside: ThoughtfulWorld
) -> None:
    case = await office.open()
    await case.comes_to_review()

    async with being_computed(case, "regenerate-tasks", outside) as answer:
        assert (await case.tell("mcc-decision", {"action": "accept"}, OFFICER)).state == "applied"

    await answer.result()
    assert len(await on_record(case, E.TASKS_REGENERATED)) == 1
    assert (await case.record()).mcc_decision is not None


# When the history has grown long.


@both
async def test_a_new_run_waits_for_the_answer(office: CaseOffice, outside: ThoughtfulWorld, update: str) -> None:
    case = await office.open(history_limit=60)
    await case.comes_to_review()

    async with being_computed(case, update, outside) as answer:
        before = (await case.handle.describe()).run_id
        for number in range(12):
            assert (await case.tell("decision", {"decision": "return"}, OFFICER, f"early_{number}")).state == "rejected"
        assert (await case.handle.describe()).run_id == before

    assert await answer.result() is not None
    assert len(await on_record(case, ASKED_AGAIN[update])) == 1
    await goes_on_in_another_run(case, office.client)
    assert (await case.decide("approve")).state == "applied"
    assert (await case.closed()).report is not None
    assert case.world.books.is_gapless()


@both
async def test_a_case_that_was_decided_while_a_new_run_waited_ends_with_all_on_record(
    office: CaseOffice, outside: ThoughtfulWorld, update: str
) -> None:
    case = await office.open(history_limit=60)
    await case.comes_to_review()

    async with being_computed(case, update, outside) as answer:
        for number in range(12):
            await case.tell("decision", {"decision": "return"}, OFFICER, f"early_{number}")
        assert (await case.decide("approve")).state == "applied"

    await why_refused(answer.result())
    closed = await case.closed()
    assert (closed.status, closed.report is not None) == (S.APPROVED, True)
    assert {E.OFFICER_DECISION, E.COMMAND_REFUSED, E.REPORT_GENERATED} <= set(case.world.books.names)
    assert case.world.books.is_gapless()
    assert (await case.view()).unwritten_events == ()
