"""Cases that are only rows in the index, in any state: for what never asks a workflow."""

import secrets
from datetime import timedelta
from itertools import count

import psycopg
from psycopg.types.json import Jsonb
from pydantic import JsonValue

from domain.identity import workflow_id_of
from schemas.status import CaseStatus
from tests.example_cases import NOW

_MINUTES = count()


async def index_case(dsn: str, organisation: str, record: JsonValue = None, **columns: object) -> str:
    """Writes the row of a case that waits for review, opened a minute after the one before; returns its id."""
    case_id = f"case_{secrets.token_hex(6)}"
    opened = NOW + timedelta(minutes=next(_MINUTES))
    row: dict[str, object] = {
        "case_id": case_id,
        "workflow_id": workflow_id_of(case_id),
        "organisation": organisation,
        "company_name": "Acme Trading BVBA",
        "country": "BE",
        "template_id": "psp_merchant_onboarding",
        "status": CaseStatus.REVIEW_PENDING.value,
        "current_iteration": 1,
        "version": 7,
        "portal_token_hash": secrets.token_hex(32),
        "portal_expires_at": NOW + timedelta(days=30),
        "record": Jsonb(record or {}),
        "created_at": opened,
        "updated_at": opened,
        **columns,
    }
    places = ", ".join(["%s"] * len(row))
    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        await connection.execute(f"INSERT INTO cases ({', '.join(row)}) VALUES ({places})".encode(), [*row.values()])
    return case_id


async def execute(dsn: str, statement: str, *values: object) -> None:
    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        await connection.execute(statement.encode(), values)


async def let_expire(dsn: str, case_id: str) -> None:
    """Moves the end of the case's assignment into the past, as waiting would."""
    await execute(
        dsn,
        "UPDATE cases SET assignment_expires_at = now() - interval '1 second' "
        "WHERE case_id = %s AND assignment_expires_at IS NOT NULL",
        case_id,
    )
