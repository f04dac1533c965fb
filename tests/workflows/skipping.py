"""A Temporal server on which each case has a clock of its own, which stands by until a test turns it forward."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from temporalio.testing import TimeSkipper, TimeSkippingConfig, WorkflowEnvironment

from runtime.task_queues import TaskQueue
from runtime.temporal import SEARCH_ATTRIBUTES, casewright_plugin
from schemas.case import CaseInput, CaseOpening, CaseRecord
from schemas.template import CaseTemplate
from tests.conftest import START_SECONDS
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.running_case import CaseOffice, RunningCase, working
from workflows.case import CaseWorkflow

A_CASE_S_LIFE = timedelta(days=1000)
"""Counted on the case's clock, so longer than all of its deadlines."""

SETTINGS = {
    "frontend.WorkflowTimeSkippingEnabled": "true",
    # Ours, so that a timer that was skipped to fires at once instead of within a second, …
    "history.timerProcessorMaxTimeShift": '"20ms"',
    # … and so that a run that continues a very short one, as only tests have them, begins at once.
    "history.continueAsNewMinInterval": '"0s"',
}


@dataclass
class DatedCase(RunningCase):
    """An open case with a clock of its own."""

    clocks: TimeSkipper

    async def after(self, **time: float) -> CaseRecord:
        """The record once so many days, hours, … have passed and the case has acted on what fell due in them."""
        await self.clocks.fast_forward(self.handle, timedelta(**time))
        return await self.record()


@dataclass
class DatedOffice(CaseOffice):
    """Opens cases whose clocks can be turned."""

    clocks: TimeSkipper

    def opening_under(self, template: CaseTemplate) -> CaseOpening:
        opening = self.opening()
        ends = opening.created_at + timedelta(days=template.portal_token_days)
        return opening.model_copy(update={"template": template, "portal_expires_at": ends})

    async def open(
        self, opening: CaseOpening | None = None, history_limit: int | None = None, queue: str = TaskQueue.CASES
    ) -> DatedCase:
        opening = opening or self.opening()
        handle = await self.client.start_workflow(
            CaseWorkflow.run,
            CaseInput(opening=opening, history_limit=history_limit),
            id=opening.workflow_id,
            task_queue=queue,
            execution_timeout=A_CASE_S_LIFE,
        )
        case = DatedCase(handle, self.outside.of[opening.case_id], self.clocks)
        self.opened.append(case)
        return case


@asynccontextmanager
async def clocks_to_turn() -> AsyncIterator[TimeSkipper]:
    """The server. A clock runs as all clocks do, except while a test turns it forward: then the server skips whatever
    time nothing happens in."""
    async with await WorkflowEnvironment.start_local(
        dev_server_existing_path=str(Path(sys.executable).parent / "temporal"),
        dev_server_extra_args=[
            part for name, value in SETTINGS.items() for part in ("--dynamic-config-value", f"{name}={value}")
        ],
        dev_server_startup_timeout=timedelta(seconds=START_SECONDS),
        search_attributes=SEARCH_ATTRIBUTES,
        plugins=[casewright_plugin()],
    ) as environment:
        yield TimeSkipper(environment.client, config=TimeSkippingConfig(enabled=False))


@asynccontextmanager
async def own_clocks(outside: OutsideWorld) -> AsyncIterator[TimeSkipper]:
    """The server, with workers of all queues."""
    async with clocks_to_turn() as clocks, working(clocks.client, outside):
        yield clocks
