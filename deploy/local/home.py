"""The folder that holds everything a stack remembers, `$CASEWRIGHT_HOME`, and the right to use it."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from deploy.local.errors import HomeInUse, StackError


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read; a reader sees the old text or the new, never half."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


class Home:
    """Where each thing lies under the home folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.expanduser().resolve()
        self.logs = self.folder / "logs"
        self.temporal = self.folder / "temporal"
        self.postgres = self.folder / "postgres"
        self.object_store = self.folder / "s3"
        self.cache = self.folder / "cache"
        self.secrets = self.folder / "secrets.json"
        self.ports = self.folder / "ports.json"
        self.processes = self.folder / "processes.json"
        self.stack = self.folder / "stack.json"
        self.temporal_client = self.folder / "temporal.toml"
        self.worker_ready = self.folder / "worker.ready"

    def log(self, name: str) -> Path:
        """The log file of one program."""
        return self.logs / f"{name}.log"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder, private to its owner, and hold it. Raises HomeInUse while another stack does.

        The lock goes with the process that holds it, however that ends.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            lock = (self.folder / "lock").open("a+", encoding="utf-8")
        except OSError as error:
            raise StackError(f"cannot use {self.folder} (CASEWRIGHT_HOME): {error.strerror}") from error
        with lock:
            self._lock(lock.fileno())
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            yield

    def _lock(self, descriptor: int) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = (self.folder / "lock").read_text(encoding="utf-8").strip() or "unknown"
            raise HomeInUse(
                f"another stack (process {holder}) already runs on {self.folder}: "
                "use that one, stop it, or set CASEWRIGHT_HOME to another folder"
            ) from error


def read_json(path: Path) -> Any:
    """What a JSON file of ours holds; None if there is none. Raises StackError if it is not JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise StackError(f"{path} is damaged ({error}): restore it, or remove it if you can do without") from error
