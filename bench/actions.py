"""What Temporal Cloud would bill, counted from a history.

By the published rules one action each: the start, a signal, an update, an upsert of search attributes, a timer, and
each attempt of an activity. Queries and heartbeats are one each too, and no history shows them.
"""

from collections import Counter
from collections.abc import Iterable

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

ONE_ACTION = {
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED: "start",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED: "signals",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED: "updates",
    EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: "search_attributes",
    EventType.EVENT_TYPE_TIMER_STARTED: "timers",
}
"""The events that are one action each. Activities are counted by attempt."""


def actions_in_history(events: Iterable[HistoryEvent]) -> Counter[str]:
    """The billable actions that a history shows, by kind."""
    actions: Counter[str] = Counter()
    for event in events:
        if event.event_type == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED:
            actions["activities"] += event.activity_task_started_event_attributes.attempt
        elif kind := ONE_ACTION.get(event.event_type):
            actions[kind] += 1
    return actions
