"""One setting chooses who is asked; what cannot be asked is told when a worker starts."""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from activities.agents import models
from activities.agents.models import ModelSettingsError, language_model
from runtime.settings import Settings
from tests.activities.sources.simulated import settings_for
from tests.conftest import REPOSITORY


def with_agents(agents: str, **members: object) -> Settings:
    return settings_for("http://127.0.0.1:1", agents=agents, **members)


def test_rules_need_no_model() -> None:
    assert language_model(with_agents("rules")) is None


@pytest.mark.parametrize("agents", ["openai:gpt-4o-mini", "anthropic:claude-haiku-4-5", "openai:org/model:8b"])
async def test_the_setting_names_the_protocol_and_the_model(agents: str) -> None:
    model = language_model(with_agents(agents, llm_key="sk-1"))
    assert model is not None
    assert (model.provider, model.name) == tuple(agents.split(":", 1))
    await model.close()


@pytest.mark.parametrize("agents", ["", "openai", "openai:", "mistral:small", "rules:1", "openai:a b"])
def test_another_choice_is_refused(agents: str) -> None:
    with pytest.raises(ValidationError, match=r"agents\n"):
        with_agents(agents)


@pytest.mark.parametrize("url", ["ftp://host/v1", "host/v1", "http://", "https://me:hunter2@host/v1", "http://h/?k=1"])
def test_an_address_that_cannot_be_asked_is_refused_without_being_told(url: str) -> None:
    with pytest.raises(ValidationError, match=r"llm_url\n") as refused:
        with_agents("openai:small", llm_url=url)
    assert "hunter2" not in str(refused.value)


def test_a_provider_of_its_own_needs_a_key() -> None:
    with pytest.raises(ModelSettingsError, match="CASEWRIGHT_LLM_KEY"):
        language_model(with_agents("openai:gpt-4o-mini"))


def test_prices_come_in_pairs() -> None:
    with pytest.raises(ModelSettingsError, match="both"):
        language_model(with_agents("openai:small", llm_key="sk-1", llm_input_usd_per_million=1))


def test_without_the_package_a_worker_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "PACKAGES", ("pydantic_ai", "a_package_that_is_not_there"))
    with pytest.raises(ModelSettingsError, match=r"a_package_that_is_not_there is not installed.*models"):
        language_model(with_agents("openai:small", llm_key="sk-1"))


def test_a_worker_that_goes_by_rules_imports_none_of_it() -> None:
    code = (
        "import sys, worker\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules} & {'pydantic_ai', 'openai', 'anthropic'}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=300
    )
    assert (loaded.returncode, loaded.stdout.strip()) == (0, ""), loaded.stderr
