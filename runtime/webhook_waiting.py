"""What waits for webhook endpoints, in SQL: new events that they want, and deliveries that were not made.

An event has a row in `webhook_deliveries` once its turn has come. Before that it is `new`: behind the endpoint's cursor
and of a type that it wants. Names of types are compared as they are, so that one which this build does not know, left
by a later build, is in nobody's way. Whether an event of such a type is wanted is for the later build to say: until
then it is not passed over.
"""

from collections.abc import Iterable

from psycopg import AsyncConnection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from domain.webhooks import delivery_id_of
from schemas.published_events import SEMANTIC_TYPES, PublishedType
from schemas.webhooks import WebhookEndpoint

VERSIONED = {"versioned": Jsonb(SEMANTIC_TYPES)}
"""Goes with every statement that has `NEW_EVENTS`."""

OPEN = "state IN ('pending', 'failed')"
NEW_EVENTS = """
FROM webhook_endpoints AS endpoint
JOIN published_events AS published
  ON published.organisation = endpoint.organisation AND published.environment = endpoint.environment
 AND published.organisation_cursor > endpoint.from_organisation_cursor
LEFT JOIN webhook_deliveries AS delivery
  ON delivery.endpoint_id = endpoint.endpoint_id AND delivery.event_id = published.event_id
WHERE delivery.delivery_id IS NULL AND endpoint.deleted_at IS NULL
  AND (cardinality(endpoint.events) = 0
       OR coalesce(%(versioned)s::jsonb ->> published.event_type = ANY(endpoint.events), true))
"""
WAITING_LINES = f"""
FROM (SELECT endpoint_id, case_id FROM webhook_deliveries WHERE {OPEN}
      UNION
      SELECT endpoint.endpoint_id, published.case_id {NEW_EVENTS}) AS waiting
JOIN webhook_endpoints AS used USING (endpoint_id)
WHERE used.paused_at IS NULL AND used.deleted_at IS NULL
"""
"""Endpoint and case of all lines that ought to be going. Notices and tests have no case."""

_COUNTED = """
SELECT events FROM published_counts WHERE organisation = %(organisation)s AND environment = %(environment)s
"""
_NEW = f"""
SELECT published.case_id, published.cursor, published.event_id, published.event_type {NEW_EVENTS}
AND endpoint.endpoint_id = %(endpoint_id)s AND published.organisation_cursor <= %(from_cursor)s
ORDER BY published.organisation_cursor
"""
_INSERT = b"""
INSERT INTO webhook_deliveries (delivery_id, endpoint_id, organisation, environment, case_id, cursor, event_id,
                                event_type, state)
VALUES (%(delivery_id)s, %(endpoint_id)s, %(organisation)s, %(environment)s, %(case_id)s, %(cursor)s, %(event_id)s,
        %(event_type)s, 'pending')
ON CONFLICT DO NOTHING
"""


async def begin_all_that_is_wanted(connection: AsyncConnection[DictRow], endpoint: WebhookEndpoint) -> int:
    """Gives all that is wanted now its deliveries, and returns up to which cursor that is everything.

    Whatever the counter has counted is there. It is read and not held: deliveries keep the rows of their cases, and
    whoever holds the counter may ask for no such row. The endpoint is held before them, as everywhere.
    """
    values: dict[str, object] = {**VERSIONED, **endpoint.model_dump()}
    counted = await (await connection.execute(_COUNTED, values)).fetchone()
    upto = int(counted["events"]) if counted else 0
    new = await connection.execute(_NEW.encode(), {**values, "from_cursor": upto})
    await begin_deliveries(connection, endpoint, await new.fetchall())
    return upto


async def begin_deliveries(
    connection: AsyncConnection[DictRow], endpoint: WebhookEndpoint, events: Iterable[DictRow]
) -> None:
    """Gives new events (`case_id`, `cursor`, `event_id`, `event_type`) the rows of their deliveries.

    Raises KeyError for a type that this build does not know: one that does has to take it up.
    """
    rows = [{**event, **_names_of(endpoint, event["event_id"], event["event_type"])} for event in events]
    async with connection.cursor() as cursor:
        await cursor.executemany(_INSERT, rows)


def _names_of(endpoint: WebhookEndpoint, event_id: str, event_type: PublishedType) -> dict[str, object]:
    return {
        "delivery_id": delivery_id_of(endpoint.endpoint_id, event_id),
        "event_type": SEMANTIC_TYPES[event_type],
        "endpoint_id": endpoint.endpoint_id,
        "organisation": endpoint.organisation,
        "environment": endpoint.environment,
    }
