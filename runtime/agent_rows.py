"""The agents' runs in Postgres, and what officers made of them: written with the events that tell of them.

Both tables only ever grow. A run that is on record under its id is never written again, whatever a later event says.
"""

from collections.abc import Iterator, Sequence
from typing import get_args

from psycopg import AsyncConnection
from psycopg.rows import DictRow
from psycopg.types.json import Jsonb

from domain.agent_actions import execution_in
from runtime.postgres import Pool
from schemas.actor import Actor
from schemas.agents import USABLE, AgentName, ExecutionAction, ExecutionOutcome, OfficerAction
from schemas.agents_api import AgentQuality, Bucket, Period, RecordedExecution
from schemas.case import CaseOpening
from schemas.events import CaseEvent

_INSERT_EXECUTION = """
INSERT INTO agent_executions (case_id, execution_id, organisation, event_sequence, agent, provider, model, outcome,
                              started_at, execution)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_INSERT_ACTION = """
INSERT INTO agent_actions (case_id, execution_id, event_sequence, organisation, action, actor_id, actor_role, acted_at,
                           details)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_EXECUTIONS = """
SELECT execution, event_sequence FROM agent_executions WHERE case_id = %s ORDER BY event_sequence, execution_id
"""
_ACTIONS = """
SELECT execution_id, event_sequence, action, actor_id, actor_role, acted_at, details FROM agent_actions
WHERE case_id = %s ORDER BY event_sequence
"""

OUTCOMES: tuple[ExecutionOutcome, ...] = get_args(ExecutionOutcome)
ACTIONS: tuple[OfficerAction, ...] = get_args(OfficerAction)


def _counts(column: str, values: Sequence[str]) -> str:
    """How many rows have each of these values, which are words of our own."""
    return ", ".join(f"count(*) FILTER (WHERE {column} = '{value}') AS {value}" for value in values)


_QUALITY = f"""
SELECT date_trunc(%(bucket)s, run.started_at, 'UTC') AS period_start, run.agent, run.provider, run.model,
       count(*) AS runs, count(last.action) AS acted_on,
       {_counts("run.outcome", OUTCOMES)},
       {_counts("last.action", ACTIONS)},
       sum((run.execution->>'input_tokens')::numeric) AS input_tokens,
       sum((run.execution->>'output_tokens')::numeric) AS output_tokens,
       coalesce(sum((run.execution->>'cost_usd')::numeric), 0) AS cost_usd,
       count(*) FILTER (WHERE run.execution->>'cost_usd' IS NULL) AS without_price,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY (run.execution->>'latency_ms')::float8) AS median_latency_ms
FROM agent_executions AS run LEFT JOIN LATERAL (
    SELECT action FROM agent_actions WHERE case_id = run.case_id AND execution_id = run.execution_id
    ORDER BY event_sequence DESC LIMIT 1
) AS last ON true
WHERE run.organisation = %(organisation)s AND run.started_at BETWEEN %(since)s AND %(until)s
      AND (%(agent)s::text IS NULL OR run.agent = %(agent)s)
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4 NULLS FIRST
"""

Row = tuple[object, ...]


class AgentRows:
    """Reads of the agents' runs. Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def of_case(self, case_id: str) -> tuple[RecordedExecution, ...]:
        """The runs of a case with the actions on them, oldest first."""
        async with self._pool.connection() as connection:
            runs = await (await connection.execute(_EXECUTIONS, [case_id])).fetchall()
            acted = await (await connection.execute(_ACTIONS, [case_id])).fetchall()
        actions: dict[str, list[ExecutionAction]] = {}
        for row in acted:
            actions.setdefault(row["execution_id"], []).append(_action(row))
        return tuple(
            RecordedExecution.model_validate(
                {
                    **row["execution"],
                    "event_sequence": row["event_sequence"],
                    "actions": actions.get(row["execution"]["execution_id"], ()),
                }
            )
            for row in runs
        )

    async def quality(
        self, organisation: str, agent: AgentName | None, period: Period, bucket: Bucket
    ) -> tuple[AgentQuality, ...]:
        """How the runs that an organisation's cases had in a period did, oldest first; of one agent, or of all."""
        values = {**period.model_dump(), "organisation": organisation, "agent": agent, "bucket": bucket}
        async with self._pool.connection() as connection:
            rows = await connection.execute(_QUALITY.encode(), values)
            return tuple(_quality(row) for row in await rows.fetchall())


async def write_agents(
    connection: AsyncConnection[DictRow],
    opening: CaseOpening,
    events: Sequence[CaseEvent],
    actions: Sequence[ExecutionAction],
) -> None:
    """The runs that these events put on record, and the actions that follow from them."""
    async with connection.cursor() as cursor:
        await cursor.executemany(_INSERT_EXECUTION, list(_executions(opening, events)))
        await cursor.executemany(_INSERT_ACTION, [_action_row(opening, action) for action in actions])


def _executions(opening: CaseOpening, events: Sequence[CaseEvent]) -> Iterator[Row]:
    for event in events:
        execution = execution_in(event)
        if execution is not None:
            yield (
                opening.case_id,
                execution.execution_id,
                opening.organisation,
                event.sequence,
                execution.agent,
                execution.provider,
                execution.model,
                execution.outcome,
                execution.started_at,
                Jsonb(execution.model_dump(mode="json")),
            )


def _action_row(opening: CaseOpening, action: ExecutionAction) -> Row:
    return (
        opening.case_id,
        action.execution_id,
        action.event_sequence,
        opening.organisation,
        action.action,
        action.actor.id,
        action.actor.role,
        action.acted_at,
        action.details,
    )


def _action(row: DictRow) -> ExecutionAction:
    return ExecutionAction.model_validate({**row, "actor": Actor(id=row["actor_id"], role=row["actor_role"])})


def _quality(row: DictRow) -> AgentQuality:
    judged = row["acted_on"] - row["asked_again"]
    return AgentQuality.model_validate(
        {
            **row,
            "usable": sum(row[outcome] for outcome in USABLE),
            "outcomes": {outcome: row[outcome] for outcome in OUTCOMES if row[outcome]},
            "acceptance_rate": row["accepted"] / judged if judged else None,
            "override_rate": row["overridden"] / judged if judged else None,
        }
    )
