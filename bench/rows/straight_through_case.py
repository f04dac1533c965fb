"""What one case without a hitch costs Temporal: history events, history bytes, billable actions.

The case: opened, three documents uploaded, submitted, approved, report written. Events and bytes are the server's own
count. Actions are an estimate by the rules that Temporal Cloud publishes: one each for the start, a signal, an update,
an upsert of search attributes, a timer, and each attempt of an activity; and, which the history does not show and the
server's metrics do, one for each query and each heartbeat that reached the server.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from bench.figures import Row
from bench.server_metrics import requests_so_far
from bench.subject import OpenCase, Subject
from schemas.status import CaseStatus

NAME = "straight_through_case"
ABOUT = "opened, three documents, submitted, approved, reported"
DOCUMENTS = ("certificate_of_incorporation", "proof_of_business_address", "articles_of_association")

ONE_ACTION = {
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED: "start",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED: "signals",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED: "updates",
    EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: "search_attributes",
    EventType.EVENT_TYPE_TIMER_STARTED: "timers",
}
"""The events that are one action each. Activities are counted by attempt."""

NOT_IN_HISTORY = {"QueryWorkflow": "queries", "RecordActivityTaskHeartbeat": "heartbeats"}


@dataclass(frozen=True)
class Cost:
    events: int
    history_bytes: int
    actions: Counter[str]


async def measure(subject: Subject) -> Row:
    before = await _outside_history(subject)
    case = await subject.open_case()
    for requirement_id in DOCUMENTS:
        await subject.upload(case, requirement_id)
    await subject.submit(case)
    await subject.status_shown(case, CaseStatus.REVIEW_PENDING)
    await subject.post(f"/api/cases/{case.case_id}/decision", {"decision": "approve"})
    await subject.handle(case).result()
    cost = await _cost(subject, case, await _outside_history(subject) - before)
    total = cost.actions.total()
    table = [("", "count"), ("history events", str(cost.events)), ("history bytes", f"{cost.history_bytes:,}")]
    table += [("actions (estimate)", str(total)), *((f"  {name}", str(n)) for name, n in cost.actions.most_common())]
    return Row(
        NAME,
        ABOUT,
        table,
        {
            "history_events": cost.events,
            "history_bytes": cost.history_bytes,
            "actions": total,
            "actions_by_kind": dict(cost.actions),
        },
    )


def actions_in_history(events: Iterable[HistoryEvent]) -> Counter[str]:
    """The billable actions that a history shows, by kind."""
    actions: Counter[str] = Counter()
    for event in events:
        if event.event_type == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED:
            actions["activities"] += event.activity_task_started_event_attributes.attempt
        elif kind := ONE_ACTION.get(event.event_type):
            actions[kind] += 1
    return actions


async def _cost(subject: Subject, case: OpenCase, outside_history: Counter[str]) -> Cost:
    handle = subject.handle(case)
    history = await handle.fetch_history()
    description = await handle.describe()
    return Cost(
        events=len(history.events),
        history_bytes=description.raw_description.workflow_execution_info.history_size_bytes,
        actions=actions_in_history(history.events) + outside_history,
    )


async def _outside_history(subject: Subject) -> Counter[str]:
    requests = await requests_so_far(subject.addresses.temporal_metrics_url, subject.addresses.temporal_namespace)
    return Counter({kind: requests[operation] for operation, kind in NOT_IN_HISTORY.items()})
