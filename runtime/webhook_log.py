"""How long the log of webhooks is kept: of what was delivered, for so many days; of the rest, for longer.

What was delivered has served its purpose once nobody will ask any more whether it was. An event that waits or was left
out is kept, with its case, and so is one that its endpoint does not know yet to be over: its row says that it is not to
be sent again. Bodies are not in the log, and so need no end: they are made of events, which are kept with their case.
Errors are psycopg's.
"""

from datetime import timedelta

from runtime.postgres import Pool

AT_ONCE = 500
"""Rows that one statement removes: what it locks is free again in milliseconds."""

# What somebody works on is passed over and left for the next time, so that nobody waits. The first statement goes along
# an index of what was delivered; the second along that of each endpoint, and finds nothing once all is gone.
_FORGET = """
DELETE FROM webhook_deliveries WHERE delivery_id IN (
    SELECT old.delivery_id FROM webhook_deliveries AS old {which} LIMIT %(at_once)s FOR UPDATE OF old SKIP LOCKED
)
"""
_MADE = """
JOIN webhook_endpoints AS endpoint USING (endpoint_id)
LEFT JOIN published_events AS published USING (event_id)
WHERE old.state = 'delivered' AND old.delivered_at < clock_timestamp() - %(kept)s
  AND (published.event_id IS NULL OR published.organisation_cursor <= endpoint.from_organisation_cursor)
ORDER BY old.delivered_at
"""
_OF_DELETED_ENDPOINTS = """
JOIN webhook_endpoints AS endpoint USING (endpoint_id)
WHERE endpoint.deleted_at < clock_timestamp() - %(kept)s
"""
_STATEMENTS = tuple(_FORGET.format(which=which) for which in (_MADE, _OF_DELETED_ENDPOINTS))


class WebhookLog:
    def __init__(self, pool: Pool, kept: timedelta) -> None:
        self._pool = pool
        self._kept = kept

    async def forget(self) -> int:
        """Removes some of what is older than it is kept, with its attempts. Returns how many deliveries that were; 0
        once there is nothing left to remove."""
        values = {"kept": self._kept, "at_once": AT_ONCE}
        forgotten = 0
        for statement in _STATEMENTS:
            async with self._pool.connection() as connection:
                forgotten += (await connection.execute(statement.encode(), values)).rowcount
        return forgotten
