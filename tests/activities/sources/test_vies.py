"""What VIES says becomes exactly one of found, not found, or could not check; over real HTTP."""

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from activities.sources.vies import ERROR_KINDS, Vies
from runtime.http import MAX_BODY_BYTES, create_session
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.self_signed import self_signed_context


@dataclass
class StubVies:
    """Answers every question with what the test put here, and remembers the questions."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    questions: list[dict[str, str]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.questions.append(await request.json())
        headers = {"Content-Type": "application/json", **self.headers}
        return web.Response(status=self.status, body=self.body, headers=headers)


@pytest.fixture
async def vies() -> AsyncIterator[StubVies]:
    stub = StubVies()
    app = web.Application()
    app.router.add_post("/check-vat-number", stub.answer)
    async with TestServer(app) as server:
        stub.url = str(server.make_url("")).rstrip("/")
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(vies: StubVies, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(
        vat_number: str | None = "BE0711326932", country: str = "BE", requester: str | None = None
    ) -> SourceAnswer:
        settings = settings_for("http://unused", vies_url=vies.url, vies_requester=requester)
        company = Company(company_name="Zonnewind", country=country, vat_number=vat_number)
        return await looked_up(Vies(http, settings), company, store, settings)

    return ask


async def asked_at(vies_url: str, http: aiohttp.ClientSession, store: MemoryStore) -> SourceAnswer:
    settings = settings_for("http://unused", vies_url=vies_url)
    return await looked_up(Vies(http, settings), belgian(), store, settings)


async def test_a_valid_number_is_found_with_name_and_address(vies: StubVies, ask: Ask, store: MemoryStore) -> None:
    vies.body = b'{"valid": true, "name": "BV  ZONNEWIND", "address": "\\nKANAALWEG 24\\n9000  GENT\\n"}'
    before = datetime.now(UTC)
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("found", None, None)
    assert {fact.name: fact.value for fact in answer.facts} == {
        "vat_valid": True,
        "company_name": "BV ZONNEWIND",
        "registered_address": "KANAALWEG 24, 9000 GENT",
    }
    assert (answer.source, answer.environment) == ("vies", "test")
    assert answer.source_url == f"{vies.url}/check-vat-number"
    assert before <= answer.collected_at <= datetime.now(UTC)


async def test_the_bytes_of_the_answer_are_kept_under_their_hash(vies: StubVies, ask: Ask, store: MemoryStore) -> None:
    vies.body = b'{"valid": true, "name": "caf\\u00e9"}'
    answer = await ask()
    digest = hashlib.sha256(vies.body).hexdigest()
    assert answer.data_hash == f"sha256:{digest}"
    assert answer.object_key == f"case_0123456789ab/evidence/vies-{digest[:12]}.json"
    assert store.objects == {answer.object_key: (vies.body, "application/json")}


@pytest.mark.parametrize(
    "echoed",
    [
        {"countryCode": "CZ", "vatNumber": "45274649"},
        {"countryCode": "BE", "vatNumber": "0403170701"},
        {"countryCode": "NL", "vatNumber": "0711326932"},
    ],
)
@pytest.mark.parametrize("valid", [True, False])
async def test_an_answer_about_another_number_is_no_answer(
    vies: StubVies, ask: Ask, echoed: dict[str, str], valid: bool
) -> None:
    vies.body = json.dumps({"valid": valid, "name": "SOMEBODY ELSE", **echoed}).encode()
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("unavailable", "another_number", ())


@pytest.mark.parametrize(
    "echoed",
    [
        {"countryCode": "BE", "vatNumber": "0711 326.932"},
        {"vatNumber": "BE0711326932"},
        {"vatNumber": "0711326932"},
        {},
    ],
)
async def test_an_answer_may_write_the_number_in_its_own_way(vies: StubVies, ask: Ask, echoed: dict[str, str]) -> None:
    vies.body = json.dumps({"valid": True, **echoed}).encode()
    assert (await ask()).state == "found"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
async def test_an_answer_in_another_encoding_of_unicode_is_read(vies: StubVies, ask: Ask, encoding: str) -> None:
    vies.body = '{"valid": true, "name": "CAFÉ ZONNEWIND"}'.encode(encoding)
    assert (await ask()).fact("company_name") == "CAFÉ ZONNEWIND"


@pytest.mark.parametrize("withheld", ['"---"', '""', '"\\n---\\n"', '"---\\n---"', "null"])
async def test_a_withheld_name_is_no_name(vies: StubVies, ask: Ask, withheld: str) -> None:
    vies.body = f'{{"valid": true, "name": {withheld}, "address": {withheld}}}'.encode()
    answer = await ask()
    assert answer.state == "found"
    assert [fact.name for fact in answer.facts] == ["vat_valid"]


async def test_an_invalid_number_is_not_found(vies: StubVies, ask: Ask) -> None:
    vies.body = b'{"valid": false, "name": "---", "address": "---"}'
    answer = await ask()
    assert (answer.state, answer.reason) == ("not_found", "not_valid")
    assert [(fact.name, fact.value) for fact in answer.facts] == [("vat_valid", False)]


@pytest.mark.parametrize("code", ["MS_UNAVAILABLE", "ms_max_concurrent_req", "TIMEOUT"])
async def test_invalid_is_no_verdict_where_the_same_answer_says_that_nobody_was_asked(
    vies: StubVies, ask: Ask, code: str
) -> None:
    vies.body = json.dumps({"valid": False, "userError": code}).encode()
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("unavailable", code.upper(), ())


@pytest.mark.parametrize("verdict", ["VALID", "", None])
async def test_what_is_no_error_leaves_the_verdict(vies: StubVies, ask: Ask, verdict: str | None) -> None:
    vies.body = json.dumps({"valid": True, "userError": verdict, "errorWrappers": None, "actionSucceed": None}).encode()
    assert (await ask()).state == "found"


async def test_an_operator_is_told_when_our_own_number_is_refused(vies: StubVies, ask: Ask) -> None:
    vies.body = b'{"actionSucceed": false, "errorWrappers": [{"error": "INVALID_REQUESTER_INFO"}]}'
    with capture_logs() as logs:
        await ask(requester="EL225290570")
    assert [line["event"] for line in logs] == ["VIES refuses our own number: see CASEWRIGHT_VIES_REQUESTER"]


async def test_who_asks_is_told_and_the_consultation_number_kept(vies: StubVies, ask: Ask) -> None:
    vies.body = b'{"valid": true, "requestIdentifier": "WAPIAAAAbbbb"}'
    answer = await ask(requester="EL 225290570")
    assert vies.questions[0]["requesterMemberStateCode"] == "EL"
    assert vies.questions[0]["requesterNumber"] == "225290570"
    assert answer.fact("vat_consultation_number") == "WAPIAAAAbbbb"


@pytest.mark.parametrize(
    ("vat_number", "country", "asked"),
    [
        ("BE0711326932", "BE", ("BE", "0711326932")),
        ("BE711326932", "BE", ("BE", "0711326932")),
        ("BE1000000007", "BE", ("BE", "1000000007")),
        ("EL225290570", "GR", ("EL", "225290570")),
        ("GR225290570", "GR", ("EL", "225290570")),
        ("225290570", "GR", ("EL", "225290570")),
        ("XI123456789", "IE", ("XI", "123456789")),
        ("ATU68142798", "AT", ("AT", "U68142798")),
        ("NL169149705B01", "NL", ("NL", "169149705B01")),
        ("be 0711.326.932", "BE", ("BE", "0711326932")),
    ],
)
async def test_the_number_is_asked_without_its_prefix(
    vies: StubVies, ask: Ask, vat_number: str, country: str, asked: tuple[str, str]
) -> None:
    vies.body = b'{"valid": true}'
    await ask(vat_number, country)
    assert vies.questions == [{"countryCode": asked[0], "vatNumber": asked[1]}]


@pytest.mark.parametrize(
    ("vat_number", "country", "reason"),
    [
        (None, "BE", "no_vat_number"),
        ("", "BE", "no_vat_number"),
        ("NO931234501MVA", "NO", "country_not_in_vies"),
        ("12345", "IS", "country_not_in_vies"),
        ("LI12345", "LI", "country_not_in_vies"),
    ],
)
async def test_what_vies_does_not_know_about_is_not_asked(
    vies: StubVies, ask: Ask, vat_number: str | None, country: str, reason: str
) -> None:
    answer = await ask(vat_number, country)
    assert (answer.state, answer.reason) == ("not_applicable", reason)
    assert vies.questions == []
    assert (answer.source_url, answer.data_hash, answer.object_key) == (None, None, None)


WAITS: dict[str, float | None] = {
    "INVALID_INPUT": None,
    "INVALID_REQUESTER_INFO": None,
    "MS_UNAVAILABLE": 300.0,
    "SERVICE_UNAVAILABLE": 300.0,
    "TIMEOUT": 300.0,
    "SERVER_BUSY": 300.0,
    "GLOBAL_MAX_CONCURRENT_REQ": 5.0,
    "GLOBAL_MAX_CONCURRENT_REQ_TIME": 5.0,
    "MS_MAX_CONCURRENT_REQ": 5.0,
    "MS_MAX_CONCURRENT_REQ_TIME": 5.0,
    "VAT_BLOCKED": None,
    "IP_BLOCKED": None,
}


def test_every_code_has_its_wait_here() -> None:
    assert WAITS.keys() == ERROR_KINDS.keys()


@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize(("code", "wait"), WAITS.items())
async def test_an_error_code_is_unavailable_and_never_invalid(
    vies: StubVies, ask: Ask, code: str, wait: float | None, status: int
) -> None:
    vies.status = status
    vies.body = f'{{"actionSucceed": false, "errorWrappers": [{{"error": "{code}"}}]}}'.encode()
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", code, wait)
    assert answer.facts == ()
    assert answer.data_hash is not None


async def test_an_error_is_believed_before_a_verdict(vies: StubVies, ask: Ask) -> None:
    vies.body = b'{"actionSucceed": false, "valid": false, "errorWrappers": [{"error": "MS_UNAVAILABLE"}]}'
    assert (await ask()).reason == "MS_UNAVAILABLE"


async def test_an_unknown_code_is_kept_and_asked_again_later(vies: StubVies, ask: Ask) -> None:
    vies.status = 500
    vies.body = b'{"actionSucceed": false, "errorWrappers": [{"error": "VOW-ERR-1", "message": "x"}]}'
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "VOW-ERR-1", 300.0)


@pytest.mark.parametrize(
    "body",
    [
        b"<!doctype html><h1>Maintenance</h1>",
        b'{"valid": tr',
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"valid": "true"}',
        b'{"valid": 1}',
        b'{"valid": null}',
        b'{"valid": true, "name": 7}',
        b'{"actionSucceed": false}',
        b'{"actionSucceed": false, "errorWrappers": []}',
        b'{"actionSucceed": false, "errorWrappers": [{"error": "<b>no code</b>"}]}',
        b"[" * 100_000,
    ],
)
async def test_a_malformed_answer_is_unavailable_and_kept(vies: StubVies, ask: Ask, body: bytes) -> None:
    vies.body = body
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert answer.data_hash == f"sha256:{hashlib.sha256(body).hexdigest()}"


async def test_an_empty_answer_is_unavailable_without_evidence(vies: StubVies, ask: Ask, store: MemoryStore) -> None:
    answer = await ask()
    assert (answer.state, answer.reason, answer.data_hash) == ("unavailable", "malformed_answer", None)
    assert store.objects == {}


@pytest.mark.parametrize(
    ("status", "reason", "retry"),
    [(503, "http_503", 300.0), (500, "http_500", 300.0), (302, "http_302", 300.0), (404, "http_404", None)],
)
async def test_a_status_that_says_nothing_about_the_number_is_unavailable(
    vies: StubVies, ask: Ask, status: int, reason: str, retry: float | None
) -> None:
    vies.status, vies.body = status, b"<html>"
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)


@pytest.mark.parametrize(("header", "retry"), [({"Retry-After": "90"}, 90.0), ({}, 60.0)])
async def test_too_many_requests_wait_as_long_as_asked(
    vies: StubVies, ask: Ask, header: dict[str, str], retry: float
) -> None:
    vies.status, vies.headers, vies.body = 429, header, b'{"valid": false}'
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "rate_limited", retry)


async def test_an_endless_answer_is_unavailable(vies: StubVies, ask: Ask) -> None:
    vies.body = b" " * MAX_BODY_BYTES + b'{"valid": true}'
    assert (await ask()).reason == "too_large"


async def test_a_closed_port_is_unavailable(
    http: aiohttp.ClientSession, store: MemoryStore, unused_tcp_port: int
) -> None:
    answer = await asked_at(f"http://127.0.0.1:{unused_tcp_port}", http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "unreachable", 300.0)


async def test_a_server_without_tls_is_unavailable(
    vies: StubVies, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    answer = await asked_at(vies.url.replace("http:", "https:"), http, store)
    assert (answer.state, answer.reason) == ("unavailable", "tls_failure")


async def test_a_certificate_that_nobody_signed_is_unavailable_and_nothing_is_asked(
    http: aiohttp.ClientSession, store: MemoryStore, tmp_path: Path
) -> None:
    stub = StubVies(body=b'{"valid": true}')
    app = web.Application()
    app.router.add_post("/check-vat-number", stub.answer)
    server = TestServer(app)
    await server.start_server(ssl=self_signed_context("127.0.0.1", tmp_path))
    answer = await asked_at(str(server.make_url("")).rstrip("/"), http, store)
    await server.close()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "tls_failure", None)
    assert stub.questions == []


async def test_a_member_state_that_is_too_slow_is_unavailable(registries_url: str, store: MemoryStore) -> None:
    polish = Company(company_name="Bursztynowy Szlak", country="PL", vat_number="PL5491896591")
    settings = settings_for(registries_url)
    async with create_session(total_seconds=0.2) as hasty:
        answer = await looked_up(Vies(hasty, settings), polish, store, settings)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "timeout", 300.0)


@pytest.mark.parametrize(("requester", "kept_for"), [(None, timedelta(days=1)), ("BE0711326932", None)])
async def test_an_answer_that_proves_a_consultation_is_not_used_again(
    http: aiohttp.ClientSession, requester: str | None, kept_for: timedelta | None
) -> None:
    assert Vies(http, settings_for("http://unused", vies_requester=requester)).terms.kept_for == kept_for


def belgian() -> Company:
    return Company(company_name="Zonnewind", country="BE", vat_number="BE0711326932")
