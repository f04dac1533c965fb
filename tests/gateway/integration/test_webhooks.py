"""Webhooks over HTTP: endpoints and their secrets, the log, and what wakes the workflows that deliver."""

import secrets
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from temporalio.client import Client

from domain.signatures import signature
from domain.webhooks import line_id_of, resumption_id_of, webhook_secret
from runtime.postgres import Pool
from runtime.settings import Settings
from runtime.webhooks import MOST_ENDPOINTS
from schemas.errors import ErrorCode
from schemas.published_events import SEMANTIC_TYPES
from schemas.webhooks import SUBSCRIBED_AS
from tests.conftest import REPOSITORY
from tests.example_cases import NOW
from tests.gateway.integration.systems import Json, Systems, enveloped
from tests.gateway.running_gateway import running_gateway
from tests.webhook_receiver import pause

ENDPOINTS = "/api/v1/webhooks/endpoints"
DELIVERIES = "/api/v1/webhooks/deliveries"
URL = "https://hooks.acme-trading.com/casewright?token=t0k3n-of-the-receiver"
NO_ENDPOINT = f"whe_{'0' * 24}"
NO_DELIVERY = f"whd_{'0' * 24}"


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def system(systems: Systems, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    """A system that manages and tests the webhooks of the organisation."""
    async with await systems.client(organisation, {"webhooks:manage", "webhooks:test"}, "test") as client:
        yield client


async def registered(system: httpx.AsyncClient, **changes: Any) -> Json:
    answer = await system.post(ENDPOINTS, json={"url": URL, **changes})
    assert answer.status_code == 201, answer.text
    endpoint: Json = answer.json()
    return endpoint


def not_found(answer: httpx.Response, code: ErrorCode) -> None:
    enveloped(answer, 404, "not_found", code)


# Endpoints.


async def test_a_secret_is_shown_once(system: httpx.AsyncClient) -> None:
    made = await registered(system, description="The back office")

    one = await system.get(f"{ENDPOINTS}/{made['endpoint_id']}")
    listed = await system.get(ENDPOINTS)

    secret = made.pop("secret")
    assert secret.startswith("whsec_")
    assert one.json() == made
    assert listed.json() == {"endpoints": [made]}
    assert made["description"] == "The back office"
    assert (made["events"], made["status"], made["environment"]) == (["*"], "active", "test")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["*"], ["*"]),
        (["v1.case.completed", "*"], ["*"]),
        (["v1.case.completed", "v1.case.failed", "v1.case.completed"], ["v1.case.completed", "v1.case.failed"]),
        (sorted(SUBSCRIBED_AS), sorted(SUBSCRIBED_AS)),
    ],
)
async def test_an_endpoint_wants_the_events_that_it_names(
    system: httpx.AsyncClient, given: list[str], kept: list[str]
) -> None:
    assert (await registered(system, events=given))["events"] == kept


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://hooks.acme-trading.com/t0k3n", "only https"),
        ("ftp://hooks.acme-trading.com/t0k3n", "only https"),
        ("https://user:t0k3n@hooks.acme-trading.com/", "no user or password"),
        ("https://127.0.0.1/t0k3n", "not a public one"),
        ("https://[::1]/t0k3n", "not a public one"),
        ("https://169.254.169.254/latest/t0k3n", "not a public one"),
        ("https://10.0.0.8/t0k3n", "not a public one"),
        ("https://localhost/t0k3n", "not one that the public Internet knows"),
        ("https://hooks.internal/t0k3n", "not one that the public Internet knows"),
        ("https://hooks.acme-trading.com:22/t0k3n", "leave the port out"),
        ("t0k3n", "only https"),
    ],
)
async def test_an_address_that_is_not_public_is_refused_without_repeating_it(
    system: httpx.AsyncClient, url: str, why: str
) -> None:
    answer = await system.post(ENDPOINTS, json={"url": url})

    enveloped(answer, 400, "validation_error", "invalid_body", "url")
    assert why in answer.json()["error"]["message"]
    assert "t0k3n" not in answer.text
    assert (await system.get(ENDPOINTS)).json() == {"endpoints": []}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "url"),
        ({"url": ""}, "url"),
        ({"url": URL + "x" * 2048}, "url"),
        ({"url": URL, "events": []}, "events"),
        ({"url": URL, "events": ["v1.case.escalated"]}, "events.0"),
        ({"url": URL, "events": ["case.completed"]}, "events.0"),
        ({"url": URL, "description": "x" * 201}, "description"),
    ],
)
async def test_a_member_that_does_not_fit_is_named(system: httpx.AsyncClient, body: Json, field: str) -> None:
    enveloped(await system.post(ENDPOINTS, json=body), 400, "validation_error", "invalid_body", field)


async def test_what_is_named_changes_and_the_rest_stays(system: httpx.AsyncClient) -> None:
    made = await registered(system, description="The back office")
    path = f"{ENDPOINTS}/{made['endpoint_id']}"

    answer = await system.patch(path, json={"events": ["v1.case.completed"]})

    del made["secret"]
    assert answer.json() == {**made, "events": ["v1.case.completed"]}
    enveloped(await system.patch(path, json={}), 400, "validation_error", "invalid_body")
    enveloped(
        await system.patch(path, json={"url": "https://10.0.0.8/"}), 400, "validation_error", "invalid_body", "url"
    )


async def test_a_new_secret_is_shown_once_and_the_former_one_signs_for_a_day(system: httpx.AsyncClient) -> None:
    made = await registered(system)

    rotated = (await system.post(f"{ENDPOINTS}/{made['endpoint_id']}/rotate-secret")).json()

    assert rotated["secret"].startswith("whsec_")
    assert rotated["secret"] != made["secret"]
    assert (made["previous_secret_until"], rotated["previous_secret_until"] is None) == (None, False)
    assert "secret" not in (await system.get(f"{ENDPOINTS}/{made['endpoint_id']}")).json()


async def test_a_deleted_endpoint_is_not_there(system: httpx.AsyncClient) -> None:
    path = f"{ENDPOINTS}/{(await registered(system))['endpoint_id']}"

    assert (await system.delete(path)).status_code == 204

    not_found(await system.delete(path), "endpoint_not_found")
    not_found(await system.get(path), "endpoint_not_found")
    assert (await system.get(ENDPOINTS)).json() == {"endpoints": []}


async def test_there_are_only_so_many_endpoints(system: httpx.AsyncClient) -> None:
    for _ in range(MOST_ENDPOINTS):
        await registered(system)

    enveloped(await system.post(ENDPOINTS, json={"url": URL}), 409, "conflict", "too_many_endpoints")


async def test_a_paused_endpoint_says_so_and_is_resumed(
    system: httpx.AsyncClient, pool: Pool, temporal: Client
) -> None:
    made = await registered(system)
    await pause(pool, made["endpoint_id"], "no answer for three days")
    paused = (await system.get(f"{ENDPOINTS}/{made['endpoint_id']}")).json()

    resumed = await system.post(f"{ENDPOINTS}/{made['endpoint_id']}/resume")

    assert (paused["status"], paused["paused_reason"]) == ("paused", "no answer for three days")
    assert (resumed.status_code, resumed.json()["status"], resumed.json()["paused_at"]) == (200, "active", None)
    assert await is_running(temporal, resumption_id_of(made["endpoint_id"]))


async def test_who_manages_an_endpoint_pauses_it_and_a_reason_of_before_stays(
    system: httpx.AsyncClient, pool: Pool
) -> None:
    made = await registered(system)
    path, key_id = f"{ENDPOINTS}/{made['endpoint_id']}", made["created_by"]

    paused, again = [await system.post(f"{path}/pause") for _ in range(2)]
    active = (await system.post(f"{path}/resume")).json()
    await pause(pool, made["endpoint_id"], "no answer for three days")
    dead = (await system.post(f"{path}/pause")).json()

    assert (paused.status_code, paused.json()["status"]) == (200, "paused")
    assert (paused.json()["paused_reason"], again.json()) == (f"paused by {key_id}", paused.json())
    assert (active["status"], dead["paused_reason"]) == ("active", "no answer for three days")


# The log, and sending once more.


async def test_a_test_event_is_sent_and_can_be_followed(system: httpx.AsyncClient, temporal: Client) -> None:
    endpoint_id = (await registered(system))["endpoint_id"]

    answer = await system.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})

    assert answer.status_code == 202
    delivery = answer.json()
    assert (delivery["event_type"], delivery["state"], delivery["case_id"]) == ("v1.webhook.test", "pending", None)
    assert delivery["event_type"] not in SEMANTIC_TYPES.values(), "nobody subscribes to tests"
    followed = await system.get(f"{DELIVERIES}/{delivery['delivery_id']}")
    assert followed.json() == {**delivery, "attempt_log": []}
    assert await is_running(temporal, line_id_of(endpoint_id, delivery["delivery_id"]))


async def test_a_delivery_is_sent_once_more_under_its_id(system: httpx.AsyncClient) -> None:
    endpoint_id = (await registered(system))["endpoint_id"]
    delivery = (await system.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})).json()

    again = await system.post(f"{DELIVERIES}/{delivery['delivery_id']}/redeliver")

    assert (again.status_code, again.json()) == (202, delivery)


async def test_a_delivery_is_left_out_until_it_is_sent_once_more(system: httpx.AsyncClient) -> None:
    endpoint_id = (await registered(system))["endpoint_id"]
    delivery = (await system.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})).json()
    path = f"{DELIVERIES}/{delivery['delivery_id']}"

    skipped, repeated = [await system.post(f"{path}/skip") for _ in range(2)]
    again = await system.post(f"{path}/redeliver")

    assert (skipped.status_code, skipped.json()) == (200, {**delivery, "state": "skipped"})
    assert (repeated.status_code, repeated.json()) == (200, skipped.json())
    assert again.json()["state"] == "pending"


async def test_the_log_is_read_page_by_page_the_newest_first(system: httpx.AsyncClient) -> None:
    first, other = [(await registered(system))["endpoint_id"] for _ in range(2)]
    sent = [
        (await system.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})).json()["delivery_id"]
        for endpoint_id in (first, other, first)
    ]

    page = (await system.get(DELIVERIES, params={"limit": 2})).json()
    rest = (await system.get(DELIVERIES, params={"limit": 2, "cursor": page["next_cursor"]})).json()
    of_first = (await system.get(DELIVERIES, params={"endpoint_id": first, "state": "pending"})).json()

    assert ids_of(page) + ids_of(rest) == sent[::-1]
    assert (page["has_more"], rest["has_more"], rest["next_cursor"]) == (True, False, None)
    assert ids_of(of_first) == [sent[2], sent[0]]
    for nothing in ({"state": "failed"}, {"case_id": "case_a1b2c3d4e5f6"}, {"endpoint_id": NO_ENDPOINT}):
        assert ids_of((await system.get(DELIVERIES, params=nothing)).json()) == []


def ids_of(page: Json) -> list[str]:
    return [delivery["delivery_id"] for delivery in page["deliveries"]]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("state=lost", "state"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("cursor=5", "cursor"),
        (f"cursor={NO_DELIVERY}", "cursor"),
        ("endpoint_id=%00", "endpoint_id"),
        ("case=case_a1b2c3d4e5f6", "case"),
    ],
)
async def test_a_filter_that_does_not_fit_is_refused_by_its_name(
    system: httpx.AsyncClient, query: str, field: str
) -> None:
    enveloped(await system.get(f"{DELIVERIES}?{query}"), 400, "validation_error", "invalid_parameter", field)


# Who may.


@pytest.mark.parametrize("named", [NO_ENDPOINT, "whe_", "%00"])
async def test_what_is_not_there_is_not_found(system: httpx.AsyncClient, named: str) -> None:
    not_found(await system.get(f"{ENDPOINTS}/{named}"), "endpoint_not_found")
    not_found(await system.patch(f"{ENDPOINTS}/{named}", json={"description": "x"}), "endpoint_not_found")
    not_found(await system.post(f"{ENDPOINTS}/{named}/rotate-secret"), "endpoint_not_found")
    not_found(await system.post(f"{ENDPOINTS}/{named}/pause"), "endpoint_not_found")
    not_found(await system.post(f"{ENDPOINTS}/{named}/resume"), "endpoint_not_found")
    not_found(await system.get(f"{DELIVERIES}/{named}"), "delivery_not_found")
    not_found(await system.post(f"{DELIVERIES}/{named}/redeliver"), "delivery_not_found")
    not_found(await system.post(f"{DELIVERIES}/{named}/skip"), "delivery_not_found")


async def test_endpoints_of_others_are_not_there(
    systems: Systems, system: httpx.AsyncClient, organisation: str
) -> None:
    endpoint_id = (await registered(system))["endpoint_id"]
    delivery = (await system.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})).json()
    strangers = (await systems.client(environment="test"), await systems.client(organisation, environment="live"))

    for stranger in strangers:
        async with stranger:
            path = f"{ENDPOINTS}/{endpoint_id}"
            not_found(await stranger.get(path), "endpoint_not_found")
            not_found(await stranger.patch(path, json={"description": "mine"}), "endpoint_not_found")
            not_found(await stranger.delete(path), "endpoint_not_found")
            not_found(await stranger.post(f"{path}/rotate-secret"), "endpoint_not_found")
            not_found(await stranger.post(f"{path}/pause"), "endpoint_not_found")
            not_found(await stranger.post(f"{path}/resume"), "endpoint_not_found")
            test = await stranger.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})
            not_found(test, "endpoint_not_found")
            not_found(await stranger.get(f"{DELIVERIES}/{delivery['delivery_id']}"), "delivery_not_found")
            not_found(await stranger.post(f"{DELIVERIES}/{delivery['delivery_id']}/skip"), "delivery_not_found")
            assert ids_of((await stranger.get(DELIVERIES)).json()) == []


async def test_testing_needs_a_scope_of_its_own(systems: Systems, organisation: str) -> None:
    async with await systems.client(organisation, {"webhooks:manage"}) as manager:
        endpoint_id = (await registered(manager))["endpoint_id"]
        untested = await manager.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})
    async with await systems.client(organisation, {"webhooks:test"}) as tester:
        tested = await tester.post("/api/v1/webhooks/test", json={"endpoint_id": endpoint_id})
        unread = await tester.get(ENDPOINTS)

    enveloped(untested, 403, "authorization_error", "scope_missing")
    assert tested.status_code == 202
    enveloped(unread, 403, "authorization_error", "scope_missing")


# When Temporal is away.


async def test_what_cannot_be_sent_now_can_be_asked_for_again(settings: Settings, systems: Systems) -> None:
    key = (await systems.new_key()).secret
    async with running_gateway(settings, "127.0.0.1:1") as cut_off, cut_off.with_key(key) as system:
        endpoint_id = (await registered(system))["endpoint_id"]

        answer = await system.post(f"{ENDPOINTS}/{endpoint_id}/resume")

    enveloped(answer, 503, "unavailable", "store_unavailable")
    assert answer.headers["retry-after"]


async def is_running(temporal: Client, workflow_id: str) -> bool:
    described = await temporal.get_workflow_handle(workflow_id).describe()
    return described.status is not None


# What receivers are told to do.


def test_the_documented_check_takes_what_we_sign_and_nothing_else() -> None:
    page = (REPOSITORY / "docs" / "webhooks.md").read_text(encoding="utf-8")
    documented: dict[str, Any] = {}
    exec(page.partition("```python\n")[2].partition("```")[0], documented)
    is_genuine = documented["is_genuine"]
    old, new = (webhook_secret(b"ours", NO_ENDPOINT, version) for version in (1, 2))
    body, now = b'{"event_id": "evt_1"}', NOW.timestamp()
    header = signature((new, old), body, NOW)

    assert is_genuine(header, body, new, now)
    assert is_genuine(header, body, old, now)
    assert not is_genuine(header, body + b" ", new, now)
    assert not is_genuine(header, body, webhook_secret(b"ours", NO_ENDPOINT, 3), now)
    assert not is_genuine(header, body, new, now + 301)
    for forged in ("", "t", "t=x,v1", "v1=é", header.replace("t=", "t=x")):
        assert not is_genuine(forged, body, new, now), forged
