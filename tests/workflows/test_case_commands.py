"""Commands of any shape, in any order: each is applied or refused, on record, and none stops the case."""

import asyncio
from typing import Any, get_args

import pytest
from temporalio.api.common.v1 import Payload
from temporalio.common import RawValue

from schemas.commands import CommandKind
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import CUSTOMER, OFFICER, SENIOR_OFFICER, a_document, an_envelope
from tests.workflows.running_case import CaseOffice
from workflows.case import CaseWorkflow

S = CaseStatus

MISFITS: dict[str, list[Any]] = {
    "no argument": [],
    "null": [None],
    "a number": [7],
    "a text": ["approve"],
    "bytes": [b"approve"],
    "a list": [[{"command_id": "cmd_list"}]],
    "an empty object": [{}],
    "members of wrong types": [{"command_id": 1, "actor": "key_officer", "expected_version": "1", "body": []}],
    "a body in a body": [{"body": {"body": {"decision": [[[{}]]]}}}],
    "an actor with an unknown role": [{"actor": {"id": "x", "role": "king"}, "body": {"decision": "approve"}}],
    "an envelope and one more": [{"actor": {"id": "x", "role": "officer"}, "body": {"decision": 1}}, {}],
    "three numbers": [1, 2, 3],
}


@pytest.mark.parametrize("kind", get_args(CommandKind))
async def test_whatever_is_sent_is_refused_on_record_and_the_case_lives(office: CaseOffice, kind: CommandKind) -> None:
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)

    for arguments in MISFITS.values():
        await case.handle.signal(kind, args=arguments)

    await case.all_written()
    refused = [row.data for row in case.world.books.rows.values() if row.event is EventName.COMMAND_REFUSED]
    assert [data["command"] for data in refused] == [kind] * len(MISFITS)
    assert {data["code"] for data in refused} <= {"invalid_body", "role_not_allowed", "answer_required"}
    assert (await case.comes_to_review()).status is S.REVIEW_PENDING


@pytest.mark.parametrize(
    "payload",
    [
        Payload(metadata={"encoding": b"json/plain"}, data=b'{"command_id": '),
        Payload(metadata={"encoding": b"unheard/of"}, data=b"?"),
        Payload(),
    ],
    ids=["broken JSON", "unknown encoding", "nothing at all"],
)
async def test_what_cannot_be_decoded_at_all_changes_nothing(office: CaseOffice, payload: Payload) -> None:
    case = await office.open()

    await case.handle.signal("decision", RawValue(payload))

    assert (await case.comes_to_review()).status is S.REVIEW_PENDING


async def test_a_signal_nobody_knows_changes_nothing(office: CaseOffice) -> None:
    case = await office.open()

    await case.handle.signal("approve-at-once", {"decision": "approve"})

    assert (await case.comes_to_review()).status is S.REVIEW_PENDING


async def test_a_repeated_command_changes_nothing_whatever_its_body(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    first = await case.tell("decision", {"decision": "escalate", "reason": "A large volume"}, OFFICER, "cmd_once")
    before = await case.record()

    again = await case.tell("decision", {"decision": "escalate", "reason": "A large volume"}, OFFICER, "cmd_once")
    other = await case.tell("decision", {"decision": "approve"}, SENIOR_OFFICER, "cmd_once")

    assert first.state == "applied"
    assert again == other == first
    assert await case.record() == before


async def test_a_command_that_never_came_has_no_outcome(office: CaseOffice) -> None:
    case = await office.open()

    assert (await case.outcome("cmd_never_sent")).state == "unknown"


async def test_a_decision_before_review_is_refused_and_on_record(office: CaseOffice) -> None:
    case = await office.open()

    outcome = await case.decide("approve")

    assert (outcome.state, outcome.code, outcome.status) == ("rejected", "wrong_state", S.AWAITING_DOCUMENTS)
    assert (await case.record()).decisions == ()
    await case.all_written()
    assert case.world.books.names.count(EventName.COMMAND_REFUSED) == 1


async def test_a_decision_while_the_case_is_investigated_is_refused(office: CaseOffice) -> None:
    case = await office.open()
    case.world.investigating.clear()
    await case.submit()
    await case.reaches(S.PROCESSING)

    outcome = await case.decide("approve")
    case.world.investigating.set()

    assert outcome.code == "wrong_state"
    assert (await case.reaches(S.REVIEW_PENDING)).decisions == ()


async def test_a_document_that_comes_while_the_case_is_investigated_is_refused_and_not_forgotten(
    office: CaseOffice,
) -> None:
    case = await office.open()
    case.world.investigating.clear()
    await case.submit()
    await case.reaches(S.PROCESSING)

    outcome = await case.upload(a_document())
    case.world.investigating.set()

    assert outcome.code == "wrong_state"
    assert (await case.reaches(S.REVIEW_PENDING)).documents == ()


async def test_of_two_officers_who_decide_at_once_one_is_told_that_the_other_was_first(office: CaseOffice) -> None:
    case = await office.open()
    seen = (await case.comes_to_review()).version
    case.world.books.open.clear()  # a case that cannot write its end down is still there for the second one

    async def decide(command_id: str, decision: str) -> None:
        body = {"decision": decision, "reason": "No licence"}
        await case.handle.signal("decision", an_envelope(body, OFFICER, command_id, expected_version=seen))

    await asyncio.gather(decide("cmd_approve", "approve"), decide("cmd_reject", "reject"))
    outcomes = [await case.outcome("cmd_approve"), await case.outcome("cmd_reject")]
    case.world.books.open.set()

    assert sorted(outcome.state for outcome in outcomes) == ["applied", "rejected"]
    assert next(outcome.code for outcome in outcomes if outcome.state == "rejected") == "case_moved"
    assert len((await case.record()).decisions) == 1
    applied = next(outcome for outcome in outcomes if outcome.state == "applied")
    assert (await case.closed()).status is applied.status


async def test_commands_sent_at_once_are_each_applied(office: CaseOffice) -> None:
    case = await office.open()
    documents = [a_document(content=f"version {number}".encode()) for number in range(20)]

    outcomes = await asyncio.gather(*(case.upload(document) for document in documents))

    assert {outcome.state for outcome in outcomes} == {"applied"}
    assert {document.document_id for document in (await case.record()).documents} == {
        document.document_id for document in documents
    }


async def test_an_outcome_can_be_asked_after_the_case_has_ended(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.tell("decision", {"decision": "approve"}, OFFICER, "cmd_last")
    await case.closed()

    assert (await case.outcome("cmd_last")).state == "applied"


async def test_the_customer_cannot_decide(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    outcome = await case.decide("approve", CUSTOMER)

    assert outcome.code == "role_not_allowed"
