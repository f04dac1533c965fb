"""What an exchange with a register leaves behind, also when it fails midway."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from runtime.http import MAX_BODY_BYTES, Exchange, create_session, exchange, retry_after_seconds

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with create_session(total_seconds=30.0) as session:
        yield session


async def exchanged(session: aiohttp.ClientSession, handler: Handler) -> Exchange:
    app = web.Application()
    app.router.add_get("/", handler)
    async with TestServer(app) as server:
        return await exchange(session, "GET", str(server.make_url("/")))


async def test_an_answer_is_kept_with_its_status_type_and_bytes(session: aiohttp.ClientSession) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"a": 1}, status=503, headers={"Retry-After": "7"})

    got = await exchanged(session, answer)
    assert (got.status, got.body, got.media_type) == (503, b'{"a": 1}', "application/json")
    assert (got.retry_after_seconds, got.failure) == (7.0, None)


async def test_an_answer_that_breaks_off_keeps_what_came(session: aiohttp.ClientSession) -> None:
    async def break_off(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "100", "Content-Type": "application/json"})
        await response.prepare(request)
        await response.write(b'{"valid": tr')
        assert request.transport is not None
        request.transport.close()
        return response

    got = await exchanged(session, break_off)
    assert (got.status, got.body, got.failure) == (200, b'{"valid": tr', "malformed_answer")


async def test_an_answer_without_end_is_cut(session: aiohttp.ClientSession) -> None:
    async def pour(_: web.Request) -> web.Response:
        return web.Response(body=b"1" * (MAX_BODY_BYTES + 1))

    got = await exchanged(session, pour)
    assert (len(got.body), got.failure) == (MAX_BODY_BYTES, "too_large")


async def test_a_redirect_is_not_followed(session: aiohttp.ClientSession) -> None:
    async def redirect(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "/elsewhere"})

    assert (await exchanged(session, redirect)).status == 302


async def test_no_answer_in_time_is_a_timeout() -> None:
    async def hang(_: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return web.Response()

    async with create_session(total_seconds=0.1) as hasty:
        got = await exchanged(hasty, hang)
    assert (got.status, got.failure) == (None, "timeout")


async def test_a_closed_port_is_unreachable(session: aiohttp.ClientSession, unused_tcp_port: int) -> None:
    got = await exchange(session, "GET", f"http://127.0.0.1:{unused_tcp_port}/")
    assert (got.status, got.failure) == (None, "unreachable")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 01 Mar 2026 12:00:30 GMT", 30.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("999999999999", 86_400.0),
        ("soon", None),
        ("-5", None),
        ("Wed, 21 Oct 99999999999 07:28:00 GMT", None),
        ("Wed, 21 Oct 2026 07:28:00 +99999999999999", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_read_in_both_its_forms(header: str | None, seconds: float | None) -> None:
    assert retry_after_seconds(header, NOW) == seconds
