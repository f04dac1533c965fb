"""The stack as a process: asked to stop, killed outright, started where it cannot run."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deploy.local.home import Home
from deploy.local.ports import LOOPBACK, free_port
from deploy.local.program import REPOSITORY
from tests.deploy.processes import runs, wait_until_gone

SMALL_STACK = Path(__file__).with_name("small_stack.py")

StartSmallStack = Callable[[], tuple["subprocess.Popen[str]", dict[str, int]]]


@pytest.fixture
def small_stack(tmp_path: Path) -> Iterator[StartSmallStack]:
    """Starts the small stack; returns its process and its children's ids once they are ready."""
    started: list[subprocess.Popen[str]] = []

    def start() -> tuple["subprocess.Popen[str]", dict[str, int]]:
        process = subprocess.Popen(
            [sys.executable, str(SMALL_STACK), str(tmp_path)],
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=_with_the_signals_of_a_terminal,
        )
        started.append(process)
        while not (tmp_path / "pids.json").exists():
            assert process.poll() is None
            time.sleep(0.02)
        return process, json.loads((tmp_path / "pids.json").read_text(encoding="utf-8"))

    yield start
    for process in started:
        with process:
            process.kill()


def _with_the_signals_of_a_terminal() -> None:
    """The suite may run in a shell's background, which ignores the one, or under nohup, which ignores the other."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def run_local(home: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the real stack where it cannot start."""
    return subprocess.run(
        [sys.executable, "-m", "deploy.local"],
        cwd=REPOSITORY,
        env={**os.environ, "CASEWRIGHT_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_and_the_exit_code_is_0(small_stack: StartSmallStack, number: signal.Signals) -> None:
    process, pids = small_stack()
    process.send_signal(number)
    said, _ = process.communicate()
    assert process.returncode == 0
    assert not any(runs(pid) for pid in pids.values())
    assert "stopped" in said


def test_a_second_signal_stops_at_once_what_does_not_want_to(small_stack: StartSmallStack, tmp_path: Path) -> None:
    (tmp_path / "stubborn").touch()
    process, pids = small_stack()
    process.send_signal(signal.SIGINT)
    assert process.stdout is not None
    while "Casewright stops" not in process.stdout.readline():
        pass
    process.send_signal(signal.SIGINT)
    assert process.wait() == 0
    assert not any(runs(pid) for pid in pids.values())


def test_children_end_when_their_supervisor_is_killed_outright(small_stack: StartSmallStack) -> None:
    process, pids = small_stack()
    process.kill()
    process.wait()
    for pid in pids.values():
        wait_until_gone(pid)


def test_a_closed_terminal_does_not_keep_the_stack_from_stopping(small_stack: StartSmallStack) -> None:
    process, pids = small_stack()
    assert process.stdout is not None
    process.stdout.close()
    process.send_signal(signal.SIGHUP)
    process.wait()
    assert not any(runs(pid) for pid in pids.values())


def test_a_second_stack_on_the_same_home_is_refused_in_one_line(tmp_path: Path) -> None:
    with Home(tmp_path).held():
        answer = run_local(tmp_path)
    assert answer.returncode == 1
    assert f"another stack (process {os.getpid()}) already runs on {tmp_path}" in answer.stdout
    assert answer.stderr == ""


@pytest.mark.usefixtures("first_choice_of_ports")
def test_a_taken_port_is_told_in_one_line_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server((LOOPBACK, free_port())) as busy:
        port = busy.getsockname()[1]
        answer = run_local(tmp_path, CASEWRIGHT_PORT=str(port))
    assert answer.returncode == 1
    assert f"port {port}, which the gateway needs, is taken" in answer.stdout
    assert "CASEWRIGHT_PORT=0 make run" in answer.stdout
    assert answer.stderr == ""
    assert not (tmp_path / "stack.json").exists()


def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    answer = run_local(tmp_path, CASEWRIGHT_SOURCES="some")
    assert answer.returncode == 1
    assert "CASEWRIGHT_SOURCES='some' cannot be used" in answer.stdout
