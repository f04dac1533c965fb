"""Administrators make and revoke the keys of other systems, through the API and the command line."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import Any

import httpx
import pytest

from runtime.settings import Settings
from tests.conftest import REPOSITORY
from tests.gateway.integration.systems import Systems
from tests.gateway.running_gateway import Gateway, refused

KEYS = "/api/admin/integration-keys"
ASKED = {"name": "Shop", "scopes": ["cases:read"]}


@pytest.fixture
async def admin(gateway: Gateway) -> AsyncIterator[httpx.AsyncClient]:
    """An administrator of an organisation that has no keys yet."""
    async with await gateway.officer("admin") as client:
        yield client


async def made(admin: httpx.AsyncClient, **changes: Any) -> dict[str, Any]:
    answer = await admin.post(KEYS, json={**ASKED, **changes})
    assert answer.status_code == 201, answer.text
    key: dict[str, Any] = answer.json()
    return key


async def test_a_new_key_works_and_is_never_shown_again(admin: httpx.AsyncClient, gateway: Gateway) -> None:
    key = await made(admin)
    async with gateway.with_key(key["key"]) as system:
        me = (await system.get("/api/v1/me")).json()

    listed = await admin.get(KEYS)

    assert (me["key_id"], me["scopes"], me["environment"]) == (key["key_id"], ["cases:read"], "live")
    assert key["key"].startswith("sk_live_")
    assert [item["key_id"] for item in listed.json()["keys"]] == [key["key_id"]]
    assert key["key"] not in listed.text
    assert "key" not in listed.json()["keys"][0]


async def test_a_key_can_be_for_testing_and_for_some_time(admin: httpx.AsyncClient) -> None:
    key = await made(admin, environment="test", expires_in_days=7, rate_limit=5)

    ends = datetime.fromisoformat(key["expires_at"]) - datetime.now(UTC)
    assert key["key"].startswith("sk_test_")
    assert timedelta(days=6, hours=23) < ends <= timedelta(days=7)
    assert key["rate_limit"] == 5


async def test_a_revoked_key_stays_on_record_and_is_revoked_once(admin: httpx.AsyncClient) -> None:
    key = await made(admin)

    first, again = [await admin.delete(f"{KEYS}/{key['key_id']}") for _ in range(2)]

    assert first.status_code == again.status_code == 200
    assert first.json()["revoked_at"] == again.json()["revoked_at"] is not None
    assert (await admin.get(KEYS)).json()["keys"][0]["revoked_at"] == first.json()["revoked_at"]


async def test_another_organisations_key_is_not_there(admin: httpx.AsyncClient, systems: Systems) -> None:
    foreign = await systems.new_key()

    refused(await admin.delete(f"{KEYS}/{foreign.key.key_id}"), 404, "key_not_found")
    async with systems.gateway.with_key(foreign.secret) as system:
        assert (await system.get("/api/v1/me")).status_code == 200
    assert (await admin.get(KEYS)).json()["keys"] == []


@pytest.mark.parametrize("role", ["officer", "senior_officer", "auditor", "integration"])
async def test_nobody_but_an_administrator_may(gateway: Gateway, role: str) -> None:
    async with await gateway.officer(role) as other:
        for method, path in (("GET", KEYS), ("POST", KEYS), ("DELETE", f"{KEYS}/key_0123456789ab")):
            refused(await other.request(method, path, json=ASKED), 403, "role_not_allowed")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"scopes": []}, "scopes"),
        ({"scopes": ["cases:decide"]}, "scopes.0"),
        ({"name": " "}, "name"),
        ({"environment": "staging"}, "environment"),
        ({"rate_limit": 0}, "rate_limit"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": "2030-01-01T00:00:00"}, "expires_at"),
        ({"expires_at": "2030-01-01T00:00:00Z", "expires_in_days": 3}, "expires_in_days"),
        ({"organisation": "org_other"}, "organisation"),
    ],
)
async def test_what_does_not_fit_is_named(admin: httpx.AsyncClient, changes: dict[str, Any], field: str) -> None:
    refused(await admin.post(KEYS, json={**ASKED, **changes}), 422, "invalid_body", field)


async def run(settings: Settings, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {
        "PATH": os.environ["PATH"],
        "CASEWRIGHT_POSTGRES_DSN": settings.postgres_dsn.get_secret_value(),
        **environment,
    }
    command = [sys.executable, "-m", "gateway.keys", *arguments]
    return await asyncio.to_thread(
        subprocess.run, command, cwd=REPOSITORY, env=given, capture_output=True, text=True, check=False
    )


async def test_the_command_does_the_same(settings: Settings, gateway: Gateway) -> None:
    of_organisation = ("--organisation", f"org_{token_hex(6)}")
    scopes = ("--scopes", "cases:read,webhooks:test")
    created = await run(settings, "create", *of_organisation, "--name", "Shop", *scopes, CASEWRIGHT_SOURCES="test")
    secret = created.stdout.strip()
    async with gateway.with_key(secret) as system:
        me = (await system.get("/api/v1/me")).json()
    listed = await run(settings, "list", *of_organisation)
    revoked = await run(settings, "revoke", me["key_id"], *of_organisation)
    missing = await run(settings, "revoke", "key_0123456789ab", *of_organisation)

    assert (me["environment"], me["scopes"]) == ("test", ["cases:read", "webhooks:test"])
    assert me["key_id"] in listed.stdout
    assert secret not in listed.stdout + listed.stderr + created.stderr
    assert (revoked.returncode, "revoked" in revoked.stdout) == (0, True)
    assert missing.returncode == 3


@pytest.mark.parametrize(
    ("arguments", "environment", "told"),
    [
        (
            ("create", "--organisation", "org_x", "--name", "Shop", "--scopes", "cases:decide"),
            {},
            "--scopes: Input should be 'cases:read'",
        ),
        (("list", "--organisation", "org_x"), {"CASEWRIGHT_POSTGRES_DSN": ""}, "set CASEWRIGHT_POSTGRES_DSN"),
        (
            ("create", "--organisation", " ", "--name", "Shop", "--scopes", "cases:read"),
            {},
            "--organisation: expected a name",
        ),
    ],
)
async def test_the_command_says_what_is_wrong(
    settings: Settings, arguments: tuple[str, ...], environment: dict[str, str], told: str
) -> None:
    answer = await run(settings, *arguments, **environment)

    assert answer.returncode == 2
    assert told in answer.stderr
    assert "Traceback" not in answer.stderr
    assert "validation error" not in answer.stderr
