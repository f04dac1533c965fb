"""Cases as they were handed to their last investigation, from the audit log.

The snapshot of a case goes on after an investigation: sources answer, officers judge. What an investigation knew is the
fold of the events before it.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from psycopg.rows import DictRow

from domain.backtest import PastCase
from domain.fold import opening_on_record, replayed
from runtime.postgres import Pool
from schemas.actor import Actor
from schemas.events import CaseEvent, EventName
from schemas.investigation import InvestigationResult
from schemas.status import CaseStatus

INVESTIGATIONS = (EventName.INVESTIGATION_COMPLETED, EventName.RISK_REASSESSED)
"""The events that carry a result."""

_MATCHING = """
FROM cases
WHERE (%(organisation)s::text IS NULL OR organisation = %(organisation)s)
  AND (%(status)s::text IS NULL OR status = %(status)s)
  AND (%(since)s::timestamptz IS NULL OR updated_at >= %(since)s)
"""
_CHOSEN = f"""
SELECT case_id, status {_MATCHING} AND latest_risk_score IS NOT NULL ORDER BY updated_at DESC, case_id LIMIT %(limit)s
"""
_NEVER = f"SELECT count(*) AS cases {_MATCHING} AND latest_risk_score IS NULL"
_LOGS = """
SELECT case_id, sequence, event, occurred_at, actor_id, actor_role, data, command_id, body_hash
FROM case_events JOIN (
    SELECT case_id, max(sequence) AS last FROM case_events
    WHERE case_id = ANY(%(cases)s) AND event = ANY(%(investigations)s) GROUP BY case_id
) AS investigated USING (case_id)
WHERE sequence <= last
ORDER BY case_id, sequence
"""


class Chosen(NamedTuple):
    """A case to read, and where it stands now."""

    case_id: str
    status: CaseStatus


class InvestigatedLog(NamedTuple):
    """The audit log of a case up to its last result, as Postgres has it; empty if there is none."""

    case: Chosen
    rows: Sequence[DictRow]


class UnreadableCaseError(Exception):
    """What is on record of a case does not make a case that was investigated."""


class InvestigatedCases:
    """Reads cases of the past. Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def choose(
        self, organisation: str | None, status: CaseStatus | None, since: datetime | None, limit: int
    ) -> tuple[list[Chosen], int]:
        """The cases with a result that changed last, and how many match without ever having had one. Of all
        organisations if none is named, which is for operators only."""
        wanted = {"organisation": organisation, "status": status, "since": since, "limit": limit}
        async with self._pool.connection() as connection:
            # Never as prepared statements: which index is best depends on the values.
            chosen = await connection.execute(_CHOSEN, wanted, prepare=False)
            cases = [Chosen(row["case_id"], CaseStatus(row["status"])) for row in await chosen.fetchall()]
            counted = await (await connection.execute(_NEVER, wanted, prepare=False)).fetchone()
        return cases, int(counted["cases"]) if counted else 0

    async def logs(self, cases: Sequence[Chosen]) -> list[InvestigatedLog]:
        """The audit logs of these cases, in one statement."""
        rows: dict[str, list[DictRow]] = {case.case_id: [] for case in cases}
        values = {"cases": list(rows), "investigations": [event.value for event in INVESTIGATIONS]}
        async with self._pool.connection() as connection:
            for row in await (await connection.execute(_LOGS, values)).fetchall():
                rows[row["case_id"]].append(row)
        return [InvestigatedLog(case, rows[case.case_id]) for case in cases]


def past_case(log: InvestigatedLog) -> PastCase:
    """The case as it was before its last result. Takes time on the processor, so it is for a thread. Raises
    UnreadableCaseError, also for what an earlier version of the software wrote and this one cannot read."""
    try:
        *before, last = [_event(row) for row in log.rows]
        record = replayed(opening_on_record(before[0]), before).record
        return PastCase(record, InvestigationResult.model_validate(last.data), log.case.status)
    except (ValueError, LookupError, AssertionError) as error:
        raise UnreadableCaseError(f"{log.case.case_id}: {error}") from error


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
