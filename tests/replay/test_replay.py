"""Cases opened by released code go on under the code of today: each recorded history replays without a difference.

A failure here means that the workflow's commands have changed. Keep the old way for cases that took it, by
`workflow.patched` or worker versioning; record anew (`python -m tests.replay.record`) only what no open case needs.
"""

import base64
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from temporalio.client import WorkflowHistory
from temporalio.workflow import NondeterminismError

from tests.replay.fingerprint import of_this_code
from tests.replay.record import HISTORIES, RECORDER
from tests.replay.stories import STORIES
from tests.workflows.replaying import replay
from workflows.case import CaseWorkflow

RECORDED = sorted(HISTORIES.glob("*.json"))

SIGNS = {
    "approve": '"generate-report"',
    "reject": '"generate-report"',
    "follow-up": '"store-responses"',
    "max-iterations": "max_iterations_reached",
    "escalate": "ESCALATED",
    "escalate-return": '"decision":"return"',
    "mcc-decisions": '"mcc-decision"',
    "asked-again": '"reclassify-mcc"',
    "judged": "RISK_REASSESSED",
    "match-judged": '"screening-decision"',
    "documents-read": "DOCUMENT_READ",
    "model-asked": '"classify-mcc-by-model"',
    "model-of-no-use": "could not be asked",
    "refused": "COMMAND_REFUSED",
    "told-too-early": '"follow-up"',
    "bounce-back": "VALIDATION_BOUNCE_BACK",
    "source-asked-again": '"attempt":2,"not_renewed"',
    "records-away": '"attempt":3',
    "records-refused": '"startToFireTimeout":"300s"',
    "reminder": '"remind-customer"',
    "portal-expired": "PORTAL_EXPIRED",
    "timeline-exceeded": "TIMELINE_EXCEEDED",
    "continue-as-new": "EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW",
    "reset-closed": "WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW",
    "reset-open": "WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW",
    "cancelled": "EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED",
    "cancelled-at-rest": "EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED",
    "cancelled-too-late": "EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED",
}
"""What a story is about, as its histories say it."""

TIMED = ("reminder", "source-asked-again", "portal-expired", "timeline-exceeded")


def lines_of_cases() -> list[str]:
    """The fingerprint of cases. The other workflows are replayed by their own tests, each run of each of them."""
    sequences = of_this_code().items()
    others = ("workflows.webhook_delivery.", "workflows.document_check.")
    return [line for name, lines in sequences if not name.startswith(others) for line in lines]


@cache
def in_clear(file: Path) -> str:
    """The whole history as text, its payloads decoded."""
    return json.dumps(_decoded(json.loads(file.read_text())), separators=(",", ":")).replace('\\"', '"')


def _decoded(part: Any) -> Any:
    if isinstance(part, list):
        return [_decoded(item) for item in part]
    if isinstance(part, dict):
        return {
            name: base64.b64decode(item).decode() if name in ("data", "encoding") else _decoded(item)
            for name, item in part.items()
        }
    return part


def histories_of(story: str) -> list[Path]:
    return [file for file in RECORDED if file.name.split(".")[0] == story]


def members(part: Any, name: str) -> Iterator[Any]:
    """Every member of this name, however deep."""
    for item in part if isinstance(part, list) else part.values() if isinstance(part, dict) else ():
        yield from members(item, name)
    if isinstance(part, dict) and name in part:
        yield part[name]


@pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.stem)
async def test_a_recorded_case_replays(file: Path) -> None:
    await replay(WorkflowHistory.from_json(file.stem, file.read_text()), [CaseWorkflow])


@pytest.mark.parametrize(
    ("story", "happened", "instead"),
    [
        ("approve", "generate-report", "generate-summary"),
        ("follow-up", "store-responses", "store-answers"),
        ("reset-closed", "read-records", "write-records"),
        ("cancelled", "EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED", "EVENT_TYPE_MARKER_RECORDED"),
    ],
)
async def test_a_case_that_took_another_way_is_noticed(story: str, happened: str, instead: str) -> None:
    text = histories_of(story)[0].read_text()
    assert happened in text

    with pytest.raises(NondeterminismError):
        await replay(WorkflowHistory.from_json("other", text.replace(happened, instead)), [CaseWorkflow])


# What is recorded.


def test_every_story_is_recorded() -> None:
    assert {file.name.split(".")[0] for file in RECORDED} == set(STORIES) == set(SIGNS)


@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_about_what_its_name_says(story: str) -> None:
    assert any(SIGNS[story] in in_clear(file) for file in histories_of(story))


@pytest.mark.parametrize("story", TIMED)
def test_a_story_of_time_waited_for_its_deadline(story: str) -> None:
    assert "EVENT_TYPE_TIMER_FIRED" in in_clear(histories_of(story)[0])


def test_a_case_that_continues_is_recorded_in_all_its_runs() -> None:
    *runs, last = [in_clear(file) for file in histories_of("continue-as-new")]

    assert len(runs) > 1
    assert all("EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW" in run for run in runs)
    assert "EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED" in last


def test_every_activity_that_a_case_may_ask_for_is_in_some_history() -> None:
    lines = [line.split() for line in lines_of_cases()]
    asked_for = {words[words.index("activity") + 1] for words in lines if "activity" in words}
    recorded = {kind["name"] for file in RECORDED for kind in members(json.loads(file.read_text()), "activityType")}

    assert {name for name in asked_for if "[" not in name} == recorded


def test_every_message_that_a_case_takes_is_in_some_history() -> None:
    decorators = [line for line in lines_of_cases() if line.startswith("@workflow")]
    named = {match[1] for line in decorators if (match := re.search(r"(?:signal|update)\(name='(.+)'\)", line))}

    assert len(named) > 4
    assert all(any(f'"{name}"' in in_clear(file) for file in RECORDED) for name in named)


def test_histories_name_nobody_and_no_place_on_a_machine() -> None:
    for file in RECORDED:
        assert set(members(json.loads(file.read_text()), "identity")) <= {RECORDER, "", "history-service"}
        assert not re.search(r"/(home|root|tmp|work|usr|Users|var)/|site-packages|\.py\b", in_clear(file))


def test_histories_are_small_enough_to_live_beside_the_code() -> None:
    assert sum(file.stat().st_size for file in RECORDED) < 5_000_000
