"""Doing to the stack's processes what fate does, and looking at what is left of them."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.conftest import Stack
from tests.deploy.processes import runs
from tests.journey.walking import PATIENCE_SECONDS, PAUSE_SECONDS


@asynccontextmanager
async def paused(pid: int) -> AsyncIterator[None]:
    """The process stands still, so that it answers nobody and loses nothing, as long as the block lasts."""
    os.kill(pid, signal.SIGSTOP)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while _state(pid) != "T":
                await asyncio.sleep(PAUSE_SECONDS)
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


async def kill_worker(stack: Stack) -> None:
    """Kills the worker outright and returns when the supervisor has another one at work."""
    killed = stack.facts["pids"]["worker"]
    os.kill(killed, signal.SIGKILL)
    async with asyncio.timeout(PATIENCE_SECONDS):
        while stack.facts["pids"]["worker"] == killed:
            await asyncio.sleep(PAUSE_SECONDS)


def remains(stack: Stack, pids: list[int]) -> list[str]:
    """The processes that still run of those named, and any that has the stack's home in its command or environment."""
    mark = os.fsencode(stack.home)
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            told = _read(entry / "cmdline") + b"\0" + _read(entry / "environ")
            if (mark in told or int(entry.name) in pids) and runs(int(entry.name)):
                found.append(f"{entry.name} {_read(entry / 'cmdline')!r}")
    return found


def _state(pid: int) -> str:
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    return stat.rpartition(")")[2].split()[0]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it ended between being listed and being read
        return b""
