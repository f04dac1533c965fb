"""How long an officer waits for a command's outcome through the gateway, beside Temporal's own client.

Both sides do the same to the same kind of case: signal, then query of the outcome. What the gateway adds is HTTP, the
key, the look-up of whose case it is, validation and the answer. The two sides take turns, and who begins takes turns
too, so that whatever else the machine does meets both. Every sample is taken on a case at rest: an officer decides on
a case that waits, not on one that is writing records.

`decision` moves a case on, so each sample of it (escalate) takes a fresh case. `mcc-decision` (override) can be
repeated on one case for ever, which gives many samples cheaply.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from uuid import uuid4

from pydantic import JsonValue

from bench.figures import BesideClient, Latency, Row
from bench.subject import OpenCase, Subject
from bench.turns import turns
from schemas.actor import Actor
from schemas.commands import CommandEnvelope, CommandKind
from workflows.case import CaseWorkflow

NAME = "decision_round_trip"
ABOUT = "an officer's command in, its outcome out, one at a time"

ESCALATE: dict[str, JsonValue] = {"decision": "escalate", "reason": "measured"}
OVERRIDE: dict[str, JsonValue] = {"action": "override", "override_mcc": "4215"}

MOST_FRESH_CASES = 50
OPENED_AT_ONCE = 4
WARM_UP = 5
OFFICER = Actor(id="bench", role="officer")

RoundTrip = Callable[[OpenCase], Awaitable[None]]


async def measure(subject: Subject) -> Row:
    fresh = await _fresh_cases(subject, 2 * min(subject.samples, MOST_FRESH_CASES))
    one_case = await subject.case_under_review()
    override = _sides(subject, "mcc-decision", OVERRIDE)
    await _take_turns(subject, override, [one_case] * (2 * WARM_UP))
    measured = {
        "decision": await _take_turns(subject, _sides(subject, "decision", ESCALATE), fresh),
        "mcc_decision": await _take_turns(subject, override, [one_case] * (2 * subject.samples)),
    }
    table: list[tuple[str, ...]] = [("command", *BesideClient.HEADING)]
    for command, beside in measured.items():
        gateway, client = beside.lines()
        table += [(command, *gateway), ("", *client)]
    return Row(NAME, ABOUT, table, {command: beside.figures() for command, beside in measured.items()})


async def _fresh_cases(subject: Subject, count: int) -> list[OpenCase]:
    room = asyncio.Semaphore(OPENED_AT_ONCE)

    async def one() -> OpenCase:
        async with room:
            return await subject.case_under_review()

    return list(await asyncio.gather(*(one() for _ in range(count))))


def _sides(subject: Subject, kind: CommandKind, body: dict[str, JsonValue]) -> tuple[RoundTrip, RoundTrip]:
    """The two ways to the same outcome: through the gateway, and by signal and query."""

    async def gateway(case: OpenCase) -> None:
        await subject.post(f"/api/cases/{case.case_id}/{kind}", body)

    async def client(case: OpenCase) -> None:
        handle = subject.handle(case)
        envelope = CommandEnvelope(command_id=uuid4().hex, actor=OFFICER, body=body)
        await handle.signal(kind, envelope)
        outcome = await handle.query(CaseWorkflow.outcome, envelope.command_id)
        if outcome.state != "applied":
            raise RuntimeError(f"{kind} was {outcome.state}: {outcome.message}")

    return gateway, client


async def _take_turns(subject: Subject, sides: tuple[RoundTrip, RoundTrip], cases: list[OpenCase]) -> BesideClient:
    """One sample per case, as many for each side."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for side, case in zip(turns(2, len(cases) // 2), cases, strict=True):
        await subject.at_rest(case)
        started = time.perf_counter()
        await sides[side](case)
        seconds[side].append(time.perf_counter() - started)
    return BesideClient(Latency.of(seconds[0]), Latency.of(seconds[1]))
