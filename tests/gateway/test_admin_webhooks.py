"""Administrators manage the webhooks of their organisation with their own keys, as systems do with theirs."""

from collections.abc import AsyncIterator
from secrets import token_hex

import httpx
import pytest

from gateway.integration.webhook_operations import WEBHOOK_API
from gateway.officer.admin_webhook_operations import ADMIN_WEBHOOK_API
from gateway.operations import Operation
from tests.gateway.running_gateway import Gateway, refused

ENDPOINTS = "/api/admin/webhooks/endpoints"
DELIVERIES = "/api/admin/webhooks/deliveries"
ASKED = {"url": "https://hooks.acme-trading.com/casewright", "description": "The back office"}
NO_ENDPOINT = f"{ENDPOINTS}/whe_{'0' * 24}"


@pytest.fixture
def organisation() -> str:
    return f"org_{token_hex(6)}"


@pytest.fixture
async def admin(gateway: Gateway, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    async with await gateway.officer("admin", organisation) as client:
        yield client


async def test_an_administrator_manages_an_endpoint_from_its_making_to_its_end(admin: httpx.AsyncClient) -> None:
    made = (await admin.post(ENDPOINTS, json=ASKED)).json()
    secret, endpoint = made.pop("secret"), f"{ENDPOINTS}/{made['endpoint_id']}"

    changed = await admin.patch(endpoint, json={"events": ["v1.case.completed"]})
    rotated = await admin.post(f"{endpoint}/rotate-secret")
    resumed = await admin.post(f"{endpoint}/resume")
    listed = await admin.get(ENDPOINTS)
    deleted = await admin.delete(endpoint)

    me = (await admin.get("/api/me")).json()
    assert (made["created_by"], made["environment"]) == (me["key_id"], me["environment"])
    assert changed.json()["events"] == ["v1.case.completed"]
    assert rotated.json()["secret"] not in (None, secret)
    assert resumed.json()["status"] == "active"
    assert [item["endpoint_id"] for item in listed.json()["endpoints"]] == [made["endpoint_id"]]
    assert secret not in listed.text
    assert deleted.status_code == 204
    refused(await admin.get(endpoint), 404, "endpoint_not_found")


async def test_an_administrator_reads_the_log_and_sends_again(admin: httpx.AsyncClient) -> None:
    endpoint = (await admin.post(ENDPOINTS, json=ASKED)).json()

    tested = await admin.post("/api/admin/webhooks/test", json={"endpoint_id": endpoint["endpoint_id"]})
    delivery = f"{DELIVERIES}/{tested.json()['delivery_id']}"
    listed = (await admin.get(DELIVERIES)).json()["deliveries"]
    again = await admin.post(f"{delivery}/redeliver")
    skipped = await admin.post(f"{delivery}/skip")

    assert (tested.status_code, again.status_code) == (202, 202)
    assert [item["delivery_id"] for item in listed] == [tested.json()["delivery_id"]]
    assert skipped.json()["state"] == "skipped"
    assert (await admin.get(delivery)).json()["attempt_log"] is not None


async def test_it_is_the_endpoint_that_the_systems_of_the_organisation_see(
    admin: httpx.AsyncClient, gateway: Gateway
) -> None:
    asked = {"name": "Shop", "scopes": ["webhooks:manage"]}
    key = (await admin.post("/api/admin/integration-keys", json=asked)).json()["key"]
    made = (await admin.post(ENDPOINTS, json=ASKED)).json()

    async with gateway.with_key(key) as system:
        listed = (await system.get("/api/v1/webhooks/endpoints")).json()["endpoints"]

    assert [item["endpoint_id"] for item in listed] == [made["endpoint_id"]]


@pytest.mark.parametrize("role", ["officer", "senior_officer", "auditor"])
async def test_only_administrators_manage_webhooks(gateway: Gateway, organisation: str, role: str) -> None:
    async with await gateway.officer(role, organisation) as officer:
        refused(await officer.get(ENDPOINTS), 403, "role_not_allowed")
        refused(await officer.post(ENDPOINTS, json=ASKED), 403, "role_not_allowed")


async def test_an_administrator_of_another_organisation_finds_nothing(
    admin: httpx.AsyncClient, gateway: Gateway
) -> None:
    made = (await admin.post(ENDPOINTS, json=ASKED)).json()

    async with await gateway.officer("admin") as stranger:
        refused(await stranger.get(f"{ENDPOINTS}/{made['endpoint_id']}"), 404, "endpoint_not_found")
        refused(await stranger.delete(f"{ENDPOINTS}/{made['endpoint_id']}"), 404, "endpoint_not_found")


async def test_refusals_are_problems_as_everywhere_for_officers(admin: httpx.AsyncClient) -> None:
    refused(await admin.post(ENDPOINTS, json={"url": "http://127.0.0.1/"}), 422, "invalid_body", "url")
    refused(await admin.get(f"{DELIVERIES}?state=lost"), 422, "invalid_parameter", "state")
    refused(await admin.post(f"{NO_ENDPOINT}/resume"), 404, "endpoint_not_found")


def test_administrators_can_do_all_that_systems_can() -> None:
    def said(operation: Operation) -> tuple[object, ...]:
        return operation.method, operation.path.split("webhooks")[1], operation.body, operation.answers

    assert [said(operation) for operation in ADMIN_WEBHOOK_API] == [said(operation) for operation in WEBHOOK_API]
