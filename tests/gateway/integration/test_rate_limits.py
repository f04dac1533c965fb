"""How often a key may ask: as often as it was made for, and it is told so with every answer."""

import time

import httpx
import pytest

from gateway.integration import rate_limit
from gateway.integration.rate_limit import RateLimits
from tests.gateway.integration.systems import Systems, enveloped
from tests.gateway.running_gateway import Gateway


def allowance(answer: httpx.Response) -> tuple[int, int]:
    return int(answer.headers["x-ratelimit-limit"]), int(answer.headers["x-ratelimit-remaining"])


async def test_a_key_is_told_what_it_has_left_and_refused_when_it_is_nothing(systems: Systems) -> None:
    async with await systems.client(rate_limit=3) as system:
        answers = [await system.get(path) for path in ("/api/v1/me", "/api/v1/cases/x", "/api/v1/me", "/api/v1/me")]

    assert [answer.status_code for answer in answers] == [200, 404, 200, 429]
    assert [allowance(answer) for answer in answers] == [(3, 2), (3, 1), (3, 0), (3, 0)]
    error = enveloped(answers[-1], 429, "rate_limit_error", "rate_limited")
    assert "3 requests" in error["message"]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
    assert 0 < int(answers[-1].headers["x-ratelimit-reset"]) - time.time() <= 61


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/api/v1/nothing", 404), ("PUT", "/api/v1/me", 405)])
async def test_what_nobody_can_ask_costs_a_key_nothing_and_says_what_to_do(
    systems: Systems, method: str, path: str, status: int
) -> None:
    async with await systems.client(rate_limit=1) as system:
        answer = await system.request(method, path)
        after = await system.get("/api/v1/me")

    assert answer.status_code == status
    assert "x-ratelimit-limit" not in answer.headers
    assert {404: "GET /docs", 405: "send GET, HEAD"}[status] in answer.json()["error"]["message"]
    assert (after.status_code, allowance(after)) == (200, (1, 0))


async def test_what_one_key_uses_up_is_not_missing_to_another(systems: Systems) -> None:
    async with await systems.client("org_one", rate_limit=1) as greedy, await systems.client("org_one") as other:
        for _ in range(2):
            spent = await greedy.get("/api/v1/me")

        assert spent.status_code == 429
        assert (await other.get("/api/v1/me")).status_code == 200


async def test_an_address_without_a_valid_key_is_told_why_so_many_times_and_no_more(
    systems: Systems, gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limit, "FAILURES_A_MINUTE", 1)
    async with gateway.anyone() as anyone, await systems.client() as system:
        answers = [await anyone.get("/api/v1/me") for _ in range(2)]
        with_a_key = await system.get("/api/v1/me")

    error = enveloped(answers[-1], 429, "rate_limit_error", "rate_limited")
    assert "valid key" in error["message"]
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert with_a_key.status_code == 200


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("", "", True),
    ],
)
def test_a_network_of_one_subscriber_counts_as_one_address(
    one: str, other: str, same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limit, "FAILURES_A_MINUTE", 1)
    limits = RateLimits()

    assert limits.fail(one) is None
    assert (limits.fail(other) is not None) == same
