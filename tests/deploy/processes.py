"""Small programs to supervise, and looking at processes from outside."""

import time
from collections.abc import Callable
from pathlib import Path

from deploy.local.program import Service

SLEEP = "import time; time.sleep(600)"

MakeService = Callable[..., Service]


def runs(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be collected does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def wait_until_gone(pid: int) -> None:
    """Return when the process runs no more; the test's own time limit is the patience."""
    while runs(pid):
        time.sleep(0.02)
