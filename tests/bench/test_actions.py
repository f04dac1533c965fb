"""Billable actions are counted from a history as Temporal Cloud counts them."""

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import ActivityTaskStartedEventAttributes, HistoryEvent

from bench.actions import actions_in_history


def started(attempt: int) -> HistoryEvent:
    return HistoryEvent(
        event_type=EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
        activity_task_started_event_attributes=ActivityTaskStartedEventAttributes(attempt=attempt),
    )


def test_each_attempt_of_an_activity_is_an_action() -> None:
    assert actions_in_history([started(1), started(3)]) == {"activities": 4}


def test_messages_timers_and_search_attributes_are_an_action_each() -> None:
    history = [
        HistoryEvent(event_type=kind)
        for kind in (
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
            EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
            EventType.EVENT_TYPE_TIMER_STARTED,
        )
    ]
    assert actions_in_history(history) == {"start": 1, "signals": 2, "updates": 1, "search_attributes": 1, "timers": 1}


def test_workflow_tasks_are_free() -> None:
    assert not actions_in_history([HistoryEvent(event_type=EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)])
