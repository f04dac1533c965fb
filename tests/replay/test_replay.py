"""Cases opened by released code go on under the code of today: each recorded history replays without a difference.

A failure here means that the workflow's commands have changed. Keep the old way for cases that took it, by
`workflow.patched` or worker versioning; record anew (`python -m tests.replay.record`) only what no open case needs.
"""

from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer
from temporalio.workflow import NondeterminismError

from runtime.temporal import casewright_plugin
from tests.replay.record import HISTORIES
from tests.replay.stories import STORIES
from workflows.case import CaseWorkflow

RECORDED = sorted(HISTORIES.glob("*.json"))


def replayer() -> Replayer:
    return Replayer(workflows=[CaseWorkflow], plugins=[casewright_plugin()])


@pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.stem)
async def test_a_recorded_case_replays(file: Path) -> None:
    await replayer().replay_workflow(WorkflowHistory.from_json(file.stem, file.read_text()))


def test_every_story_is_recorded() -> None:
    assert {file.name.split(".")[0] for file in RECORDED} == set(STORIES)


async def test_a_case_that_took_another_way_is_noticed() -> None:
    other = (HISTORIES / "approve.json").read_text().replace("generate-report", "generate-summary")

    with pytest.raises(NondeterminismError):
        await replayer().replay_workflow(WorkflowHistory.from_json("other", other))
