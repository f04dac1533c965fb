"""Cases whose agents take as long as a test likes, and how an officer asks them once more."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from temporalio import activity
from temporalio.client import WorkflowUpdateFailedError, WorkflowUpdateHandle, WorkflowUpdateStage
from temporalio.exceptions import ApplicationError

from schemas.actor import Actor
from schemas.case import TaskRequest
from schemas.commands import CommandEnvelope
from schemas.events import CaseEvent, EventName
from schemas.investigation import TaskAnswer
from schemas.mcc import MccAnswer, MccRequest
from schemas.status import CaseStatus
from tests.example_cases import OFFICER, an_envelope
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.running_case import PATIENCE, RunningCase

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
    async def generate_tasks(self, request: TaskRequest) -> TaskAnswer:
        await self._think()
        return await super().generate_tasks(request)

    @activity.defn(name="classify-mcc")
    async def classify_mcc(self, request: MccRequest) -> MccAnswer:
        await self._think()
        return await super().classify_mcc(request)

    async def _think(self) -> None:
        """Whoever is asked first while the answers are held up waits; whoever is asked next is not kept waiting."""
        self.asked += 1
        if not self.answers.is_set() and not self.waits:
            self.waits = True
            await self.answers.wait()
            self.waits = False


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
