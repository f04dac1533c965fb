"""Small programs to supervise, and ways to look at processes from outside."""

import sys
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest

from deploy.local.console import Console
from deploy.local.leftovers import ProcessRecord
from deploy.local.probes import file_written
from deploy.local.program import Service, server_environment
from tests.conftest import one_start_at_a_time
from tests.deploy.processes import SLEEP, MakeService


@pytest.fixture
async def first_choice_of_ports() -> AsyncIterator[None]:
    """No other process of this run starts servers meanwhile, which might have found the same free ports."""
    async with one_start_at_a_time():
        yield


@pytest.fixture
def make_service(tmp_path: Path) -> MakeService:
    """Makes a service that says it is ready by a file and then runs the given Python code."""

    def make(name: str = "sleeper", code: str = SLEEP, **more: object) -> Service:
        ready = tmp_path / f"{name}.ready"

        async def forget() -> None:
            ready.unlink(missing_ok=True)

        description = {
            "name": name,
            "command": (
                sys.executable,
                "-c",
                f"import pathlib; pathlib.Path({str(ready)!r}).touch(); {code}",
            ),
            "environment": server_environment(),
            "log": tmp_path / f"{name}.log",
            "prepare": forget,
            "ready": file_written(ready),
            **more,
        }
        return Service(**description)  # type: ignore[arg-type]

    return make


@pytest.fixture
def console() -> tuple[Console, StringIO]:
    """A console and what was said on it."""
    said = StringIO()
    return Console(said), said


@pytest.fixture
def record(tmp_path: Path) -> ProcessRecord:
    """A record of processes."""
    return ProcessRecord(tmp_path / "processes.json")
