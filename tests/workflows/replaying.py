"""What a workflow did, replayed under its code of today."""

import asyncio
from collections.abc import Sequence

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from runtime.temporal import casewright_plugin
from tests.workflows.running_case import HELD_UP, PATIENCE


async def replay(history: WorkflowHistory, workflows: Sequence[type]) -> None:
    """Raises NondeterminismError if the code of today does anything else, and RuntimeError if it fails.

    A replay that a busy machine held up for too long at one task says neither, and is begun anew.
    """
    replayer = Replayer(workflows=workflows, plugins=[casewright_plugin()])
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                await replayer.replay_workflow(history)
            except RuntimeError as error:
                if HELD_UP not in str(error):
                    raise
            else:
                return
