"""Published events in Postgres: written with the audit events that they tell of, read page by page.

Two streams run over the same rows. A case's own counts 1, 2, 3 … without gaps, under the lock of the case's row. That
of an organisation's environment is numbered by one row that a writer holds until it has committed: who commits later
has the greater cursor, so that a reader never finds an event behind the one that it has read up to. The same row
numbers the notices that stand between them (`runtime.organisation_notices`).
"""

from collections.abc import Mapping, Sequence

from psycopg import AsyncConnection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from domain.published_events import event_id_of, external_ids_of
from runtime.organisation_notices import notice_of
from runtime.postgres import Pool
from schemas.case import CaseOpening
from schemas.published_events import (
    SEMANTIC_TYPES,
    CaseEvents,
    OrganisationEvent,
    OrganisationEvents,
    OrganisationNotice,
    Publication,
    PublishedEvent,
)
from schemas.sources import Environment

HELD_MILLISECONDS = 5_000
"""How long a writer that has fallen silent may hold the counter of its organisation before Postgres ends it. The
others wait for it, within their own limit for a statement, which is longer."""

# The limit is set for this transaction alone, on the way.
_LAST_CURSOR = f"""
SELECT coalesce(max(cursor), 0) AS cursor,
       set_config('idle_in_transaction_session_timeout', '{HELD_MILLISECONDS}', true) AS limited
FROM published_events WHERE case_id = %s
"""
_PUBLISH = """
WITH counted AS (
    INSERT INTO published_counts AS known (organisation, environment, events)
    VALUES (%(organisation)s, %(environment)s, %(count)s)
    ON CONFLICT (organisation, environment) DO UPDATE SET events = known.events + excluded.events
    RETURNING events - %(count)s AS before
)
INSERT INTO published_events (case_id, cursor, sequence, organisation, environment, organisation_cursor, event_id,
                              event_type, occurred_at, external_ids, data)
SELECT %(case_id)s, %(cursor)s + position, sequence, %(organisation)s, %(environment)s, before + position, event_id,
       event_type, occurred_at, %(external_ids)s, data
FROM counted, jsonb_to_recordset(%(events)s) AS told (
    position integer, sequence integer, event_id text, event_type text, occurred_at timestamptz, data jsonb
)
"""
_COLUMNS = "event_id, event_type, occurred_at, case_id, environment, external_ids, data"
_OF_CASE = f"""
SELECT {_COLUMNS}, cursor FROM published_events WHERE case_id = %s AND cursor > %s ORDER BY cursor LIMIT %s
"""
_NEXT = """
WHERE organisation = %(organisation)s AND environment = %(environment)s AND organisation_cursor > %(after)s
ORDER BY organisation_cursor LIMIT %(limit)s
"""
_OF_ORGANISATION = f"""
SELECT * FROM (
    (SELECT {_COLUMNS}, organisation_cursor AS cursor, cursor AS case_cursor FROM published_events {_NEXT})
    UNION ALL
    (SELECT notice_id, event_type, occurred_at, NULL, environment, '{{}}', data, organisation_cursor, NULL
     FROM organisation_notices {_NEXT})
) AS stream ORDER BY cursor LIMIT %(limit)s
"""
_NOTICE = """
SELECT notice_id AS event_id, event_type, occurred_at, environment, data, organisation_cursor AS cursor
FROM organisation_notices WHERE notice_id = %s
"""


class PublishedEvents:
    """Reads both streams. Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def of_case(self, case_id: str, after_cursor: int, limit: int) -> CaseEvents:
        """The next events of a case, at most `limit`."""
        rows = await self._rows(_OF_CASE, (case_id, after_cursor, limit + 1))
        events = tuple(PublishedEvent.model_validate(_members(row)) for row in rows[:limit])
        return CaseEvents(
            case_id=case_id,
            events=events,
            next_cursor=events[-1].cursor if events else after_cursor,
            has_more=len(rows) > limit,
        )

    async def of_organisation(
        self, organisation: str, environment: Environment, after_cursor: int, limit: int
    ) -> OrganisationEvents:
        """The next events of all cases of an organisation in this environment, and notices, at most `limit`."""
        values = {"organisation": organisation, "environment": environment, "after": after_cursor, "limit": limit + 1}
        rows = await self._rows(_OF_ORGANISATION, values)
        events = tuple(
            notice_of(row) if row["case_id"] is None else OrganisationEvent.model_validate(_members(row))
            for row in rows[:limit]
        )
        return OrganisationEvents(
            events=events,
            next_cursor=events[-1].cursor if events else after_cursor,
            has_more=len(rows) > limit,
        )

    async def notice(self, notice_id: str) -> OrganisationNotice:
        """One notice of an organisation. LookupError if the case that it names was deleted."""
        for row in await self._rows(_NOTICE, [notice_id]):
            return notice_of(row)
        raise LookupError(notice_id)

    async def _rows(self, statement: str, values: Sequence[object] | Mapping[str, object]) -> list[DictRow]:
        async with self._pool.connection() as connection:
            return await (await connection.execute(statement.encode(), values)).fetchall()


async def all_of_case(connection: AsyncConnection[DictRow], case_id: str) -> tuple[PublishedEvent, ...]:
    """Every event of a case, as this transaction sees them: some dozens."""
    cursor = await connection.execute(_OF_CASE.encode(), (case_id, 0, None))
    return tuple(PublishedEvent.model_validate(_members(row)) for row in await cursor.fetchall())


async def publish(connection: AsyncConnection[DictRow], opening: CaseOpening, told: Sequence[Publication]) -> None:
    """Writes what other systems hear of events that this transaction writes. It holds the lock of the case's row, and
    does nothing after this but commit: the counter of the organisation is held from here on.

    Nobody who holds a counter asks for the row of another case, so that no two writers wait for each other.
    """
    if not told:
        return
    case_id = opening.case_id
    row = await (await connection.execute(_LAST_CURSOR.encode(), [case_id])).fetchone()
    assert row is not None, "an aggregate has a row"
    events = [
        {
            "position": position,
            "sequence": publication.sequence,
            "event_id": event_id_of(case_id, row["cursor"] + position),
            "event_type": publication.event_type,
            "occurred_at": publication.occurred_at.isoformat(),
            "data": publication.data,
        }
        for position, publication in enumerate(told, start=1)
    ]
    values = {
        "case_id": case_id,
        "organisation": opening.organisation,
        "environment": opening.environment,
        "cursor": row["cursor"],
        "external_ids": Jsonb(external_ids_of(opening).model_dump(exclude_none=True)),
        "count": len(told),
        "events": Jsonb(events),
    }
    await connection.execute(_PUBLISH, values)


def _members(row: DictRow) -> dict[str, object]:
    return {
        **row,
        **row["external_ids"],
        "session_id": row["case_id"],
        "created_at": row["occurred_at"],
        "versioned_event_type": SEMANTIC_TYPES[row["event_type"]],
    }
