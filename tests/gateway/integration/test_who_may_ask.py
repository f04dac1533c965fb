"""Who may use the integration API: keys that are known, valid and allowed, each for what is its own."""

import asyncio
from datetime import UTC, datetime, timedelta
from secrets import token_hex

import httpx
import pytest

from gateway.app import OPERATIONS
from schemas.integration_keys import Scope
from tests.gateway.integration.systems import Systems, a_session, enveloped
from tests.gateway.running_gateway import PATIENCE, Gateway, open_case, refused

NO_CASE = "case_0123456789ab"
OF_SYSTEMS = [
    pytest.param(operation.method, operation.path, operation.scope, id=operation.operation_id)
    for operation in OPERATIONS
    if operation.security == "integration"
]
OF_OFFICERS = [
    pytest.param(operation.method, operation.path.replace("{id}", NO_CASE), id=operation.operation_id)
    for operation in OPERATIONS
    if operation.security == "officer"
]


@pytest.mark.parametrize(("method", "path", "scope"), OF_SYSTEMS)
async def test_without_a_key_nothing_is_answered(gateway: Gateway, method: str, path: str, scope: Scope | None) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.request(method, path, json={})

    enveloped(answer, 401, "authentication_error", "credential_missing")
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize(("method", "path", "scope"), [item for item in OF_SYSTEMS if item.values[2]])
async def test_a_key_without_the_scope_is_refused(
    systems: Systems, method: str, path: str, scope: Scope | None
) -> None:
    lesser: Scope = "privacy:erase" if scope != "privacy:erase" else "cases:read"
    async with await systems.client(scopes=[lesser]) as system:
        answer = await system.request(method, path, json={})

    error = enveloped(answer, 403, "authorization_error", "scope_missing")
    assert scope is not None
    assert scope in error["message"]
    assert "x-ratelimit-remaining" in answer.headers


@pytest.mark.parametrize("key", ["unknown", "sk_test_", "sk_live_" + "x" * 43, "x" * 5000, "' OR 1=1 --"])
async def test_an_unknown_key_is_refused_and_not_repeated(gateway: Gateway, key: str) -> None:
    async with gateway.with_key(key) as stranger:
        answer = await stranger.get("/api/v1/me")

    enveloped(answer, 401, "authentication_error", "credential_invalid")
    assert key not in answer.text


async def test_an_officers_key_opens_nothing_here(gateway: Gateway) -> None:
    async with await gateway.officer("admin") as admin:
        answer = await admin.get("/api/v1/cases")

    enveloped(answer, 401, "authentication_error", "credential_invalid")


@pytest.mark.parametrize(("method", "path"), OF_OFFICERS)
async def test_a_systems_key_opens_nothing_of_officers(system: httpx.AsyncClient, method: str, path: str) -> None:
    refused(await system.request(method, path, json={}), 403, "role_not_allowed")


async def test_a_key_that_opened_a_case_cannot_decide_it(
    systems: Systems, gateway: Gateway, system: httpx.AsyncClient
) -> None:
    case_id = (await system.post("/api/v1/sessions", json=a_session())).json()["case_id"]

    for decision in ("approve", "reject", "escalate"):
        answer = await system.post(f"/api/cases/{case_id}/decision", json={"decision": decision, "reason": "Because"})
        refused(answer, 403, "role_not_allowed")
    assert (await system.get(f"/api/v1/cases/{case_id}")).json()["review_state"] == "not_started"


async def test_a_key_works_until_it_expires(systems: Systems) -> None:
    past, future = (datetime.now(UTC) + timedelta(hours=hours) for hours in (-1, 1))
    expired, valid = await systems.new_key(expires_at=past), await systems.new_key(expires_at=future)

    async with systems.gateway.with_key(expired.secret) as client:
        enveloped(await client.get("/api/v1/me"), 401, "authentication_error", "credential_invalid")
    async with systems.gateway.with_key(valid.secret) as client:
        assert (await client.get("/api/v1/me")).json()["expires_at"] is not None


async def test_a_key_that_an_administrator_revokes_stops_at_once(systems: Systems) -> None:
    organisation = f"org_{token_hex(6)}"
    made = await systems.new_key(organisation)
    async with (
        systems.gateway.with_key(made.secret) as client,
        await systems.gateway.officer("admin", organisation) as admin,
    ):
        assert (await client.get("/api/v1/me")).status_code == 200
        await admin.delete(f"/api/admin/integration-keys/{made.key.key_id}")

        enveloped(await client.get("/api/v1/me"), 401, "authentication_error", "credential_invalid")


async def test_a_key_is_told_whose_it_is(systems: Systems) -> None:
    made = await systems.new_key("org_of_shop", scopes=["webhooks:test", "cases:read"], environment="test")
    async with systems.gateway.with_key(made.secret) as client:
        answer = await client.get("/api/v1/me")

    assert made.secret.startswith("sk_test_")
    assert answer.json() == {
        "org_id": "org_of_shop",
        "environment": "test",
        "key_id": made.key.key_id,
        "name": "Of a test",
        "scopes": ["cases:read", "webhooks:test"],
        "expires_at": None,
    }


async def test_a_case_is_there_for_keys_of_its_organisation_and_environment_only(
    systems: Systems, gateway: Gateway, workers: None
) -> None:
    organisation = f"org_{token_hex(6)}"
    async with await gateway.officer(organisation=organisation) as officer:
        case = await open_case(officer)
    async with (
        await systems.client(organisation) as own,
        await systems.client(organisation, environment="test") as of_other_environment,
        await systems.client() as stranger,
    ):
        for named in (case["case_id"], case["workflow_id"]):
            assert (await own.get(f"/api/v1/cases/{named}")).json()["case_id"] == case["case_id"]
            for other in (of_other_environment, stranger):
                answer = await other.get(f"/api/v1/cases/{named}")
                enveloped(answer, 404, "not_found", "case_not_found")
        for other in (of_other_environment, stranger):
            assert (await other.get("/api/v1/cases")).json()["cases"] == []


async def test_the_use_of_a_key_is_noted(systems: Systems) -> None:
    organisation = f"org_{token_hex(6)}"
    made = await systems.new_key(organisation)
    async with systems.gateway.with_key(made.secret) as client:
        await client.get("/api/v1/me")
    async with await systems.gateway.officer("admin", organisation) as admin:
        async with asyncio.timeout(PATIENCE):
            while (await admin.get("/api/admin/integration-keys")).json()["keys"][0]["last_used_at"] is None:
                await asyncio.sleep(0.05)


async def test_anyone_may_ask_whether_the_api_answers(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.get("/api/v1/health")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["x-request-id"].startswith("req_")
