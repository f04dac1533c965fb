"""What is on record in a real Postgres goes with its case or not at all."""

import secrets

import pytest
from psycopg.errors import RaiseException

from runtime.case_removal import CaseRemovals
from runtime.postgres import Pool
from tests.case_remains import APPEND_ONLY, rows_of
from tests.recorded_cases import record_case, selected

KEY = "key_of_whoever_deletes"


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.mark.parametrize("table", [*APPEND_ONLY, "cases"])
async def test_no_row_can_be_deleted_by_a_slip(pool: Pool, organisation: str, table: str, postgres_dsn: str) -> None:
    case_id = (await record_case(pool, organisation)).case_id
    before = await rows_of(postgres_dsn, case_id)

    with pytest.raises(RaiseException, match="is append-only"):
        await selected(pool, f"DELETE FROM {table} WHERE case_id = %s", case_id)
    assert await rows_of(postgres_dsn, case_id) == before


@pytest.mark.parametrize("table", [*APPEND_ONLY, "case_deletions", "cases"])
async def test_no_table_can_be_emptied(pool: Pool, table: str) -> None:
    with pytest.raises(RaiseException, match="is append-only"):
        await selected(pool, f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM case_deletions WHERE case_id = %s",
        "UPDATE case_deletions SET requested_by = 'somebody else' WHERE case_id = %s",
        "UPDATE case_deletions SET requested_at = now() WHERE case_id = %s",
        "UPDATE case_deletions SET case_id = 'case_000000000000' WHERE case_id = %s",
    ],
)
async def test_a_tombstone_stays_as_it_is(pool: Pool, organisation: str, statement: str) -> None:
    case_id = (await record_case(pool, organisation)).case_id
    await CaseRemovals(pool).begin(case_id, organisation, KEY)

    with pytest.raises(RaiseException, match="case_deletions is append-only"):
        await selected(pool, statement, case_id)


async def test_every_table_that_knows_a_case_loses_its_rows_with_it(pool: Pool) -> None:
    """A table that is added later has to say what becomes of its rows. Pages may be there before the row of their case;
    what becomes of them is in test_page_rows. What language models cost stays, without saying for which case:
    that is in test_case_removal."""
    knowing = await selected(
        pool,
        "SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'case_id' "
        "AND table_schema = 'public' AND table_name NOT IN "
        "('cases', 'case_deletions', 'document_pages', 'model_usage')",
    )
    cascading = await selected(
        pool,
        "SELECT conrelid::regclass::text AS name, confdeltype = 'c' AS cascades FROM pg_constraint "
        "WHERE contype = 'f' AND confrelid = 'cases'::regclass",
    )

    assert {str(row["name"]) for row in knowing} == {str(row["name"]) for row in cascading}
    assert all(row["cascades"] for row in cascading)


async def test_every_table_that_refuses_changes_refuses_removals_too(pool: Pool) -> None:
    guarded = await selected(
        pool,
        "SELECT tgrelid::regclass::text AS name, array_agg(proname ORDER BY proname) AS guards "
        "FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
        "WHERE proname IN ('refuse_update', 'refuse_removal') GROUP BY 1",
    )

    guards = {str(row["name"]): row["guards"] for row in guarded}
    assert {table: guards[table] for table in APPEND_ONLY} == {
        table: ["refuse_removal", "refuse_removal", "refuse_update"] for table in APPEND_ONLY
    }
    assert {table for table, names in guards.items() if "refuse_update" in str(names)} == {
        *APPEND_ONLY,
        "case_deletions",
    }
