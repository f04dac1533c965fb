"""Messages that come while a case goes over into another run, by its own or by an operator's Reset."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from itertools import cycle

import pytest
from temporalio import activity
from temporalio.api.common.v1 import Payload
from temporalio.api.enums.v1 import EventType, WorkflowTaskFailedCause
from temporalio.client import Client
from temporalio.converter import PayloadCodec
from temporalio.worker import Worker

from runtime.temporal import DATA_CONVERTER, casewright_plugin
from schemas.case import CaseState, RecordedCase
from schemas.commands import Outcome
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import OFFICER, a_document, an_envelope
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.resetting import reset, tasks_of
from tests.workflows.running_case import PATIENCE, CaseOffice, RunningCase, forgetful_worker, runs_of, working
from tests.workflows.test_races import (
    APPROVE,
    ESCALATE,
    LATE_UPLOAD,
    QUEUE,
    RETURN,
    Told,
    each_on_record_once,
    in_review,
    said_in_the_log,
    send,
)
from workflows.case import CaseWorkflow

S = CaseStatus
E = EventName

HISTORY_LIMIT = 60
COMMANDS = 300
AT_ONCE = 75
BOUNDARIES = 8
SENT_BACK = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND


class Threshold(PayloadCodec):
    """Stops a worker on the threshold of the next run: with the decision to continue in hand, not yet handed in.

    What a run leaves to the next is the one payload of a case's worker that says how long a history may grow.
    """

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self._open = asyncio.Event()
        self._open.set()

    def close(self) -> None:
        self.reached.clear()
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        if not self._open.is_set() and any(b'"history_limit":' in payload.data for payload in payloads):
            self.reached.set()
            await self._open.wait()
        return list(payloads)

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return list(payloads)


@asynccontextmanager
async def working_with(threshold: Threshold, client: Client) -> AsyncIterator[None]:
    """A worker of the workflow that the threshold can stop."""
    plugin = casewright_plugin()
    plugin.data_converter = replace(DATA_CONVERTER, payload_codec=threshold)
    stopped = Client(client.service_client, namespace=client.namespace, plugins=[plugin])
    async with Worker(stopped, task_queue=QUEUE, workflows=[CaseWorkflow]):
        yield


async def sent_back(case: RunningCase, client: Client) -> int:
    """How many times Temporal has sent a decision to continue back, because a message had come meanwhile."""
    count = 0
    for run_id in await runs_of(case.handle, client):
        history = await client.get_workflow_handle(case.handle.id, run_id=run_id).fetch_history()
        count += sum(
            event.workflow_task_failed_event_attributes.cause == SENT_BACK
            for event in history.events
            if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED
        )
    return count


def ledger_of(case: RunningCase) -> dict[str, Outcome]:
    """What became of each command, as the log has it."""
    state = case.world.books.state()
    return state.ledger if state else {}


class Registry(OutsideWorld):
    """An outside world that can be slow to say what is on record."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.answers = asyncio.Event(), asyncio.Event()
        self.answers.set()

    @activity.defn(name="read-records")
    async def read_records(self, wanted: RecordedCase) -> CaseState | None:
        self.asked.set()
        await self.answers.wait()
        return await super().read_records(wanted)


@pytest.fixture(scope="module")
async def outside(temporal: Client) -> AsyncIterator[Registry]:
    world = Registry()
    async with working(temporal, world):
        yield world


# A run that continues another.


async def test_decisions_that_land_on_the_threshold_of_the_next_run_are_applied_in_order(
    office: CaseOffice, temporal: Client
) -> None:
    threshold = Threshold()
    turns = cycle([ESCALATE, RETURN])
    told: list[Told] = []

    async def say() -> None:
        told.append(next(turns)._replace(name=f"told_{len(told)}"))
        await send(case, told[-1])

    async with working_with(threshold, temporal):
        case = await office.open(queue=QUEUE, history_limit=HISTORY_LIMIT)
        await case.handle.execute_update(CaseWorkflow.opened)
        await case.comes_to_review()
        for _ in range(BOUNDARIES):
            before = (await case.handle.describe()).run_id
            threshold.close()
            async with asyncio.timeout(PATIENCE):
                while not threshold.reached.is_set():
                    await say()
                    with suppress(TimeoutError):  # a breath for the worker, who writes records on its way there
                        await asyncio.wait_for(threshold.reached.wait(), 0.1)
                await say()
                threshold.open()
                while (await case.handle.describe()).run_id == before:
                    await asyncio.sleep(0.02)
        if len(told) % 2:
            await say()
        await send(case, APPROVE)

        assert (await case.closed()).status is S.APPROVED
        assert {ledger_of(case)[command.name].state for command in (*told, APPROVE)} == {"applied"}
        assert each_on_record_once(case, *told, APPROVE)
        decided = [item.decision for item in (await case.record()).decisions]
        assert decided == [command.body["decision"] for command in (*told, APPROVE)]
        assert await sent_back(case, temporal) >= BOUNDARIES
        assert len(await runs_of(case.handle, temporal)) > BOUNDARIES


def planned(number: int) -> tuple[Told, str]:
    """The command of this number and what must become of it: three of five are applied."""
    told, became = (
        (ESCALATE, "ESCALATED"),
        (APPROVE, "role_not_allowed"),
        (LATE_UPLOAD, "wrong_state"),
        (RETURN, "REVIEW_PENDING"),
        (Told("mcc-decision", {"action": "accept"}, OFFICER, ""), "REVIEW_PENDING"),
    )[number % 5]
    return told._replace(name=f"told_{number}"), became


async def test_hundreds_of_decisions_over_several_runs_are_each_applied_or_refused_once_and_in_order(
    office: CaseOffice, temporal: Client
) -> None:
    case = await office.open(history_limit=HISTORY_LIMIT)
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.comes_to_review()
    plan = [planned(number) for number in range(COMMANDS)]

    for first in range(0, COMMANDS, AT_ONCE):  # each more than a run bears, however quick the machine is
        sent = [told for told, _ in plan[first : first + AT_ONCE]]
        await send(case, *sent)
        await case.outcome(sent[-1].name)
    await send(case, *(told for told, _ in plan[::3]))
    await send(case, APPROVE)
    await case.closed()

    ledger = ledger_of(case)
    assert {told.name: str(ledger[told.name].code or ledger[told.name].status) for told, _ in plan} == {
        told.name: became for told, became in plan
    }
    assert each_on_record_once(case, *(told for told, _ in plan), APPROVE)
    assert said_in_the_log(case, E.OFFICER_DECISION) == COMMANDS * 2 / 5 + 1
    assert said_in_the_log(case, E.MCC_DECISION) == COMMANDS / 5
    assert said_in_the_log(case, E.COMMAND_REFUSED) == COMMANDS * 2 / 5
    assert len(await runs_of(case.handle, temporal)) > 3


# A Reset.

FRESH = (
    ESCALATE._replace(name="cmd_escalate_again"),
    LATE_UPLOAD,
    RETURN._replace(name="cmd_return_again"),
    APPROVE,
)
"""What officers and customer say while a case is taken back; all but the upload are applied, if in this order."""
BECAME = ["ESCALATED", "wrong_state", "REVIEW_PENDING", "APPROVED"]


async def decided_once_before(office: CaseOffice) -> RunningCase:
    """A case under review that was escalated and returned, and whose tasks were proposed again."""
    case = await in_review(office)
    await send(case, ESCALATE, RETURN)
    await case.comes_to(lambda record: len(record.decisions) == 2)
    await case.handle.execute_update("regenerate-tasks", an_envelope({}, OFFICER, "cmd_again"))
    await case.all_written()
    return case


@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.9])
async def test_commands_sent_right_after_a_reset_are_each_judged_once_where_the_case_had_stood(
    office: CaseOffice, temporal: Client, place: float
) -> None:
    async with forgetful_worker(temporal, QUEUE):
        case = await decided_once_before(office)
    tasks = await tasks_of(case)
    before = dict(case.world.books.rows)

    again = await reset(office, case, tasks[int(place * len(tasks))])
    await send(again, *FRESH, FRESH[0])

    async with forgetful_worker(temporal, QUEUE):
        assert (await again.closed()).status is S.APPROVED
        assert [str(told.code or told.status) for told in (ledger_of(again)[name] for _, _, _, name in FRESH)] == BECAME
        assert each_on_record_once(again, ESCALATE, RETURN, *FRESH)
        assert before.items() <= again.world.books.rows.items()
        assert (said_in_the_log(again, E.TASKS_REGENERATED), said_in_the_log(again, E.COMMAND_REFUSED)) == (1, 1)
        assert [item.decision for item in (await again.record()).decisions] == [
            "escalate",
            "return",
            "escalate",
            "return",
            "approve",
        ]


@pytest.mark.parametrize("place", [0.0, 0.3, 0.9])
async def test_a_case_that_does_not_know_yet_where_it_stood_says_nothing_of_what_it_is_told(
    office: CaseOffice, temporal: Client, outside: Registry, place: float
) -> None:
    async with forgetful_worker(temporal, QUEUE):
        case = await in_review(office)
    tasks = await tasks_of(case)
    outside.asked.clear()
    outside.answers.clear()

    again = await reset(office, case, tasks[int(place * len(tasks))])
    await send(again, APPROVE)

    async with forgetful_worker(temporal, QUEUE):
        async with asyncio.timeout(PATIENCE):
            await outside.asked.wait()
        await send(again, LATE_UPLOAD)
        early = [(await again.outcome(told.name)).state for told in (APPROVE, LATE_UPLOAD)]
        outside.answers.set()
        assert early == ["unknown", "unknown"]
        assert (await again.closed()).status is S.APPROVED
        assert each_on_record_once(again, APPROVE, LATE_UPLOAD)


async def test_a_reset_in_the_middle_of_commands_changes_nothing_of_what_becomes_of_them(office: CaseOffice) -> None:
    for place in (0.0, 0.25, 0.5, 0.75, 0.95):
        case = await office.open()
        await case.handle.execute_update(CaseWorkflow.opened)
        await case.comes_to_review()
        await case.all_written()
        tasks = await tasks_of(case)

        again, _ = await asyncio.gather(reset(office, case, tasks[int(place * len(tasks))]), send(case, *FRESH))

        assert (await again.closed()).status is S.APPROVED
        assert [str(told.code or told.status) for told in (ledger_of(again)[name] for _, _, _, name in FRESH)] == BECAME
        assert each_on_record_once(again, *FRESH)
        assert said_in_the_log(again, E.OFFICER_DECISION) == 3
        assert again.world.books.names[-1] is E.HANDOFF_REPORT_GENERATED
        assert (await again.record()).documents == (a_document(),)
