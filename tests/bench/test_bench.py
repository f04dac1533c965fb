"""`python -m bench` measures a running stack, prints tables and closes with one line of JSON."""

import asyncio
import json
import sys
from pathlib import Path

import pytest

from bench.rows import ROWS
from tests.conftest import REPOSITORY, Stack

MEASURED_BY_THEIR_OWN_COMMANDS = {"extraction", "mcc"}
"""Whose measuring `python -m bench.extraction` and `python -m bench.mcc` show in tests of their own."""
SECONDS = 1200
"""Far more than it takes: every row is measured, beside whatever else the machine does."""


async def bench(*options: str) -> tuple[int | None, str, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench", *options),
        cwd=REPOSITORY,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(SECONDS):
        output, errors = await process.communicate()
    return process.returncode, output.decode(), errors.decode()


@pytest.mark.timeout(SECONDS + 60)
async def test_every_row_is_measured_and_told_twice(stack: Stack) -> None:
    rows = set(ROWS) - MEASURED_BY_THEIR_OWN_COMMANDS
    code, output, errors = await bench("--home", str(stack.home), "--samples", "2", "--rows", *rows)
    assert code == 0, errors
    figures = json.loads(output.splitlines()[-1])
    assert set(figures) == rows
    assert all(f"{name}: " in output for name in figures)

    for command in ("decision", "mcc_decision"):
        row = figures["decision_round_trip"][command]
        assert row["gateway"]["n"] == row["client"]["n"] == 2
        assert row["ratio_of_medians"] > 0

    opened = figures["create_case"]
    assert opened["gateway"]["n"] == opened["client"]["n"] == 2
    assert opened["ratio_of_medians"] > 0

    learnt = figures["learning_the_outcome"]
    assert {name: way["actions_per_command"] for name, way in learnt.items()} == {
        "query": 2,
        "awaiting_update": 2,
        "one_update": 1,
    }
    assert learnt["query"]["events_per_command"] < learnt["awaiting_update"]["events_per_command"]
    assert not any(way["no_worker"]["answered"] for way in learnt.values())
    assert all(learnt[name]["no_worker"]["applied_later"] for name in ("query", "awaiting_update"))  # sent by signal

    cost = figures["straight_through_case"]
    assert cost["actions"] == sum(cost["actions_by_kind"].values())
    assert cost["actions_by_kind"]["signals"] == 5  # three documents, the submission, the decision
    assert cost["actions_by_kind"]["queries"] >= 5  # the outcome of each
    assert cost["history_events"] > 50
    assert cost["history_bytes"] > 10_000


async def test_without_a_stack_it_says_what_to_do(tmp_path: Path) -> None:
    code, output, errors = await bench("--home", str(tmp_path))
    assert (code, output) == (1, "")
    assert errors == f"no stack runs on {tmp_path}; start one with `make run`, or leave --home out\n"


async def test_a_row_that_nobody_knows_is_refused_with_the_names_of_all() -> None:
    code, _output, errors = await bench("--rows", "speed")
    assert code == 2
    assert all(row in errors for row in ROWS)
