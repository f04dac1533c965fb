"""What a gateway does now and again goes on until it ends, whatever goes wrong."""

import asyncio

import pytest

from gateway.now_and_again import now_and_again


async def test_a_task_that_fails_is_done_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gateway.now_and_again.SECONDS", 0.0)
    done_three_times, times = asyncio.Event(), 0

    async def task() -> None:
        nonlocal times
        times += 1
        if times == 3:
            done_three_times.set()
        raise ValueError("nothing works")

    async with asyncio.timeout(60), now_and_again(task, "the task failed"):
        await done_three_times.wait()
    at_the_end = times
    await asyncio.sleep(0.05)

    assert times == at_the_end
    assert "the task failed" in capsys.readouterr().out
