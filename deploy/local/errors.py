"""What can keep the stack from running.

StackError                  a sentence for the person at the terminal; it says what to do next
├── PortTaken               another program listens on a port that the stack must have
├── HomeInUse               another stack runs on the same data
├── ProgramMissing          a server's binary is not installed
└── StartFailed             a program ended, or stayed silent, before it was ready
"""

from pathlib import Path


class StackError(Exception):
    """The stack cannot run; the message is one clear line."""


class PortTaken(StackError):
    """Another program listens on a port that the stack must have."""


class HomeInUse(StackError):
    """Another stack runs on the same data."""


class ProgramMissing(StackError):
    """A server's binary is not installed beside the interpreter."""


class StartFailed(StackError):
    """A program ended, or stayed silent, before it was ready. Carries what it wrote last."""

    def __init__(self, name: str, reason: str, log: Path, last_lines: list[str]) -> None:
        super().__init__(f"{name} {reason}")
        self.name = name
        self.log = log
        self.last_lines = last_lines
