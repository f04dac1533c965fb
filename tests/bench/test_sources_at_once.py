"""How long look-ups took is read from a case's history, up to the answer of its opening."""

from datetime import UTC, datetime, timedelta

import pytest
from google.protobuf.timestamp_pb2 import Timestamp
from temporalio.api.common.v1 import ActivityType
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import (
    ActivityTaskCompletedEventAttributes,
    ActivityTaskScheduledEventAttributes,
    HistoryEvent,
)

from bench.rows.sources_at_once import look_up_seconds

BEGAN = datetime(2026, 3, 1, 9, tzinfo=UTC)


def at(milliseconds: int) -> Timestamp:
    moment = Timestamp()
    moment.FromDatetime(BEGAN + timedelta(milliseconds=milliseconds))
    return moment


def scheduled(number: int, milliseconds: int, name: str = "look-up") -> HistoryEvent:
    return HistoryEvent(
        event_id=number,
        event_time=at(milliseconds),
        event_type=EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
        activity_task_scheduled_event_attributes=ActivityTaskScheduledEventAttributes(
            activity_type=ActivityType(name=name)
        ),
    )


def completed(number: int, scheduled_as: int, milliseconds: int) -> HistoryEvent:
    return HistoryEvent(
        event_id=number,
        event_time=at(milliseconds),
        event_type=EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
        activity_task_completed_event_attributes=ActivityTaskCompletedEventAttributes(scheduled_event_id=scheduled_as),
    )


OPENED = HistoryEvent(
    event_id=9, event_time=at(90), event_type=EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED
)


def test_each_look_up_is_timed_from_its_scheduling_to_its_answer() -> None:
    history = [scheduled(1, 0), scheduled(2, 5), completed(3, 2, 65), completed(4, 1, 80), OPENED]
    assert look_up_seconds(history) == pytest.approx([0.06, 0.08])


def test_other_activities_and_what_comes_after_the_opening_do_not_count() -> None:
    history = [
        scheduled(1, 0),
        scheduled(2, 0, "write-records"),
        completed(3, 2, 30),
        completed(4, 1, 50),
        OPENED,
        scheduled(10, 100),
        completed(11, 10, 900),
    ]
    assert look_up_seconds(history) == pytest.approx([0.05])
