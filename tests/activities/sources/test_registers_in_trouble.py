"""Whatever goes wrong on the wire, a register is *unavailable*, never *not found*, and what it sent is kept."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from activities.sources.annuaire import Annuaire
from activities.sources.ares import Ares
from activities.sources.brreg import Brreg
from activities.sources.gleif import Gleif
from activities.sources.screening import Screening
from activities.sources.source import Source
from runtime.http import create_session
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.activities.sources.stub_register import Said, StubRegister, digest, said, serving, values
from tests.self_signed import self_signed_context

LEI = "529900T8BMZONNEWIN42"
_NAME = "Søndre Bøhm"
"""Not in ASCII, so that a wrong decoding shows."""


@dataclass(frozen=True)
class Register:
    make: Callable[[aiohttp.ClientSession, Settings], Source]
    setting: str
    company: Company
    first: tuple[str, object]
    """Where it is asked first, and a good answer."""
    second: tuple[str, object] | None = None
    """Where it is asked then."""
    quota: bool = False
    """Whether a 429 without a Retry-After is a quota that is used up."""


def _company(country: str, number: str) -> Company:
    return Company(company_name=_NAME, country=country, company_registration_number=number)


REGISTERS = {
    "gleif": Register(
        Gleif,
        "gleif_url",
        _company("BE", "0711326932"),
        (
            "/lei-records",
            {
                "data": [
                    {
                        "attributes": {
                            "lei": LEI,
                            "entity": {"legalName": {"name": _NAME}, "registeredAs": "0711.326.932"},
                        },
                        "relationships": {"direct-parent": {"links": {"reporting-exception": "x"}}},
                    }
                ]
            },
        ),
        (
            f"/lei-records/{LEI}/direct-parent-reporting-exception",
            {"data": {"attributes": {"reason": "NO_KNOWN_PERSON"}}},
        ),
    ),
    "brreg": Register(
        Brreg,
        "brreg_url",
        _company("NO", "931234501"),
        ("/enheter/931234501", {"organisasjonsnummer": "931234501", "navn": _NAME}),
        ("/enheter/931234501/roller", {"rollegrupper": []}),
    ),
    "ares": Register(
        Ares,
        "ares_url",
        _company("CZ", "04567812"),
        ("/ekonomicke-subjekty/04567812", {"ico": "04567812", "obchodniJmeno": _NAME}),
        ("/ekonomicke-subjekty-vr/04567812", {"zaznamy": []}),
    ),
    "annuaire": Register(
        Annuaire,
        "annuaire_url",
        _company("FR", "882624349"),
        ("/search", {"results": [{"siren": "882624349", "nom_raison_sociale": _NAME}]}),
    ),
    "screening": Register(
        Screening,
        "screening_url",
        _company("BE", "0711326932"),
        ("/match/default", {"responses": {"q1": {"status": 200, "results": []}}}),
        quota=True,
    ),
}
EACH = pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
TWICE_ASKED = {name: register for name, register in REGISTERS.items() if register.second is not None}
EACH_SECOND = pytest.mark.parametrize("register", TWICE_ASKED.values(), ids=TWICE_ASKED)

PAGE = b"<!doctype html><h1>Maintenance</h1>"
MALFORMED = [
    PAGE,
    b'{"data": [{"attrib',
    b"[]",
    b"null",
    b"7",
    b'"text"',
    b"\xff\xfe\x00",
    b"\x80\x81",
    b"[" * 100_000,
    b'{"data": ' * 50_000,
    b'{"data": 7, "results": 7, "responses": 7, "ico": [], "organisasjonsnummer": {}, "zaznamy": 7, "rollegrupper": 7}',
    b'{"data": [[]], "results": [[]], "responses": {"q1": []}, "ico": null, "organisasjonsnummer": null, '
    b'"zaznamy": [7], "rollegrupper": [7]}',
    b'{"data": [{"attributes": null}], "results": [{"siren": 882624349}], "responses": null, "zaznamy": "x", '
    b'"rollegrupper": {"a": 1}}',
]
STATUSES = [
    (302, "http_302", 300.0),
    (400, "http_400", None),
    (401, "http_401", None),
    (403, "http_403", None),
    (404, "http_404", None),
    (422, "http_422", None),
    (500, "http_500", 300.0),
    (502, "http_502", 300.0),
    (503, "http_503", 300.0),
]


@pytest.fixture
async def stub() -> AsyncIterator[StubRegister]:
    async with serving() as stub:
        yield stub


async def asked_at(register: Register, url: str, http: aiohttp.ClientSession, store: MemoryStore) -> SourceAnswer:
    settings = settings_for("http://unused", **{register.setting: url})
    return await looked_up(register.make(http, settings), register.company, store, settings)


def tell(stub: StubRegister, register: Register, first: Said | None = None, second: Said | None = None) -> None:
    """Good answers but for those that are given."""
    path, good = register.first
    stub.says[path] = [first or said(good)]
    if register.second is not None:
        path, good = register.second
        stub.says[path] = [second or said(good)]


def bodies(store: MemoryStore) -> set[bytes]:
    return {body for body, _ in store.objects.values()}


@EACH
async def test_all_is_well_without_trouble(
    register: Register, stub: StubRegister, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    tell(stub, register)
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.reason) in {("found", None), ("not_found", "no_match")}
    assert _NAME in values(answer).values()


@EACH
@pytest.mark.parametrize(("status", "reason", "retry"), STATUSES)
async def test_a_page_with_any_other_status_is_unavailable(
    register: Register,
    stub: StubRegister,
    http: aiohttp.ClientSession,
    store: MemoryStore,
    status: int,
    reason: str,
    retry: float | None,
) -> None:
    tell(stub, register, Said(PAGE, status, "text/html"))
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)
    assert (answer.facts, bodies(store)) == ((), {PAGE})


@EACH
@pytest.mark.parametrize("body", MALFORMED, ids=range(len(MALFORMED)))
async def test_a_malformed_answer_is_unavailable_and_kept(
    register: Register, stub: StubRegister, http: aiohttp.ClientSession, store: MemoryStore, body: bytes
) -> None:
    tell(stub, register, Said(body))
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert (answer.data_hash, bodies(store)) == (digest(body), {body})


@EACH
async def test_an_empty_answer_is_unavailable_without_evidence(
    register: Register, stub: StubRegister, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    tell(stub, register, Said(b""))
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.reason, answer.data_hash) == ("unavailable", "malformed_answer", None)
    assert store.objects == {}


@EACH
async def test_an_answer_that_is_cut_short_is_unavailable_however_whole_it_looks(
    register: Register, stub: StubRegister, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    whole = said(register.first[1]).body
    tell(stub, register, Said(whole, cut_short=True))
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.facts) == ("unavailable", ())
    assert bodies(store) == {whole}


@EACH
@pytest.mark.parametrize(("header", "retry"), [("90", 90.0), (None, 60.0)])
async def test_too_many_requests_wait_as_long_as_asked(
    register: Register,
    stub: StubRegister,
    http: aiohttp.ClientSession,
    store: MemoryStore,
    header: str | None,
    retry: float,
) -> None:
    headers = {"Retry-After": header} if header else {}
    tell(stub, register, Said(said(register.first[1]).body, 429, headers=headers))
    answer = await asked_at(register, stub.url, http, store)
    expected = ("quota_exhausted", None) if register.quota and header is None else ("rate_limited", retry)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", *expected)


@EACH
async def test_ten_megabytes_of_nothing_are_not_read_to_the_end(
    register: Register, stub: StubRegister, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    nothing = b" " * (10 * 1024 * 1024) + json.dumps(register.first[1]).encode()
    tell(stub, register, Said(nothing))
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.reason, answer.facts) == ("unavailable", "too_large", ())
    assert all(nothing.startswith(body) and len(body) < len(nothing) for body in bodies(store))


@EACH
async def test_a_register_that_is_too_slow_is_unavailable(
    register: Register, stub: StubRegister, store: MemoryStore
) -> None:
    tell(stub, register, Said(said(register.first[1]).body, delay_seconds=1.0))
    async with create_session(total_seconds=0.1) as hasty:
        answer = await asked_at(register, stub.url, hasty, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "timeout", 300.0)


@EACH
async def test_a_closed_port_is_unavailable(
    register: Register, http: aiohttp.ClientSession, store: MemoryStore, unused_tcp_port: int
) -> None:
    answer = await asked_at(register, f"http://127.0.0.1:{unused_tcp_port}", http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "unreachable", 300.0)


@EACH
async def test_a_certificate_that_nobody_signed_is_a_tls_failure(
    register: Register, http: aiohttp.ClientSession, store: MemoryStore, tmp_path: Path
) -> None:
    impostor = TestServer(web.Application())
    await impostor.start_server(ssl=self_signed_context("127.0.0.1", tmp_path))
    answer = await asked_at(register, str(impostor.make_url("")).rstrip("/"), http, store)
    await impostor.close()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "tls_failure", None)


@EACH
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
async def test_an_odd_encoding_is_read_as_what_it_is_and_kept_as_it_came(
    register: Register, stub: StubRegister, http: aiohttp.ClientSession, store: MemoryStore, encoding: str
) -> None:
    body = said(register.first[1]).body.decode().encode(encoding)
    tell(stub, register, Said(body))
    answer = await asked_at(register, stub.url, http, store)
    assert _NAME in values(answer).values()
    assert body in bodies(store)


@EACH_SECOND
@pytest.mark.parametrize("body", [PAGE, b'{"data": [{', b"[]", b"null", b"{}"])
async def test_when_the_second_answer_is_malformed_the_first_is_not_enough(
    register: Register, stub: StubRegister, http: aiohttp.ClientSession, store: MemoryStore, body: bytes
) -> None:
    tell(stub, register, second=Said(body))
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert answer.fact("company_name") == _NAME
    assert bodies(store) == {said(register.first[1]).body, body}
    assert [piece.data_hash for piece in answer.further] == [digest(body)]


@EACH_SECOND
@pytest.mark.parametrize(("status", "reason", "retry"), [(503, "http_503", 300.0), (403, "http_403", None)])
async def test_when_the_second_request_is_refused_the_first_answer_is_not_enough(
    register: Register,
    stub: StubRegister,
    http: aiohttp.ClientSession,
    store: MemoryStore,
    status: int,
    reason: str,
    retry: float | None,
) -> None:
    tell(stub, register, second=Said(PAGE, status, "text/html"))
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)
    assert answer.fact("company_name") == _NAME


@EACH_SECOND
async def test_when_the_second_request_is_one_too_many_its_wait_is_honoured(
    register: Register, stub: StubRegister, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    tell(stub, register, second=Said(b"", 429, headers={"Retry-After": "17"}))
    answer = await asked_at(register, stub.url, http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "rate_limited", 17.0)
