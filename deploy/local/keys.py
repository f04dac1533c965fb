"""The API keys of the local stack, one for each role and one for another system, made known to the gateway."""

import hashlib
from collections.abc import Mapping
from typing import get_args

import psycopg
from psycopg_pool import PoolTimeout

from deploy.local.credentials import KeyName
from deploy.local.errors import StackError
from runtime.integration_keys import IntegrationKeys, KeyOnRecordError
from runtime.postgres import pool_of
from schemas.integration_keys import NewKey, Scope

ORGANISATION = "org_local"
MADE_BY = "local_stack"

_INSERT = """
    INSERT INTO api_keys (key_hash, key_id, name, role, organisation)
    VALUES (%(key_hash)s, %(key_id)s, %(name)s, %(role)s, %(organisation)s)
    ON CONFLICT DO NOTHING
"""


async def seed_keys(dsn: str, keys: Mapping[KeyName, str]) -> None:
    """Make the keys known, by their SHA-256 only. Those known already stay as they are, revoked ones too.

    Raises StackError if the database does not take them.
    """
    rows = [_row(role, key) for role, key in keys.items() if role != "integration"]
    try:
        async with await psycopg.AsyncConnection.connect(dsn) as connection, connection.cursor() as cursor:
            await cursor.executemany(_INSERT, rows)
        await _seed_integration_key(dsn, keys["integration"])
    except (psycopg.Error, PoolTimeout) as error:
        raise StackError(f"the API keys could not be written to the database: {error}") from error


async def _seed_integration_key(dsn: str, key: str) -> None:
    """A system's key with every scope; its prefix says which cases it is for."""
    asked = NewKey(
        name="Local integration",
        environment="live" if key.startswith("sk_live_") else "test",
        scopes=frozenset(get_args(Scope)),
    )
    pool = pool_of(dsn)
    await pool.open()
    try:
        await IntegrationKeys(pool).create(asked, ORGANISATION, MADE_BY, key)
    except KeyOnRecordError:
        return
    finally:
        await pool.close()


def _row(role: KeyName, key: str) -> dict[str, str]:
    key_hash = hashlib.sha256(key.encode()).hexdigest()
    return {
        "key_hash": key_hash,
        # From the key itself: a new key, made after secrets.json was lost, must not have the old one's id.
        "key_id": f"key_{key_hash[:12]}",
        "name": f"Local {role.replace('_', ' ')}",
        "role": role,
        "organisation": ORGANISATION,
    }
