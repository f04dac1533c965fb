"""The stack that is measured: one of our own, on a folder that is thrown away, or one that runs already."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parent.parent
START_SECONDS = 90.0
STOP_SECONDS = 60.0


class NoStackError(Exception):
    """There is no stack to measure; the message says why."""


@dataclass(frozen=True)
class Addresses:
    """Where a running stack is reached, as far as the rows need it."""

    gateway_url: str
    temporal_address: str
    temporal_namespace: str
    temporal_metrics_url: str
    postgres_dsn: str
    officer_key: str


def running_stack(home: Path) -> Addresses:
    """The stack that runs on this home. Raises NoStackError if none does."""
    try:
        facts = json.loads((home / "stack.json").read_text(encoding="utf-8"))
        ports = json.loads((home / "ports.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NoStackError(f"no stack runs on {home}; start one with `make run`, or leave --home out") from error
    return Addresses(
        gateway_url=facts["gateway_url"],
        temporal_address=facts["temporal_address"],
        temporal_namespace=facts["temporal_namespace"],
        temporal_metrics_url=f"http://127.0.0.1:{ports['temporal_metrics']}/metrics",
        postgres_dsn=facts["postgres_dsn"],
        officer_key=facts["keys"]["officer"],
    )


@asynccontextmanager
async def own_stack() -> AsyncIterator[Addresses]:
    """A stack of our own on free ports, stopped and forgotten at the end, whatever happens in between."""
    with TemporaryDirectory(prefix="casewright-bench-", ignore_cleanup_errors=True) as folder:
        home, said = Path(folder) / "home", Path(folder) / "said"
        with said.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "deploy.local"),
                cwd=REPOSITORY,
                env=_environment(home),
                stdout=output,
                stderr=output,
                start_new_session=True,  # Ctrl-C is for us; we ask it to stop, once
            )
        try:
            await _ready(process, home, said)
            yield running_stack(home)
        finally:
            await _stop(process)


def _environment(home: Path) -> dict[str, str]:
    """Ours without any setting of the caller's, so that a run measures the same thing everywhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CASEWRIGHT_", "TEMPORAL_"))}
    return {**kept, "CASEWRIGHT_HOME": str(home), "CASEWRIGHT_PORT": "0"}


async def _ready(process: asyncio.subprocess.Process, home: Path, said: Path) -> None:
    try:
        async with asyncio.timeout(START_SECONDS):
            while not (home / "stack.json").exists():
                if process.returncode is not None:
                    raise NoStackError(f"the stack did not start:\n{said.read_text(encoding='utf-8')}")
                await asyncio.sleep(0.1)
    except TimeoutError as error:
        raise NoStackError(
            f"the stack was not ready after {START_SECONDS:.0f} s:\n{said.read_text(encoding='utf-8')}"
        ) from error


async def _stop(process: asyncio.subprocess.Process) -> None:
    """As Ctrl-C does; killed if that takes too long, and then the servers end with it."""
    if process.returncode is None:
        process.send_signal(signal.SIGINT)
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
