"""A database of a test module's own, on the server of the suite: for what looks at all cases, whoever has them."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from alembic import command
from alembic.config import Config
from pydantic import SecretStr
from sqlalchemy import create_engine

import deploy.migrations
from runtime.settings import Settings


@asynccontextmanager
async def with_own_database(settings: Settings, revision: str = "head") -> AsyncIterator[Settings]:
    """The same settings, but for a database with the tables of today, or of an older release, and no rows; it goes with
    the block."""
    dsn, name = settings.postgres_dsn.get_secret_value(), f"own_{secrets.token_hex(4)}"
    own = urlsplit(dsn)._replace(path=f"/{name}").geturl()
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as connection:
        await connection.execute(f"CREATE DATABASE {name}".encode())
        await asyncio.to_thread(_upgrade_to, own, revision)
        yield settings.model_copy(update={"postgres_dsn": SecretStr(own)})
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _upgrade_to(dsn: str, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(deploy.migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    engine = create_engine(dsn.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
