"""Where a worker keeps a customer's document while it is open: gone when that is done, or when the next worker starts.

A worker that is killed clears nothing away. So each has a folder of its own, which it holds locked for as long as it
runs, and when it needs it first it removes those that nobody holds.
"""

import asyncio
import atexit
import fcntl
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from threading import Lock

_OF_A_WORKER = "worker-"
_lock = Lock()
_own: dict[Path, Path] = {}


@asynccontextmanager
async def working_folder() -> AsyncIterator[Path]:
    """A new folder, for one document. Raises OSError."""
    folder = await asyncio.to_thread(_new_folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # at once, also when the activity is cancelled; else see above


def workers_folder(base: Path) -> Path:
    """This process's own folder in `base`; those of processes that are no more are removed when it is made."""
    with _lock:
        if base not in _own or not _own[base].is_dir():  # what lies in /tmp for long may be cleared away
            base.mkdir(mode=0o700, exist_ok=True)
            if base.lstat().st_uid != os.getuid():
                raise PermissionError(f"{base} belongs to another user")
            _own[base] = _made(base)
        return _own[base]


def _made(base: Path) -> Path:
    """Under a lock on `base`, so that nobody removes a folder that was just made and is not held yet."""
    held = os.open(base, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        for other in base.glob(f"{_OF_A_WORKER}*"):
            _remove_if_left(other)
        own = Path(mkdtemp(prefix=_OF_A_WORKER, dir=base))
        fcntl.flock(os.open(own, os.O_RDONLY), fcntl.LOCK_EX)  # until the process ends, and however it does
    finally:
        os.close(held)
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    return own


def _remove_if_left(folder: Path) -> None:
    try:
        held = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:  # its worker has just ended well
        return
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
    except BlockingIOError:
        return
    finally:
        os.close(held)


def _new_folder() -> Path:
    base = Path(gettempdir()) / f"casewright-documents-{os.getuid()}"
    return Path(mkdtemp(prefix="document-", dir=workers_folder(base)))
