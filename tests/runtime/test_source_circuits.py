"""When a source is left alone, when it is tried again, and by whom; in a real Postgres, which all workers share."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from runtime.source_circuits import (
    FAILURES_IN_A_ROW,
    FIRST_REST,
    LONGEST_REFUSAL,
    LONGEST_REST,
    PROBE_TIME,
    Circuit,
    SourceCircuits,
)
from schemas.sources import SourceName
from tests.own_database import with_own_database
from tests.recorded_cases import selected

NOW = datetime(2026, 1, 1, tzinfo=UTC)
KBO, GLEIF = SourceName.KBO, SourceName.GLEIF


@pytest.fixture(scope="module")
async def settings(settings: Settings) -> AsyncIterator[Settings]:
    """A database of our own: its circuits are nobody else's."""
    async with with_own_database(settings) as own:
        yield own


@pytest.fixture(scope="module")
async def pools(settings: Settings) -> AsyncIterator[tuple[Pool, Pool]]:
    """Those of two workers."""
    one, other = create_pool(settings), create_pool(settings)
    await one.open()
    await other.open()
    yield one, other
    await one.close()
    await other.close()


@pytest.fixture
async def workers(pools: tuple[Pool, Pool]) -> tuple[SourceCircuits, SourceCircuits]:
    await selected(pools[0], "DELETE FROM source_circuits")
    return SourceCircuits(pools[0], "test"), SourceCircuits(pools[1], "test")


@pytest.fixture
def circuits(workers: tuple[SourceCircuits, SourceCircuits]) -> SourceCircuits:
    return workers[0]


async def fail(circuits: SourceCircuits, times: int = FAILURES_IN_A_ROW) -> None:
    for _ in range(times):
        await circuits.note_failure(KBO)


async def let_pass(pool: Pool, time: timedelta) -> None:
    await selected(
        pool,
        "UPDATE source_circuits SET resting_until = resting_until - %s, probing_until = probing_until - %s",
        time,
        time,
    )


async def test_a_source_that_failed_five_times_in_a_row_is_left_alone_for_a_minute(circuits: SourceCircuits) -> None:
    await fail(circuits, 4)
    assert await circuits.seconds_closed(KBO) is None
    await fail(circuits, 1)
    seconds = await circuits.seconds_closed(KBO)
    assert seconds is not None and 0 < seconds <= FIRST_REST.total_seconds()


async def test_an_answer_breaks_the_row(circuits: SourceCircuits) -> None:
    await fail(circuits, 4)
    await circuits.note_answer(KBO)
    await fail(circuits, 4)
    assert await circuits.seconds_closed(KBO) is None


async def test_all_workers_leave_it_alone_and_only_it(workers: tuple[SourceCircuits, SourceCircuits]) -> None:
    one, other = workers
    await fail(one, 3)
    await fail(other, 2)
    assert await one.seconds_closed(KBO) is not None
    assert await other.seconds_closed(KBO) is not None
    assert await other.seconds_closed(GLEIF) is None


async def test_test_mode_and_live_are_different_sources(circuits: SourceCircuits, pools: tuple[Pool, Pool]) -> None:
    await fail(circuits)
    assert await SourceCircuits(pools[0], "live").seconds_closed(KBO) is None


async def test_after_the_rest_one_worker_tries_and_the_others_wait(
    workers: tuple[SourceCircuits, SourceCircuits], pools: tuple[Pool, Pool]
) -> None:
    one, other = workers
    await fail(one)
    await let_pass(pools[0], FIRST_REST)
    assert await one.seconds_closed(KBO) is None
    assert await other.seconds_closed(KBO) == PROBE_TIME.total_seconds()
    assert await one.seconds_closed(KBO) == PROBE_TIME.total_seconds()


async def test_of_two_that_race_for_the_probe_one_wins(
    workers: tuple[SourceCircuits, SourceCircuits], pools: tuple[Pool, Pool]
) -> None:
    await fail(workers[0])
    await let_pass(pools[0], FIRST_REST)
    async with pools[0].connection() as connection:
        await connection.execute("SELECT FROM source_circuits FOR UPDATE")
        race = [asyncio.create_task(worker.seconds_closed(KBO)) for worker in workers for _ in range(2)]
        while len(await selected(pools[1], "SELECT 1 FROM pg_locks WHERE NOT granted")) < len(race):
            await asyncio.sleep(0.01)
    answers = await asyncio.gather(*race)
    assert answers.count(None) == 1
    assert answers.count(PROBE_TIME.total_seconds()) == len(race) - 1


async def test_a_try_that_succeeds_opens_the_source_to_all(
    workers: tuple[SourceCircuits, SourceCircuits], pools: tuple[Pool, Pool]
) -> None:
    await fail(workers[0])
    await let_pass(pools[0], FIRST_REST)
    assert await workers[0].seconds_closed(KBO) is None
    await workers[0].note_answer(KBO)
    assert [await worker.seconds_closed(KBO) for worker in (*workers, *workers)] == [None] * 4


async def test_a_try_that_fails_doubles_the_rest(circuits: SourceCircuits, pools: tuple[Pool, Pool]) -> None:
    await fail(circuits)
    for expected in (2, 4, 8, 15, 15):
        await let_pass(pools[0], LONGEST_REST)
        assert await circuits.seconds_closed(KBO) is None
        await fail(circuits, 1)
        seconds = await circuits.seconds_closed(KBO)
        assert seconds is not None and (expected - 1) * 60 < seconds <= expected * 60


async def test_a_worker_that_dies_over_its_try_leaves_it_to_another(
    workers: tuple[SourceCircuits, SourceCircuits], pools: tuple[Pool, Pool]
) -> None:
    await fail(workers[0])
    await let_pass(pools[0], FIRST_REST)
    assert await workers[0].seconds_closed(KBO) is None
    await let_pass(pools[0], PROBE_TIME)
    assert await workers[1].seconds_closed(KBO) is None


async def test_a_try_that_had_nothing_to_ask_is_left_to_another(
    workers: tuple[SourceCircuits, SourceCircuits], pools: tuple[Pool, Pool]
) -> None:
    await fail(workers[0])
    await let_pass(pools[0], FIRST_REST)
    assert await workers[0].seconds_closed(KBO) is None
    await workers[0].note_no_question(KBO)
    assert await workers[1].seconds_closed(KBO) is None


async def test_a_source_that_asks_for_it_is_left_alone_for_so_long(
    circuits: SourceCircuits, pools: tuple[Pool, Pool]
) -> None:
    await circuits.note_refusal(KBO, timedelta(minutes=20))
    seconds = await circuits.seconds_closed(KBO)
    assert seconds is not None and 19 * 60 < seconds <= 20 * 60
    await let_pass(pools[0], timedelta(minutes=20))
    assert await circuits.seconds_closed(KBO) is None


async def test_a_source_that_is_well_writes_nothing(circuits: SourceCircuits, pools: tuple[Pool, Pool]) -> None:
    await circuits.note_answer(KBO)
    await circuits.note_no_question(KBO)
    assert await selected(pools[0], "SELECT source FROM source_circuits") == []


# What was under way when the rest began decides nothing.

RESTING = Circuit(rests=1, resting_until=NOW + FIRST_REST)


def test_a_late_failure_does_not_lengthen_the_rest() -> None:
    assert RESTING.after_failure(NOW) == RESTING


def test_a_late_answer_does_not_end_the_rest() -> None:
    assert RESTING.after_answer() == RESTING


def test_a_shorter_wait_does_not_end_a_longer_rest() -> None:
    assert RESTING.after_refusal(NOW, timedelta(seconds=1)).resting_until == RESTING.resting_until
    assert RESTING.after_refusal(NOW, timedelta(hours=1)).resting_until == NOW + timedelta(hours=1)
    assert RESTING.after_refusal(NOW, timedelta(days=1)).resting_until == NOW + LONGEST_REFUSAL
