"""How long an officer waits until a case is open and the look-ups have answered, beside Temporal's own client.

Both sides start the same workflow with the same input and await the same update, on the same workers and the same
simulated registries, about a company that all of them answer for at once. What the gateway adds is HTTP, the key,
validation, the search attributes and the summary by which operators find the case, and its row in the index, which it
writes while the look-ups are under way. Every sample begins when the case before it has written its records.
"""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bench.figures import BesideClient, Latency, Row
from bench.subject import REVIEW_SECONDS, OpenCase, Subject
from bench.turns import turns
from domain.identity import identity_from_entropy
from runtime.task_queues import TaskQueue
from schemas.case import CaseInput, CaseOpening
from workflows.case import CaseWorkflow

NAME = "create_case"
ABOUT = "a case opened and its look-ups answered, one at a time"
MOST_CASES = 50
WARM_UP = 2
ENTROPY_BYTES = 32

Opening = Callable[[], Awaitable[OpenCase]]
"""Opens a case, and returns once its look-ups have answered."""


async def measure(subject: Subject) -> Row:
    first = await subject.handle(await subject.open_case()).query(CaseWorkflow.record)
    sides = _sides(subject, first.record.opening)
    await _take_turns(subject, sides, WARM_UP)
    beside = await _take_turns(subject, sides, min(subject.samples, MOST_CASES))
    return Row(NAME, ABOUT, (BesideClient.HEADING, *beside.lines()), beside.figures())


def another(opening: CaseOpening, entropy: bytes, now: datetime) -> CaseOpening:
    """The same opening of another case: each entropy has ids and a portal token of its own."""
    identity = identity_from_entropy(entropy)
    url = opening.portal_url and opening.portal_url.replace(opening.portal_token or "", identity.portal_token)
    return opening.model_copy(
        update={
            **identity._asdict(),
            "portal_url": url,
            "portal_expires_at": now + (opening.portal_expires_at - opening.created_at),
            "created_at": now,
        }
    )


def _sides(subject: Subject, pattern: CaseOpening) -> tuple[Opening, Opening]:
    """The two ways to an open case: through the gateway, and by start and update."""

    async def client() -> OpenCase:
        opening = another(pattern, secrets.token_bytes(ENTROPY_BYTES), datetime.now(UTC))
        handle = await subject.temporal.start_workflow(
            CaseWorkflow.run, CaseInput(opening=opening), id=opening.workflow_id, task_queue=TaskQueue.CASES
        )
        await handle.execute_update(CaseWorkflow.opened)
        return OpenCase(opening.case_id, opening.workflow_id, opening.portal_token or "")

    return subject.open_case, client


async def _take_turns(subject: Subject, sides: tuple[Opening, Opening], rounds: int) -> BesideClient:
    seconds: tuple[list[float], list[float]] = ([], [])
    for side in turns(2, rounds):
        started = time.perf_counter()
        case = await sides[side]()
        seconds[side].append(time.perf_counter() - started)
        await _written(subject, case)
    return BesideClient(Latency.of(seconds[0]), Latency.of(seconds[1]))


async def _written(subject: Subject, case: OpenCase) -> None:
    """Waits until the case has written its records, so that it is out of the way of the next one."""
    async with asyncio.timeout(REVIEW_SECONDS):
        while (await subject.handle(case).query(CaseWorkflow.record)).unwritten_events:
            await asyncio.sleep(0.02)
