"""Every refusal under /api/v1 comes in one envelope, whoever refuses: a handler, the router, a limit, or a defect."""

import secrets
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpx
import pytest
from pydantic import SecretStr

from gateway.body_limit import JSON_LIMIT
from gateway.integration import me
from runtime.settings import Settings
from tests.gateway.integration.systems import a_session, enveloped
from tests.gateway.running_gateway import Gateway, refused, running_gateway


@pytest.mark.parametrize("path", ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/cases/", "/api/v1/me/x"])
async def test_a_path_that_is_not_there(gateway: Gateway, path: str) -> None:
    async with gateway.anyone() as anyone:
        enveloped(await anyone.get(path), 404, "not_found", "not_found")


async def test_the_neighbours_keep_their_own_shape(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        for path in ("/api/v1x", "/api/v2", "/api/cases/v1/nothing", "/assets/api/v1/x"):
            refused(await anyone.get(path), 404, "not_found")


async def test_a_method_that_the_path_does_not_have(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        answer = await anyone.put("/api/v1/cases")

    enveloped(answer, 405, "validation_error", "method_not_allowed")
    assert answer.headers["allow"] == "GET, HEAD"


async def test_a_body_that_is_too_large(system: httpx.AsyncClient) -> None:
    answer = await system.post("/api/v1/sessions", content=b" " * (JSON_LIMIT + 1))

    enveloped(answer, 413, "validation_error", "body_too_large")


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"NaN"])
async def test_a_body_that_is_no_json(system: httpx.AsyncClient, body: bytes) -> None:
    enveloped(await system.post("/api/v1/sessions", content=body), 400, "validation_error", "invalid_json")


async def test_what_is_422_elsewhere_is_400_and_names_the_member(system: httpx.AsyncClient) -> None:
    answer = await system.post("/api/v1/sessions", json=a_session(ttl_hours=0))

    enveloped(answer, 400, "validation_error", "invalid_body", "ttl_hours")


async def test_a_defect_shows_nothing_but_an_id_to_report(
    system: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a private detail")

    monkeypatch.setattr(me, "Me", broken)
    answer = await system.get("/api/v1/me")

    enveloped(answer, 500, "internal_error", "internal_error")
    assert "private" not in answer.text
    assert "x-ratelimit-limit" in answer.headers


@pytest.fixture
async def cut_off(settings: Settings, unused_tcp_port: int) -> AsyncIterator[Gateway]:
    """A gateway whose Postgres and Temporal do not answer."""
    port = unused_tcp_port
    dsn = urlsplit(settings.postgres_dsn.get_secret_value())._replace(netloc=f"nobody@127.0.0.1:{port}").geturl()
    async with running_gateway(
        settings.model_copy(update={"postgres_dsn": SecretStr(dsn)}), f"127.0.0.1:{port}"
    ) as gateway:
        yield gateway


async def test_a_store_that_is_away(cut_off: Gateway) -> None:
    async with cut_off.with_key(f"sk_live_{secrets.token_urlsafe(32)}") as system:
        answer = await system.get("/api/v1/cases")

    enveloped(answer, 503, "unavailable", "store_unavailable")
    assert int(answer.headers["retry-after"]) > 0


async def test_a_case_that_is_not_there(system: httpx.AsyncClient) -> None:
    for named in ("case_0123456789ab", "wf_0123456789ab", "case_x", "x", "%00"):
        enveloped(await system.get(f"/api/v1/cases/{named}"), 404, "not_found", "case_not_found")
    long = enveloped(await system.get(f"/api/v1/cases/{'x' * 5000}"), 404, "not_found", "case_not_found")
    assert len(long["message"]) < 200
