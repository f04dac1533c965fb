"""Commands that a case has received: which of them wait, and which may have to be received once more.

They wait only after an operator's Reset. Temporal then sends the signals that came after the chosen moment once more,
all at once, to a case that is not that far yet.
"""

from collections import deque
from collections.abc import Container, Iterable
from typing import NamedTuple

from schemas.commands import CommandEnvelope, CommandKind
from schemas.events import CaseEvent


class Command(NamedTuple):
    kind: CommandKind
    envelope: CommandEnvelope


class Inbox:
    def __init__(self) -> None:
        self._waiting: deque[Command] = deque()
        self._unwritten: dict[str, Command] = {}

    def hold(self, command: Command) -> None:
        self._waiting.append(command)

    def next(self) -> Command:
        """The command that has waited longest."""
        return self._waiting.popleft()

    def __len__(self) -> int:
        """How many commands wait."""
        return len(self._waiting)

    def received(self, command: Command) -> None:
        """Remembers a command until its events are written: a Reset may forget them."""
        if command.envelope.command_id:
            self._unwritten[command.envelope.command_id] = command

    def written(self, still_unwritten: Iterable[CaseEvent]) -> None:
        """Forgets the commands whose events are written."""
        kept = {event.command_id for event in still_unwritten}
        self._unwritten = {name: command for name, command in self._unwritten.items() if name in kept}

    def hold_again(self, on_record: Container[str]) -> None:
        """Lets those commands wait once more, before all others, that are not on record."""
        again = [command for name, command in self._unwritten.items() if name not in on_record]
        self._waiting.extendleft(reversed(again))
        self._unwritten = {}
