"""What answers for the public search becomes found, not found, or could not check; over real HTTP."""

import asyncio
import hashlib
import ssl
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from activities.sources.kbo import Kbo
from runtime.http import MAX_BODY_BYTES, create_session
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.kbo.pages import FOOTER, a_page, general
from tests.activities.sources.kbo.stub_search import Ask, Said, StubSearch, belgian
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.self_signed import self_signed_context

INTERSTITIAL = b"<html><head><title>Just a moment</title></head><body><h1>Checking your browser</h1></body></html>"
WHOLE_PAGE = a_page().encode()


def settings_at(url: str) -> Settings:
    return settings_for("http://unused", kbo_url=url)


async def test_the_page_is_asked_for_in_dutch_by_its_ten_digits(search: StubSearch, ask: Ask) -> None:
    assert (await ask()).state == "found"
    assert search.questions == [{"lang": "nl", "ondernemingsnummer": "0711326932"}]


async def test_the_bytes_of_the_page_are_kept_under_their_hash(
    search: StubSearch, ask: Ask, store: MemoryStore
) -> None:
    search.says(a_page(general(Naam="Zonnewind")))
    answer = await ask()
    body = search.answers[0].body
    assert answer.data_hash == f"sha256:{hashlib.sha256(body).hexdigest()}"
    assert answer.object_key is not None and store.objects[answer.object_key] == (body, "text/html")
    assert answer.source_url == f"{search.url}/toonondernemingps.html?lang=nl&ondernemingsnummer=0711326932"


@pytest.mark.parametrize(
    "heading",
    [
        "Geen gegevens gevonden voor dit zoekwoord.",
        "Het ondernemingsnummer 0711.326.932 bestaat niet in de KBO.",
        "Het&nbsp;nummer 0711.326.932\n bestaat niet in KBO",
    ],
)
async def test_only_the_pages_own_words_say_that_there_is_no_such_number(
    search: StubSearch, ask: Ask, heading: str
) -> None:
    search.says(a_page("<tr></tr>", heading=heading))
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("not_found", "unknown_number", ())
    assert len(search.questions) == 1


@pytest.mark.parametrize(
    "first",
    [Said(b"Forbidden", 403, "text/plain"), Said(INTERSTITIAL), Said(b""), Said(a_page(footer="").encode())],
    ids=["403", "a page of the firewall", "nothing", "half a page"],
)
async def test_what_stands_before_the_register_is_asked_a_second_time(
    search: StubSearch, ask: Ask, store: MemoryStore, first: Said
) -> None:
    search.answers = [first, Said(WHOLE_PAGE)]
    answer = await ask()
    assert (answer.state, len(search.questions)) == ("found", 2)
    assert answer.data_hash == f"sha256:{hashlib.sha256(WHOLE_PAGE).hexdigest()}"
    kept = {body for body, _ in store.objects.values()}
    assert kept == {body for body in (first.body, WHOLE_PAGE) if body}


@pytest.mark.parametrize(
    ("said", "reason", "retry"),
    [
        (Said(b"Forbidden", 403), "blocked", 3600.0),
        (Said(INTERSTITIAL), "no_footer", 300.0),
        (Said(b""), "no_footer", 300.0),
        (Said(a_page(footer=FOOTER.replace("20/10/2026", "")).encode()), "no_footer", 300.0),
        (Said(WHOLE_PAGE[: len(WHOLE_PAGE) // 2]), "no_footer", 300.0),
        (Said(b"\x00" * 5000), "no_footer", 300.0),
    ],
)
async def test_who_is_turned_away_twice_could_not_check(
    search: StubSearch, ask: Ask, said: Said, reason: str, retry: float
) -> None:
    search.answers = [said]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)
    assert len(search.questions) == 2


@pytest.mark.parametrize(
    ("said", "reason", "retry"),
    [
        (Said(b"", 429, headers={"Retry-After": "90"}), "rate_limited", 90.0),
        (Said(b"", 429), "rate_limited", 60.0),
        (Said(WHOLE_PAGE, 500), "http_500", 300.0),
        (Said(WHOLE_PAGE, 503, headers={"Retry-After": "20"}), "http_503", 20.0),
        (Said(b"", 302, headers={"Location": "/elsewhere"}), "http_302", 300.0),
        (Said(b"<h1>Geen gegevens gevonden</h1>", 404), "http_404", None),
    ],
)
async def test_a_status_that_says_nothing_about_the_number_is_unavailable_and_not_asked_again(
    search: StubSearch, ask: Ask, said: Said, reason: str, retry: float | None
) -> None:
    search.answers = [said]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)
    assert len(search.questions) == 1


@pytest.mark.parametrize(
    ("number", "reason"), [("0403.170.701", "another_number"), ("", "malformed_answer"), ("none", "malformed_answer")]
)
async def test_a_page_about_somebody_else_or_nobody_is_unavailable(
    search: StubSearch, ask: Ask, number: str, reason: str
) -> None:
    search.says(a_page(general(Ondernemingsnummer=number, Naam="Zonnewind")))
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("unavailable", reason, ())


NAMED = a_page(general(Naam="Café Zürichberg")).replace('charset=utf-8"', 'charset=CHARSET"')


@pytest.mark.parametrize(
    ("header", "declared", "written"),
    [
        ("text/html; charset=utf-8", "utf-8", "utf-8"),
        ("text/html; charset=ISO-8859-1", "utf-8", "iso-8859-1"),
        ("text/html", "ISO-8859-1", "iso-8859-1"),
        ("text/html", "utf-8", "iso-8859-1"),
        ("text/html; charset=utf-8", "utf-8", "cp1252"),
        ("text/html; charset=undefined", "utf-8", "utf-8"),
        ("text/html; charset=no-such-charset", "utf-8", "utf-8"),
    ],
)
async def test_names_survive_every_encoding(
    search: StubSearch, ask: Ask, header: str, declared: str, written: str
) -> None:
    search.answers = [Said(NAMED.replace("CHARSET", declared).encode(written), content_type=header)]
    assert (await ask()).fact("company_name") == "Café Zürichberg"


async def test_one_damaged_byte_damages_one_letter(search: StubSearch, ask: Ask) -> None:
    search.answers = [Said(NAMED.encode().replace("ü".encode(), b"\xff"), content_type="text/html; charset=utf-8")]
    assert (await ask()).fact("company_name") == "Café Z\ufffdrichberg"


HOSTILE = {
    "ten megabytes of nothing": b" " * 10 * MAX_BODY_BYTES,
    "a tag with a hundred thousand attributes": b"<a " + b" ".join(b"b%d=c" % number for number in range(100_000)),
    "tables in tables": b"<table><tr><td>" * 60_000,
    "cells without end": b"<table><tr>" + b"<td>x" * 200_000,
    "less-than signs": b"<" * 1_000_000,
    "comments without end": b"<!--" * 250_000,
    "unfinished tags": b"<a " * 300_000,
    "unfinished quotes": b"<td class='" * 90_000,
    "a reference to a character far away": b"<td>&#" + b"9" * 100_000 + b";",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
async def test_a_hostile_page_is_read_to_its_end_and_says_nothing(search: StubSearch, ask: Ask, body: bytes) -> None:
    search.answers = [Said(body)]
    answer = await ask()
    assert (answer.state, answer.facts) == ("unavailable", ())
    assert answer.reason in {"no_footer", "too_large"}


async def test_a_page_that_breaks_off_is_unavailable(http: aiohttp.ClientSession, store: MemoryStore) -> None:
    async def broken(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html", "Content-Length": str(len(WHOLE_PAGE) + 1)})
        await response.prepare(request)
        await response.write(WHOLE_PAGE)
        assert request.transport is not None
        request.transport.close()
        return response

    app = web.Application()
    app.router.add_get("/toonondernemingps.html", broken)
    async with TestServer(app) as server:
        settings = settings_at(str(server.make_url("")))
        answer = await looked_up(Kbo(http, settings), belgian(), store, settings)
    assert (answer.state, answer.reason) == ("unavailable", "malformed_answer")


async def test_a_certificate_nobody_vouches_for_is_unavailable_and_not_tried_again(
    http: aiohttp.ClientSession, store: MemoryStore, tmp_path: Path
) -> None:
    async def page(_: web.Request) -> web.Response:
        return web.Response(body=WHOLE_PAGE, content_type="text/html")

    context: ssl.SSLContext = self_signed_context("127.0.0.1", tmp_path)
    app = web.Application()
    app.router.add_get("/toonondernemingps.html", page)
    server = TestServer(app, scheme="https")
    await server.start_server(ssl=context)
    try:
        settings = settings_at(str(server.make_url("")))
        answer = await looked_up(Kbo(http, settings), belgian(), store, settings)
    finally:
        await server.close()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "tls_failure", None)


async def test_a_closed_port_is_unavailable(
    http: aiohttp.ClientSession, store: MemoryStore, unused_tcp_port: int
) -> None:
    settings = settings_at(f"http://127.0.0.1:{unused_tcp_port}")
    answer = await looked_up(Kbo(http, settings), belgian(), store, settings)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "unreachable", 300.0)


async def test_a_server_that_does_not_answer_in_time_is_unavailable(store: MemoryStore) -> None:
    async def silent(request: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    app = web.Application()
    app.router.add_get("/toonondernemingps.html", silent)
    async with TestServer(app) as server, create_session(total_seconds=0.2) as hasty:
        settings = settings_at(str(server.make_url("")))
        answer = await looked_up(Kbo(hasty, settings), belgian(), store, settings)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "timeout", 300.0)


@pytest.mark.parametrize(
    "company",
    [
        Company(company_name="Havenlicht", country="NL", company_registration_number="81234567"),
        Company(company_name="Zonnewind", country="BE"),
    ],
)
async def test_only_belgian_companies_with_a_number_are_asked_about(
    search: StubSearch, http: aiohttp.ClientSession, store: MemoryStore, company: Company
) -> None:
    settings = settings_at(search.url)
    answer = await looked_up(Kbo(http, settings), company, store, settings)
    assert (answer.state, answer.reason) == ("not_applicable", "no_enterprise_number")
    assert search.questions == []


async def test_the_vat_number_has_the_number_too(
    search: StubSearch, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    settings = settings_at(search.url)
    company = Company(company_name="Zonnewind", country="BE", vat_number="BE0711326932")
    answer: SourceAnswer = await looked_up(Kbo(http, settings), company, store, settings)
    assert answer.state == "found"
