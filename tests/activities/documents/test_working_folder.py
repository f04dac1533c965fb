"""Where documents are kept while they are open, and what is left of a worker that was killed."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from activities.documents.child import SOURCE_ROOT
from activities.documents.working_folder import workers_folder
from tests.deploy.processes import wait_until_gone

WORKER = """
import sys, time
from pathlib import Path
from activities.documents.working_folder import workers_folder
folder = workers_folder(Path(sys.argv[1]))
(folder / "document").write_text("a customer's")
print(folder, flush=True)
time.sleep(600)
"""
CHILD = """
import time
from activities.documents.probe import limit_this_process
limit_this_process()
print("limited", flush=True)
time.sleep(600)
"""
PARENT = f"""
import subprocess, sys, time
process = subprocess.Popen([sys.executable, "-c", {CHILD!r}], stdout=subprocess.PIPE)
process.stdout.readline()
print(process.pid, flush=True)
time.sleep(600)
"""


def started(program: str, *arguments: str) -> tuple["subprocess.Popen[str]", str]:
    """A process, and the first line that it says."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], cwd=SOURCE_ROOT, stdout=subprocess.PIPE, text=True
    )
    said: IO[str] | None = process.stdout
    assert said is not None
    with said:
        return process, said.readline().strip()


def killed(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_what_a_killed_worker_left_is_removed_and_what_a_running_one_has_is_not(tmp_path: Path) -> None:
    base = tmp_path / "documents"
    first, left = started(WORKER, str(base))
    second, held = started(WORKER, str(base))
    killed(first)
    assert (Path(left) / "document").exists()

    own = workers_folder(base)

    try:
        assert sorted(base.iterdir()) == sorted([own, Path(held)])
        assert (Path(held) / "document").exists()
    finally:
        killed(second)


def test_a_folder_that_was_cleared_away_is_made_again(tmp_path: Path) -> None:
    workers_folder(tmp_path / "documents").rmdir()

    assert workers_folder(tmp_path / "documents").is_dir()


def test_a_folder_that_somebody_else_has_put_there_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getuid", lambda: -1)

    with pytest.raises(PermissionError):
        workers_folder(tmp_path / "documents")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with the one that began it")
def test_a_child_ends_with_the_worker_that_was_killed() -> None:
    parent, child = started(PARENT)

    killed(parent)

    wait_until_gone(int(child))
