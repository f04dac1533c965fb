"""A setting that cannot be used is refused at the start, and its value, which may be a secret, is not told."""

import pytest
from pydantic import ValidationError

from runtime.settings import Settings


def settings_with(**members: str) -> Settings:
    stores = ("postgres_dsn", "s3_endpoint", "s3_access_key", "s3_secret_key")
    return Settings.model_validate({**dict.fromkeys(stores, "unused"), "secret": "0" * 32, **members})


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.example/casewright",
        "https://user:password@hooks.example:8443/?token=1",
        "http://127.0.0.1:9000/hook",
        "http://[::1]:9000/hook",
        "http://localhost:9000/hook",
    ],
)
def test_a_receiver_is_reached_by_https_or_on_this_machine(url: str) -> None:
    found = settings_with(notification_url=url).notification_url
    assert found is not None
    assert found.get_secret_value() == url


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example/hunter2",
        "http://10.0.0.1/hunter2",
        "http://127.0.0.1@hooks.example/hunter2",
        "http://localhost.hooks.example/hunter2",
        "ftp://127.0.0.1/hunter2",
        "https:///hunter2",
        "https://[::1/hunter2",
        "hooks.example/hunter2",
    ],
)
def test_another_url_is_refused_without_being_told(url: str) -> None:
    with pytest.raises(ValidationError, match=r"notification_url\n.*use an https URL") as refused:
        settings_with(notification_url=url)
    assert "hunter2" not in str(refused.value)


def test_a_secret_that_can_be_guessed_is_refused_without_being_told() -> None:
    with pytest.raises(ValidationError, match=r"notification_secret\n.*at least 16") as refused:
        settings_with(notification_secret="hunter2")
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("member", ["notification_url", "notification_secret", "clamd_address"])
def test_a_setting_that_is_blank_is_not_set(member: str) -> None:
    assert getattr(settings_with(**{member: " "}), member) is None


@pytest.mark.parametrize("address", ["clamd:3310", "10.0.0.7:3310", "[::1]:3310", "/run/clamav/clamd.ctl"])
def test_a_scanner_is_at_a_port_or_at_a_socket(address: str) -> None:
    assert settings_with(clamd_address=address).clamd_address == address


@pytest.mark.parametrize("address", ["clamd", "clamd:", ":3310", "clamd:0", "clamd:99999", "::1:3310", "run/clamd.ctl"])
def test_a_scanner_that_could_never_be_reached_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match=r"clamd_address\n"):
        settings_with(clamd_address=address)
