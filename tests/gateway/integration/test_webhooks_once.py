"""What is asked for twice under one Idempotency-Key is done once, and no secret is shown twice for it."""

import asyncio
import secrets
from collections.abc import AsyncIterator

import httpx
import pytest

from tests.gateway.integration.systems import Systems, enveloped
from tests.gateway.running_gateway import Gateway, refused

ENDPOINTS = "/api/v1/webhooks/endpoints"
DELIVERIES = "/api/v1/webhooks/deliveries"
KEYS = "/api/admin/integration-keys"
ASKED = {"url": "https://hooks.acme-trading.com/casewright"}
SHOP = {"name": "Shop", "scopes": ["cases:read"]}


@pytest.fixture
def once() -> dict[str, str]:
    return {"Idempotency-Key": secrets.token_hex(8)}


@pytest.fixture
async def system(systems: Systems) -> AsyncIterator[httpx.AsyncClient]:
    async with await systems.client(scopes={"webhooks:manage", "webhooks:test"}) as client:
        yield client


@pytest.fixture
async def admin(gateway: Gateway) -> AsyncIterator[httpx.AsyncClient]:
    async with await gateway.officer("admin") as client:
        yield client


async def test_an_endpoint_is_registered_once_however_many_ask_and_its_secret_shown_once(
    system: httpx.AsyncClient, once: dict[str, str]
) -> None:
    answers = await asyncio.gather(*(system.post(ENDPOINTS, json=ASKED, headers=once) for _ in range(4)))

    listed = (await system.get(ENDPOINTS)).json()["endpoints"]
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert [answer.json() for answer in answers if answer.status_code == 200] == listed * 3
    assert ["secret" in answer.json() for answer in answers].count(True) == 1


async def test_another_endpoint_under_the_same_key_is_refused(system: httpx.AsyncClient, once: dict[str, str]) -> None:
    await system.post(ENDPOINTS, json=ASKED, headers=once)

    other = await system.post(ENDPOINTS, json={**ASKED, "events": ["v1.case.completed"]}, headers=once)

    enveloped(other, 409, "conflict", "idempotency_key_reused", "Idempotency-Key")
    assert len((await system.get(ENDPOINTS)).json()["endpoints"]) == 1


async def test_an_endpoint_that_was_deleted_is_not_registered_again_by_a_repetition(
    system: httpx.AsyncClient, once: dict[str, str]
) -> None:
    made = (await system.post(ENDPOINTS, json=ASKED, headers=once)).json()
    await system.delete(f"{ENDPOINTS}/{made['endpoint_id']}")

    enveloped(await system.post(ENDPOINTS, json=ASKED, headers=once), 409, "conflict", "wrong_state")


async def test_a_key_of_another_sender_is_another_key(systems: Systems, once: dict[str, str]) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    for _ in range(2):
        async with await systems.client(organisation, {"webhooks:manage"}) as system:
            assert (await system.post(ENDPOINTS, json=ASKED, headers=once)).status_code == 201


async def test_a_delivery_is_begun_anew_once_for_each_key(system: httpx.AsyncClient, once: dict[str, str]) -> None:
    endpoint_id = (await system.post(ENDPOINTS, json=ASKED)).json()["endpoint_id"]
    delivery = (await system.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})).json()
    path = f"{DELIVERIES}/{delivery['delivery_id']}"

    first = await system.post(f"{path}/redeliver", headers=once)
    await system.post(f"{path}/skip")
    repeated = await system.post(f"{path}/redeliver", headers=once)
    another = await system.post(f"{path}/redeliver", headers={"Idempotency-Key": "another"})

    states = [(answer.status_code, answer.json()["state"]) for answer in (first, repeated, another)]
    assert states == [(202, "pending"), (202, "skipped"), (202, "pending")]


async def test_a_key_for_a_system_is_made_once_however_many_ask_and_shown_once(
    admin: httpx.AsyncClient, once: dict[str, str]
) -> None:
    answers = await asyncio.gather(*(admin.post(KEYS, json=SHOP, headers=once) for _ in range(4)))

    listed = (await admin.get(KEYS)).json()["keys"]
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert [answer.json() for answer in answers if answer.status_code == 200] == listed * 3
    refused(
        await admin.post(KEYS, json={**SHOP, "name": "Till"}, headers=once),
        422,
        "idempotency_key_reused",
        "Idempotency-Key",
    )


async def test_who_lost_a_key_revokes_it_and_learns_that_from_a_repetition(
    admin: httpx.AsyncClient, once: dict[str, str]
) -> None:
    made = (await admin.post(KEYS, json=SHOP, headers=once)).json()
    await admin.delete(f"{KEYS}/{made['key_id']}")

    repeated = await admin.post(KEYS, json=SHOP, headers=once)

    assert (repeated.status_code, repeated.json()["key_id"]) == (200, made["key_id"])
    assert repeated.json()["revoked_at"] is not None
    assert "key" not in repeated.json()
