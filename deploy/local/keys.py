"""The API keys of the local stack, one for each role, written to the table that the gateway asks."""

import hashlib
from collections.abc import Mapping

import psycopg

from deploy.local.credentials import KeyName
from deploy.local.errors import StackError

ORGANISATION = "org_local"

_INSERT = """
    INSERT INTO api_keys (key_hash, key_id, name, role, organisation)
    VALUES (%(key_hash)s, %(key_id)s, %(name)s, %(role)s, %(organisation)s)
    ON CONFLICT DO NOTHING
"""


async def seed_keys(dsn: str, keys: Mapping[KeyName, str]) -> None:
    """Make the keys known, by their SHA-256 only. Those known already stay as they are, revoked ones too.

    Raises StackError if the database does not take them.
    """
    rows = [_row(role, key) for role, key in keys.items()]
    try:
        async with await psycopg.AsyncConnection.connect(dsn) as connection, connection.cursor() as cursor:
            await cursor.executemany(_INSERT, rows)
    except psycopg.Error as error:
        raise StackError(f"the API keys could not be written to the database: {error}") from error


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
