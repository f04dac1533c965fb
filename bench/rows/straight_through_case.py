"""What one case without a hitch costs Temporal: history events, history bytes, billable actions.

The case: opened, three documents uploaded, submitted, approved, report written. Events and bytes are the server's own
count. Actions are an estimate by the rules that Temporal Cloud publishes: those that the history shows, and, which the
server's metrics do, one for each query and each heartbeat that reached the server.
"""

from collections import Counter
from dataclasses import dataclass

from bench.actions import actions_in_history
from bench.figures import Row
from bench.server_metrics import requests_so_far
from bench.subject import OpenCase, Subject
from schemas.status import CaseStatus

NAME = "straight_through_case"
ABOUT = "opened, three documents, submitted, approved, reported"
DOCUMENTS = ("certificate_of_incorporation", "proof_of_business_address", "articles_of_association")

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
    await subject.post(f"/api/cases/{case.case_id}/decision", {"decision": "approve", "reason": "measured"})
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
