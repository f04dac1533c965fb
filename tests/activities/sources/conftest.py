"""What the look-ups' tests share: a session, a store in memory, and the simulated registries over real HTTP."""

import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest
import uvicorn
from aiohttp import web
from aiohttp.test_utils import TestServer

from activities.sources import website
from activities.sources.peppol import Peppol, locator, publisher
from deploy.local.registries.app import create_app
from runtime.http import create_session
from runtime.public_web import PageLimits, PublicWeb
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.asking_peppol import ZONNEWIND, Ask
from tests.activities.sources.peppol_network import Network, running_network
from tests.activities.sources.simulated import PATIENCE_SECONDS, MemoryStore, looked_up, settings_for
from tests.self_signed import self_signed_context


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits that a source sets itself, for whom another source is asked instead or an officer waits."""
    for module, limit in (
        (locator, "SECONDS"),
        (locator, "SECONDS_PER_TRY"),
        (publisher, "SECONDS"),
        (website, "TOTAL_SECONDS"),
    ):
        monkeypatch.setattr(module, limit, PATIENCE_SECONDS)
    # A default is bound when its function is defined.
    monkeypatch.setattr(PublicWeb.page, "__defaults__", (PageLimits(PATIENCE_SECONDS),))


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with create_session(PATIENCE_SECONDS, PATIENCE_SECONDS) as session:
        yield session


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a server that accepts and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.fixture
async def unsigned(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a server whose certificate nobody signed but it itself."""
    server = TestServer(web.Application(), scheme="https")
    await server.start_server(ssl=self_signed_context("127.0.0.1", tmp_path))
    yield str(server.make_url("")).rstrip("/")
    await server.close()


@pytest.fixture(scope="session")
def registries_url() -> Iterator[str]:
    """The simulated registries, served by uvicorn on a thread of its own."""
    server = uvicorn.Server(uvicorn.Config(create_app(), port=0, log_level="warning", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    yield f"http://{host}:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
async def network() -> AsyncIterator[Network]:
    async with running_network() as network:
        yield network


@pytest.fixture
def ask(network: Network, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company = ZONNEWIND, **settings: object) -> SourceAnswer:
        known = settings_for("http://unused", **{**network.settings, **settings})
        return await looked_up(Peppol(http, known), company, store, known)

    return ask
