"""Deleting cases in a real Postgres: all rows go at once, nothing brings them back, and what is left to do is known."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from psycopg.errors import RestrictViolation

from domain.identity import workflow_id_of
from runtime.case_list import CaseIndex
from runtime.case_records import CaseRecords
from runtime.case_removal import CaseRemovals, Removal
from runtime.postgres import Pool
from runtime.settings import Settings
from schemas.case import RecordBatch, Recorded
from schemas.case_list import CaseFilter
from tests.case_remains import APPEND_ONLY, rows_of
from tests.indexed_cases import index_case
from tests.own_database import with_own_database
from tests.recorded_cases import a_case, batch_of, record_case, selected

KEY = "key_of_whoever_deletes"
AT_ONCE = timedelta(0)
WAITING = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%%INSERT INTO cases%%'"


@pytest.fixture(scope="module")
async def settings(settings: Settings) -> AsyncIterator[Settings]:
    """A database of our own: what is due is nobody else's."""
    async with with_own_database(settings) as own:
        yield own


@pytest.fixture(scope="module")
def dsn(settings: Settings) -> str:
    return settings.postgres_dsn.get_secret_value()


@pytest.fixture
def records(pool: Pool) -> CaseRecords:
    return CaseRecords(pool)


@pytest.fixture
def removals(pool: Pool) -> CaseRemovals:
    return CaseRemovals(pool)


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def nothing_due(pool: Pool) -> None:
    """What other tests began is over."""
    await selected(pool, "UPDATE case_deletions SET completed_at = now() WHERE completed_at IS NULL")


# The case goes, its tombstone stays.


async def test_a_case_goes_with_all_its_rows_and_leaves_its_tombstone(
    removals: CaseRemovals, pool: Pool, organisation: str, dsn: str
) -> None:
    gone, kept = [await record_case(pool, organisation) for _ in range(2)]
    before = await rows_of(dsn, kept.case_id)
    assert set(before) == {"cases", *APPEND_ONLY}

    assert await removals.begin(gone.case_id, organisation, KEY) is not None

    assert await rows_of(dsn, gone.case_id) == {"case_deletions": 1}
    assert await rows_of(dsn, kept.case_id) == before


async def test_nobody_finds_it_any_more(
    removals: CaseRemovals, records: CaseRecords, pool: Pool, organisation: str
) -> None:
    opening = await record_case(pool, organisation)
    await removals.begin(opening.case_id, organisation, KEY)

    assert await records.organisation_of(opening.case_id) is None
    assert await records.snapshot(opening.case_id) is None
    assert await records.state(opening.case_id) is None
    assert await records.portal_grant(opening.portal_token or "") is None
    cases, total, counts = await CaseIndex(pool).page(organisation, CaseFilter())
    assert (cases, total, set(counts.values())) == ([], 0, {0})


async def test_the_tombstone_holds_ids_and_times_only(removals: CaseRemovals, pool: Pool, organisation: str) -> None:
    opening = await record_case(pool, organisation)
    await removals.begin(opening.case_id, organisation, KEY)

    (row,) = await selected(pool, "SELECT * FROM case_deletions WHERE case_id = %s", opening.case_id)
    ids = {name: value for name, value in row.items() if not name.endswith("_at")}
    assert ids == {
        "case_id": opening.case_id,
        "workflow_id": opening.workflow_id,
        "organisation": organisation,
        "requested_by": KEY,
    }


async def test_what_language_models_cost_stays_without_saying_for_which_case(
    removals: CaseRemovals, pool: Pool, organisation: str, dsn: str
) -> None:
    """Also what is only written after the tombstone, by a worker that was about to ask."""
    case_id = (await record_case(pool, organisation)).case_id
    usage = (
        "INSERT INTO model_usage (usage_id, organisation, case_id, agent, model, tokens, cost_usd) "
        "VALUES (%s, %s, %s, 'mcc', 'example', 100, 0.5)"
    )

    await selected(pool, usage, secrets.token_hex(6), organisation, case_id)
    removal = await removals.begin(case_id, organisation, KEY)
    assert await rows_of(dsn, case_id) == {"case_deletions": 1}
    await selected(pool, usage, secrets.token_hex(6), organisation, case_id)
    assert removal is not None
    await removals.purged(removal)

    assert await rows_of(dsn, case_id) == {"case_deletions": 1}
    (bill,) = await selected(
        pool, "SELECT sum(tokens) AS tokens FROM model_usage WHERE organisation = %s", organisation
    )
    assert bill["tokens"] == 200


async def test_a_case_of_another_organisation_stays(
    removals: CaseRemovals, pool: Pool, organisation: str, dsn: str
) -> None:
    case_id = (await record_case(pool, organisation)).case_id
    before = await rows_of(dsn, case_id)

    assert await removals.begin(case_id, "org_of_a_stranger", KEY) is None
    assert await rows_of(dsn, case_id) == before


async def test_a_case_that_never_was_leaves_no_tombstone(removals: CaseRemovals, organisation: str) -> None:
    assert await removals.begin("case_000000000000", organisation, KEY) is None
    assert not await removals.is_deleted("case_000000000000")


async def test_a_deletion_that_is_begun_again_is_the_first_one(
    removals: CaseRemovals, pool: Pool, organisation: str
) -> None:
    case_id = (await record_case(pool, organisation)).case_id

    first = await removals.begin(case_id, organisation, KEY)

    assert first == Removal(case_id, KEY, completed=False, settled=False)
    assert await removals.begin(case_id, organisation, "key_of_a_colleague") == first
    assert await removals.begin(case_id, "org_of_a_stranger", KEY) is None


async def test_deletions_at_the_same_moment_are_one(
    removals: CaseRemovals, pool: Pool, organisation: str, dsn: str
) -> None:
    for _ in range(10):
        case_id = (await record_case(pool, organisation)).case_id

        begun = await asyncio.gather(*(removals.begin(case_id, organisation, f"key_{number}") for number in range(6)))

        assert len(set(begun)) == 1
        assert begun[0] is not None
        assert await rows_of(dsn, case_id) == {"case_deletions": 1}


# Nothing brings it back.


@pytest.mark.parametrize("first", [1, 2])
async def test_what_is_written_for_a_deleted_case_is_passed_over(
    removals: CaseRemovals, records: CaseRecords, pool: Pool, organisation: str, first: int, dsn: str
) -> None:
    """Both the batch that would make its row and one that would follow it."""
    state = a_case(organisation)
    await records.write(batch_of(state))
    case_id = state.record.opening.case_id
    await removals.begin(case_id, organisation, KEY)

    assert await records.write(batch_of(state, first)) == Recorded()
    assert await rows_of(dsn, case_id) == {"case_deletions": 1}


async def test_its_row_is_refused_whoever_writes_it(
    removals: CaseRemovals, pool: Pool, organisation: str, dsn: str
) -> None:
    case_id = await index_case(dsn, organisation)
    await removals.begin(case_id, organisation, KEY)

    with pytest.raises(RestrictViolation, match="the case was deleted"):
        await index_case(dsn, organisation, case_id=case_id)
    assert await rows_of(dsn, case_id) == {"case_deletions": 1}


async def test_a_write_that_waits_for_the_deletion_does_not_outlive_it(
    removals: CaseRemovals, records: CaseRecords, pool: Pool, organisation: str, dsn: str
) -> None:
    """It began while the row was still there, and would insert it as soon as it is gone."""
    state = a_case(organisation)
    case_id = state.record.opening.case_id
    await records.write(batch_of(state))

    async with pool.connection() as deleting:
        await deleting.execute(
            "INSERT INTO case_deletions (case_id, workflow_id, organisation, requested_by, due_at) "
            "VALUES (%s, %s, %s, %s, now())",
            [case_id, workflow_id_of(case_id), organisation, KEY],
        )
        await deleting.execute("DELETE FROM cases WHERE case_id = %s", [case_id])
        writing = asyncio.create_task(records.write(batch_of(state)))
        async with asyncio.timeout(60):
            while not await selected(pool, WAITING):
                await asyncio.sleep(0.01)

    assert await writing == Recorded()
    assert await rows_of(dsn, case_id) == {"case_deletions": 1}


async def test_writes_and_deletions_in_any_order_leave_the_tombstone_alone(
    removals: CaseRemovals, records: CaseRecords, pool: Pool, organisation: str, dsn: str
) -> None:
    for _ in range(15):
        state = a_case(organisation)
        case_id = state.record.opening.case_id
        await records.write(RecordBatch(opening=state.record.opening, events=state.outbox[:1]))

        await asyncio.gather(
            *(records.write(batch_of(state, first)) for first in (1, 2, 1, 2)),
            removals.begin(case_id, organisation, KEY),
            records.write(batch_of(state)),
        )

        assert await rows_of(dsn, case_id) == {"case_deletions": 1}


# What is left to do.


@pytest.mark.usefixtures("nothing_due")
async def test_a_deletion_that_has_just_begun_is_left_to_whoever_began_it(
    removals: CaseRemovals, pool: Pool, organisation: str
) -> None:
    await removals.begin((await record_case(pool, organisation)).case_id, organisation, KEY)

    assert await removals.due(10) == []


@pytest.mark.usefixtures("nothing_due")
async def test_a_deletion_that_was_left_half_way_is_taken_up_once(
    removals: CaseRemovals, pool: Pool, organisation: str
) -> None:
    left = [await left_half_way(removals, pool, organisation) for _ in range(6)]

    taken = await asyncio.gather(*(removals.due(2) for _ in range(4)))

    assert sorted(item.case_id for batch in taken for item in batch) == sorted(left)
    assert max(len(batch) for batch in taken) == 2
    assert await removals.due(10) == []


@pytest.mark.usefixtures("nothing_due")
async def test_what_was_purged_is_purged_once_more_when_nothing_is_under_way(
    removals: CaseRemovals, pool: Pool, organisation: str
) -> None:
    case_id = await left_half_way(removals, pool, organisation)
    (first,) = await removals.due(10)
    await removals.purged(first)
    assert await removals.due(10) == []

    await let_fall_due(pool, case_id)
    (second,) = await removals.due(10)
    await removals.purged(second)
    assert await removals.due(10) == []

    later = CaseRemovals(pool, late_writes=AT_ONCE)
    await let_fall_due(pool, case_id)
    (last,) = await later.due(10)
    await later.purged(last)

    assert (first.settled, second.settled, last.settled) == (False, False, True)
    assert await later.begin(case_id, organisation, KEY) == last._replace(completed=True)
    await let_fall_due(pool, case_id)
    assert await later.due(10) == []


@pytest.mark.usefixtures("nothing_due")
async def test_however_old_a_deletion_is_what_is_under_way_counts_from_its_first_purge(
    pool: Pool, organisation: str
) -> None:
    """Temporal may have been away for long, and the workflow at work until then."""
    removals = CaseRemovals(pool, late_writes=AT_ONCE)
    await left_half_way(removals, pool, organisation)

    (removal,) = await removals.due(10)

    assert not removal.settled


async def left_half_way(removals: CaseRemovals, pool: Pool, organisation: str) -> str:
    """A case whose deletion was begun by a process that is no more."""
    case_id = (await record_case(pool, organisation)).case_id
    await removals.begin(case_id, organisation, KEY)
    await let_fall_due(pool, case_id)
    return case_id


async def let_fall_due(pool: Pool, case_id: str) -> None:
    await selected(pool, "UPDATE case_deletions SET due_at = now() WHERE case_id = %s", case_id)
