"""Cases in Postgres: the index behind lists, the audit log, evidence rows, and the snapshot of each case.

Postgres is a projection of what the workflows know. The audit log is the record and is never rewritten; the snapshot is
the fold of it (`domain.fold`), made here. A batch may arrive twice or late: what is on record already is passed over,
and a batch that contradicts it is refused whole.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from psycopg import AsyncConnection
from psycopg.errors import RestrictViolation
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from domain.agent_actions import actions_on
from domain.deadlines import next_end
from domain.documents_read import candidates_in
from domain.fold import after, begun, opening_on_record, replayed
from domain.identity import token_hash
from domain.ledger import Cause
from domain.lifecycle import receive
from domain.published_events import publications_of
from domain.risk import latest_band
from domain.signals import all_scores
from domain.stages import TERMINAL
from runtime.agent_rows import write_agents
from runtime.candidate_rows import write_candidates
from runtime.case_removal import is_deleted
from runtime.evidence_rows import insert_evidence
from runtime.postgres import Pool
from runtime.published_events import publish
from schemas.actor import Actor
from schemas.agents import ExecutionAction
from schemas.case import CaseOpening, CaseRecord, CaseState, RecordBatch, Recorded
from schemas.case_list import SCORES_SHOWN
from schemas.commands import CommandEnvelope, CommandKind, Outcome, RequestKind
from schemas.events import CaseEvent
from schemas.published_events import Publication

_INSERT_CASE = """
INSERT INTO cases (case_id, workflow_id, organisation, company_name, country, template_id, status, current_iteration,
                   latest_risk_score, risk_scores, risk_band, due_at, due_kind, version, last_sequence,
                   portal_token_hash, portal_expires_at, record, created_at, updated_at)
VALUES (%(case_id)s, %(workflow_id)s, %(organisation)s, %(company_name)s, %(country)s, %(template_id)s, %(status)s,
        %(current_iteration)s, %(latest_risk_score)s, %(risk_scores)s, %(risk_band)s, %(due_at)s, %(due_kind)s,
        %(version)s, 0, %(portal_token_hash)s, %(portal_expires_at)s, %(record)s, %(created_at)s, %(updated_at)s)
ON CONFLICT DO NOTHING
"""
_LOCK_CASE = "SELECT record, last_sequence FROM cases WHERE case_id = %s FOR UPDATE"
_UPDATE_CASE = """
UPDATE cases SET
    status = %(status)s, current_iteration = %(current_iteration)s, latest_risk_score = %(latest_risk_score)s,
    risk_scores = %(risk_scores)s, risk_band = %(risk_band)s, due_at = %(due_at)s, due_kind = %(due_kind)s,
    version = %(version)s, last_sequence = %(last_sequence)s,
    portal_expires_at = CASE WHEN %(link_renewed)s THEN %(portal_expires_at)s ELSE portal_expires_at END,
    record = %(record)s, updated_at = %(updated_at)s
WHERE case_id = %(case_id)s
"""
_EVENT_COLUMNS = "sequence, event, occurred_at, actor_id, actor_role, data, command_id, body_hash"
_SELECT_EVENTS = f"SELECT {_EVENT_COLUMNS} FROM case_events WHERE case_id = %s AND sequence >= %s ORDER BY sequence"
_INSERT_EVENT = f"""
INSERT INTO case_events (case_id, {_EVENT_COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_SAME_EVENT = f"""
SELECT FROM case_events WHERE case_id = %s AND ({_EVENT_COLUMNS}) IS NOT DISTINCT FROM (%s, %s, %s, %s, %s, %s, %s, %s)
"""


class MissingEventsError(Exception):
    """Events cannot be written because those before them are not on record."""

    def __init__(self, case_id: str, found: str) -> None:
        super().__init__(f"{case_id}: the records end with {found}")


class PortalGrant(NamedTuple):
    """The case a portal token opens, and until when."""

    case_id: str
    expires_at: datetime


class CaseRecords:
    """Reads and writes of the case tables. Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def write(self, batch: RecordBatch) -> Recorded:
        """Writes the events that are not on record yet, with snapshot and evidence, in one transaction.

        Writes nothing if other events are on record under the same numbers, or if the case was deleted. Raises
        MissingEventsError if the events do not follow on what is on record.
        """
        try:
            return await self._write(batch)
        except (MissingEventsError, RestrictViolation):
            async with self._pool.connection() as connection:
                if await is_deleted(connection, batch.opening.case_id):
                    return Recorded()
            raise

    async def _write(self, batch: RecordBatch) -> Recorded:
        case_id = batch.opening.case_id
        async with self._pool.connection() as connection:
            if batch.events[0].sequence == 1:
                await _insert_row(connection, batch)
            state = await _locked_state(connection, case_id)
            if state is None:
                raise MissingEventsError(case_id, "nothing")
            known = tuple(event for event in batch.events if event.sequence <= state.last_sequence)
            if await _contradicts(connection, case_id, known):
                return Recorded(diverged=True)
            await _append(connection, batch.opening, state, batch.events[len(known) :])
        return Recorded()

    async def receive_closed(
        self, case_id: str, kind: CommandKind | RequestKind, envelope: CommandEnvelope, now: datetime
    ) -> Outcome | None:
        """Records a command to a case whose workflow has ended, as refused, and returns its outcome.

        None if the case is not on record as closed.
        """
        async with self._pool.connection() as connection:
            state = await _locked_state(connection, case_id)
            if state is None or state.record.status not in TERMINAL:
                return None
            log = await _events_from(connection, case_id, 1)
            ledger = replayed(opening_on_record(log[0]), log).ledger
            told = receive(state.model_copy(update={"ledger": ledger}), kind, envelope, now)
            await _append(connection, state.record.opening, state, told.outbox)
        return list(told.ledger.values())[-1] if told.outbox else ledger[Cause.of(envelope).command_id]

    async def state(self, case_id: str) -> CaseState | None:
        """The case as its whole audit log makes it, with the outcomes of its commands; None if it has none."""
        events = await self.events(case_id)
        return replayed(opening_on_record(events[0]), events) if events else None

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
            return await _events_from(connection, case_id, 1)

    async def portal_grant(self, token: str) -> PortalGrant | None:
        """What a portal token opens, looked up by its hash; None if no case has this token."""
        row = await self._one(
            "SELECT case_id, portal_expires_at FROM cases WHERE portal_token_hash = %s", token_hash(token)
        )
        return PortalGrant(row["case_id"], row["portal_expires_at"]) if row else None

    async def _one(self, statement: str, value: str) -> DictRow | None:
        async with self._pool.connection() as connection:
            cursor = await connection.execute(statement.encode(), [value])
            return await cursor.fetchone()


async def _insert_row(connection: AsyncConnection[DictRow], batch: RecordBatch) -> None:
    """The row of a case whose first events are being written. Gateway and worker may both come first."""
    opening, record = batch.opening, begun(batch.opening, batch.events[0]).record
    constant = {
        "workflow_id": opening.workflow_id,
        "organisation": opening.organisation,
        "company_name": opening.company.company_name,
        "country": opening.company.country,
        "template_id": opening.template.id,
        "portal_token_hash": token_hash(opening.portal_token or ""),
        "created_at": opening.created_at,
    }
    await connection.execute(_INSERT_CASE, {**constant, **_changing(record)})


async def _locked_state(connection: AsyncConnection[DictRow], case_id: str) -> CaseState | None:
    """The snapshot, held until the transaction ends; the ledger and the outbox are not kept with it."""
    cursor = await connection.execute(_LOCK_CASE, [case_id])
    row = await cursor.fetchone()
    if row is None:
        return None
    return CaseState(record=CaseRecord.model_validate(row["record"]), last_sequence=row["last_sequence"])


async def _contradicts(connection: AsyncConnection[DictRow], case_id: str, known: Sequence[CaseEvent]) -> bool:
    """Whether other events than these are on record under their numbers.

    Postgres compares: a number that it has kept in its own way (1e23) is still the same number to it.
    """
    for event in known:
        cursor = await connection.execute(_SAME_EVENT, _event_row(case_id, event))
        if not cursor.rowcount:
            return True
    return False


async def _events_from(connection: AsyncConnection[DictRow], case_id: str, sequence: int) -> list[CaseEvent]:
    rows = await connection.execute(_SELECT_EVENTS, [case_id, sequence])
    return [_event(row) for row in await rows.fetchall()]


async def _append(
    connection: AsyncConnection[DictRow], opening: CaseOpening, state: CaseState, events: Sequence[CaseEvent]
) -> None:
    """Writes events that follow on the locked state, and the snapshot and evidence that come of them."""
    if not events:
        return
    link_ends = state.record.portal_expires_at
    told: list[Publication] = []
    acted: list[ExecutionAction] = []
    for event in events:
        if event.sequence != state.last_sequence + 1:
            raise MissingEventsError(opening.case_id, f"event {state.last_sequence}, not {event.sequence - 1}")
        acted += actions_on(state.record, event)
        state = after(state, event) if state.last_sequence else begun(opening, event)
        told += publications_of(state.record, event)
    # Only a renewal writes the link's end: an operator who has ended a link by hand is not overruled by the next event.
    link_renewed = state.record.portal_expires_at != link_ends
    values = {**_changing(state.record), "last_sequence": state.last_sequence, "link_renewed": link_renewed}
    await connection.execute(_UPDATE_CASE, values)
    async with connection.cursor() as cursor:
        await cursor.executemany(_INSERT_EVENT, [_event_row(opening.case_id, event) for event in events])
    await insert_evidence(connection, opening, events)
    await write_candidates(connection, opening.case_id, [item for event in events for item in candidates_in(event)])
    await write_agents(connection, opening, events, acted)
    await publish(connection, opening, told)  # last, as it holds a row that all cases of the organisation share


def _changing(record: CaseRecord) -> dict[str, object]:
    """The columns that follow the case."""
    opening = record.opening.model_copy(update={"portal_token": None, "portal_url": None})
    ends = next_end(record)
    return {
        "case_id": opening.case_id,
        "status": record.status.value,
        "current_iteration": record.current_iteration,
        "latest_risk_score": record.latest_risk_score,
        "risk_scores": list(all_scores(record.investigation_results)[-SCORES_SHOWN:]),
        "risk_band": latest_band(record.investigation_results),
        "due_at": ends and ends.due_at,
        "due_kind": ends and ends.kind,
        "version": record.version,
        "portal_expires_at": record.portal_expires_at,
        "record": Jsonb(record.model_copy(update={"opening": opening}).model_dump(mode="json")),
        "updated_at": record.updated_at,
    }


def _event_row(case_id: str, event: CaseEvent) -> tuple[object, ...]:
    return (
        case_id,
        event.sequence,
        event.event.value,
        event.timestamp,
        event.actor.id,
        event.actor.role,
        Jsonb(event.data),
        event.command_id,
        event.body_hash,
    )


def _event(row: DictRow) -> CaseEvent:
    return CaseEvent(
        sequence=row["sequence"],
        event=row["event"],
        timestamp=row["occurred_at"],
        actor=Actor(id=row["actor_id"], role=row["actor_role"]),
        data=row["data"],
        command_id=row["command_id"],
        body_hash=row["body_hash"],
    )
