"""What customers have written in the portal and not submitted: one draft a case.

It is not of the case: it is in no event, and no officer reads it. It goes when the customer submits, and with the case.
Each is of one number of submissions: what is written late, after its answers were submitted, is shown no more.
A draft is written answer by answer. One may be open on two devices, and neither knows what the other has sent.
"""

from datetime import datetime

from psycopg.errors import CheckViolation
from psycopg.types.json import Jsonb

from runtime.postgres import Pool
from schemas.portal_api import DraftRequest, PortalDraft

# Two at once wait for each other at the row, so that the second is laid over what the first has made.
_MERGE = """
INSERT INTO portal_drafts AS kept (case_id, submissions, draft, saved_at)
SELECT case_id, %(submissions)s, jsonb_strip_nulls(%(draft)s), clock_timestamp()
FROM cases WHERE case_id = %(case_id)s FOR KEY SHARE
ON CONFLICT (case_id) DO UPDATE
SET submissions = excluded.submissions,
    draft = CASE WHEN kept.submissions = excluded.submissions THEN jsonb_strip_nulls(jsonb_build_object(
        'answers', kept.draft -> 'answers' || (%(draft)s -> 'answers'),
        'task_responses', kept.draft -> 'task_responses' || (%(draft)s -> 'task_responses')
    )) ELSE excluded.draft END,
    saved_at = clock_timestamp()
RETURNING saved_at
"""
_READ = "SELECT draft, saved_at FROM portal_drafts WHERE case_id = %s AND submissions = %s"
_DELETE = "DELETE FROM portal_drafts WHERE case_id = %s"


class DraftTooLargeError(ValueError):
    """One more answer and the draft is larger than the table takes."""


class PortalDrafts:
    """Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def merge(self, case_id: str, submissions: int, changes: DraftRequest) -> datetime | None:
        """Lays the changes over what was kept after as many submissions, and returns when; None if there is no such
        case. Raises DraftTooLargeError, and keeps what was kept."""
        values = {"case_id": case_id, "submissions": submissions, "draft": Jsonb(changes.model_dump(mode="json"))}
        try:
            async with self._pool.connection() as connection:
                cursor = await connection.execute(_MERGE, values)
                row = await cursor.fetchone()
        except CheckViolation as error:
            raise DraftTooLargeError("more is written than a draft can keep") from error
        if row is None:
            return None
        saved_at: datetime = row["saved_at"]
        return saved_at

    async def read(self, case_id: str, submissions: int) -> PortalDraft | None:
        """The draft written after so many submissions; an earlier one is of answers that the case has."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_READ, [case_id, submissions])
            row = await cursor.fetchone()
        return PortalDraft.model_validate({**row["draft"], "saved_at": row["saved_at"]}) if row else None

    async def delete(self, case_id: str) -> None:
        """A case without a draft is fine."""
        async with self._pool.connection() as connection:
            await connection.execute(_DELETE, [case_id])
