"""What an organisation is told that is no event of a case: that a webhook could not be delivered.

A notice has its place in the stream of the organisation, by the same counter as its events, and none in that of a case:
what a case has been through is not changed by who could be told of it. Other endpoints are sent it like a test, each by
itself and in no order with anything; the one that it is about is not. Errors are psycopg's.
"""

from typing import NamedTuple

from psycopg import AsyncConnection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb
from pydantic import JsonValue

from domain.webhooks import delivery_id_of
from schemas.owner import Owner
from schemas.published_events import NOTICES, NoticeType, OrganisationNotice
from schemas.webhooks import DeliveryLine

HELD_MILLISECONDS = 5_000
"""How long a writer that has fallen silent may hold the counter, as with events."""

# The limit is set for this transaction alone.
_LIMIT_SILENCE = f"SELECT set_config('idle_in_transaction_session_timeout', '{HELD_MILLISECONDS}', true)"
_NOTE = """
WITH counted AS (
    INSERT INTO published_counts AS known (organisation, environment, events)
    VALUES (%(organisation)s, %(environment)s, 1)
    ON CONFLICT (organisation, environment) DO UPDATE SET events = known.events + 1
    RETURNING events
)
INSERT INTO organisation_notices (notice_id, organisation, environment, organisation_cursor, event_type, case_id, data)
SELECT %(notice_id)s, %(organisation)s, %(environment)s, events, %(event_type)s, %(case_id)s, %(data)s FROM counted
"""
_OF_LINES = {"endpoint_id", "delivery_id"}
_RECEIVERS = """
SELECT endpoint_id FROM webhook_endpoints
WHERE organisation = %(organisation)s AND environment = %(environment)s AND deleted_at IS NULL
  AND endpoint_id <> %(not_to)s AND (cardinality(events) = 0 OR %(versioned)s = ANY(events))
ORDER BY endpoint_id
"""
_BEGIN = """
INSERT INTO webhook_deliveries (delivery_id, endpoint_id, organisation, environment, event_id, event_type, notice_id,
                                state)
VALUES (%(delivery_id)s, %(endpoint_id)s, %(organisation)s, %(environment)s, %(notice_id)s, %(versioned)s,
        %(notice_id)s, 'pending')
ON CONFLICT DO NOTHING
"""


class Notice(NamedTuple):
    notice_id: str
    event_type: NoticeType
    case_id: str
    """The case that it names, and with which it goes."""
    data: dict[str, JsonValue]


def notice_of(row: DictRow) -> OrganisationNotice:
    """A row of the stream as its readers see it."""
    versioned = NOTICES[row["event_type"]]
    return OrganisationNotice.model_validate(
        {**row, "created_at": row["occurred_at"], "versioned_event_type": versioned}
    )


async def notify(connection: AsyncConnection[DictRow], owner: Owner, notice: Notice, not_to: str) -> list[DeliveryLine]:
    """Writes a notice and its deliveries to all endpoints that want it but one; returns their lines, to be woken.

    Whoever calls holds the case by a lock that lets it be deleted only afterwards, and does nothing after this but
    commit. The counter is held from here on. What is asked for behind it waits for nobody: rows of their own, and of
    endpoints the weakest lock, which is in the way of a removal alone, and no endpoint is ever removed. So an endpoint
    is either registered after the notice, or is found here.
    """
    values: dict[str, object] = {
        **owner._asdict(),
        **notice._asdict(),
        "data": Jsonb(notice.data),
        "versioned": NOTICES[notice.event_type],
        "not_to": not_to,
    }
    await connection.execute(_LIMIT_SILENCE.encode())
    await connection.execute(_NOTE, values)
    found = await (await connection.execute(_RECEIVERS, values)).fetchall()
    lines = [
        DeliveryLine(endpoint_id=to, delivery_id=delivery_id_of(to, notice.notice_id))
        for to in (row["endpoint_id"] for row in found)
    ]
    async with connection.cursor() as cursor:
        await cursor.executemany(_BEGIN, [{**values, **line.model_dump(include=_OF_LINES)} for line in lines])
    return lines
