"""One running process: started, watched until it is ready, stopped. Always by its process id."""

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self

from deploy.local import become
from deploy.local.errors import StackError, StartFailed
from deploy.local.logs import last_lines, open_log
from deploy.local.program import REPOSITORY, Program, Service

_PROBE_PAUSE = 0.05


def _become(program: Program) -> tuple[str, ...]:
    run_as = program.run_as
    owner = ":" if run_as.user is None else f"{run_as.user}:{run_as.group}"
    interpreter = (sys.executable, "-I", "-S", str(Path(become.__file__)))
    return (*interpreter, str(int(program.death_signal)), str(os.getpid()), owner, *program.command)


class Child:
    """A process that runs a program, in a session of its own: a terminal's Ctrl-C does not reach it."""

    def __init__(self, program: Program, process: asyncio.subprocess.Process, log_starts_at: int) -> None:
        self.program = program
        self._started_at = time.monotonic()
        self._ended_at: float | None = None
        self._process = process
        self._log_starts_at = log_starts_at

    @classmethod
    async def spawn(cls, program: Program) -> Self:
        """Prepare and start. From the main thread: the kernel ends a child with the thread that made it."""
        await program.prepare()
        with open_log(program.log) as log:
            log_starts_at = log.tell()
            try:
                process = await asyncio.create_subprocess_exec(
                    *program.run_as.wrapper,
                    *_become(program),
                    cwd=REPOSITORY,
                    env=dict(program.environment),
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            except OSError as error:
                raise StackError(f"{program.name} cannot be started: {error}") from error
        return cls(program, process, log_starts_at)

    @property
    def pid(self) -> int:
        """Stopping this process stops the program."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.returncode is None

    @property
    def lifetime(self) -> float:
        """Seconds from its start to its end, or to now."""
        return (self._ended_at or time.monotonic()) - self._started_at

    async def ended(self) -> int:
        """Wait for its end. Returns its exit code, or minus the signal that ended it."""
        code = await self._process.wait()
        self._ended_at = self._ended_at or time.monotonic()
        return code

    def how_it_ended(self) -> str:
        """Its end in words; only after `ended`."""
        code = self._process.returncode
        assert code is not None
        return f"exit code {code}" if code >= 0 else f"signal {-code} ({signal.Signals(-code).name})"

    def failure(self, reason: str) -> StartFailed:
        """The error that tells why this start came to nothing, with what the program wrote since it began."""
        log = self.program.log
        return StartFailed(self.program.name, reason, log, last_lines(log, self._log_starts_at))

    async def stop(self, hurry: asyncio.Event | None = None) -> None:
        """Ask it to stop, wait for its grace or until in a hurry, then kill it and what it left running."""
        if self.alive:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(self.program.stop_signal)
            await self._wait_within_grace(hurry or asyncio.Event())
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        await self.ended()
        self.program.tidy()

    async def _wait_within_grace(self, hurry: asyncio.Event) -> None:
        waits = {asyncio.create_task(self.ended()), asyncio.create_task(hurry.wait())}
        try:
            await asyncio.wait(waits, timeout=self.program.grace, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()


async def until_ready(child: Child, service: Service, within: float | None) -> None:
    """Return when the service does its work. Raises StartFailed if it ends first or is not ready `within`."""
    end = asyncio.create_task(child.ended())
    ready = asyncio.create_task(_until(service))
    try:
        await asyncio.wait({end, ready}, timeout=within, return_when=asyncio.FIRST_COMPLETED)
        if end.done():
            raise child.failure(f"ended with {child.how_it_ended()} before it was ready")
        if not ready.done():
            raise child.failure(f"was not ready within {within:.0f} s")
        ready.result()
    finally:
        end.cancel()
        ready.cancel()


async def _until(service: Service) -> None:
    while not await service.ready():
        await asyncio.sleep(_PROBE_PAUSE)


@asynccontextmanager
async def running(service: Service) -> AsyncIterator[Child]:
    """A service for as long as the block lasts, without restarts."""
    child = await Child.spawn(service)
    try:
        await until_ready(child, service, service.ready_within)
        yield child
    finally:
        await child.stop()


async def run_to_completion(program: Program) -> None:
    """Run a program that ends by itself. Raises StartFailed unless it ends with exit code 0."""
    child = await Child.spawn(program)
    try:
        if await child.ended() != 0:
            raise child.failure(f"ended with {child.how_it_ended()}")
    finally:
        await child.stop()
