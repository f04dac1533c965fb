"""Lines of webhooks that ought to be going and may not be: nobody could wake them when it was time.

Whoever writes an event, resumes an endpoint, redelivers or tests does so in Postgres first, and wakes the workflow
then. If Temporal is away in between, what waits is found here. A line that is found although it goes only hears that
there may be something to do. Errors are psycopg's.
"""

from datetime import timedelta

from runtime.postgres import Pool
from runtime.webhook_waiting import NEW_EVENTS, VERSIONED
from schemas.owner import Owner
from schemas.webhooks import DeliveryLine

GRACE = timedelta(minutes=2)
"""So long something may be due without a reason to worry: a wake and an attempt take their time."""

# The first delivery of a line says when it goes on; without one, its first event. In no order: lines that do not move,
# as their endpoint is busy, must not keep the others from being found.
_DUE = f"""
WITH first AS (
    SELECT DISTINCT ON (endpoint_id, coalesce(case_id, delivery_id)) endpoint_id, case_id, delivery_id,
           case_id IS NULL AND notice_id IS NULL AS is_test,
           coalesce(next_attempt_at, trying_since, created_at) AS due_at
    FROM webhook_deliveries WHERE state = 'pending'
    ORDER BY endpoint_id, coalesce(case_id, delivery_id), cursor
), due AS (
    SELECT endpoint_id, case_id, CASE WHEN case_id IS NULL THEN delivery_id END AS delivery_id, is_test, due_at
    FROM first
    UNION ALL
    SELECT endpoint.endpoint_id, published.case_id, NULL, false, min(published.occurred_at) {NEW_EVENTS}
    AND endpoint.paused_at IS NULL
    AND NOT EXISTS (SELECT FROM first WHERE first.endpoint_id = endpoint.endpoint_id
                                        AND first.case_id = published.case_id)
    GROUP BY endpoint.endpoint_id, published.case_id
)
"""
_OVERDUE = """
FROM due JOIN webhook_endpoints AS used USING (endpoint_id)
WHERE due_at < clock_timestamp() - %(grace)s AND used.deleted_at IS NULL
  AND (used.paused_at IS NULL OR is_test)
"""
_SOME = f"{_DUE} SELECT endpoint_id, case_id, delivery_id {_OVERDUE} ORDER BY random() LIMIT %(limit)s"
_COUNT = f"""
{_DUE} SELECT count(*) AS lines {_OVERDUE}
AND used.organisation = %(organisation)s AND used.environment = %(environment)s
"""
# One statement and so one moment: whatever the counter has counted is there. An endpoint whose types are changed
# meanwhile is left for the next time.
_SETTLE = f"""
UPDATE webhook_endpoints AS settled SET from_organisation_cursor = coalesce(first.cursor - 1, counts.events)
FROM webhook_endpoints AS seen
JOIN published_counts AS counts USING (organisation, environment)
LEFT JOIN (SELECT endpoint.endpoint_id, min(published.organisation_cursor) AS cursor {NEW_EVENTS}
           GROUP BY endpoint.endpoint_id) AS first USING (endpoint_id)
WHERE settled.endpoint_id = seen.endpoint_id AND settled.events = seen.events
  AND seen.paused_at IS NULL AND seen.deleted_at IS NULL
  AND coalesce(first.cursor - 1, counts.events) > settled.from_organisation_cursor
"""


class OverdueWebhooks:
    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def lines(self, limit: int) -> list[DeliveryLine]:
        """Lines in which something has been due for longer than it should, of all organisations, at most `limit`."""
        values = {**VERSIONED, "grace": GRACE, "limit": limit}
        async with self._pool.connection() as connection:
            rows = await (await connection.execute(_SOME.encode(), values)).fetchall()
        return [DeliveryLine.model_validate(row) for row in rows]

    async def count(self, owner: Owner) -> int:
        """In how many lines of an owner something has been due for longer than it should."""
        values = {**VERSIONED, "grace": GRACE, **owner._asdict()}
        async with self._pool.connection() as connection:
            row = await (await connection.execute(_COUNT.encode(), values)).fetchone()
        assert row is not None, "a count is one row"
        return int(row["lines"])

    async def settle(self) -> None:
        """Moves the cursor of each endpoint up to its first new event, so that the past is not looked through again."""
        async with self._pool.connection() as connection:
            await connection.execute(_SETTLE.encode(), VERSIONED)
