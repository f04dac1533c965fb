"""The stories ask the registers where `make run` asks them, so that they hold for a case on a local stack."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from deploy.local.addresses import Addresses
from deploy.local.credentials import new_credentials
from deploy.local.environment import application_environment
from deploy.local.home import Home
from deploy.local.settings import LocalSettings
from tests.activities.sources.simulated import every_register, settings_for


def test_the_stories_ask_every_register_where_a_local_stack_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CASEWRIGHT_HOME", "CASEWRIGHT_SOURCES"):
        monkeypatch.delenv(name, raising=False)
    addresses = Addresses(
        ports={"gateway": 1, "temporal": 2, "s3": 3, "registries": 4, "temporal_ui": 5}, host="127.0.0.1"
    )
    stack = application_environment(
        Home(tmp_path), LocalSettings(), addresses, new_credentials(), "postgresql://unused"
    )
    settings = settings_for(addresses.registries, **every_register(addresses.registries))

    registers = {name: value for name, value in stack.items() if addresses.registries.split("/")[-1] in value}
    keys = {name: value for name, value in stack.items() if name.endswith("_KEY") and "S3" not in name}
    for name, value in {**registers, **keys}.items():
        if name != "CASEWRIGHT_NOTIFICATION_URL":
            asked = getattr(settings, name.removeprefix("CASEWRIGHT_").lower())
            assert value == (asked.get_secret_value() if isinstance(asked, SecretStr) else asked), name
    assert len(registers) > 10
