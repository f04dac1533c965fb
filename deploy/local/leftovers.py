"""Which processes this stack started, on disk, so that the next start can stop those a crash left behind.

A process id alone says nothing: the system gives it to someone else. A process is ours only if it was
started in the same tick of the same boot of the machine and still runs the command we gave it.
"""

import asyncio
import json
import os
import signal
import time
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from deploy.local.child import Child
from deploy.local.errors import StackError
from deploy.local.home import read_json, write_private

_PROC = Path("/proc")
_PAUSE = 0.05


class RecordedProcess(BaseModel):
    """A process and what tells it from any other that has had, or will have, its id."""

    model_config = ConfigDict(frozen=True)

    name: str
    pid: int
    boot: str
    started: int
    command: tuple[str, ...]
    stop_signal: int
    grace: float


def _boot() -> str:
    return (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()


def _state_and_start(pid: int) -> tuple[str, int] | None:
    """The state letter of a process and the tick it was started in; None if there is none (or no /proc)."""
    try:
        # The second field, the program's name in parentheses, may hold anything, spaces too.
        fields = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    return fields[0], int(fields[19])


def recorded(child: Child) -> RecordedProcess | None:
    """The record of a running child; None if it has ended already or the system has no /proc."""
    now = _state_and_start(child.pid)
    if now is None:
        return None
    program = child.program
    return RecordedProcess(
        name=program.name,
        pid=child.pid,
        boot=_boot(),
        started=now[1],
        command=program.command,
        stop_signal=int(program.stop_signal),
        grace=program.grace,
    )


def still_runs(process: RecordedProcess) -> bool:
    """Whether that very process still runs."""
    now = _state_and_start(process.pid)
    if now is None or now[0] in "ZX" or now[1] != process.started or process.boot != _boot():
        return False
    try:
        words = (_PROC / str(process.pid) / "cmdline").read_bytes().rstrip(b"\0").split(b"\0")
    except OSError:
        return False
    # On its way to becoming the program, a child has that command as the end of its own.
    # On its way out it has none, but may still hold files and ports.
    command = [os.fsencode(word) for word in process.command]
    return words == [b""] or words[-len(command) :] == command


class ProcessRecord:
    """The file that names the running children."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._processes: dict[str, RecordedProcess] = {}

    def add(self, child: Child) -> None:
        """Note a child that was started; it takes the place of the one before it of the same name."""
        process = recorded(child)
        if process is not None:
            self._processes[process.name] = process
            self._write()

    def remove(self, name: str) -> None:
        """Forget a child that has ended."""
        if self._processes.pop(name, None) is not None:
            self._write()

    def _write(self) -> None:
        processes = [process.model_dump() for process in self._processes.values()]
        write_private(self._path, json.dumps(processes, indent=2) + "\n")


def left_behind(path: Path) -> list[RecordedProcess]:
    """The recorded processes that still run. Raises StackError if the record cannot be read."""
    try:
        processes = TypeAdapter(list[RecordedProcess]).validate_python(read_json(path) or [])
    except ValidationError as error:
        raise StackError(f"{path} does not name processes: look for leftovers yourself, then remove it") from error
    return [process for process in processes if still_runs(process)]


async def stop_leftover(process: RecordedProcess) -> None:
    """Ask a leftover to stop, and kill it if it does not within its grace. Returns when it is gone."""
    for number, patience in ((process.stop_signal, process.grace), (signal.SIGKILL, 10.0)):
        if not still_runs(process):
            return
        os.kill(process.pid, number)
        deadline = time.monotonic() + patience
        while still_runs(process) and time.monotonic() < deadline:
            await asyncio.sleep(_PAUSE)
    if still_runs(process):
        raise StackError(
            f"{process.name} (process {process.pid}) of an earlier run does not end: end it, then try again"
        )
