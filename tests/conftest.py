"""Real servers for the suite, each started once and only when a test asks for it."""

import asyncio
import fcntl
import json
import os
import shutil
import signal
import socket
import sys
import tempfile
import time
import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck
from hypothesis import settings as laws
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from activities.agents.meaning import Meaning, MeaningError
from deploy.local.object_store_server import S3Access, running_object_store
from deploy.local.postgres_server import running_postgres
from deploy.local.temporal_server import tuning
from deploy.migrations.upgrade import upgrade
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from runtime.temporal import SEARCH_ATTRIBUTES, casewright_plugin
from tests.longest_first import longest_first

REPOSITORY = Path(__file__).parent.parent
START_SECONDS = 300
"""Far more than it takes, as every patience here: a wait ends as soon as what it is for has come."""
STOP_SECONDS = 180
CALL_SECONDS = 120

OURS = ("CASEWRIGHT_BROWSER_TESTS", "CASEWRIGHT_CHROMIUM")
"""Settings of the suite itself."""
OF_WHOEVER_RUNS_IT = ("CASEWRIGHT_", "TEMPORAL_", "PG", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
for name in [name for name in os.environ if name.upper().startswith(OF_WHOEVER_RUNS_IT) and name not in OURS]:
    del os.environ[name]
os.environ.update(TZ="UTC", LC_ALL="C.UTF-8")
time.tzset()

laws.register_profile(
    "same", max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
laws.register_profile("other", laws.get_profile("same"), derandomize=False)
laws.load_profile("same")
"""Laws are tried on the same hundred examples each time, however slow the machine is; on others with
`pytest --hypothesis-profile=other`."""


@pytest.fixture(scope="session")
async def temporal() -> AsyncIterator[Client]:
    """A client of a real Temporal dev server of the suite's own, with our plugin and search attributes."""
    async with await WorkflowEnvironment.start_local(
        dev_server_existing_path=str(Path(sys.executable).parent / "temporal"),
        dev_server_startup_timeout=timedelta(seconds=START_SECONDS),
        dev_server_extra_args=tuning(),
        search_attributes=SEARCH_ATTRIBUTES,
        plugins=[casewright_plugin()],
    ) as environment:
        yield environment.client


@dataclass
class Stack:
    """The whole local stack, as `make run` starts it, under a home of its own."""

    home: Path
    process: asyncio.subprocess.Process

    @property
    def facts(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.home / "stack.json").read_text())
        return found

    def officer(self, key: str = "officer") -> httpx.AsyncClient:
        facts = self.facts
        known = {"Authorization": f"Bearer {facts['keys'][key]}"}
        return httpx.AsyncClient(base_url=facts["gateway_url"], headers=known, timeout=CALL_SECONDS)

    def customer(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.facts["gateway_url"], timeout=CALL_SECONDS)

    async def stop(self) -> int:
        """Stops it as Ctrl-C does and returns the exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGINT)
        return await asyncio.wait_for(self.process.wait(), STOP_SECONDS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    longest_first(items)


CACHE = Path(tempfile.gettempdir()) / f"casewright-tests-{os.getuid()}"
"""What every stack would compute anew; it is named by what it was computed from and verified when it is read."""


def pytest_sessionstart(session: pytest.Session) -> None:
    """Computes what all stacks and workers would compute anew, once on a new machine, before anything waits for it."""
    if not hasattr(session.config, "workerinput") and not CACHE.exists():
        with suppress(MeaningError):  # without the optional package nothing is to be computed
            Meaning(CACHE).load()


@asynccontextmanager
async def one_start_at_a_time() -> AsyncIterator[None]:
    """The processes of one run might find the same free ports if they looked for them at the same moment."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with (Path(tempfile.gettempdir()) / f"casewright-tests-{os.getuid()}.lock").open("w") as lock:
        await asyncio.to_thread(fcntl.lockf, lock, fcntl.LOCK_EX, 1, zlib.crc32(run.encode()))  # a byte for each run
        yield


@asynccontextmanager
async def running_stack(home: Path, **settings: str) -> AsyncIterator[Stack]:
    """Starts `python -m deploy.local` on free ports, with these settings and no others of the user's, and waits until
    it is ready; stops it at the end."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("CASEWRIGHT_", "TEMPORAL_"))},
        "CASEWRIGHT_HOME": str(home),
        "CASEWRIGHT_PORT": "0",
        "CASEWRIGHT_CACHE_FOLDER": str(CACHE),
        **settings,
    }
    async with AsyncExitStack() as ending:
        async with one_start_at_a_time():
            with (home.parent / f"{home.name}.out").open("ab") as output:
                process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "deploy.local", cwd=REPOSITORY, env=environment, stdout=output, stderr=output
                )
            stack = Stack(home, process)
            ending.push_async_callback(stack.stop)
            async with asyncio.timeout(START_SECONDS):
                while not (home / "stack.json").exists():
                    if process.returncode is not None:
                        pytest.fail(f"the stack did not start:\n{(home.parent / f'{home.name}.out').read_text()}")
                    await asyncio.sleep(0.1)
        yield stack


@pytest.fixture(scope="session")
async def stack(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stack]:
    """One stack for all tests that only use it; those that stop or kill parts of it start their own. Its gateway waits
    longer for its workers than usual: a busy machine is no worker that is away."""
    waits = {f"CASEWRIGHT_{wait}_WAIT_SECONDS": "30" for wait in ("ENRICHMENT", "OUTCOME", "COMPUTED")}
    async with running_stack(tmp_path_factory.mktemp("stack") / "home", **waits) as running:
        yield running


@pytest.fixture
def unused_tcp_port() -> Iterator[int]:
    """A port at which nobody answers, whatever the address: nobody else is given it as long as the test lasts."""
    with socket.socket() as kept:
        kept.bind(("0.0.0.0", 0))
        yield kept.getsockname()[1]


@pytest.fixture
def own_home(tmp_path: Path) -> Iterator[Path]:
    """A home for a stack that one test alone uses; removed at once, as its databases are large."""
    home = tmp_path / "home"
    yield home
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
async def postgres_dsn(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A real PostgreSQL with the tables of today; tests keep apart by organisation and case."""
    async with AsyncExitStack() as ending:
        async with one_start_at_a_time():
            postgres = running_postgres(tmp_path_factory.mktemp("postgres"), durable=False)
            dsn = await ending.enter_async_context(postgres)
        await asyncio.to_thread(upgrade, dsn)
        yield dsn


@pytest.fixture(scope="session")
async def s3_access(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[S3Access]:
    """A real S3 server with an empty bucket."""
    async with AsyncExitStack() as ending:
        async with one_start_at_a_time():
            access = await ending.enter_async_context(running_object_store(tmp_path_factory.mktemp("s3")))
        yield access


@pytest.fixture(scope="session")
def settings(postgres_dsn: str, s3_access: S3Access) -> Settings:
    """Settings of a process that stands on these stores."""
    return Settings.model_validate(
        {
            "postgres_dsn": postgres_dsn,
            "s3_endpoint": s3_access.endpoint,
            "s3_access_key": s3_access.access_key,
            "s3_secret_key": s3_access.secret_key,
            "s3_bucket": s3_access.bucket,
            "secret": "a secret of the tests, 32 letters",
            "cache_folder": CACHE,
        }
    )


@pytest.fixture
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    """Connections to Postgres, for one test."""
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()
