"""The people of an organisation, by their keys: what those are called, and whether they still open anything."""

from runtime.postgres import Pool
from schemas.people_api import OfficerItem

# A machine's key is none of these, wherever it is kept.
_PEOPLE = """
SELECT key_id, name, role, revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now()) AS active
FROM api_keys WHERE organisation = %(organisation)s AND role IN ('officer', 'senior_officer', 'admin', 'auditor')
"""
_ALL = f"{_PEOPLE} ORDER BY lower(name), key_id"
_ONE = f"{_PEOPLE} AND key_id = %(key_id)s"


class Officers:
    """Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def all(self, organisation: str) -> list[OfficerItem]:
        """Everyone who has or had a key, by name."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_ALL.encode(), {"organisation": organisation})
            return [OfficerItem.model_validate(row) for row in await cursor.fetchall()]

    async def get(self, organisation: str, key_id: str) -> OfficerItem | None:
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_ONE.encode(), {"organisation": organisation, "key_id": key_id})
            row = await cursor.fetchone()
        return OfficerItem.model_validate(row) if row else None
