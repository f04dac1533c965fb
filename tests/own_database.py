"""A database of a test module's own, on the server of the suite: for what looks at all cases, whoever has them."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import psycopg
from pydantic import SecretStr

from deploy.migrations.upgrade import upgrade
from runtime.settings import Settings


@asynccontextmanager
async def with_own_database(settings: Settings) -> AsyncIterator[Settings]:
    """The same settings, but for a database with the tables of today and no rows; it goes with the block."""
    dsn, name = settings.postgres_dsn.get_secret_value(), f"own_{secrets.token_hex(4)}"
    own = urlsplit(dsn)._replace(path=f"/{name}").geturl()
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as connection:
        await connection.execute(f"CREATE DATABASE {name}".encode())
        await asyncio.to_thread(upgrade, own)
        yield settings.model_copy(update={"postgres_dsn": SecretStr(own)})
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
