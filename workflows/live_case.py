"""The state of a case in a run: how events and commands change it, and which commands wait.

Commands wait only after an operator's Reset. Temporal then sends the signals that came after the chosen moment once
more, all at once, to a case that is not that far yet.
"""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from domain.ledger import Events, with_events, without_written
    from domain.lifecycle import cause_of, receive
    from schemas.case import CaseRecord, CaseState
    from schemas.commands import CommandEnvelope, CommandKind, Outcome
    from schemas.events import CaseEvent

UNKNOWN = Outcome(state="unknown")


class Command(NamedTuple):
    kind: CommandKind
    envelope: CommandEnvelope


class LiveCase:
    """Everything here is synchronous: what is read before a change is still so after it."""

    def __init__(self, state: CaseState) -> None:
        self.state = state
        self._waiting: deque[Command] = deque()
        self._unwritten: dict[str, Command] = {}
        self._task = 0
        self._before = state
        self._told: list[Command] = []

    @property
    def record(self) -> CaseRecord:
        return self.state.record

    @property
    def outbox(self) -> tuple[CaseEvent, ...]:
        """The events that are not known to be on record."""
        return self.state.outbox

    def outcome(self, command_id: str) -> Outcome:
        return self.state.ledger.get(command_id, UNKNOWN)

    def apply(self, events: Events) -> None:
        """What the case does by itself."""
        self.state = with_events(self.state, events, workflow.now())

    def put_on_record(self, envelope: CommandEnvelope, events: Events) -> None:
        """What was computed for a command, once."""
        cause = cause_of(self.state, envelope)
        if cause.command_id not in self.state.ledger:
            self.state = with_events(self.state, events, workflow.now(), cause)

    # Commands.

    @property
    def commands_wait(self) -> bool:
        return bool(self._waiting)

    def hold(self, command: Command) -> None:
        self._waiting.append(command)

    def judge_next(self) -> None:
        """Judges the command that has waited longest."""
        self.judge(self._waiting.popleft())

    def judge(self, command: Command) -> None:
        """Applies a command or refuses it, and remembers it until that is written: a Reset may forget it."""
        if self._task != (task := workflow.info().get_current_history_length()):
            self._task, self._before, self._told = task, self.state, []
        self._told.append(command)
        self.state = receive(self.state, command.kind, command.envelope, workflow.now())
        if command.envelope.command_id:
            self._unwritten[command.envelope.command_id] = command

    def take_back(self) -> None:
        """Lets the commands of this workflow task wait, as if they had not been judged."""
        if self._task == workflow.info().get_current_history_length():
            self.state = self._before
            for command in self._told:
                self._unwritten.pop(command.envelope.command_id, None)
            self._waiting.extendleft(reversed(self._told))
            self._told = []

    # Records.

    def written(self, events: Sequence[CaseEvent]) -> None:
        """These events are on record now."""
        self.state = without_written(self.state, events)
        kept = {event.command_id for event in self.outbox}
        self._unwritten = {name: command for name, command in self._unwritten.items() if name in kept}

    def is_behind(self, recorded: CaseState) -> bool:
        """Whether more is on record than this run knows to have written."""
        written = self.outbox[0].sequence - 1 if self.outbox else self.state.last_sequence
        return recorded.last_sequence > written

    def take_up(self, recorded: CaseState) -> None:
        """Goes on from what is on record. Commands of which it knows nothing wait to be judged once more, before all
        others."""
        known = self.record.opening
        secret = {"portal_token": known.portal_token, "portal_url": known.portal_url}
        opening = recorded.record.opening.model_copy(update=secret)
        record = recorded.record.model_copy(update={"opening": opening})
        self.state = recorded.model_copy(update={"record": record})
        forgotten = [command for name, command in self._unwritten.items() if name not in recorded.ledger]
        self._waiting.extendleft(reversed(forgotten))
        self._unwritten = {}
