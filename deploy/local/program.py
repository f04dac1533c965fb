"""What the supervisor is told about a program: the description, never the running process."""

import os
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.local.errors import ProgramMissing

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, kw_only=True)
class RunAs:
    """Who runs a program: `wrapper` is put before its command, `user` and `group` are ids dropped to."""

    wrapper: tuple[str, ...] = ()
    user: int | None = None
    group: int | None = None


async def nothing() -> None:
    """The preparation of a program that needs none."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """A command, where its output goes and how it ends."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    log: Path
    run_as: RunAs = RunAs()
    prepare: Callable[[], Awaitable[None]] = nothing
    """Run before each start, restarts included."""
    tidy: Callable[[], None] = lambda: None
    """Run after each end."""
    stop_signal: signal.Signals = signal.SIGTERM
    death_signal: signal.Signals = signal.SIGKILL
    """What the kernel sends it when the supervisor is killed outright."""
    grace: float = 10.0
    """Seconds between the stop signal and SIGKILL."""


@dataclass(frozen=True, kw_only=True)
class Service(Program):
    """A program that stays, and is started again when it ends."""

    ready: Callable[[], Awaitable[bool]]
    """Whether it does its work now; asked again and again while it starts, and never raises for `not yet`."""
    ready_within: float = 180.0
    """Seconds at the first start; far more than it takes, as a busy machine is no broken program."""
    attempts: int = 1
    """How often it may end before it is ready, at the first start, before the stack gives up."""
    address: str = ""
    after: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something done once while the stack starts."""

    name: str
    run: Callable[[], Awaitable[None]]
    after: tuple[str, ...] = ()


Unit = Service | Step


def installed(binary: str) -> str:
    """The path of a binary that a package put beside the interpreter. Raises ProgramMissing."""
    path = Path(sys.executable).parent / binary
    if not path.is_file():
        raise ProgramMissing(f"the program `{binary}` is missing at {path}: run `make setup`, then `make run` again")
    return str(path)


def server_environment(**more: str) -> Mapping[str, str]:
    """The environment of a server: nothing of the user's that it could take for its own configuration."""
    passed_on = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return {"LC_ALL": "C.UTF-8", "TZ": "UTC", **passed_on, **more}
