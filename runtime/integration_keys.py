"""The keys of other systems: made, listed and revoked by administrators, looked up by the hash of the whole key.

A key is shown once, when it is made. What is stored is its SHA-256, which is safe without a slow hash: a key has 256
random bits.
"""

import asyncio
import re
import secrets
import time
from datetime import UTC, datetime
from typing import NamedTuple

import psycopg
import structlog
from psycopg_pool import PoolTimeout

from domain.identity import token_hash
from runtime.case_desk import CommandKey
from runtime.kept_commands import refuse_another_body
from runtime.postgres import Pool
from schemas.integration_keys import IntegrationKey, NewKey

log = structlog.stdlib.get_logger()

REMEMBERED_SECONDS = 10.0
"""A key that was revoked elsewhere stops working within this time; one that this process revokes, at once."""
REMEMBERED_KEYS = 1000
USE_NOTED_SECONDS = 60.0

_FORM = re.compile(r"sk_(test|live)_[A-Za-z0-9_-]{43}")
_COLUMNS = ", ".join(IntegrationKey.model_fields)
_INSERT = f"""
WITH made AS (
    INSERT INTO integration_keys
        (key_hash, key_id, name, organisation, environment, scopes, rate_limit, created_by, expires_at, command_id,
         body_hash)
    VALUES (%(key_hash)s, %(key_id)s, %(name)s, %(organisation)s, %(environment)s, %(scopes)s, %(rate_limit)s,
            %(created_by)s, %(expires_at)s, %(command_id)s, %(body_hash)s)
    ON CONFLICT DO NOTHING
    RETURNING {_COLUMNS}
), noted AS (
    INSERT INTO integration_key_events (key_id, event, actor_id) SELECT key_id, 'created', created_by FROM made
)
SELECT {_COLUMNS} FROM made
"""
_REVOKE = """
WITH ended AS (
    UPDATE integration_keys SET revoked_at = now()
    WHERE key_id = %(key_id)s AND organisation = %(organisation)s AND revoked_at IS NULL
    RETURNING key_id
)
INSERT INTO integration_key_events (key_id, event, actor_id) SELECT key_id, 'revoked', %(actor_id)s FROM ended
"""
_OF_COMMAND = f"SELECT {_COLUMNS}, body_hash FROM integration_keys WHERE command_id = %(command_id)s"
_SELECT_ONE = f"SELECT {_COLUMNS} FROM integration_keys WHERE key_id = %(key_id)s AND organisation = %(organisation)s"


class KeyOnRecordError(Exception):
    """A key that was to be made is on record, valid or not, or was made by the same command before."""


class MadeKey(NamedTuple):
    """A new key. `secret` is the key itself, which nobody can be shown again."""

    key: IntegrationKey
    secret: str


class IntegrationKeys:
    """Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._remembered: dict[str, tuple[float, IntegrationKey]] = {}
        self._revoked: set[str] = set()
        """The ids of those that this process revoked, which is for good: one may be being looked up meanwhile."""
        self._noted: dict[str, float] = {}
        self._noting: set[asyncio.Task[None]] = set()

    async def find(self, secret: str) -> IntegrationKey | None:
        """Whose key this is; None if it is unknown, expired or revoked. Its use is noted, without waiting for that."""
        if not _FORM.fullmatch(secret):
            return None
        hashed = token_hash(secret)
        kept = self._remembered.get(hashed)
        key = kept[1] if kept and kept[0] > time.monotonic() else await self._look_up(hashed)
        over = key is not None and key.expires_at is not None and key.expires_at <= datetime.now(UTC)
        if key is None or over or key.key_id in self._revoked:
            self._remembered.pop(hashed, None)
            return None
        self._note_use(key.key_id)
        return key

    async def create(
        self,
        asked: NewKey,
        organisation: str,
        created_by: str,
        secret: str | None = None,
        command: CommandKey | None = None,
    ) -> MadeKey:
        """A new key of this organisation. `secret` is given only where a key exists already outside of Postgres;
        KeyOnRecordError if that one is on record, or if the same command has made a key before (`made_by`)."""
        secret = secret or f"sk_{asked.environment}_{secrets.token_urlsafe(32)}"
        hashed = token_hash(secret)
        async with self._pool.connection() as connection:
            cursor = await connection.execute(
                _INSERT,
                {
                    **asked.model_dump(exclude={"scopes"}),
                    "scopes": sorted(asked.scopes),
                    "key_hash": hashed,
                    "key_id": f"key_{hashed[:12]}",
                    "organisation": organisation,
                    "created_by": created_by,
                    **(command._asdict() if command else {"command_id": None, "body_hash": None}),
                },
            )
            row = await cursor.fetchone()
        if row is None:
            raise KeyOnRecordError(f"key_{hashed[:12]}")
        return MadeKey(IntegrationKey.model_validate(row), secret)

    async def made_by(self, command: CommandKey) -> IntegrationKey:
        """The key that a request made, of which `create` has said so. CommandRefusedError if it had another body."""
        async with self._pool.connection() as connection:
            row = await (await connection.execute(_OF_COMMAND.encode(), command._asdict())).fetchone()
        assert row is not None, "a key that was made stays on record"
        refuse_another_body(row["body_hash"], command)
        return IntegrationKey.model_validate(row)

    async def of_organisation(self, organisation: str) -> list[IntegrationKey]:
        """All keys, expired and revoked ones too, the newest first."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(
                f"SELECT {_COLUMNS} FROM integration_keys WHERE organisation = %s ORDER BY created_at DESC, key_id",
                [organisation],
            )
            return [IntegrationKey.model_validate(row) for row in await cursor.fetchall()]

    async def of_id(self, key_id: str, organisation: str) -> IntegrationKey | None:
        """One key of this organisation, also if it has expired or is revoked; None if it has none of this id."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_SELECT_ONE, {"key_id": key_id, "organisation": organisation})
            row = await cursor.fetchone()
        return IntegrationKey.model_validate(row) if row else None

    async def revoke(self, key_id: str, organisation: str, revoked_by: str) -> IntegrationKey | None:
        """The key, which opens nothing any more; None if the organisation has none of this id. May be repeated."""
        named = {"key_id": key_id, "organisation": organisation, "actor_id": revoked_by}
        async with self._pool.connection() as connection:
            await connection.execute(_REVOKE, named)
            cursor = await connection.execute(_SELECT_ONE, named)
            row = await cursor.fetchone()
        self._forget(key_id)
        if row is None:
            return None
        self._revoked.add(key_id)
        return IntegrationKey.model_validate(row)

    async def finish(self) -> None:
        """Waits until what is being noted is on record; to be called before the pool is closed."""
        await asyncio.gather(*self._noting)

    async def _look_up(self, hashed: str) -> IntegrationKey | None:
        async with self._pool.connection() as connection:
            cursor = await connection.execute(
                f"SELECT {_COLUMNS} FROM integration_keys WHERE key_hash = %s AND revoked_at IS NULL", [hashed]
            )
            row = await cursor.fetchone()
        if row is None:
            return None
        if len(self._remembered) >= REMEMBERED_KEYS:
            self._remembered.clear()
        key = IntegrationKey.model_validate(row)
        self._remembered[hashed] = (time.monotonic() + REMEMBERED_SECONDS, key)
        return key

    def _forget(self, key_id: str) -> None:
        for hashed in [hashed for hashed, (_, key) in self._remembered.items() if key.key_id == key_id]:
            del self._remembered[hashed]

    def _note_use(self, key_id: str) -> None:
        """Starts a write if the last one was a minute ago. The request does not wait for it, nor fail with it."""
        now = time.monotonic()
        if now - self._noted.get(key_id, float("-inf")) < USE_NOTED_SECONDS:
            return
        if len(self._noted) >= REMEMBERED_KEYS:
            self._noted.clear()
        self._noted[key_id] = now
        task = asyncio.create_task(self._write_use(key_id))
        self._noting.add(task)
        task.add_done_callback(self._noting.discard)

    async def _write_use(self, key_id: str) -> None:
        try:
            async with self._pool.connection() as connection:
                await connection.execute(
                    "UPDATE integration_keys SET last_used_at = now() WHERE key_id = %s AND "
                    "(last_used_at IS NULL OR last_used_at < now() - make_interval(secs => %s))",
                    [key_id, USE_NOTED_SECONDS],
                )
        except (psycopg.Error, PoolTimeout) as error:
            log.warning("the use of a key could not be noted", key_id=key_id, error=type(error).__name__)
