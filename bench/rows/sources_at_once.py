"""How long a case takes to open beside the slowest of its look-ups, when every source takes 50 ms for each answer.

All look-ups start together, so the whole should cost little more than the slowest alone. That one is read from the
case's own history: from the moment it was scheduled until its answer was there. Every case has another name, so that no
answer is one that was kept from the case before.
"""

import time
from collections.abc import Iterable
from itertools import count

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from bench.figures import Latency, Row
from bench.subject import OpenCase, Subject
from deploy.local.registries.catalogue import GELIJKTRED

NAME = "sources_at_once"
ABOUT = "a case opened while each source takes 50 ms an answer"
MOST_CASES = 30
WARM_UP = 2
LOOK_UP = "look-up"


async def measure(subject: Subject) -> Row:
    names = (f"Gelijktred Klokken {number} BV" for number in count())
    whole, slowest, sources = [], [], 0
    for number in range(WARM_UP + min(subject.samples, MOST_CASES)):
        seconds, case = await _opened(subject, next(names))
        looks = look_up_seconds((await subject.handle(case).fetch_history()).events)
        if number >= WARM_UP:
            whole.append(seconds)
            slowest.append(max(looks))
            sources = len(looks)
    total, single = Latency.of(whole), Latency.of(slowest)
    ratio = total.p50 / single.p50
    return Row(
        NAME,
        ABOUT,
        (
            ("", "n", "p50 ms", "p95 ms", "ratio of medians"),
            (f"opened, {sources} sources asked", *total.cells(), f"{ratio:.2f}"),
            ("the slowest of them", *single.cells(), ""),
        ),
        {
            "sources": sources,
            "opened": total.figures(),
            "slowest_look_up": single.figures(),
            "ratio_of_medians": round(ratio, 3),
        },
    )


def look_up_seconds(history: Iterable[HistoryEvent]) -> list[float]:
    """How long each look-up that was scheduled before the opening was answered took, from its scheduling."""
    scheduled, seconds = {}, []
    for event in history:
        if event.event_type == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED:
            attributes = event.activity_task_scheduled_event_attributes
            if attributes.activity_type.name == LOOK_UP:
                scheduled[event.event_id] = event.event_time.ToNanoseconds()
        elif event.event_type == EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED:
            began = scheduled.get(event.activity_task_completed_event_attributes.scheduled_event_id)
            if began is not None:
                seconds.append((event.event_time.ToNanoseconds() - began) / 1e9)
        elif event.event_type == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED:
            break
    return seconds


async def _opened(subject: Subject, name: str) -> tuple[float, OpenCase]:
    company = GELIJKTRED.company().model_dump(mode="json", exclude_none=True) | {"company_name": name}
    started = time.perf_counter()
    created = await subject.post("/api/cases", company, expected=201)
    seconds = time.perf_counter() - started
    case = OpenCase(created["case_id"], created["workflow_id"], created["portal_token"])
    return seconds, case
