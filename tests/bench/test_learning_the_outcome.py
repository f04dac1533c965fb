"""What a way of learning the outcome costs, from what a history has grown by."""

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from temporalio.service import RPCError, RPCStatusCode

from bench.rows.learning_the_outcome import Cost, Unattended, heard
from schemas.commands import Outcome

APPLIED = Outcome(state="applied")
WORKFLOW_TASK = (
    EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
    EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
    EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
)


def history(*kinds: EventType.ValueType) -> list[HistoryEvent]:
    return [HistoryEvent(event_type=kind) for kind in kinds]


def test_a_signal_and_a_query_are_two_actions() -> None:
    grown = history(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED, *WORKFLOW_TASK) * 3
    assert Cost.of(grown, commands=3, queries=1) == Cost(events=4, actions=2)


def test_an_update_is_one_action() -> None:
    grown = history(
        *WORKFLOW_TASK,
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
        EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
    )
    assert Cost.of(grown, commands=1, queries=0) == Cost(events=5, actions=1)


@pytest.mark.parametrize(
    ("unattended", "cells"),
    [
        (Unattended(answered=False, applied_later=True, events=5), ("timed out", "applied, 5 events")),
        (Unattended(answered=True, applied_later=False, events=0), ("answered", "not applied, 0 events")),
    ],
)
def test_what_became_of_a_command_without_a_worker_is_told(unattended: Unattended, cells: tuple[str, str]) -> None:
    assert unattended.cells() == cells


async def outcome(error: Exception | None) -> Outcome:
    if error:
        raise error
    return APPLIED


async def test_no_answer_in_time_is_no_answer() -> None:
    assert not await heard(outcome(RPCError("Timeout expired", RPCStatusCode.CANCELLED, b"")))
    assert await heard(outcome(None))


async def test_any_other_failure_is_not_taken_for_a_late_answer() -> None:
    with pytest.raises(RPCError, match="no such workflow"):
        await heard(outcome(RPCError("no such workflow", RPCStatusCode.NOT_FOUND, b"")))
