"""Disposable child processes: whatever a hostile document makes of one, the worker only learns how it ended.

A child has none of the worker's environment, says what it has to say in lines, and never outlives the block it was
started in. It limits its memory and processor time itself; its wall time is kept here.

    ChildError                 the child did not do its work
    ├── ChildFaultError        ours: it could not start, or printed what it never should
    └── ChildGaveUpError       the document's: it was too much for the limits
"""

import asyncio
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any, Literal, TypeVar

from temporalio import activity

T = TypeVar("T")
SOURCE_ROOT = Path(__file__).resolve().parents[2]
HEARTBEAT_SECONDS = 2.0
CHUNK_BYTES = 65_536

ATTEMPTS_BY_THE_CLOCK = 3
"""A child's processor time is less than its wall time. So one that was only waited for too long got too little of the
machine: that is tried again before the document is blamed for it."""

Ending = Literal["killed", "out_of_time"]


class ChildError(Exception):
    """The child did not do its work."""


class ChildFaultError(ChildError):
    """Says nothing about the document."""


class ChildGaveUpError(ChildError):
    """`killed`: a parser aborted, most often because it reached the memory limit; `out_of_time`: of either kind, and
    `by_the_clock` if it was wall time."""

    def __init__(self, ending: Ending, *, by_the_clock: bool = False) -> None:
        super().__init__(ending)
        self.ending: Ending = ending
        self.by_the_clock = by_the_clock

    @property
    def may_be_the_machines(self) -> bool:
        """Whether the activity is to be tried again before this is an answer."""
        return self.by_the_clock and activity.info().attempt < ATTEMPTS_BY_THE_CLOCK


async def heartbeating(work: Coroutine[Any, Any, T]) -> T:
    """What the work returns. Heartbeats meanwhile, for a cancellation reaches an activity only with one."""
    task = asyncio.ensure_future(work)
    try:
        while not (await asyncio.wait({task}, timeout=HEARTBEAT_SECONDS))[0]:
            activity.heartbeat()
        return task.result()
    finally:
        if task.cancel():
            await asyncio.wait({task})


class WallTime:
    """How long children are still waited for, in seconds, one after another if there are several. What is done between
    their lines is not on their account: it may be the object store that takes long."""

    def __init__(self, seconds: float) -> None:
        self._seconds_left = seconds

    @contextmanager
    def waiting(self) -> Iterator[float]:
        """Takes the time of the block off what is left; gives the moment of the loop's clock that ends it."""
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            yield began + self._seconds_left
        finally:
            self._seconds_left -= clock() - began


class Child:
    """A running `python -m {module}`."""

    def __init__(self, module: str, process: Process, longest_line: int) -> None:
        self._module = module
        self._process = process
        self._longest_line = longest_line

    async def lines(self, wall_time: WallTime) -> AsyncIterator[bytes]:
        """What it prints until it ends. Raises ChildError if it ends badly, or is waited for longer than this."""
        while True:
            with wall_time.waiting() as deadline:
                line = await self._line_until(deadline)
            if not line:
                return
            yield line

    async def only_line(self, wall_seconds: float) -> bytes:
        """The one line that it prints before it ends. Raises ChildError if it ends badly or says more."""
        printed = b""
        async for line in self.lines(WallTime(wall_seconds)):
            if printed:
                raise ChildFaultError(f"`python -m {self._module}` printed more than one line")
            printed = line
        return printed

    async def asked(self, question: bytes, wall_seconds: float) -> bytes:
        """Its answer to one line, of a child that goes on for as long as it is asked. Raises ChildError."""
        if self._process.stdin is None:
            raise ChildFaultError(f"`python -m {self._module}` was started without a pipe for questions")
        with suppress(BrokenPipeError, ConnectionResetError):  # it has ended; how, is told below
            self._process.stdin.write(question + b"\n")
        answer = await self._line_until(asyncio.get_running_loop().time() + wall_seconds)
        if not answer:
            raise ChildFaultError(f"`python -m {self._module}` ended instead of answering")
        return answer

    @property
    def has_ended(self) -> bool:
        return self._process.returncode is not None

    async def end(self) -> None:
        """Kills it if it is still there, and waits until it is gone."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        # The pipe closes only once it has been read to its end; what a killed child left in it is not much.
        while await self._stdout.read(CHUNK_BYTES):
            pass
        await self._process.wait()

    async def _line_until(self, deadline: float) -> bytes:
        """The next line; nothing if it ended well."""
        try:
            async with asyncio.timeout_at(deadline):
                return await heartbeating(self._next_line())
        except TimeoutError as error:
            raise ChildGaveUpError("out_of_time", by_the_clock=True) from error

    async def _next_line(self) -> bytes:
        try:
            return await self._stdout.readuntil()
        except asyncio.IncompleteReadError as ended:
            await self._check_end()
            return ended.partial
        except asyncio.LimitOverrunError as error:
            printed = f"printed a line of more than {self._longest_line} bytes"
            raise ChildFaultError(f"`python -m {self._module}` {printed}") from error

    async def _check_end(self) -> None:
        status = await self._process.wait()
        if status == -signal.SIGXCPU:
            raise ChildGaveUpError("out_of_time")
        if status < 0:
            raise ChildGaveUpError("killed")
        if status > 0:
            raise ChildFaultError(f"`python -m {self._module}` ended with exit status {status}")

    @property
    def _stdout(self) -> asyncio.StreamReader:
        if self._process.stdout is None:
            raise ChildFaultError(f"`python -m {self._module}` was started without a pipe for its answer")
        return self._process.stdout


async def start_child(module: str, *arguments: str, folder: Path, longest_line: int, asks: bool = False) -> Child:
    """Starts `python -m {module}` in a folder of its own. Whoever calls this has to `end` it; see `disposable_child`.

    `asks` is whether it is asked questions, line by line.
    """
    # -P: the folder with the untrusted file must not become a place to import from. The worker's own environment,
    # with its keys, stays here.
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-B", "-m", module, *arguments),
        stdin=PIPE if asks else DEVNULL,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd=folder,
        env={"PYTHONPATH": str(SOURCE_ROOT)},
        limit=longest_line,
    )
    return Child(module, process, longest_line)


@asynccontextmanager
async def disposable_child(module: str, *arguments: str, folder: Path, longest_line: int) -> AsyncIterator[Child]:
    """A child for one document. It never outlives the block, also when the activity is cancelled."""
    child = await start_child(module, *arguments, folder=folder, longest_line=longest_line)
    try:
        yield child
    finally:
        await child.end()
