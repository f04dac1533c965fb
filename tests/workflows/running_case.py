"""A case that runs on a real Temporal server, and what people tell and ask it."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

import pytest
from pydantic import JsonValue
from temporalio.api.enums.v1 import EventType, WorkflowTaskFailedCause
from temporalio.client import Client, WorkflowExecutionStatus, WorkflowHandle, WorkflowQueryFailedError
from temporalio.service import RPCError, RPCStatusCode
from temporalio.worker import Worker

from domain.identity import workflow_id_of
from runtime.task_queues import TaskQueue
from schemas.actor import Actor
from schemas.case import CaseClosed, CaseInput, CaseOpening, CaseRecord, CaseView
from schemas.commands import CommandKind, Outcome
from schemas.documents import CaseDocument
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import ANSWERS, CUSTOMER, OFFICER, a_document, an_envelope, an_opening
from tests.serving import serving
from tests.workflows.outside_world import OutsideWorld, World
from worker import QueueWork
from workflows.case import CaseWorkflow

PATIENCE = 240.0
"""Seconds after which something that should have happened never will."""
LIFETIME = timedelta(minutes=30)

FAILED = EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED
HARMLESS = (
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND,
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW,
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_FORCE_CLOSE_COMMAND,
)
HELD_UP = "[TMPRL1101]"
"""How the SDK begins to say that a task or a question was not done within two seconds; a task is given once more. On a
busy machine that is no defect. A workflow that never yields comes to nothing, and fails its test by that."""
NOT_NOW = (
    RPCStatusCode.FAILED_PRECONDITION,
    RPCStatusCode.RESOURCE_EXHAUSTED,
    RPCStatusCode.UNAVAILABLE,
    RPCStatusCode.DEADLINE_EXCEEDED,
    RPCStatusCode.CANCELLED,
)
"""What a question to a case ends with that nobody answers for the moment."""

_names = count(1)

Answer = TypeVar("Answer")


async def once_it_can_answer(ask: Callable[[], Awaitable[Answer]]) -> Answer:
    """What a case answers. A run that continues another can be asked nothing for the moment before its first task, and
    a busy server puts questions off."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                return await ask()
            except WorkflowQueryFailedError as error:
                if not error.message.startswith(HELD_UP):
                    raise
            except RPCError as error:
                if error.status not in NOT_NOW:
                    raise
            await asyncio.sleep(0.02)


@dataclass
class RunningCase:
    """One open case and its world."""

    handle: WorkflowHandle[CaseWorkflow, CaseClosed]
    world: World

    async def view(self) -> CaseView:
        return await once_it_can_answer(lambda: self.handle.query(CaseWorkflow.record))

    async def record(self) -> CaseRecord:
        return (await self.view()).record

    async def outcome(self, command_id: str) -> Outcome:
        return await once_it_can_answer(lambda: self.handle.query(CaseWorkflow.outcome, command_id))

    async def reaches(self, status: CaseStatus) -> CaseRecord:
        """The record once the case is in this status."""
        return await self.comes_to(lambda record: record.status is status)

    async def has_screened(self) -> CaseRecord:
        """The record once the case has done all that it does by itself while it waits for its customer."""
        return await self.comes_to(lambda record: SourceName.SCREENING in record.sources)

    async def comes_to(self, condition: Callable[[CaseRecord], bool]) -> CaseRecord:
        async with asyncio.timeout(PATIENCE):
            while not condition(record := await self.record()):
                await asyncio.sleep(0.02)
        return record

    async def all_written(self) -> None:
        """Waits until no event is left in the outbox."""
        async with asyncio.timeout(PATIENCE):
            while (await self.view()).unwritten_events:
                await asyncio.sleep(0.02)

    async def tell(
        self, kind: CommandKind, body: Mapping[str, JsonValue], actor: Actor, command_id: str | None = None
    ) -> Outcome:
        """Sends a command and returns what became of it."""
        name = command_id or f"cmd_{next(_names)}"
        await self.handle.signal(kind, an_envelope(body, actor, name))
        return await self.outcome(name)

    async def upload(self, document: CaseDocument) -> Outcome:
        return await self.tell("document", {"document": document.model_dump(mode="json")}, CUSTOMER)

    async def submit(self, **body: JsonValue) -> Outcome:
        return await self.tell("follow-up", {"answers": ANSWERS, **body}, CUSTOMER)

    async def decide(self, decision: str, actor: Actor = OFFICER, **body: JsonValue) -> Outcome:
        """Decides, with a reason, as most decisions need one."""
        return await self.tell("decision", {"decision": decision, "reason": "A good one", **body}, actor)

    async def comes_to_review(self) -> CaseRecord:
        """The customer uploads what is required and submits; the investigation runs."""
        await self.upload(a_document())
        await self.submit()
        return await self.reaches(CaseStatus.REVIEW_PENDING)

    async def closed(self) -> CaseClosed:
        async with asyncio.timeout(PATIENCE):
            return await self.handle.result()


@dataclass
class CaseOffice:
    """Opens cases, and ends those that a test leaves open."""

    client: Client
    outside: OutsideWorld
    opened: list[RunningCase]

    def opening(self) -> CaseOpening:
        """The example case as it would be opened now: its deadlines are ahead."""
        case_id, now = f"case_{secrets.token_hex(6)}", datetime.now(UTC)
        return an_opening(
            case_id=case_id,
            workflow_id=workflow_id_of(case_id),
            created_at=now,
            portal_expires_at=now + timedelta(days=30),
        )

    async def open(
        self, opening: CaseOpening | None = None, history_limit: int | None = None, queue: str = TaskQueue.CASES
    ) -> RunningCase:
        opening = opening or self.opening()
        handle = await self.client.start_workflow(
            CaseWorkflow.run,
            CaseInput(opening=opening, history_limit=history_limit),
            id=opening.workflow_id,
            task_queue=queue,
            execution_timeout=LIFETIME,
        )
        return self.at(opening.case_id, handle)

    def at(self, case_id: str, handle: WorkflowHandle[CaseWorkflow, CaseClosed]) -> RunningCase:
        case = RunningCase(handle, self.outside.of[case_id])
        self.opened.append(case)
        return case

    async def close(self) -> None:
        """Ends what still runs, so that no later test meets it. No case may ever have made its worker stumble."""
        for case in self.opened:
            case.world.books.open.set()
            case.world.investigating.set()
            if (await case.handle.describe()).status is WorkflowExecutionStatus.RUNNING:
                await _terminate(case.handle)
        for case in self.opened:
            if failed := await stumbles(case.handle):
                pytest.fail(f"the workflow stumbled: {failed}")


async def _terminate(handle: WorkflowHandle[Any, Any]) -> None:
    try:
        await handle.terminate("the test is over")
    except RPCError as error:
        if error.status is not RPCStatusCode.NOT_FOUND:  # it has ended by itself since it was looked at
            raise


@asynccontextmanager
async def working(client: Client, outside: OutsideWorld) -> AsyncIterator[None]:
    """Workers of all queues, in this process: the workflow is the real one, its activities are the outside world's."""
    work = {TaskQueue.CASES: QueueWork(workflows=[CaseWorkflow]), **outside.work()}
    async with serving(client, work):
        yield


def forgetful_worker(client: Client, queue: str) -> Worker:
    """A worker that keeps no workflow in memory: each workflow task replays the whole history."""
    return Worker(client, task_queue=queue, workflows=[CaseWorkflow], max_cached_workflows=0)


async def stumbles(handle: WorkflowHandle[Any, Any]) -> list[str]:
    """Workflow tasks of the latest run that failed by a defect of the workflow.

    A task that ends a run is sent back when a message came in meanwhile; that is none, nor is a Reset or a termination.
    """
    history = await handle.fetch_history()
    failed = [event.workflow_task_failed_event_attributes for event in history.events if event.event_type == FAILED]
    return [
        str(attributes)
        for attributes in failed
        if attributes.cause not in HARMLESS and not attributes.failure.message.startswith(HELD_UP)
    ]


async def runs_of(handle: WorkflowHandle[Any, Any], client: Client) -> list[str]:
    """The run ids of a case, from its first run along the chain of runs that continue it."""
    runs = [handle.first_execution_run_id or ""]
    while True:
        history = await client.get_workflow_handle(handle.id, run_id=runs[-1]).fetch_history()
        following = history.events[-1].workflow_execution_continued_as_new_event_attributes.new_execution_run_id
        if not following:
            return runs
        runs.append(following)


async def goes_on_in_another_run(case: RunningCase, client: Client) -> None:
    """Waits until the case has gone over, from its first run, into another."""
    async with asyncio.timeout(PATIENCE):
        while len(await runs_of(case.handle, client)) == 1:
            await asyncio.sleep(0.02)
