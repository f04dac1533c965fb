"""The mailbox of test mode shows a newcomer which reminders would have gone to customers."""

import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest
from temporalio.testing import ActivityEnvironment

from activities.notify import NotifyActivities
from deploy.local.addresses import Addresses, chosen_ports
from deploy.local.credentials import new_credentials
from deploy.local.environment import application_environment
from deploy.local.home import Home
from deploy.local.registries.catalogue import COMPANIES
from deploy.local.registries.mailbox import MAX_BODY_BYTES, MAX_NOTIFICATIONS
from deploy.local.settings import LocalSettings
from runtime.http import create_session
from runtime.settings import Settings
from schemas.notifications import CustomerReminder, ReminderResult
from tests.deploy.served import PATIENCE_SECONDS, served


@pytest.fixture
def registries() -> Iterator[str]:
    """The simulated registries with an empty mailbox."""
    with served(COMPANIES) as url:
        yield url


@pytest.fixture
async def mailbox(registries: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=registries, timeout=PATIENCE_SECONDS) as client:
        yield client


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with create_session(PATIENCE_SECONDS, PATIENCE_SECONDS) as session:
        yield session


def reminder(notification_id: str = "case_0123456789ab/portal") -> CustomerReminder:
    return CustomerReminder(
        notification_id=notification_id,
        kind="portal_expires_soon",
        case_id="case_0123456789ab",
        company_name="Modrý Kámen s.r.o.",
        portal_url="http://127.0.0.1:8080/portal/the-token",
        expires_at=datetime(2026, 3, 31, 12, tzinfo=UTC),
        days_left=3,
        environment="test",
    )


async def shown(mailbox: httpx.AsyncClient) -> list[dict[str, Any]]:
    answer = await mailbox.get("/notifications")
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()["notifications"]
    return found


async def test_a_reminder_that_the_activity_delivers_is_shown(
    mailbox: httpx.AsyncClient, http: aiohttp.ClientSession
) -> None:
    settings = worker_settings(
        {"notification_url": f"{mailbox.base_url}/notifications", "notification_secret": "0" * 16}
    )
    result = await ActivityEnvironment().run(NotifyActivities(http, settings).remind_customer, reminder())
    assert result == ReminderResult(delivered=True)
    [received] = await shown(mailbox)
    assert received["notification"] == reminder().model_dump(mode="json")
    assert received["signature"].startswith("t=")
    assert datetime.fromisoformat(received["received_at"]).tzinfo is not None


async def test_an_empty_mailbox_shows_nothing(mailbox: httpx.AsyncClient) -> None:
    assert await shown(mailbox) == []


async def test_a_reminder_that_comes_twice_is_taken_once(mailbox: httpx.AsyncClient) -> None:
    for _ in range(2):
        assert (await mailbox.post("/notifications", content=reminder().model_dump_json())).status_code == 204
    [received] = await shown(mailbox)
    assert (received["times_received"], received["signature"]) == (2, None)


async def test_the_newest_come_first_and_the_oldest_go(mailbox: httpx.AsyncClient) -> None:
    for number in range(MAX_NOTIFICATIONS + 2):
        await mailbox.post("/notifications", content=reminder(f"n{number}").model_dump_json())
    ids = [received["notification"]["notification_id"] for received in await shown(mailbox)]
    assert ids == [f"n{number}" for number in range(MAX_NOTIFICATIONS + 1, 1, -1)]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"not JSON", "body: Invalid JSON"),
        (b"\xff", "body: Invalid JSON"),
        (b"[]", "body: Input should be an object"),
        (reminder().model_dump_json(exclude={"portal_url"}).encode(), "portal_url: Field required"),
        (json.dumps({**reminder().model_dump(mode="json"), "kind": "news"}).encode(), "kind: Input should be"),
    ],
)
async def test_what_is_no_notification_is_refused_naming_the_member(
    mailbox: httpx.AsyncClient, body: bytes, complaint: str
) -> None:
    answer = await mailbox.post("/notifications", content=body)
    assert answer.status_code == 422
    assert answer.json()["error"].startswith(complaint)
    assert await shown(mailbox) == []


async def test_a_notification_that_is_too_large_is_refused(mailbox: httpx.AsyncClient) -> None:
    answer = await mailbox.post("/notifications", content=b" " * MAX_BODY_BYTES + reminder().model_dump_json().encode())
    assert (answer.status_code, answer.json()) == (413, {"error": "a notification has at most 64 KB"})
    assert await shown(mailbox) == []


def test_in_test_mode_the_worker_posts_to_the_mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CASEWRIGHT_NOTIFICATION_URL", raising=False)
    environment, registries = stack_environment(tmp_path, "test")
    assert environment["CASEWRIGHT_NOTIFICATION_URL"] == f"{registries}/notifications"
    assert worker_settings({"notification_url": environment["CASEWRIGHT_NOTIFICATION_URL"]}).notification_url


def test_a_receiver_that_is_set_takes_the_place_of_the_mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEWRIGHT_NOTIFICATION_URL", "https://hooks.example/casewright")
    environment, _ = stack_environment(tmp_path, "test")
    assert environment["CASEWRIGHT_NOTIFICATION_URL"] == "https://hooks.example/casewright"


def test_with_live_sources_nothing_is_posted_unless_a_receiver_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASEWRIGHT_NOTIFICATION_URL", raising=False)
    environment, _ = stack_environment(tmp_path, "live")
    assert "CASEWRIGHT_NOTIFICATION_URL" not in environment


def worker_settings(members: dict[str, str]) -> Settings:
    stores = ("postgres_dsn", "s3_endpoint", "s3_access_key", "s3_secret_key")
    return Settings.model_validate({**dict.fromkeys(stores, "unused"), "secret": "0" * 32, **members})


def stack_environment(folder: Path, sources: str) -> tuple[dict[str, str], str]:
    """What a stack under this folder starts its worker with, and where its registries are."""
    settings = LocalSettings.model_validate({"home": folder, "port": 0, "sources": sources})
    addresses = Addresses(ports=chosen_ports(settings, previous={}), host=settings.host)
    environment = application_environment(Home(folder), settings, addresses, new_credentials(), "postgresql://unused")
    return dict(environment), addresses.registries
