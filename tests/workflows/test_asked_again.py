"""An officer lets tasks or merchant category be proposed once more: an update, whose caller waits for the answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic import JsonValue
from temporalio import activity
from temporalio.client import Client, WorkflowUpdateFailedError, WorkflowUpdateHandle, WorkflowUpdateStage
from temporalio.exceptions import ApplicationError

from schemas.case import TaskRequest
from schemas.commands import Actor, CommandEnvelope
from schemas.events import CaseEvent, EventName
from schemas.investigation import TaskProposal
from schemas.mcc import MccClassification, MccRequest
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, SENIOR_OFFICER, an_envelope
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.running_case import PATIENCE, CaseOffice, RunningCase, runs_of, working

S = CaseStatus
E = EventName
ASKED_AGAIN = {"regenerate-tasks": E.TASKS_REGENERATED, "reclassify-mcc": E.MCC_RECLASSIFIED}
"""The updates, and what each is on record as."""
both = pytest.mark.parametrize("update", ASKED_AGAIN)


class ThoughtfulWorld(OutsideWorld):
    """An outside world whose agents can be made to take their time."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.waits = False
        self.answers = asyncio.Event()
        self.answers.set()

    @activity.defn(name="generate-tasks")
    async def generate_tasks(self, request: TaskRequest) -> TaskProposal:
        await self._think()
        return await super().generate_tasks(request)

    @activity.defn(name="classify-mcc")
    async def classify_mcc(self, request: MccRequest) -> MccClassification:
        await self._think()
        return await super().classify_mcc(request)

    async def _think(self) -> None:
        """Whoever is asked first while the answers are held up waits; whoever is asked next is not kept waiting."""
        self.asked += 1
        if not self.answers.is_set() and not self.waits:
            self.waits = True
            await self.answers.wait()
            self.waits = False


@pytest.fixture(scope="module")
async def outside(temporal: Client) -> AsyncIterator[ThoughtfulWorld]:
    world = ThoughtfulWorld()
    async with working(temporal, world):
        yield world


def asking(actor: Actor = OFFICER, command_id: str = "cmd_again", **rest: Any) -> CommandEnvelope:
    return an_envelope({}, actor, command_id, **rest)


async def ask(case: RunningCase, update: str, envelope: object, update_id: str | None = None) -> Any:
    async with asyncio.timeout(PATIENCE):
        return await case.handle.execute_update(update, envelope, id=update_id)


async def why_refused(answer: Any) -> tuple[str | None, str]:
    """The code and the message with which an update, or a question to a case, was refused."""
    with pytest.raises(WorkflowUpdateFailedError) as failed:
        async with asyncio.timeout(PATIENCE):
            await answer
    assert isinstance(failed.value.cause, ApplicationError)
    return failed.value.cause.type, failed.value.cause.message


@asynccontextmanager
async def being_computed(
    case: RunningCase, update: str, outside: ThoughtfulWorld, envelope: CommandEnvelope | None = None
) -> AsyncIterator[WorkflowUpdateHandle[Any]]:
    """An update whose answer is not there before the context ends."""
    before = outside.asked
    outside.answers.clear()
    try:
        handle = await case.handle.start_update(
            update, envelope or asking(), wait_for_stage=WorkflowUpdateStage.ACCEPTED
        )
        async with asyncio.timeout(PATIENCE):
            while outside.asked == before:
                await asyncio.sleep(0.02)
        yield handle
    finally:
        outside.answers.set()


async def on_record(case: RunningCase, name: EventName) -> list[CaseEvent]:
    await case.all_written()
    return [row for row in case.world.books.rows.values() if row.event is name]


async def is_refused_on_record(case: RunningCase, update: str, code: str, command_id: str = "cmd_again") -> None:
    """Once, with who asked for what; and that is what the case answers of it."""
    (refused,) = [event for event in await on_record(case, E.COMMAND_REFUSED) if event.command_id == command_id]
    assert (refused.data["command"], refused.data["code"]) == (update, code)
    outcome = await case.outcome(command_id)
    assert (outcome.state, outcome.code) == ("rejected", code)


# Under review.


@both
async def test_what_is_proposed_again_is_answered_and_on_record_with_who_asked(office: CaseOffice, update: str) -> None:
    case = await office.open()
    before = await case.comes_to_review()

    answer = await ask(case, update, asking())

    record = await case.record()
    (event,) = await on_record(case, ASKED_AGAIN[update])
    assert (event.actor, event.command_id) == (OFFICER, "cmd_again")
    assert (record.status, record.version) == (S.REVIEW_PENDING, before.version + 1)
    assert (await case.outcome("cmd_again")).state == "applied"
    assert answer == (event.data if update == "regenerate-tasks" else event.data["classification"])


async def test_the_record_shows_what_was_proposed_last(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    proposal = TaskProposal.model_validate(await ask(case, "regenerate-tasks", asking(command_id="cmd_tasks")))
    category = MccClassification.model_validate(await ask(case, "reclassify-mcc", asking(command_id="cmd_mcc")))

    record = await case.record()
    assert (record.generated_tasks, record.tasks_reasoning) == (proposal.tasks, proposal.reasoning)
    assert record.mcc_classification == category


async def test_an_officers_notes_reach_the_classifier_and_the_record(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    envelope = an_envelope({"notes": "They repair bicycles"}, OFFICER, "cmd_notes")
    answer = await ask(case, "reclassify-mcc", envelope)

    assert answer["reasons"] == ["They repair bicycles"]
    (event,) = await on_record(case, E.MCC_RECLASSIFIED)
    assert event.data["notes"] == "They repair bicycles"


async def test_another_classification_undoes_the_decision_on_the_one_before(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.tell("mcc-decision", {"action": "accept"}, OFFICER)
    assert (await case.record()).mcc_decision is not None

    await ask(case, "reclassify-mcc", asking())

    assert (await case.record()).mcc_decision is None


# Asked twice.


@both
async def test_the_same_update_asked_twice_is_answered_the_same_and_on_record_once(
    office: CaseOffice, update: str
) -> None:
    case = await office.open()
    await case.comes_to_review()

    first = await ask(case, update, asking(), update_id="once")
    again = await ask(case, update, asking(), update_id="once")

    assert again == first
    assert len(await on_record(case, ASKED_AGAIN[update])) == 1


@both
async def test_the_same_command_under_another_update_is_on_record_once(office: CaseOffice, update: str) -> None:
    case = await office.open()
    await case.comes_to_review()

    first = await ask(case, update, asking())
    again = await ask(case, update, asking())

    assert again == first
    assert len(await on_record(case, ASKED_AGAIN[update])) == 1


@both
async def test_updates_without_a_command_id_are_each_on_record(office: CaseOffice, update: str) -> None:
    case = await office.open()
    await case.comes_to_review()

    await ask(case, update, asking(command_id=""))
    await ask(case, update, asking(command_id=""))

    assert len(await on_record(case, ASKED_AGAIN[update])) == 2


# Refused.


async def come_to(case: RunningCase, status: CaseStatus) -> None:
    if status is S.AWAITING_DOCUMENTS:
        return
    await case.comes_to_review()
    if status is S.ESCALATED:
        await case.decide("escalate")
    else:
        await case.tell("decision", FOLLOW_UP, OFFICER)


@both
@pytest.mark.parametrize("status", [S.AWAITING_DOCUMENTS, S.FOLLOW_UP_REQUIRED, S.ESCALATED])
async def test_nothing_is_proposed_again_but_under_review(office: CaseOffice, update: str, status: CaseStatus) -> None:
    case = await office.open()
    await case.handle.execute_update("opened")
    await come_to(case, status)
    before = await case.record()

    code, message = await why_refused(ask(case, update, asking(SENIOR_OFFICER)))

    assert code == "wrong_state"
    assert status in message
    assert await case.record() == before
    await is_refused_on_record(case, update, "wrong_state")


@both
@pytest.mark.parametrize("role", ["customer", "integration", "auditor", "system", "unknown"])
async def test_only_those_who_decide_may_ask(office: CaseOffice, update: str, role: str) -> None:
    case = await office.open()
    before = await case.comes_to_review()

    code, _ = await why_refused(ask(case, update, {"command_id": "cmd_again", "actor": {"id": "x", "role": role}}))

    assert code == "role_not_allowed"
    assert await case.record() == before
    await is_refused_on_record(case, update, "role_not_allowed")


@both
async def test_who_asks_on_what_the_case_no_longer_says_is_told_that_it_moved(office: CaseOffice, update: str) -> None:
    case = await office.open()
    version = (await case.comes_to_review()).version

    code, _ = await why_refused(ask(case, update, asking(expected_version=version - 1)))

    assert code == "case_moved"
    await ask(case, update, asking(command_id="cmd_later", expected_version=version))
    assert (await case.record()).version == version + 1


@both
async def test_what_was_refused_stays_refused(office: CaseOffice, update: str) -> None:
    case = await office.open()
    await case.handle.execute_update("opened")
    early, _ = await why_refused(ask(case, update, asking()))
    reviewed = await case.comes_to_review()

    late, _ = await why_refused(ask(case, update, asking()))

    assert early == late == "wrong_state"
    assert await case.record() == reviewed
    await is_refused_on_record(case, update, "wrong_state")


@pytest.mark.parametrize("notes", [7, "n" * 4001, ["a list"]], ids=["a number", "too long", "a list"])
async def test_notes_that_are_none_are_refused_and_the_case_lives(office: CaseOffice, notes: JsonValue) -> None:
    case = await office.open()
    await case.comes_to_review()

    code, message = await why_refused(ask(case, "reclassify-mcc", an_envelope({"notes": notes}, OFFICER)))

    assert code == "invalid_body"
    assert "notes" in message
    assert (await case.decide("approve")).state == "applied"


@both
@pytest.mark.parametrize("arguments", [[], [7], ["approve"], [None], [{}], [{}, {}]], ids=repr)
async def test_whatever_else_is_asked_is_refused_and_the_case_lives(
    office: CaseOffice, update: str, arguments: list[Any]
) -> None:
    case = await office.open()
    before = await case.comes_to_review()

    with pytest.raises(WorkflowUpdateFailedError):
        async with asyncio.timeout(PATIENCE):
            await case.handle.execute_update(update, args=arguments)

    assert await case.record() == before


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
    assert case.world.books.names[-2:] == [E.REPORT_GENERATED, E.COMMAND_REFUSED]
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
    async with asyncio.timeout(PATIENCE):
        while len(await runs_of(case.handle, office.client)) == 1:
            await asyncio.sleep(0.02)
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
