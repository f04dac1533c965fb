"""An officer lets tasks or merchant category be proposed once more: an update, whose caller waits for the answer."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from pydantic import JsonValue
from temporalio.client import Client, WorkflowUpdateFailedError

from schemas.events import EventName
from schemas.investigation import TaskProposal
from schemas.mcc import MccClassification
from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, SENIOR_OFFICER, an_envelope
from tests.workflows.running_case import PATIENCE, CaseOffice, RunningCase, working
from tests.workflows.thoughtful_world import (
    ASKED_AGAIN,
    ThoughtfulWorld,
    ask,
    asking,
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
    await case.has_screened()
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
