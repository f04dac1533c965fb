"""Deletions of cases in Postgres. A case goes with all its rows at once and leaves a tombstone, which holds ids only.

From then on nobody finds the case, and nothing brings it back: `CaseRecords.write` passes over what a worker still
writes for it, and a trigger refuses its row. What is left to do elsewhere, the tombstone remembers.
"""

from datetime import timedelta
from typing import NamedTuple

from psycopg import AsyncConnection
from psycopg.rows import DictRow

from runtime.postgres import Pool

LATE_WRITES = timedelta(minutes=15)
"""How long something that was under way when the workflow was ended may still write: an activity of a case runs for
10 minutes at most (the reading of a document), the upload of a document through its retries for a few. It does not
rest on a sender's pace: each upload looks its case up once more when all its bytes have come."""

TRY_AGAIN = timedelta(minutes=1)
"""Whoever begins or goes on with a deletion has this long before a gateway goes on with it of itself."""

_WRITE_TOMBSTONE = """
INSERT INTO case_deletions (case_id, workflow_id, organisation, requested_by, due_at)
SELECT case_id, workflow_id, organisation, %(requested_by)s, clock_timestamp() + %(try_again)s
FROM cases WHERE case_id = %(case_id)s AND organisation = %(organisation)s
ON CONFLICT DO NOTHING
"""
_RETURNING = """
RETURNING case_id, requested_by, completed_at IS NOT NULL AS completed,
          coalesce(purged_at + %(late_writes)s <= clock_timestamp(), false) AS settled
"""
_TAKE_UP = f"""
UPDATE case_deletions SET due_at = greatest(due_at, clock_timestamp() + %(try_again)s)
WHERE case_id = %(case_id)s AND organisation = %(organisation)s {_RETURNING}
"""
_DELETE = "DELETE FROM cases WHERE case_id = %(case_id)s"
_DELETE_PAGES = "DELETE FROM document_pages WHERE case_id = %(case_id)s"
"""They may be written before the row of their case, so they do not go with it by themselves."""
_FORGET_USAGE = "UPDATE model_usage SET case_id = '' WHERE case_id = %(case_id)s"
"""What language models cost stays on the organisation's bill, which no longer says for which case."""
# Once: a join that asked for them again and again would find others each time, and take up more than the most.
_TAKE_UP_DUE = f"""
WITH due AS MATERIALIZED (
    SELECT case_id FROM case_deletions WHERE completed_at IS NULL AND due_at <= clock_timestamp()
    ORDER BY due_at LIMIT %(at_most)s FOR UPDATE SKIP LOCKED
)
UPDATE case_deletions SET due_at = clock_timestamp() + %(try_again)s WHERE case_id IN (SELECT case_id FROM due)
{_RETURNING}
"""
_PURGED = """
UPDATE case_deletions SET purged_at = coalesce(purged_at, clock_timestamp()),
                          due_at = coalesce(purged_at, clock_timestamp()) + %(late_writes)s,
                          completed_at = CASE WHEN %(settled)s THEN clock_timestamp() END
WHERE case_id = %(case_id)s AND completed_at IS NULL
"""
_IS_DELETED = "SELECT FROM case_deletions WHERE case_id = %s"


class Removal(NamedTuple):
    """A deletion that has begun: no row of the case is left."""

    case_id: str
    requested_by: str
    completed: bool
    settled: bool
    """The case was purged, and so long ago that nothing which was under way then can still write."""


class CaseRemovals:
    """Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool, late_writes: timedelta = LATE_WRITES) -> None:
        self._pool = pool
        self._waits = {"try_again": TRY_AGAIN, "late_writes": late_writes}

    async def begin(self, case_id: str, organisation: str, requested_by: str) -> Removal | None:
        """Deletes the rows of a case and leaves its tombstone, in one transaction, or finds that it was done before.

        None if the organisation has no such case and never deleted one.
        """
        values = {"case_id": case_id, "organisation": organisation, "requested_by": requested_by, **self._waits}
        async with self._pool.connection() as connection:
            await connection.execute(_WRITE_TOMBSTONE, values)
            cursor = await connection.execute(_TAKE_UP.encode(), values)
            row = await cursor.fetchone()
            if row is None:
                return None
            await connection.execute(_DELETE, values)
            await connection.execute(_DELETE_PAGES, values)
            await connection.execute(_FORGET_USAGE, values)
        return Removal(**row)

    async def due(self, at_most: int) -> list[Removal]:
        """Deletions that were left half-way, or that have late writes to purge. Nobody else gets them for a while."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_TAKE_UP_DUE.encode(), {"at_most": at_most, **self._waits})
            return [Removal(**row) for row in await cursor.fetchall()]

    async def purged(self, removal: Removal) -> None:
        """Notes that nothing is left of the case: for good, or else until what is under way has ended."""
        async with self._pool.connection() as connection:
            # Of what was under way while the tombstone was written: a reading, a question to a language model.
            await connection.execute(_DELETE_PAGES, {"case_id": removal.case_id})
            await connection.execute(_FORGET_USAGE, {"case_id": removal.case_id})
            await connection.execute(_PURGED, {**removal._asdict(), **self._waits})

    async def is_deleted(self, case_id: str) -> bool:
        """Whether there was a case of this id, which was deleted."""
        async with self._pool.connection() as connection:
            return await is_deleted(connection, case_id)


async def is_deleted(connection: AsyncConnection[DictRow], case_id: str) -> bool:
    cursor = await connection.execute(_IS_DELETED, [case_id])
    return cursor.rowcount > 0
