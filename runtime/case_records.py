"""Cases in Postgres: the index behind lists, the audit log, evidence rows, and the snapshot of each case.

Postgres is a projection of what the workflows know. Writes are idempotent by (case, sequence) and (case, source, hash),
and an older snapshot never replaces a newer one, so a batch may arrive twice or late.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from psycopg import AsyncConnection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from domain.identity import token_hash
from runtime.postgres import Pool
from schemas.case import CaseRecord, RecordBatch
from schemas.commands import Actor
from schemas.events import CaseEvent
from schemas.officer_api import CaseSummary
from schemas.status import CaseStatus

_INSERT_CASE = """
INSERT INTO cases (case_id, workflow_id, organisation, company_name, country, template_id, status, current_iteration,
                   latest_risk_score, version, portal_token_hash, portal_expires_at, record, created_at, updated_at)
VALUES (%(case_id)s, %(workflow_id)s, %(organisation)s, %(company_name)s, %(country)s, %(template_id)s, %(status)s,
        %(current_iteration)s, %(latest_risk_score)s, %(version)s, %(portal_token_hash)s, %(portal_expires_at)s,
        %(record)s, %(created_at)s, %(updated_at)s)
ON CONFLICT DO NOTHING
"""
_UPDATE_CASE = """
UPDATE cases SET
    status = %(status)s, current_iteration = %(current_iteration)s, latest_risk_score = %(latest_risk_score)s,
    version = %(version)s, record = %(record)s, updated_at = %(updated_at)s
WHERE case_id = %(case_id)s AND version <= %(version)s
"""
_INSERT_EVENT = """
INSERT INTO case_events (case_id, sequence, event, occurred_at, actor_id, actor_role, data)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_INSERT_EVIDENCE = """
INSERT INTO evidence (case_id, source, data_hash, object_key, source_url, collected_at, environment)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_COLUMNS = """case_id, workflow_id, company_name, country, status, current_iteration, created_at, updated_at,
              latest_risk_score, version"""


class CaseRow(NamedTuple):
    """One row of a list of cases, and which version of the case it shows."""

    summary: CaseSummary
    version: int


class PortalGrant(NamedTuple):
    """The case a portal token opens, and until when."""

    case_id: str
    expires_at: datetime


class CaseRecords:
    """Reads and writes of the case tables. Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def write(self, batch: RecordBatch) -> None:
        """Writes the snapshot, its new events and its evidence in one transaction."""
        async with self._pool.connection() as connection:
            await _upsert(connection, batch.record)
            await _insert_events(connection, batch)
            await _insert_evidence(connection, batch.record)

    async def page(
        self, organisation: str, statuses: Iterable[CaseStatus], limit: int, offset: int
    ) -> tuple[list[CaseRow], int]:
        """One page, newest first, and how many cases match in all. No statuses means every status."""
        wanted = [status.value for status in statuses]
        condition = "organisation = %s" + (" AND status = ANY(%s)" if wanted else "")
        values: list[object] = [organisation, *([wanted] if wanted else [])]
        async with self._pool.connection() as connection:
            total = await connection.execute(f"SELECT count(*) AS total FROM cases WHERE {condition}", values)
            counted = await total.fetchone()
            rows = await connection.execute(
                f"SELECT {_COLUMNS} FROM cases WHERE {condition} "  # fixed text, values are bound
                "ORDER BY created_at DESC, case_id LIMIT %s OFFSET %s",
                [*values, limit, offset],
            )
            found = [CaseRow(CaseSummary.model_validate(row), row["version"]) for row in await rows.fetchall()]
        return found, counted["total"] if counted else 0

    async def snapshot(self, case_id: str) -> CaseRecord | None:
        """The case as the workflow last wrote it."""
        row = await self._one("SELECT record FROM cases WHERE case_id = %s", case_id)
        return CaseRecord.model_validate(row["record"]) if row else None

    async def ready(self) -> bool:
        """Whether the case tables can be read."""
        async with self._pool.connection() as connection:
            await connection.execute("SELECT 1 FROM cases LIMIT 1")
        return True

    async def organisation_of(self, case_id: str) -> str | None:
        row = await self._one("SELECT organisation FROM cases WHERE case_id = %s", case_id)
        return str(row["organisation"]) if row else None

    async def events(self, case_id: str) -> list[CaseEvent]:
        """The audit log of a case, in order."""
        async with self._pool.connection() as connection:
            rows = await connection.execute(
                "SELECT sequence, event, occurred_at, actor_id, actor_role, data FROM case_events "
                "WHERE case_id = %s ORDER BY sequence",
                [case_id],
            )
            return [_event(row) for row in await rows.fetchall()]

    async def portal_grant(self, token: str) -> PortalGrant | None:
        """What a portal token opens, looked up by its hash; None if no case has this token."""
        row = await self._one(
            "SELECT case_id, portal_expires_at FROM cases WHERE portal_token_hash = %s", token_hash(token)
        )
        return PortalGrant(row["case_id"], row["portal_expires_at"]) if row else None

    async def delete(self, case_id: str) -> None:
        """Deletes the case and, through their foreign keys, all its rows."""
        async with self._pool.connection() as connection:
            await connection.execute("DELETE FROM cases WHERE case_id = %s", [case_id])

    async def _one(self, statement: str, value: str) -> DictRow | None:
        async with self._pool.connection() as connection:
            cursor = await connection.execute(statement.encode(), [value])
            return await cursor.fetchone()


async def _upsert(connection: AsyncConnection[DictRow], record: CaseRecord) -> None:
    opening = record.opening
    snapshot = record.model_copy(
        update={"opening": opening.model_copy(update={"portal_token": None, "portal_url": None})}
    )
    values = {
        "case_id": opening.case_id,
        "workflow_id": opening.workflow_id,
        "organisation": opening.organisation,
        "company_name": opening.company.company_name,
        "country": opening.company.country,
        "template_id": opening.template.id,
        "status": record.status.value,
        "current_iteration": record.current_iteration,
        "latest_risk_score": record.latest_risk_score,
        "version": record.version,
        "portal_token_hash": token_hash(opening.portal_token or ""),
        "portal_expires_at": opening.portal_expires_at,
        "record": Jsonb(snapshot.model_dump(mode="json")),
        "created_at": opening.created_at,
        "updated_at": record.updated_at,
    }
    # Two statements, because ON CONFLICT (case_id) DO UPDATE watches one of the three unique indexes only: gateway and
    # worker writing a new case at the same moment would meet in another one, and one of the two would fail.
    inserted = await connection.execute(_INSERT_CASE, values)
    if not inserted.rowcount:
        await connection.execute(_UPDATE_CASE, values)


async def _insert_events(connection: AsyncConnection[DictRow], batch: RecordBatch) -> None:
    case_id = batch.record.opening.case_id
    async with connection.cursor() as cursor:
        await cursor.executemany(
            _INSERT_EVENT,
            [
                (
                    case_id,
                    event.sequence,
                    event.event.value,
                    event.timestamp,
                    event.actor.id,
                    event.actor.role,
                    Jsonb(event.data),
                )
                for event in batch.events
            ],
        )


async def _insert_evidence(connection: AsyncConnection[DictRow], record: CaseRecord) -> None:
    rows = [
        (
            record.opening.case_id,
            answer.source.value,
            answer.data_hash,
            answer.object_key,
            answer.source_url,
            answer.collected_at,
            answer.environment,
        )
        for answer in record.sources.values()
        if answer.data_hash and answer.object_key
    ]
    async with connection.cursor() as cursor:
        await cursor.executemany(_INSERT_EVIDENCE, rows)


def _event(row: DictRow) -> CaseEvent:
    return CaseEvent(
        sequence=row["sequence"],
        event=row["event"],
        timestamp=row["occurred_at"],
        actor=Actor(id=row["actor_id"], role=row["actor_role"]),
        data=row["data"],
    )
