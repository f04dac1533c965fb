"""The public search's stand-in over HTTP, and one way to ask it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from activities.sources.kbo import Kbo, search_page
from schemas.sources import SourceAnswer
from tests.activities.sources.kbo.stub_search import Ask, StubSearch, belgian
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for


@pytest.fixture
async def search() -> AsyncIterator[StubSearch]:
    stub = StubSearch()
    app = web.Application()
    app.router.add_get("/kbopub/toonondernemingps.html", stub.answer)
    async with TestServer(app) as server:
        stub.url = str(server.make_url("/kbopub"))
        yield stub


@pytest.fixture
def ask(search: StubSearch, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask() -> SourceAnswer:
        settings = settings_for("http://unused", kbo_url=search.url)
        return await looked_up(Kbo(http, settings), belgian(), store, settings)

    return ask


@pytest.fixture(autouse=True)
def _without_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second try comes at once."""
    monkeypatch.setattr(search_page, "PAUSE_SECONDS", 0.0)
