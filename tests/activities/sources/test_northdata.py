"""What NorthData says becomes exactly one of found, not found, or could not check; over real HTTP."""

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr
from structlog.testing import capture_logs

from activities.sources.northdata import MAX_ANSWER_BYTES, NorthData
from runtime.http import create_session
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.northdata_answers import a_company, body_of
from tests.activities.sources.simulated import MemoryStore, a_query, looked_up, settings_for

KEY = "SECR-ET42"


@dataclass
class StubNorthData:
    """Answers every question about a company with what the test put here, and remembers what it was asked."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    billing: bytes | None = None
    """What the billing service answers; it answers 404 without it, as everything does at a wrong address."""
    questions: list[dict[str, str]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    async def company(self, request: web.Request) -> web.Response:
        self.questions.append(dict(request.query))
        self.keys.append(request.headers.get("X-Api-Key"))
        headers = {"Content-Type": "application/json", **self.headers}
        return web.Response(status=self.status, body=self.body, headers=headers)

    async def requests(self, _: web.Request) -> web.Response:
        if self.billing is None:
            return web.Response(status=404, text="<html>Not found</html>", content_type="text/html")
        return web.Response(body=self.billing, content_type="application/json")


@pytest.fixture
async def northdata() -> AsyncIterator[StubNorthData]:
    stub = StubNorthData()
    app = web.Application()
    app.router.add_get("/_api/company/v1/company", stub.company)
    app.router.add_get("/_api/billing/v1/requests", stub.requests)
    async with TestServer(app) as server:
        stub.url = str(server.make_url("/_api"))
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(northdata: StubNorthData, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company | None = None) -> SourceAnswer:
        return await asked_at(northdata.url, http, store, company or belgian())

    return ask


async def asked_at(
    url: str, http: aiohttp.ClientSession, store: MemoryStore, company: Company | None = None
) -> SourceAnswer:
    settings = settings_for("http://unused", northdata_url=url, northdata_key=SecretStr(KEY))
    return await looked_up(NorthData(http, settings), company or belgian(), store, settings)


def belgian(**members: str | None) -> Company:
    known = {"company_name": "Zonnewind Logistiek BV", "country": "BE", "company_registration_number": "0711326932"}
    return Company.model_validate(known | members)


def german(number: str | None) -> Company:
    return Company(company_name="Nordlicht Werkzeugbau GmbH", country="DE", company_registration_number=number)


async def test_a_known_company_is_found_and_its_bytes_are_kept_under_their_hash(
    northdata: StubNorthData, ask: Ask, store: MemoryStore
) -> None:
    northdata.body = body_of(a_company())
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("found", None, None)
    assert answer.fact("company_name") == "Zonnewind Logistiek BV"
    digest = hashlib.sha256(northdata.body).hexdigest()
    assert answer.data_hash == f"sha256:{digest}"
    assert answer.object_key == f"case_0123456789ab/evidence/northdata-{digest[:12]}.json"
    assert store.objects == {answer.object_key: (northdata.body, "application/json")}


async def test_without_a_key_it_is_not_asked(
    northdata: StubNorthData, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    settings = settings_for("http://unused", northdata_url=northdata.url)
    answer = await looked_up(NorthData(http, settings), belgian(), store, settings)
    assert (answer.state, answer.reason) == ("not_configured", "no_key")
    assert northdata.questions == []


async def test_the_key_travels_in_the_header_and_shows_nowhere(
    northdata: StubNorthData, ask: Ask, store: MemoryStore
) -> None:
    northdata.body = body_of(a_company())
    answer = await ask()
    assert northdata.keys == [KEY]
    assert KEY not in answer.model_dump_json()
    assert KEY.encode() not in b"".join(body for body, _ in store.objects.values())


async def test_a_company_is_asked_for_by_number_name_and_country_with_all_that_is_read(
    northdata: StubNorthData, ask: Ask
) -> None:
    northdata.body = body_of(a_company())
    await ask()
    assert northdata.questions == [
        {
            "registerId": "KBO 0711.326.932",
            "name": "Zonnewind Logistiek BV",
            "address": "Belgium",
            "history": "true",
            "financials": "true",
            "events": "true",
            "owners": "true",
            "representatives": "true",
            "extras": "true",
            "flags": "true",
            "language": "en",
        }
    ]


IDENTIFYING = ("registerId", "registerCity", "fuzzyMatch")


@pytest.mark.parametrize(
    ("company", "asked"),
    [
        (belgian(company_registration_number=None, vat_number="BE0711326932"), ("KBO 0711.326.932", None, None)),
        (belgian(company_registration_number=None), (None, None, "true")),
        (german("Amtsgericht Hamburg HRB 123456"), ("HRB 123456", "Hamburg", None)),
        (german("HRB 123456"), ("HRB 123456", None, "true")),
        (Company(company_name="Duna", country="HU", company_registration_number="01-09-1"), ("01-09-1", None, "true")),
    ],
)
async def test_the_best_match_is_asked_for_where_the_number_does_not_decide(
    northdata: StubNorthData, ask: Ask, company: Company, asked: tuple[str | None, ...]
) -> None:
    northdata.status = 404
    await ask(company)
    assert tuple(northdata.questions[0].get(name) for name in IDENTIFYING) == asked


async def test_a_company_nobody_knows_is_not_found(northdata: StubNorthData, ask: Ask) -> None:
    northdata.status, northdata.body = 404, b'{"message": "Not Found"}'
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("not_found", "unknown_company", ())
    assert answer.data_hash is not None


PAGE = b"<!doctype html><h1>404</h1>"


async def test_a_page_with_404_is_believed_only_if_northdata_is_there(northdata: StubNorthData, ask: Ask) -> None:
    northdata.status, northdata.body, northdata.headers = 404, PAGE, {"Content-Type": "text/html"}
    northdata.billing = b'{"periodStart": "2026-02-01", "periodEnd": "2026-02-28", "numberOfRequests": 12}'
    answer = await ask()
    assert (answer.state, answer.reason) == ("not_found", "unknown_company")
    assert [piece.source_url for piece in answer.pieces][1] == f"{northdata.url}/billing/v1/requests"


@pytest.mark.parametrize("billing", [None, b"{}", b"<html>"])
async def test_a_page_with_404_at_a_wrong_address_is_unavailable(
    northdata: StubNorthData, ask: Ask, billing: bytes | None
) -> None:
    northdata.status, northdata.body, northdata.headers = 404, PAGE, {"Content-Type": "text/html"}
    northdata.billing = billing
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "http_404", None)
    assert answer.data_hash == f"sha256:{hashlib.sha256(PAGE).hexdigest()}"


async def test_an_undecided_best_match_is_ambiguous(northdata: StubNorthData, ask: Ask) -> None:
    northdata.status, northdata.body = 400, b'{"message": "Bad Request"}'
    answer = await ask(german("HRB 123456"))
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("not_found", "ambiguous", None)


async def test_a_refused_question_that_asked_for_no_best_match_is_our_fault(northdata: StubNorthData, ask: Ask) -> None:
    northdata.status, northdata.body = 400, b'{"message": "Bad Request"}'
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "http_400", None)


async def test_a_page_with_400_says_nothing_about_the_company(northdata: StubNorthData, ask: Ask) -> None:
    northdata.status, northdata.body = 400, b"<html><h1>400 Request Header Too Large</h1></html>"
    assert (await ask(german("HRB 123456"))).reason == "http_400"


@pytest.mark.parametrize("status", [401, 403])
async def test_a_refused_key_is_unavailable_and_told_to_an_operator(
    northdata: StubNorthData, ask: Ask, status: int
) -> None:
    northdata.status, northdata.body = status, b'{"message": "Unauthorized"}'
    with capture_logs() as logs:
        answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "key_refused", None)
    assert [each["log_level"] for each in logs] == ["error"]
    assert "CASEWRIGHT_NORTHDATA_KEY" in logs[0]["event"]


@pytest.mark.parametrize(
    ("status", "headers", "reason", "retry"),
    [
        (503, {}, "http_503", 5.0),
        (503, {"Retry-After": "30"}, "http_503", 30.0),
        (500, {}, "http_500", 300.0),
        (502, {}, "http_502", 300.0),
        (302, {}, "http_302", 300.0),
        (405, {}, "http_405", None),
        (418, {}, "http_418", None),
        (429, {"Retry-After": "90"}, "rate_limited", 90.0),
        (429, {}, "rate_limited", 60.0),
    ],
)
async def test_a_status_that_says_nothing_about_the_company_is_unavailable(
    northdata: StubNorthData, ask: Ask, status: int, headers: dict[str, str], reason: str, retry: float | None
) -> None:
    northdata.status, northdata.headers, northdata.body = status, headers, body_of(a_company())
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)
    assert answer.facts == ()


@pytest.mark.parametrize(
    "body",
    [
        b"<!doctype html><h1>Maintenance</h1>",
        b"{}",
        b"[]",
        b"null",
        b'""',
        b"\xff\xfe",
        b"\x00" * 1000,
        b'{"name": null}',
        b'{"name": {"name": ""}}',
        b'{"name": "Zonnewind Logistiek BV"}',
        b'{"name": {"name": ["Zonnewind"]}}',
        b'{"name": {"name": "Zonnewind Logistiek BV"}, "relatedPersons": "none"}',
        b'{"name": {"name": "Zonnewind Logistiek BV"}, "financials": {"items": [{"id": "equity", "value": 1e999}]}}',
        b'{"name": {"name": "Zonnewind Logistiek BV\\ud800"}}',
        body_of(a_company())[:-20],
        b'{"name": ' * 50_000,
        b"[" * 100_000,
    ],
)
async def test_a_malformed_answer_is_unavailable_and_kept(northdata: StubNorthData, ask: Ask, body: bytes) -> None:
    northdata.body = body
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert answer.data_hash == f"sha256:{hashlib.sha256(body).hexdigest()}"


async def test_members_that_are_missing_null_or_unknown_are_no_fault(northdata: StubNorthData, ask: Ask) -> None:
    northdata.body = json.dumps(
        {
            "name": {"name": "Zonnewind Logistiek BV", "legalForm": None, "novel": {"deep": [1]}},
            "address": None,
            "register": {"id": None},
            "segmentCodes": {"nace": None},
            "events": {"items": None},
            "relatedPersons": {"items": [None, {"roles": None}, {"person": {"name": None}, "roles": [{}]}]},
            "financials": {"items": [None, {"id": "equity", "value": None}, {}]},
            "extras": [{"items": [{"id": "phone", "value": None}]}],
            "flags": [{}],
        }
    ).encode()
    answer = await ask(belgian(company_registration_number=None))
    assert {fact.name: fact.value for fact in answer.facts} == {"company_name": "Zonnewind Logistiek BV"}


UMLAUTS = '{"name": {"name": "Käserei Möller GmbH"}, "address": {"city": "Köln", "country": "DE"}}'


@pytest.mark.parametrize(
    ("encoding", "media_type"),
    [
        ("utf-8", "application/json"),
        ("utf-8-sig", "application/json"),
        ("utf-16", "application/json"),
        ("utf-16-le", "application/json"),
        ("iso-8859-1", "application/json; charset=ISO-8859-1"),
        ("windows-1252", "application/json; charset=windows-1252"),
        ("utf-8", "application/json; charset=ISO-8859-1"),
        ("utf-8", "text/plain; charset=no-such-charset"),
    ],
)
async def test_an_odd_encoding_is_read(northdata: StubNorthData, ask: Ask, encoding: str, media_type: str) -> None:
    northdata.body, northdata.headers = UMLAUTS.encode(encoding), {"Content-Type": media_type}
    answer = await ask(Company(company_name="Kaeserei Moeller GmbH", country="DE", vat_number="DE332374551"))
    assert answer.fact("company_name") == "Käserei Möller GmbH"


async def test_a_lower_byte_without_a_charset_is_malformed(northdata: StubNorthData, ask: Ask) -> None:
    northdata.body = UMLAUTS.encode("iso-8859-1")
    assert (await ask()).reason == "malformed_answer"


async def test_an_empty_answer_is_unavailable_without_evidence(
    northdata: StubNorthData, ask: Ask, store: MemoryStore
) -> None:
    answer = await ask()
    assert (answer.state, answer.reason, answer.data_hash) == ("unavailable", "malformed_answer", None)
    assert store.objects == {}


async def test_ten_megabytes_of_nothing_are_unavailable(northdata: StubNorthData, ask: Ask, store: MemoryStore) -> None:
    northdata.body = b" " * 10_000_000
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "too_large")
    assert [len(body) for body, _ in store.objects.values()] == [MAX_ANSWER_BYTES]


async def test_a_body_cut_short_on_the_wire_is_unavailable(
    http: aiohttp.ClientSession, store: MemoryStore, cut_short: str
) -> None:
    answer = await asked_at(cut_short, http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert [body for body, _ in store.objects.values()] == [b'{"name": {"name": "Zon']


@pytest.fixture
async def cut_short() -> AsyncIterator[str]:
    """The address of a server that promises more bytes than it sends."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000", "Content-Type": "application/json"})
        await response.prepare(request)
        await response.write(b'{"name": {"name": "Zon')
        assert request.transport is not None
        request.transport.close()
        return response

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


async def test_a_closed_port_is_unavailable(
    http: aiohttp.ClientSession, store: MemoryStore, unused_tcp_port: int
) -> None:
    answer = await asked_at(f"http://127.0.0.1:{unused_tcp_port}", http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "unreachable", 300.0)


async def test_a_certificate_nobody_signed_is_unavailable_and_not_tried_again(
    http: aiohttp.ClientSession, store: MemoryStore, unsigned: str
) -> None:
    answer = await asked_at(unsigned, http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "tls_failure", None)


async def test_an_answer_that_comes_too_late_is_unavailable(store: MemoryStore, silent: str) -> None:
    async with create_session(total_seconds=0.2) as hasty:
        answer = await asked_at(silent, hasty, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "timeout", 300.0)


async def test_asking_never_raises_for_a_company_of_strange_letters(
    northdata: StubNorthData, http: aiohttp.ClientSession
) -> None:
    northdata.body = body_of(a_company())
    settings = settings_for("http://unused", northdata_url=northdata.url, northdata_key=SecretStr(f"{KEY}\n"))
    source = NorthData(http, settings)
    company = Company(company_name="&?#% ☂ \u202e", country="BE", company_registration_number="%00/../?a=b")
    assert (await source.ask(a_query(source, company))).reading.state == "not_found"
    assert northdata.keys == [KEY]
