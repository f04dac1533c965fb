"""The log file of each program: appended to, and set aside when it has grown."""

from pathlib import Path
from typing import BinaryIO

ROTATE_AT_BYTES = 10 * 1024 * 1024
_TAIL_BYTES = 64 * 1024


def open_log(path: Path) -> BinaryIO:
    """A log to append to. One grown past ROTATE_AT_BYTES becomes `<name>.log.1`, in place of any before."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > ROTATE_AT_BYTES:
        path.replace(path.with_name(path.name + ".1"))
    return path.open("ab")


def last_lines(path: Path, since: int, limit: int = 20) -> list[str]:
    """The last lines of a log that were written after byte `since`."""
    try:
        with path.open("rb") as log:
            size = log.seek(0, 2)
            log.seek(max(since, size - _TAIL_BYTES))
            return log.read().decode(errors="replace").splitlines()[-limit:]
    except FileNotFoundError:
        return []
