"""How the outcome of a command is learnt: what each way costs, and what it says when no worker runs (ADR 5).

Each way has a workflow of its own that only keeps a ledger, served by a worker in this process. The ways take turns.
Then the worker stops, each way is tried once, with a short patience, and a worker comes back: was the command applied
of which its sender heard nothing?
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias
from uuid import uuid4

from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import Client, WorkflowHandle, WorkflowUpdateRPCTimeoutOrCancelledError
from temporalio.service import RPCError, RPCStatusCode
from temporalio.worker import Worker

from bench.actions import actions_in_history
from bench.figures import Figures, Latency, Row
from bench.ledger import LedgerWorkflow
from bench.subject import Subject
from bench.turns import turns
from schemas.actor import Actor
from schemas.commands import CommandEnvelope, Outcome

NAME = "learning_the_outcome"
ABOUT = "a command in, its outcome out; and what becomes of it when no worker runs"
HEADING = ("way", "n", "p50 ms", "p95 ms", "events", "actions", "no worker", "a worker is back")

MOST_COMMANDS = 1000
"""Temporal takes at most 2,000 updates in one run."""
WARM_UP = 5
PATIENCE = timedelta(seconds=60)
SHORT_PATIENCE = timedelta(seconds=1)
"""For a command that no worker is there to answer."""
BACK_SECONDS = 20.0
"""How long a worker that is back has for what waits."""
LONGEST_LIFE = timedelta(hours=1)
"""Temporal ends the workflows by then if a killed bench could not."""

Ledger: TypeAlias = WorkflowHandle[LedgerWorkflow, None]


# A signal needs no worker, so its sender is patient in any case: one that did not arrive would not be applied later.


async def _by_query(ledger: Ledger, envelope: CommandEnvelope, patience: timedelta) -> Outcome:
    await ledger.signal(LedgerWorkflow.command, envelope, rpc_timeout=PATIENCE)
    return await ledger.query(LedgerWorkflow.outcome, envelope.command_id, rpc_timeout=patience)


async def _by_awaiting_update(ledger: Ledger, envelope: CommandEnvelope, patience: timedelta) -> Outcome:
    await ledger.signal(LedgerWorkflow.command, envelope, rpc_timeout=PATIENCE)
    return await ledger.execute_update(LedgerWorkflow.awaited_outcome, envelope.command_id, rpc_timeout=patience)


async def _by_one_update(ledger: Ledger, envelope: CommandEnvelope, patience: timedelta) -> Outcome:
    return await ledger.execute_update(LedgerWorkflow.commanded, envelope, rpc_timeout=patience)


@dataclass(frozen=True)
class Way:
    name: str
    said: str
    tell: Callable[[Ledger, CommandEnvelope, timedelta], Awaitable[Outcome]]
    queries: int = 0
    """How many each command takes. No history shows them."""


WAYS = (
    Way("query", "signal, then a query", _by_query, queries=1),
    Way("awaiting_update", "signal, then an update that awaits it", _by_awaiting_update),
    Way("one_update", "one update that carries the command", _by_one_update),
)


@dataclass(frozen=True)
class Cost:
    """Of one command, on average."""

    events: float
    actions: float

    @classmethod
    def of(cls, events: Sequence[HistoryEvent], commands: int, queries: int) -> "Cost":
        """From what a history has grown by these commands."""
        return cls(len(events) / commands, actions_in_history(events).total() / commands + queries)


@dataclass(frozen=True)
class Unattended:
    """A command that was sent while no worker ran."""

    answered: bool
    applied_later: bool
    events: int
    """What it wrote into the history in the end."""

    def cells(self) -> tuple[str, str]:
        told = "answered" if self.answered else "timed out"
        return told, f"{'applied' if self.applied_later else 'not applied'}, {self.events} events"

    def figures(self) -> dict[str, float]:
        return {"answered": self.answered, "applied_later": self.applied_later, "events": self.events}


@dataclass(frozen=True)
class Learnt:
    """What was measured of one way."""

    latency: Latency
    cost: Cost
    unattended: Unattended

    def cells(self) -> tuple[str, ...]:
        cost = (f"{self.cost.events:.1f}", f"{self.cost.actions:.1f}")
        return (*self.latency.cells(), *cost, *self.unattended.cells())

    def figures(self) -> Figures:
        return {
            **self.latency.figures(),
            "events_per_command": round(self.cost.events, 2),
            "actions_per_command": round(self.cost.actions, 2),
            "no_worker": self.unattended.figures(),
        }


async def measure(subject: Subject) -> Row:
    queue = f"bench-{NAME}-{uuid4().hex[:8]}"
    async with _ledgers(subject.temporal, queue) as ledgers:
        async with Worker(subject.temporal, task_queue=queue, workflows=[LedgerWorkflow]):
            attended = await _attended(ledgers, min(subject.samples, MOST_COMMANDS))
        unattended = await _unattended(subject.temporal, queue, ledgers)
    learnt = {way: Learnt(*attended[way], unattended[way]) for way in WAYS}
    table = [HEADING, *((way.said, *found.cells()) for way, found in learnt.items())]
    return Row(NAME, ABOUT, table, {way.name: found.figures() for way, found in learnt.items()})


@asynccontextmanager
async def _ledgers(client: Client, queue: str) -> AsyncIterator[Mapping[Way, Ledger]]:
    """A workflow for each way, for as long as it is measured."""
    ledgers = {
        way: await client.start_workflow(
            LedgerWorkflow.run, id=f"{queue}-{way.name}", task_queue=queue, execution_timeout=LONGEST_LIFE
        )
        for way in WAYS
    }
    try:
        yield ledgers
    finally:
        await asyncio.gather(*(ledger.terminate("measured") for ledger in ledgers.values()))


async def _attended(ledgers: Mapping[Way, Ledger], rounds: int) -> Mapping[Way, tuple[Latency, Cost]]:
    """What the ways take while a worker runs."""
    await _take_turns(ledgers, WARM_UP)
    before = {way: len(await _events(ledger)) for way, ledger in ledgers.items()}
    seconds = await _take_turns(ledgers, rounds)
    return {
        way: (Latency.of(seconds[way]), Cost.of((await _events(ledger))[before[way] :], rounds, way.queries))
        for way, ledger in ledgers.items()
    }


async def _take_turns(ledgers: Mapping[Way, Ledger], rounds: int) -> Mapping[Way, list[float]]:
    seconds: dict[Way, list[float]] = {way: [] for way in WAYS}
    for number in turns(len(WAYS), rounds):
        way, envelope = WAYS[number], _envelope()
        started = time.perf_counter()
        outcome = await way.tell(ledgers[way], envelope, PATIENCE)
        seconds[way].append(time.perf_counter() - started)
        if outcome.state != "applied":
            raise RuntimeError(f"{way.said}: the outcome was {outcome.state}")
    return seconds


async def _unattended(client: Client, queue: str, ledgers: Mapping[Way, Ledger]) -> Mapping[Way, Unattended]:
    """What each way says while no worker runs, and what is true once one is back."""
    envelopes = {way: _envelope() for way in WAYS}
    before = {way: len(await _events(ledger)) for way, ledger in ledgers.items()}
    answered = await asyncio.gather(*(heard(way.tell(ledgers[way], envelopes[way], SHORT_PATIENCE)) for way in WAYS))
    async with Worker(client, task_queue=queue, workflows=[LedgerWorkflow]):
        applied = await asyncio.gather(*(_applied(ledgers[way], envelopes[way].command_id) for way in WAYS))
    return {
        way: Unattended(was_answered, was_applied, len(await _events(ledgers[way])) - before[way])
        for way, was_answered, was_applied in zip(WAYS, answered, applied, strict=True)
    }


async def heard(outcome: Awaitable[Outcome]) -> bool:
    """Whether the sender of a command heard of its outcome in time."""
    try:
        await outcome
    except WorkflowUpdateRPCTimeoutOrCancelledError:
        return False
    except RPCError as error:
        if error.status not in (RPCStatusCode.DEADLINE_EXCEEDED, RPCStatusCode.CANCELLED):
            raise
        return False
    return True


async def _applied(ledger: Ledger, command_id: str) -> bool:
    """Whether a command is in the ledger after all, soon after a worker is back."""
    until = time.monotonic() + BACK_SECONDS
    while time.monotonic() < until:
        if (await ledger.query(LedgerWorkflow.outcome, command_id, rpc_timeout=PATIENCE)).state == "applied":
            return True
        await asyncio.sleep(0.05)
    return False


async def _events(ledger: Ledger) -> Sequence[HistoryEvent]:
    return (await ledger.fetch_history()).events


def _envelope() -> CommandEnvelope:
    """A command such as an officer's."""
    return CommandEnvelope(
        command_id=f"decision:key_bench:{uuid4().hex}",
        actor=Actor(id="key_bench", role="officer"),
        body={"decision": "escalate", "reason": "measured"},
    )
