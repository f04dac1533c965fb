"""What is left of a case, wherever something of it was."""

from dataclasses import dataclass

import psycopg
from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.service import RPCError, RPCStatusCode

from domain.identity import workflow_id_of
from runtime.object_store import ObjectStore

APPEND_ONLY = (
    "case_events",
    "evidence",
    "peppol_verifications",
    "belgian_evidence",
    "document_pages",
    "candidate_evidence",
    "refused_evidence",
    "case_notes",
    "case_assignments",
    "published_events",
    "organisation_notices",
    "agent_executions",
    "agent_actions",
)
"""The tables whose rows stay as they were written, and go with their case."""


async def rows_of(dsn: str, case_id: str) -> dict[str, int]:
    """How many rows each table has of a case, where it has any: every table that knows cases is asked."""
    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        tables = await connection.execute(
            "SELECT table_name FROM information_schema.columns "
            "WHERE column_name = 'case_id' AND table_schema = 'public'"
        )
        counted = {}
        for (name,) in await tables.fetchall():
            rows = await connection.execute(f"SELECT 1 FROM {name} WHERE case_id = %s".encode(), [case_id])
            counted[str(name)] = rows.rowcount
    return {name: rows for name, rows in counted.items() if rows}


@dataclass(frozen=True)
class Remains:
    """Looks into the stores and at Temporal themselves, past every gateway."""

    dsn: str
    store: ObjectStore
    temporal: Client

    async def rows(self, case_id: str) -> dict[str, int]:
        return await rows_of(self.dsn, case_id)

    async def objects(self, case_id: str) -> list[str]:
        return [item.key for item in await self.store.list(f"{case_id}/")]

    async def workflow(self, case_id: str) -> WorkflowExecutionStatus | None:
        """Where the latest run of its workflow stands; None if Temporal knows of none."""
        try:
            return (await self.temporal.get_workflow_handle(workflow_id_of(case_id)).describe()).status
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
            return None

    async def is_completed(self, case_id: str) -> bool:
        """Whether the deletion is over."""
        async with await psycopg.AsyncConnection.connect(self.dsn) as connection:
            found = await connection.execute(
                "SELECT 1 FROM case_deletions WHERE case_id = %s AND completed_at IS NOT NULL", [case_id]
            )
        return found.rowcount > 0
