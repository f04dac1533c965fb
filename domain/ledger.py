"""How a case's state grows: a change adds events with gapless sequence numbers, a command adds its outcome."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from pydantic import JsonValue

from schemas.case import CaseRecord, CaseState
from schemas.commands import Actor, Outcome
from schemas.events import CaseEvent, EventName

LEDGER_SIZE = 1000
"""Outcomes kept; the oldest go first. A retry comes within seconds, so a thousand commands back is long ago."""

SYSTEM = Actor(id="casewright", role="system")


class Event(NamedTuple):
    name: EventName
    actor: Actor = SYSTEM
    data: dict[str, JsonValue] = {}  # noqa: RUF012  # never mutated


@dataclass(frozen=True)
class Change:
    """The record as it is to be, and what happened to make it so."""

    record: CaseRecord
    events: tuple[Event, ...] = field(default=())


def with_change(state: CaseState, change: Change, now: datetime) -> CaseState:
    """The state with the changed record and its events in the outbox. A refusal is an event but not a new version."""
    numbered = tuple(
        CaseEvent(
            sequence=state.last_sequence + 1 + index,
            event=event.name,
            timestamp=now,
            actor=event.actor,
            data=event.data,
        )
        for index, event in enumerate(change.events)
    )
    news = sum(event.name is not EventName.COMMAND_REFUSED for event in change.events)
    record = change.record
    if news:
        record = record.model_copy(update={"version": state.record.version + news, "updated_at": now})
    return state.model_copy(
        update={
            "record": record,
            "last_sequence": state.last_sequence + len(numbered),
            "outbox": state.outbox + numbered,
        }
    )


def with_outcome(state: CaseState, command_id: str, outcome: Outcome) -> CaseState:
    """The state with one more outcome in its ledger, which forgets the oldest beyond `LEDGER_SIZE`."""
    ledger = {**state.ledger, command_id: outcome}
    for oldest in list(ledger)[: max(0, len(ledger) - LEDGER_SIZE)]:
        del ledger[oldest]
    return state.model_copy(update={"ledger": ledger})


def without_written(state: CaseState, up_to_sequence: int) -> CaseState:
    """The state once the events up to a sequence number are in Postgres."""
    return state.model_copy(
        update={"outbox": tuple(event for event in state.outbox if event.sequence > up_to_sequence)}
    )
