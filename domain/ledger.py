"""How a case's state grows: what happened becomes numbered events, and each is folded in and waits to be written."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from pydantic import JsonValue

from domain.fold import CHANGE_NOTHING, after
from domain.identity import body_hash
from domain.storable import storable
from schemas.actor import Actor
from schemas.case import CaseState
from schemas.commands import CommandEnvelope
from schemas.events import CaseEvent, EventName

LARGEST_BATCH = 200
LARGEST_BATCH_BYTES = 1024 * 1024

SYSTEM = Actor(id="casewright", role="system")


class Event(NamedTuple):
    """Something that happened, before it has its number and time."""

    name: EventName
    actor: Actor = SYSTEM
    data: dict[str, JsonValue] = {}  # noqa: RUF012  # never mutated


Events = tuple[Event, ...]


class Cause(NamedTuple):
    """The command that events come from."""

    command_id: str
    body_hash: str

    @classmethod
    def of(cls, envelope: CommandEnvelope) -> "Cause":
        return cls(storable(envelope.command_id), body_hash(envelope.body))


def with_events(state: CaseState, events: Iterable[Event], now: datetime, cause: Cause | None = None) -> CaseState:
    """The state after these events, which are in its outbox."""
    for event in events:
        numbered = CaseEvent(
            sequence=state.last_sequence + 1,
            event=event.name,
            timestamp=now,
            actor=event.actor,
            data=event.data,
            command_id=cause.command_id if cause else None,
            body_hash=cause.body_hash if cause else None,
        )
        state = after(state, numbered)
        state = state.model_copy(update={"outbox": (*state.outbox, numbered)})
    return state


def without_written(state: CaseState, written: Sequence[CaseEvent]) -> CaseState:
    """The state once these events are in Postgres."""
    known = {event.sequence: event for event in written}
    unwritten = tuple(event for event in state.outbox if known.get(event.sequence) != event)
    return state.model_copy(update={"outbox": unwritten})


def batch_of(outbox: Sequence[CaseEvent]) -> tuple[CaseEvent, ...]:
    """The first events of the outbox, as many as one write may carry: after a long outage of the database they must
    still fit into one payload of Temporal (2 MB). Never none."""
    size = 0
    for count, event in enumerate(outbox[:LARGEST_BATCH]):
        size += len(event.model_dump_json().encode())
        if count and size > LARGEST_BATCH_BYTES:
            return tuple(outbox[:count])
    return tuple(outbox[:LARGEST_BATCH])


def changes_since(events: Iterable[CaseEvent], version: int) -> tuple[CaseEvent, ...]:
    """The events that made a case what it is after this version. Refusals changed nothing."""
    news = [event for event in events if event.event not in CHANGE_NOTHING]
    return tuple(news[version:])
