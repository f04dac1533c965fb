"""The Belgian Gazette in trouble: other pages, refusals, silence, and pages written to waste our time."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Mapping

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st

from activities.sources.gazette import read_reply
from activities.sources.gazette.page import read_page
from runtime.http import MAX_BODY_BYTES, Exchange, create_session
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import PATIENCE_SECONDS, MemoryStore
from tests.activities.sources.stub_gazette import NUMBER, asked_at, entry, list_page, nothing_found, serving

FULL = list_page(entry("OPRICHTING", "2016-03-14", "0312345"))


async def answer_to(
    http: aiohttp.ClientSession,
    store: MemoryStore,
    body: bytes,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> SourceAnswer:
    """What a look-up learns from a Gazette that always answers so."""
    async with serving() as gazette:
        gazette.body, gazette.status, gazette.headers = body, status, dict(headers or {})
        return await asked_at(gazette.url, http, store)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><h1>Maintenance</h1>",
        b'{"publications": []}',
        b"\x00\xff\xfe",
        nothing_found()[:300],
        FULL[:700],
        list_page(),
        list_page('<div class="list-item--content"></div>'),
        list_page(entry("", "", "")),
        list_page(entry("", "2024-99-99", "", number="")),
        "Geen tekst komt overeen met uw zoekopdracht".encode("utf-16-le"),
    ],
)
async def test_a_page_that_is_no_list_is_unavailable_and_kept(
    http: aiohttp.ClientSession, store: MemoryStore, body: bytes
) -> None:
    answer = await answer_to(http, store, body)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert answer.data_hash == (f"sha256:{hashlib.sha256(body).hexdigest()}" if body else None)


@pytest.mark.parametrize(
    ("status", "reason", "retry"),
    [
        (302, "http_302", 300.0),
        (403, "http_403", None),
        (404, "http_404", None),
        (500, "http_500", 300.0),
        (503, "http_503", 300.0),
    ],
)
@pytest.mark.parametrize("body", [nothing_found(), FULL])
async def test_no_page_counts_under_another_status(
    http: aiohttp.ClientSession, store: MemoryStore, status: int, reason: str, retry: float | None, body: bytes
) -> None:
    answer = await answer_to(http, store, body, status)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)


@pytest.mark.parametrize(("headers", "retry"), [({"Retry-After": "90"}, 90.0), ({}, 60.0)])
async def test_too_many_requests_wait_as_long_as_asked(
    http: aiohttp.ClientSession, store: MemoryStore, headers: dict[str, str], retry: float
) -> None:
    answer = await answer_to(http, store, nothing_found(), 429, headers)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "rate_limited", retry)


@pytest.mark.parametrize("charset", ["iso-8859-1", "ISO-8859-1", "windows-1252", "latin1", None])
async def test_the_page_is_read_as_a_browser_reads_it(
    http: aiohttp.ClientSession, store: MemoryStore, charset: str | None
) -> None:
    body = list_page(entry("STATUTEN (COÖRDINATIE, …)", "2024-05-08", "0071723", name="L’ÉTÉ"))
    media_type = f"text/html; charset={charset}" if charset else "text/html"
    answer = await answer_to(http, store, body, headers={"Content-Type": media_type})
    assert answer.fact("company_name") == "L’ÉTÉ"
    assert answer.fact("publication") == "2024-05-08 STATUTEN (COÖRDINATIE, …)"


async def test_a_page_that_says_it_is_utf_8_is_read_so(http: aiohttp.ClientSession, store: MemoryStore) -> None:
    body = FULL.replace(b"ZONNEWIND", "ÉTÉ\x00".encode())
    answer = await answer_to(http, store, body, headers={"Content-Type": "text/html; charset=utf-8"})
    assert answer.fact("company_name") == "ÉTÉ\ufffd LOGISTIEK"


@pytest.mark.parametrize(
    "link",
    [
        "https://elsewhere.example/tsv_pdf/2024/05/08/1.pdf",
        "//elsewhere.example/tsv_pdf/1.pdf",
        "javascript:alert(1)",
        "/tsv_pdf/../cgi_tsv/x.pdf",
        "/tsv_pdf/2024/%2e%2e/x.pdf",
        "/other/1.pdf",
    ],
)
async def test_no_link_leads_away_from_the_gazette_s_pictures(
    http: aiohttp.ClientSession, store: MemoryStore, link: str
) -> None:
    body = list_page(entry("OPRICHTING", "2016-03-14", "0312345", picture=link))
    answer = await answer_to(http, store, body)
    assert answer.state == "found"
    assert "url" not in answer.all("publication")[0].details


async def test_a_text_without_end_is_cut_for_the_case(http: aiohttp.ClientSession, store: MemoryStore) -> None:
    answer = await answer_to(http, store, list_page(entry("A" * 15_000, "2016-03-14", "0312345", name="N" * 2000)))
    (publication,) = answer.all("publication")
    assert (len(str(publication.value)), len(publication.details["act"])) == (1000, 1000)
    assert len(str(answer.fact("company_name"))) == 1000


async def test_ten_megabytes_of_nothing_are_unavailable(http: aiohttp.ClientSession, store: MemoryStore) -> None:
    answer = await answer_to(http, store, b" " * (10 * MAX_BODY_BYTES) + nothing_found())
    assert (answer.state, answer.reason) == ("unavailable", "too_large")


async def test_a_gazette_that_cannot_be_reached_is_unavailable(
    http: aiohttp.ClientSession, store: MemoryStore, unused_tcp_port: int
) -> None:
    answer = await asked_at(f"http://127.0.0.1:{unused_tcp_port}", http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "unreachable", 300.0)


@pytest.fixture
async def stalling() -> AsyncIterator[str]:
    """Promises a page and sends half of it; on `/slow` it sends nothing for longer than anybody waits."""

    async def stall(request: web.Request) -> web.StreamResponse:
        if request.path.startswith("/slow"):
            await asyncio.sleep(1.0)
        response = web.StreamResponse(headers={"Content-Type": "text/html", "Content-Length": str(len(FULL))})
        await response.prepare(request)
        await response.write(FULL[: len(FULL) // 2])
        if request.transport is not None:
            request.transport.close()
        return response

    app = web.Application()
    app.router.add_get("/{path:.*}", stall)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.mark.parametrize(
    ("path", "seconds", "reason"), [("/slow", 0.3, "timeout"), ("/short", PATIENCE_SECONDS, "malformed_answer")]
)
async def test_a_gazette_that_stops_talking_is_unavailable(
    stalling: str, store: MemoryStore, path: str, seconds: float, reason: str
) -> None:
    async with create_session(seconds, seconds) as session:
        answer = await asked_at(stalling + path, session, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, 300.0)


async def test_a_gazette_without_tls_is_unavailable(
    stalling: str, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    answer = await asked_at(stalling.replace("http:", "https:"), http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "tls_failure", None)


ENTRY = '<div class="list-item--content">'


@pytest.mark.parametrize(
    "unit",
    [
        ENTRY,
        f'{ENTRY}<p class="list-item--subtitle"><font>',
        "<div ",
        "<br",
        "<br>",
        "<br     ",
        '<a class="list-item--title"',
        "page=2",
        "> Lijst (",
        "<font ",
        'href="/tsv_pdf/',
        "(VERKORT",
        "1 / ",
        "&",
    ],
)
def test_a_megabyte_of_unfinished_markup_is_read_to_the_end(unit: str) -> None:
    # A reader that starts over at every mark would run into the suite's time limit here.
    opening = f'{ENTRY}<p class="list-item--subtitle"><font>'
    for start in ("", opening, f'{opening}</font></p><a class="list-item--title">'):
        assert read_page((start + unit * (MAX_BODY_BYTES // len(unit))).encode(), None) is None


PIECES = (
    '<div class="', "list-item--content", '">', "<p class=list-item--subtitle>", "<font>", "</font>", "</p>", "<br>",
    "<a class=list-item--title>", "2024-05-08 / 0071723", "711.326.932", "OPRICHTING", "</div>", " ", "é", "\x00",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join))
def test_no_page_whatsoever_is_more_than_can_be_read(markup: str) -> None:
    reply = Exchange("http://gazette/list.pl", 200, markup.encode("utf-8", "replace"), "text/html")
    assert read_reply(reply, NUMBER).state in ("found", "unavailable")
