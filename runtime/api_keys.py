"""Access keys: looked up by the hash of the whole key, remembered for a few seconds."""

import time
from typing import NamedTuple

from domain.identity import token_hash
from runtime.postgres import Pool
from schemas.actor import Actor

REMEMBERED_SECONDS = 10.0
"""A revoked key stops working within this time."""
REMEMBERED_KEYS = 1000


class Principal(NamedTuple):
    """Who a request comes from, and for which organisation."""

    actor: Actor
    organisation: str


class ApiKeys:
    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._remembered: dict[str, tuple[float, Principal]] = {}

    async def principal(self, key: str) -> Principal | None:
        """Whose key this is; None if it is unknown, expired or revoked."""
        hashed = token_hash(key)
        known = self._remembered.get(hashed)
        if known and known[0] > time.monotonic():
            return known[1]
        found = await self._look_up(hashed)
        if found is None:
            self._remembered.pop(hashed, None)
            return None
        if len(self._remembered) >= REMEMBERED_KEYS:
            self._remembered.clear()
        self._remembered[hashed] = (time.monotonic() + REMEMBERED_SECONDS, found)
        return found

    async def _look_up(self, hashed: str) -> Principal | None:
        async with self._pool.connection() as connection:
            cursor = await connection.execute(
                "SELECT key_id, role, organisation FROM api_keys WHERE key_hash = %s AND revoked_at IS NULL "
                "AND (expires_at IS NULL OR expires_at > now())",
                [hashed],
            )
            row = await cursor.fetchone()
        if row is None:
            return None
        return Principal(Actor(id=row["key_id"], role=row["role"]), row["organisation"])
