"""The ledger of how many cases have a status: right after every change, also of many writers, and nobody waits."""

import asyncio
import random
import secrets
from collections.abc import AsyncIterator

import pytest
from psycopg import AsyncConnection

from deploy.migrations.upgrade import upgrade
from runtime.settings import Settings
from schemas.status import CaseStatus
from tests.case_remains import APPEND_ONLY
from tests.indexed_cases import index_case
from tests.own_database import with_own_database

S = CaseStatus
WRITERS, CHANGES = 6, 60

COLUMNS = (
    "case_id, workflow_id, organisation, company_name, country, template_id, status, current_iteration, version, "
    "portal_token_hash, portal_expires_at, record, created_at, updated_at"
)


@pytest.fixture
def organisation() -> str:
    """One that has no cases yet."""
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def connection(postgres_dsn: str) -> AsyncIterator[AsyncConnection]:
    async with await AsyncConnection.connect(postgres_dsn, autocommit=True) as opened:
        yield opened


async def impatient(dsn: str) -> AsyncConnection:
    """A connection in a transaction that rather fails than waits for another's."""
    return await AsyncConnection.connect(dsn, options="-c lock_timeout=2000 -c deadlock_timeout=100")


async def counted(connection: AsyncConnection, organisation: str) -> dict[str, int]:
    """What the ledger says, by status; a status without cases is left out."""
    rows = await connection.execute(
        "SELECT status, sum(cases)::int FROM case_counts WHERE organisation = %s GROUP BY 1 HAVING sum(cases) <> 0",
        [organisation],
    )
    return dict(await rows.fetchall())


async def in_truth(connection: AsyncConnection, organisation: str) -> dict[str, int]:
    rows = await connection.execute(
        "SELECT status, count(*)::int FROM cases WHERE organisation = %s GROUP BY status", [organisation]
    )
    return dict(await rows.fetchall())


async def move(connection: AsyncConnection, case_id: str, status: CaseStatus) -> None:
    await connection.execute("UPDATE cases SET status = %s WHERE case_id = %s", [status.value, case_id])


async def test_it_follows_every_insert_change_and_deletion(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    first, second, _ = [await index_case(postgres_dsn, organisation, status="CREATED") for _ in range(3)]
    assert await counted(connection, organisation) == {"CREATED": 3}

    await move(connection, first, S.APPROVED)
    await move(connection, second, S.CREATED)  # a change that is none
    assert await counted(connection, organisation) == {"CREATED": 2, "APPROVED": 1}

    await connection.execute("DELETE FROM cases WHERE case_id = %s", [first])
    assert await counted(connection, organisation) == {"CREATED": 2}


async def test_it_follows_statements_that_touch_many_cases(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    other = f"{organisation}_other"
    for owner, status in ((organisation, "CREATED"), (organisation, "APPROVED"), (other, "APPROVED")):
        for _ in range(2):
            await index_case(postgres_dsn, owner, status=status)

    await connection.execute(
        "UPDATE cases SET status = 'REJECTED' WHERE organisation = ANY(%s) AND status = 'APPROVED'",
        [[organisation, other]],
    )
    await connection.execute("DELETE FROM cases WHERE organisation = %s AND status = 'CREATED'", [organisation])

    assert await counted(connection, organisation) == {"REJECTED": 2}
    assert await counted(connection, other) == {"REJECTED": 2}


async def test_a_case_that_is_written_again_is_counted_once(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    case_id = await index_case(postgres_dsn, organisation, status="CREATED")

    for resolution in ("DO NOTHING", "(case_id) DO UPDATE SET status = excluded.status"):
        await connection.execute(
            f"INSERT INTO cases ({COLUMNS}) SELECT {COLUMNS} FROM cases WHERE case_id = %s ON CONFLICT {resolution}",
            [case_id],
        )

    assert await counted(connection, organisation) == {"CREATED": 1}


async def test_what_was_rolled_back_is_not_counted(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    case_id = await index_case(postgres_dsn, organisation, status="CREATED")

    async with connection.transaction(force_rollback=True):
        await move(connection, case_id, S.APPROVED)
        assert await counted(connection, organisation) == {"APPROVED": 1}

    assert await counted(connection, organisation) == {"CREATED": 1}


async def test_an_emptied_table_has_nothing_to_count(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    await index_case(postgres_dsn, organisation)

    async with connection.transaction(force_rollback=True):
        for table in APPEND_ONLY:  # they refuse to be emptied
            await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_stay_all".encode())
        await connection.execute("TRUNCATE cases CASCADE")
        assert await counted(connection, organisation) == {}


# Many writers.


async def test_a_writer_that_hangs_in_its_transaction_holds_up_nobody(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    one, other = [await index_case(postgres_dsn, organisation, status="CREATED") for _ in range(2)]

    async with await impatient(postgres_dsn) as hanging, await impatient(postgres_dsn) as lively:
        await move(hanging, one, S.APPROVED)
        await move(lively, other, S.APPROVED)
        await lively.commit()
        assert await counted(connection, organisation) == {"CREATED": 1, "APPROVED": 1}
        await hanging.commit()

    assert await counted(connection, organisation) == {"APPROVED": 2}


async def test_writers_that_meet_in_opposite_orders_do_not_wait_in_a_circle(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    cases = [await index_case(postgres_dsn, organisation, status="CREATED") for _ in range(4)]

    async with await impatient(postgres_dsn) as one, await impatient(postgres_dsn) as other:
        await move(one, cases[0], S.APPROVED)
        await move(other, cases[1], S.REJECTED)
        await move(one, cases[2], S.REJECTED)
        await move(other, cases[3], S.APPROVED)
        await one.commit()
        await other.commit()

    assert await counted(connection, organisation) == {"APPROVED": 2, "REJECTED": 2}


async def test_many_writers_at_once_leave_the_numbers_right(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    cases = [await index_case(postgres_dsn, organisation) for _ in range(8)]

    async def write(number: int) -> None:
        chance = random.Random(number)
        async with await AsyncConnection.connect(postgres_dsn, autocommit=True) as own:
            for _ in range(CHANGES):
                await move(own, chance.choice(cases), chance.choice(list(S)))

    await asyncio.gather(*(write(number) for number in range(WRITERS)))

    assert await counted(connection, organisation) == await in_truth(connection, organisation)


async def test_the_ledger_does_not_grow_with_every_change(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    case_id = await index_case(postgres_dsn, organisation, status="CREATED")
    for number in range(800):
        await move(connection, case_id, S.APPROVED if number % 2 else S.REJECTED)

    rows = await connection.execute("SELECT count(*) FROM case_counts WHERE organisation = %s", [organisation])

    entries = await rows.fetchone()
    assert entries is not None
    assert entries[0] < 1200  # of 1601 written; that 600 changes in a row go unfolded happens once in 80 million times
    assert await counted(connection, organisation) == {"APPROVED": 1}


async def test_a_writer_in_strict_isolation_is_not_failed_by_the_ledger(
    connection: AsyncConnection, postgres_dsn: str, organisation: str
) -> None:
    own, others = [await index_case(postgres_dsn, organisation, status="CREATED") for _ in range(2)]

    async with await impatient(postgres_dsn) as strict:
        await strict.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        await strict.execute("SELECT 1 FROM cases LIMIT 1")
        for _ in range(150):
            await move(connection, others, S.APPROVED)
            await move(connection, others, S.REJECTED)
        for _ in range(150):
            await move(strict, own, S.APPROVED)
            await move(strict, own, S.REJECTED)
        await strict.commit()

    assert await counted(connection, organisation) == {"REJECTED": 2}


# Cases that were there before.


async def test_a_database_with_cases_is_counted_when_it_is_migrated(settings: Settings, organisation: str) -> None:
    async with with_own_database(settings, "0002") as older:
        dsn = older.postgres_dsn.get_secret_value()
        for status in ("APPROVED", "APPROVED", "REJECTED"):
            await index_case(dsn, organisation, status=status)

        await asyncio.to_thread(upgrade, dsn)

        await index_case(dsn, organisation, status="REJECTED")
        async with await AsyncConnection.connect(dsn) as migrated:
            assert await counted(migrated, organisation) == {"APPROVED": 2, "REJECTED": 2}
            found = await migrated.execute("SELECT count(*) FROM cases WHERE search_text LIKE '%acme%'")
            assert await found.fetchone() == (4,)
