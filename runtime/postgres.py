"""The Postgres pool. Every connection and statement has a time limit, so that a dead server is an error, not a hang."""

from psycopg import AsyncConnection
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool

from runtime.settings import Settings

CONNECT_SECONDS = 3
POOL_WAIT_SECONDS = 3.0
STATEMENT_MILLISECONDS = 10_000

Pool = AsyncConnectionPool[AsyncConnection[DictRow]]


def create_pool(settings: Settings) -> Pool:
    """The pool of a process that has settings (`pool_of`)."""
    return pool_of(settings.postgres_dsn.get_secret_value(), settings.postgres_pool_size)


def pool_of(dsn: str, most: int = 1) -> Pool:
    """An unopened pool of at most so many connections, whose rows are dictionaries; open it in the running loop with
    `await pool.open()`."""
    return AsyncConnectionPool(
        dsn,
        connection_class=AsyncConnection[DictRow],
        min_size=1,
        max_size=most,
        timeout=POOL_WAIT_SECONDS,
        open=False,
        kwargs={
            "row_factory": dict_row,
            "connect_timeout": CONNECT_SECONDS,
            "options": f"-c statement_timeout={STATEMENT_MILLISECONDS} -c TimeZone=UTC",
            "application_name": "casewright",
        },
    )
