"""Messages that meet each other, an investigation, a cancellation or a Reset: each counts once, and none is lost.

Where an order matters it is made: the workflow's worker stops, the messages are sent, and it finds them all in one
task. Where any order will do they are sent at once, and what must hold in each is asserted.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Mapping
from contextlib import suppress
from typing import NamedTuple

import pytest
from pydantic import JsonValue
from temporalio.client import Client, WorkflowFailureError
from temporalio.service import RPCError, RPCStatusCode

from schemas.actor import Actor
from schemas.commands import CommandKind
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import ANSWERS, CUSTOMER, FOLLOW_UP, OFFICER, SENIOR_OFFICER, a_document, an_envelope
from tests.workflows.running_case import CaseOffice, RunningCase, forgetful_worker
from workflows.case import CaseWorkflow

S = CaseStatus
E = EventName

QUEUE = "races"
"""Served only while a test has a worker there; the activities are always served."""
TIMES = 8


class Told(NamedTuple):
    kind: CommandKind
    body: Mapping[str, JsonValue]
    actor: Actor
    name: str


UPLOAD = Told("document", {"document": a_document().model_dump(mode="json")}, CUSTOMER, "cmd_document")
SUBMIT = Told("follow-up", {"answers": ANSWERS}, CUSTOMER, "cmd_submit")
ESCALATE = Told("decision", {"decision": "escalate", "reason": "A large volume"}, OFFICER, "cmd_escalate")
RETURN = Told("decision", {"decision": "return"}, SENIOR_OFFICER, "cmd_return")
APPROVE = Told("decision", {"decision": "approve", "reason": "All is well"}, OFFICER, "cmd_approve")
REJECT = Told("decision", {"decision": "reject", "reason": "No licence"}, OFFICER, "cmd_reject")
LATE_UPLOAD = Told("document", UPLOAD.body, CUSTOMER, "cmd_late_document")


async def send(case: RunningCase, *commands: Told) -> None:
    """Sends commands in this order, and waits for no outcome."""
    for told in commands:
        await case.handle.signal(told.kind, an_envelope(told.body, told.actor, told.name))


async def came_in_time(message: Awaitable[None]) -> bool:
    """Sends something; False if the case has ended already, so that nothing was said to it."""
    try:
        await message
    except RPCError as error:
        assert error.status is RPCStatusCode.NOT_FOUND
        return False
    return True


async def outcomes(case: RunningCase, *commands: Told) -> list[str]:
    """What became of commands: the status that they led to, or the code of their refusal."""
    told = [await case.outcome(command.name) for command in commands]
    return [str(outcome.code or outcome.status) for outcome in told]


async def in_review(office: CaseOffice) -> RunningCase:
    case = await office.open(queue=QUEUE)
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.comes_to_review()
    await case.all_written()
    return case


async def ended(case: RunningCase) -> None:
    """Waits until the case has ended in one way or another."""
    with suppress(WorkflowFailureError):
        await case.closed()


def each_on_record_once(case: RunningCase, *commands: Told) -> bool:
    """Whether the log has no gaps, and each command in it as one: applied, or refused once."""
    rows = case.world.books.rows.values()
    causes = Counter(row.command_id for row in rows if row.event is not E.STATUS_CHANGED)
    return case.world.books.is_gapless() and all(causes[command.name] == 1 for command in commands)


def said_in_the_log(case: RunningCase, name: EventName) -> int:
    return case.world.books.names.count(name)


# A document, and the submission that it belongs to.


@pytest.mark.parametrize(
    ("first", "second", "became", "documents"),
    [
        (UPLOAD, SUBMIT, ["AWAITING_DOCUMENTS", "DOCUMENTS_RECEIVED"], 1),
        (SUBMIT, UPLOAD, ["DOCUMENTS_RECEIVED", "wrong_state"], 0),
    ],
    ids=["document first", "submission first"],
)
async def test_a_document_in_the_same_task_as_the_submission_counts_if_it_came_first(
    office: CaseOffice, temporal: Client, first: Told, second: Told, became: list[str], documents: int
) -> None:
    async with forgetful_worker(temporal, QUEUE):
        case = await office.open(queue=QUEUE)
        await case.handle.execute_update(CaseWorkflow.opened)

    await send(case, first, second)

    async with forgetful_worker(temporal, QUEUE):
        record = await case.reaches(S.REVIEW_PENDING)
        assert await outcomes(case, first, second) == became
        assert len(record.documents) == len(record.validation_results) == documents
        await case.all_written()
        assert each_on_record_once(case, first, second)


async def test_documents_sent_beside_the_submission_are_each_in_it_or_refused(office: CaseOffice) -> None:
    for _ in range(TIMES):
        case = await office.open()
        await case.handle.execute_update(CaseWorkflow.opened)
        files = [a_document(content=f"version {number}".encode()) for number in range(4)]
        uploads = [
            Told("document", {"document": file.model_dump(mode="json")}, CUSTOMER, file.document_id) for file in files
        ]

        await asyncio.gather(*(send(case, told) for told in (*uploads[:2], SUBMIT, *uploads[2:])))

        record = await case.reaches(S.REVIEW_PENDING)
        became = dict(zip(files, await outcomes(case, *uploads), strict=True))
        assert {file for file, said in became.items() if said == S.AWAITING_DOCUMENTS} == set(record.documents)
        assert {said for file, said in became.items() if file not in record.documents} <= {"wrong_state"}
        await case.all_written()
        assert each_on_record_once(case, SUBMIT, *uploads)


# The customer, and the investigation of the round before.


async def test_a_submission_during_the_investigation_is_refused_on_record_and_the_next_one_is_taken(
    office: CaseOffice,
) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.tell("decision", FOLLOW_UP, OFFICER)
    case.world.investigating.clear()
    await case.submit(task_responses={"task_1": "In Ghent"})
    await case.reaches(S.PROCESSING)

    during = [
        await case.tell("follow-up", {"task_responses": {"task_1": "No, in Bruges"}}, CUSTOMER, "cmd_too_early"),
        await case.tell(LATE_UPLOAD.kind, LATE_UPLOAD.body, CUSTOMER, LATE_UPLOAD.name),
        await case.tell("decision", {"decision": "approve"}, OFFICER, "cmd_decided_early"),
    ]
    case.world.investigating.set()

    assert [outcome.code for outcome in during] == ["wrong_state"] * 3
    record = await case.reaches(S.REVIEW_PENDING)
    assert [item.task_responses for item in record.submissions] == [{}, {"task_1": "In Ghent"}]
    assert [result.iteration for result in record.investigation_results] == [1, 2]
    await case.tell("decision", FOLLOW_UP, OFFICER)
    assert (await case.submit(task_responses={"task_2": "In Bruges, too"})).state == "applied"
    assert (await case.reaches(S.REVIEW_PENDING)).submissions[-1].task_responses == {"task_2": "In Bruges, too"}
    await case.all_written()
    assert said_in_the_log(case, E.COMMAND_REFUSED) == 3
    assert said_in_the_log(case, E.CUSTOMER_SUBMITTED) == 3


async def test_a_submission_sent_with_the_decision_that_asks_for_it_is_taken(
    office: CaseOffice, temporal: Client
) -> None:
    async with forgetful_worker(temporal, QUEUE):
        case = await in_review(office)
    ask = Told("decision", FOLLOW_UP, OFFICER, "cmd_ask")
    answer = Told("follow-up", {"task_responses": {"task_1": "In Ghent"}}, CUSTOMER, "cmd_answer")

    await send(case, ask, answer)

    async with forgetful_worker(temporal, QUEUE):
        record = await case.comes_to(lambda record: len(record.investigation_results) == 2)
        assert await outcomes(case, ask, answer) == ["FOLLOW_UP_REQUIRED", "DOCUMENTS_RECEIVED"]
        assert record.current_iteration == 2
        await case.reaches(S.REVIEW_PENDING)
        await case.all_written()
        assert each_on_record_once(case, ask, answer)


# Officers.


@pytest.mark.parametrize(("first", "second"), [(APPROVE, REJECT), (REJECT, APPROVE)], ids=["approve", "reject"])
async def test_of_two_decisions_in_one_task_the_first_counts_and_the_second_names_it(
    office: CaseOffice, temporal: Client, first: Told, second: Told
) -> None:
    async with forgetful_worker(temporal, QUEUE):
        case = await in_review(office)

    await send(case, first, second)

    async with forgetful_worker(temporal, QUEUE):
        await case.closed()
        late = await case.outcome(second.name)
        assert late.code == "wrong_state"
        assert f"by the decision to {first.body['decision']} of {OFFICER.id} (officer)" in str(late.message)
        assert said_in_the_log(case, E.OFFICER_DECISION) == 1
        assert each_on_record_once(case, first, second)


# A cancellation.


@pytest.mark.parametrize("cancelled_first", [True, False])
async def test_a_decision_in_the_same_task_as_a_cancellation_counts(
    office: CaseOffice, temporal: Client, cancelled_first: bool
) -> None:
    async with forgetful_worker(temporal, QUEUE):
        case = await in_review(office)

    if cancelled_first:
        await case.handle.cancel(reason="Opened twice")
    await send(case, APPROVE)
    if not cancelled_first:
        await case.handle.cancel(reason="Opened twice")

    async with forgetful_worker(temporal, QUEUE):
        assert (await case.closed()).status is S.APPROVED
        assert said_in_the_log(case, E.CASE_CANCELLED) == 0
        assert each_on_record_once(case, APPROVE)


async def test_a_decision_that_decides_nothing_for_good_is_on_record_before_the_cancellation(
    office: CaseOffice, temporal: Client
) -> None:
    async with forgetful_worker(temporal, QUEUE):
        case = await in_review(office)

    await case.handle.cancel(reason="Opened twice")
    await send(case, ESCALATE)

    async with forgetful_worker(temporal, QUEUE):
        await ended(case)
        assert case.world.books.names[-4:] == [
            E.OFFICER_DECISION,
            E.STATUS_CHANGED,
            E.CASE_CANCELLED,
            E.STATUS_CHANGED,
        ]
        assert each_on_record_once(case, ESCALATE)


async def test_a_decision_after_the_cancellation_is_refused_on_record(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.all_written()
    case.world.books.open.clear()
    await case.handle.cancel(reason="Opened twice")
    await case.reaches(S.FAILED)

    await send(case, APPROVE)

    assert await outcomes(case, APPROVE) == ["wrong_state"]
    case.world.books.open.set()
    await ended(case)
    assert said_in_the_log(case, E.OFFICER_DECISION) == 0
    assert each_on_record_once(case, APPROVE)


async def test_a_decision_that_races_a_cancellation_is_applied_or_refused_and_the_case_ends_accordingly(
    office: CaseOffice,
) -> None:
    for _ in range(TIMES):
        case = await office.open()
        await case.comes_to_review()

        sent, cancelled = await asyncio.gather(
            came_in_time(send(case, APPROVE)), came_in_time(case.handle.cancel(reason="Opened twice"))
        )
        await ended(case)

        books = case.world.books
        decided = bool(said_in_the_log(case, E.OFFICER_DECISION))
        state = books.state()
        assert state is not None and state.record.status is (S.APPROVED if decided else S.FAILED)
        assert said_in_the_log(case, E.CASE_CANCELLED) == (not decided)
        assert books.is_gapless()
        assert decided or cancelled
        assert not sent or each_on_record_once(case, APPROVE)
