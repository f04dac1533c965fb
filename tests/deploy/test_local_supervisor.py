"""How the supervisor starts, keeps alive and stops what it is given."""

import asyncio
import os
import signal
from io import StringIO
from pathlib import Path

import pytest

from deploy.local.child import Child, run_to_completion, until_ready
from deploy.local.console import Console
from deploy.local.errors import StackError, StartFailed
from deploy.local.leftovers import ProcessRecord, left_behind, stop_leftover
from deploy.local.program import Step
from deploy.local.supervisor import RestartPolicy, Supervisor
from tests.deploy.processes import SLEEP, MakeService, runs, wait_until_gone

AT_ONCE = RestartPolicy(first=0.01, ceiling=0.1)
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEP}"

ConsoleAndSaid = tuple[Console, StringIO]


async def test_parts_start_after_those_they_need_and_stop_in_the_reverse_order(
    make_service: MakeService, console: ConsoleAndSaid, record: ProcessRecord
) -> None:
    order: list[str] = []

    async def step() -> None:
        order.append("step")

    async def preparation() -> None:
        order.append("second")

    supervisor = Supervisor(console[0], record)
    await supervisor.start(
        [
            make_service("first"),
            make_service("second", prepare=preparation, after=("step",)),
            Step(name="step", run=step, after=("first",)),
        ]
    )
    pids = supervisor.pids
    assert order == ["step", "second"]
    assert all(runs(pid) for pid in pids.values())

    await supervisor.stop()
    assert not any(runs(pid) for pid in pids.values())
    stops = [line.split()[0] for line in console[1].getvalue().splitlines() if "stopped" in line]
    assert stops == ["second", "first"]


async def test_a_child_that_is_killed_is_started_again(
    make_service: MakeService, console: ConsoleAndSaid, record: ProcessRecord
) -> None:
    restarted = asyncio.Event()
    supervisor = Supervisor(console[0], record, on_restart=restarted.set, policy=AT_ONCE)
    service = make_service()
    await supervisor.start([service])
    first = supervisor.pids["sleeper"]
    os.kill(first, signal.SIGKILL)
    await restarted.wait()
    second = supervisor.pids["sleeper"]
    assert second != first
    assert runs(second)
    await supervisor.stop()
    assert not runs(second)
    assert "signal 9 (SIGKILL)" in console[1].getvalue()
    assert str(service.log) in console[1].getvalue()


async def test_a_child_that_ends_again_and_again_is_still_started_again(
    make_service: MakeService, console: ConsoleAndSaid, record: ProcessRecord, tmp_path: Path
) -> None:
    fails = tmp_path / "fails"
    restarted = asyncio.Event()
    supervisor = Supervisor(console[0], record, on_restart=restarted.set, policy=AT_ONCE)
    interpreter, option, code = make_service().command
    fail = f"import pathlib, sys; pathlib.Path({str(fails)!r}).exists() and sys.exit(7)"
    await supervisor.start([make_service(command=(interpreter, option, f"{fail}; {code}"))])
    fails.touch()
    os.kill(supervisor.pids["sleeper"], signal.SIGKILL)
    while "exit code 7" not in console[1].getvalue():
        await asyncio.sleep(0.01)
    fails.unlink()
    await restarted.wait()
    assert runs(supervisor.pids["sleeper"])
    await supervisor.stop()


def test_the_delay_before_a_restart_doubles_up_to_a_ceiling_and_is_forgotten_in_health() -> None:
    policy = RestartPolicy()
    delays: list[float | None] = [None]
    for _ in range(7):
        delays.append(policy.next_delay(delays[-1], lifetime=0.5))
    assert delays[1:] == [1, 2, 4, 8, 16, 30, 30]
    assert policy.next_delay(30, lifetime=61) == 1


async def test_a_child_that_ends_before_it_is_ready_fails_the_start_with_its_last_words(
    make_service: MakeService, console: ConsoleAndSaid, record: ProcessRecord
) -> None:
    async def never() -> bool:
        return False

    supervisor = Supervisor(console[0], record)
    service = make_service("broken", code="import sys; sys.exit('no such table')", ready=never)
    with pytest.raises(StartFailed, match="broken ended with exit code 1") as failure:
        await supervisor.start([make_service("healthy"), service])
    pids = supervisor.pids
    await supervisor.stop()
    assert not any(runs(pid) for pid in pids.values())
    console[0].failure(failure.value)
    assert "no such table" in console[1].getvalue()
    assert str(service.log) in console[1].getvalue()


async def test_a_child_that_stays_silent_fails_the_start(
    make_service: MakeService, console: ConsoleAndSaid, record: ProcessRecord
) -> None:
    async def never() -> bool:
        return False

    supervisor = Supervisor(console[0], record)
    with pytest.raises(StartFailed, match="was not ready within"):
        await supervisor.start([make_service(ready=never, ready_within=0.05)])
    await supervisor.stop()


async def test_a_step_that_fails_fails_the_start(make_service: MakeService) -> None:
    with pytest.raises(StartFailed, match="ended with exit code 3"):
        await run_to_completion(make_service(code="import sys; print('why'); sys.exit(3)"))


async def test_a_program_that_is_not_there_fails_the_start(make_service: MakeService) -> None:
    with pytest.raises(StackError):
        await run_to_completion(make_service(command=("/nowhere/at-all",)))


async def test_a_child_that_ignores_the_request_to_stop_is_killed(make_service: MakeService) -> None:
    service = make_service(code=STUBBORN, grace=0.1)
    child = await Child.spawn(service)
    await until_ready(child, service, within=None)
    await child.stop()
    assert not child.alive


async def test_in_a_hurry_a_child_is_not_waited_for(make_service: MakeService) -> None:
    service = make_service(code=STUBBORN, grace=3600.0)
    child = await Child.spawn(service)
    await until_ready(child, service, within=None)
    hurry = asyncio.Event()
    hurry.set()
    await child.stop(hurry)
    assert not child.alive


async def test_what_a_child_started_itself_ends_with_it(make_service: MakeService, tmp_path: Path) -> None:
    pid_file = tmp_path / "grandchild"
    code = (
        "import subprocess, sys; "
        f"grandchild = subprocess.Popen([sys.executable, '-c', {SLEEP!r}]); "
        f"pathlib.Path({str(pid_file)!r}).write_text(str(grandchild.pid)); {SLEEP}"
    )
    child = await Child.spawn(make_service(code=code))
    while not (pid_file.exists() and pid_file.read_text(encoding="utf-8")):
        await asyncio.sleep(0.01)
    grandchild = int(pid_file.read_text(encoding="utf-8"))
    await child.stop()
    wait_until_gone(grandchild)


async def test_a_leftover_of_an_earlier_run_is_found_and_stopped(
    make_service: MakeService, record: ProcessRecord, tmp_path: Path
) -> None:
    service = make_service(code=STUBBORN, grace=0.1)
    child = await Child.spawn(service)
    await until_ready(child, service, within=None)
    record.add(child)

    found = left_behind(tmp_path / "processes.json")
    assert [process.pid for process in found] == [child.pid]
    await stop_leftover(found[0])
    assert not runs(child.pid)
    assert left_behind(tmp_path / "processes.json") == []
    await child.stop()


@pytest.mark.parametrize("difference", [{"started": 1}, {"boot": "another"}, {"command": ("postgres",)}])
async def test_a_process_that_only_has_the_id_of_a_leftover_is_left_alone(
    make_service: MakeService, record: ProcessRecord, tmp_path: Path, difference: dict[str, object]
) -> None:
    service = make_service()
    child = await Child.spawn(service)
    await until_ready(child, service, within=None)  # while one program becomes another its command reads as nothing
    record.add(child)
    ours = left_behind(tmp_path / "processes.json")[0]
    await stop_leftover(ours.model_copy(update=difference))
    assert runs(child.pid)
    await child.stop()


async def test_a_child_that_was_stopped_is_no_leftover(
    make_service: MakeService, console: ConsoleAndSaid, record: ProcessRecord, tmp_path: Path
) -> None:
    supervisor = Supervisor(console[0], record)
    await supervisor.start([make_service()])
    assert len(left_behind(tmp_path / "processes.json")) == 1
    await supervisor.stop()
    assert (tmp_path / "processes.json").read_text(encoding="utf-8") == "[]\n"
