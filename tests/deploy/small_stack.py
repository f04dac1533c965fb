"""A stack of two small programs, run as a process of its own: `python small_stack.py FOLDER`."""

import asyncio
import json
import sys
from pathlib import Path

from deploy.local.console import Console
from deploy.local.home import write_private
from deploy.local.leftovers import ProcessRecord
from deploy.local.probes import file_written
from deploy.local.program import Service, server_environment
from deploy.local.stack import supervise
from deploy.local.stop_request import StopRequest
from deploy.local.supervisor import Supervisor


def sleeper(folder: Path, name: str, code: str) -> Service:
    """A program that says it is ready and then does as the code says."""
    ready = folder / f"{name}.ready"
    return Service(
        name=name,
        command=(
            sys.executable,
            "-c",
            f"import pathlib; {code}; pathlib.Path({str(ready)!r}).touch(); input()",
        ),
        environment=server_environment(),
        log=folder / f"{name}.log",
        ready=file_written(ready),
        grace=3600.0,
    )


async def main(folder: Path) -> None:
    """Run until asked to stop; `pids.json` appears when the programs are ready."""
    console = Console()
    supervisor = Supervisor(console, ProcessRecord(folder / "processes.json"))
    wait = "import signal, threading; input = threading.Event().wait"
    stubborn = "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    units = [sleeper(folder, "willing", wait)]
    if (folder / "stubborn").exists():
        units.append(sleeper(folder, "stubborn", f"{wait}; {stubborn}"))

    def tell() -> None:
        write_private(folder / "pids.json", json.dumps(supervisor.pids))

    await supervise(supervisor, units, StopRequest(), console, on_ready=tell)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
