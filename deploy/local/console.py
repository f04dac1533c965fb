"""What the person at the terminal, or the log of whoever started the stack, gets to read."""

import sys
from collections.abc import Iterable
from typing import TextIO

from deploy.local.errors import StackError, StartFailed


class Console:
    """Plain lines. Goes quiet when nobody can read them: a closed terminal must not hinder the stop."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream: TextIO | None = stream or sys.stdout

    def say(self, line: str = "") -> None:
        """Write one line now."""
        if self._stream is None:
            return
        try:
            print(line, file=self._stream, flush=True)
        except OSError:
            self._stream = None

    def event(self, name: str, what: str, detail: str = "") -> None:
        """Write one thing that happened to a part of the stack."""
        self.say(f"  {name:<14} {what:<16} {detail}".rstrip())

    def table(self, rows: Iterable[tuple[str, str]]) -> None:
        """Write names beside their values."""
        for name, value in rows:
            self.say(f"  {name:<16} {value}")

    def failure(self, error: StackError) -> None:
        """Write why the stack does not run, with the last words of the program that failed, if one did."""
        self.say()
        if isinstance(error, StartFailed) and error.last_lines:
            self.say(f"  The last lines of {error.log}:")
            for line in error.last_lines:
                self.say(f"    | {line}")
        self.say(f"Casewright did not start: {error}")
