"""What Crunchbase says becomes exactly one of found, not found, or could not check; over real HTTP."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr
from structlog.testing import capture_logs

from activities.sources.crunchbase import Crunchbase
from runtime.http import MAX_BODY_BYTES, create_session
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, a_query, looked_up, settings_for
from tests.activities.sources.stub_crunchbase import (
    OTHER_UUID,
    UUID,
    Answer,
    StubCrunchbase,
    an_identifier,
    an_organisation,
    body_of,
    hits,
    suggestions,
)

KEY = "0123456789secretsecret"
SERVICES = ("search", "autocomplete", "organisation")


@pytest.fixture(params=["/v4/data", "/api/v4"])
async def crunchbase(request: pytest.FixtureRequest) -> AsyncIterator[StubCrunchbase]:
    """Below the current and the older scheme of paths."""
    stub = StubCrunchbase()
    async with TestServer(stub.app(request.param)) as server:
        stub.url = str(server.make_url(request.param))
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(crunchbase: StubCrunchbase, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company | None = None) -> SourceAnswer:
        return await asked_at(crunchbase.url, http, store, company)

    return ask


async def asked_at(
    url: str, http: aiohttp.ClientSession, store: MemoryStore, company: Company | None = None
) -> SourceAnswer:
    settings = settings_for("http://unused", crunchbase_url=url, crunchbase_key=SecretStr(KEY))
    return await looked_up(Crunchbase(http, settings), company or belgian(), store, settings)


def belgian(website_url: str | None = "https://zonnewind.example", name: str = "Zonnewind BV") -> Company:
    return Company(company_name=name, country="BE", vat_number="BE0711326932", website_url=website_url)


def knows_the_website(crunchbase: StubCrunchbase) -> None:
    crunchbase.search.body = hits(an_organisation())
    crunchbase.organisations[UUID] = Answer(body_of(an_organisation()))


def answer_of(crunchbase: StubCrunchbase, service: str) -> Answer:
    """The answer that the test may spoil; all before it are in order."""
    if service == "search":
        return crunchbase.search
    if service == "autocomplete":
        return crunchbase.autocomplete
    knows_the_website(crunchbase)
    return crunchbase.organisations[UUID]


async def test_a_company_is_found_by_its_website_and_all_bytes_are_kept(
    crunchbase: StubCrunchbase, ask: Ask, store: MemoryStore
) -> None:
    knows_the_website(crunchbase)
    answer = await ask()
    assert (answer.state, answer.reason, answer.fact("company_name")) == ("found", None, "Zonnewind")
    entity, search = crunchbase.organisations[UUID].body, crunchbase.search.body
    assert [piece.data_hash for piece in answer.pieces] == [
        f"sha256:{hashlib.sha256(body).hexdigest()}" for body in (entity, search)
    ]
    assert [store.objects[piece.object_key] for piece in answer.pieces] == [
        (entity, "application/json"),
        (search, "application/json"),
    ]
    assert answer.facts[0].details["matched_by"] == "domain"
    assert crunchbase.questions[0] == {
        "field_ids": ["identifier", "website_url"],
        "query": [
            {
                "type": "predicate",
                "field_id": "website_url",
                "operator_id": "domain_eq",
                "values": ["zonnewind.example"],
            }
        ],
        "limit": 25,
    }


async def test_a_company_without_a_website_is_found_by_its_name_and_country(
    crunchbase: StubCrunchbase, ask: Ask
) -> None:
    crunchbase.autocomplete.body = suggestions(an_identifier("Zonnebloem", OTHER_UUID), an_identifier())
    crunchbase.organisations[UUID] = Answer(body_of(an_organisation()))
    answer = await ask(belgian(website_url=None))
    assert (answer.state, answer.fact("company_name")) == ("found", "Zonnewind")
    assert answer.facts[0].details["matched_by"] == "name_and_country"
    assert crunchbase.questions[0] == {"query": "Zonnewind BV", "collection_ids": "organizations", "limit": "10"}
    assert OTHER_UUID not in "".join(crunchbase.asked)


async def test_a_website_nobody_has_leaves_the_name(crunchbase: StubCrunchbase, ask: Ask) -> None:
    crunchbase.autocomplete.body = suggestions(an_identifier())
    crunchbase.organisations[UUID] = Answer(body_of(an_organisation()))
    answer = await ask()
    assert (answer.state, answer.facts[0].details["matched_by"]) == ("found", "name_and_country")
    assert len(answer.pieces) == 3


async def test_a_company_nobody_knows_is_not_found(crunchbase: StubCrunchbase, ask: Ask) -> None:
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("not_found", "unknown_company", ())
    assert [url.rpartition("/")[2].partition("?")[0] for url in (p.source_url or "" for p in answer.pieces)] == [
        "autocompletes",
        "organizations",
    ]


async def test_a_namesake_in_another_country_is_not_the_company(crunchbase: StubCrunchbase, ask: Ask) -> None:
    abroad = an_organisation(location_identifiers=[{"value": "France", "location_type": "country"}])
    crunchbase.autocomplete.body = suggestions(an_identifier())
    crunchbase.organisations[UUID] = Answer(body_of(abroad))
    answer = await ask(belgian(website_url=None))
    assert (answer.state, answer.reason, answer.facts) == ("not_found", "unknown_company", ())
    assert answer.data_hash == f"sha256:{hashlib.sha256(body_of(abroad)).hexdigest()}"


async def test_two_namesakes_in_one_country_are_ambiguous(crunchbase: StubCrunchbase, ask: Ask) -> None:
    crunchbase.autocomplete.body = suggestions(an_identifier(), an_identifier(uuid=OTHER_UUID))
    for uuid in (UUID, OTHER_UUID):
        crunchbase.organisations[uuid] = Answer(body_of(an_organisation("Zonnewind", uuid)))
    answer = await ask(belgian(website_url=None))
    assert (answer.state, answer.reason) == ("not_found", "ambiguous")


async def test_of_two_with_one_website_the_one_with_the_name_is_taken(crunchbase: StubCrunchbase, ask: Ask) -> None:
    knows_the_website(crunchbase)
    crunchbase.search.body = hits(an_organisation("Windmolen Groep", OTHER_UUID), an_organisation())
    assert (await ask()).fact("company_name") == "Zonnewind"


async def test_two_with_one_website_and_other_names_are_ambiguous(crunchbase: StubCrunchbase, ask: Ask) -> None:
    crunchbase.search.body = hits(an_organisation("Windmolen", OTHER_UUID), an_organisation("Molenwind"))
    assert (await ask()).reason == "ambiguous"


async def test_a_hit_with_another_website_is_not_taken(crunchbase: StubCrunchbase, ask: Ask) -> None:
    crunchbase.search.body = hits(an_organisation(website_url="https://zonnewind.example.org"))
    assert (await ask()).reason == "unknown_company"
    assert not any("entities" in path for path in crunchbase.asked)


async def test_a_page_on_somebody_elses_site_is_no_website_of_its_own(crunchbase: StubCrunchbase, ask: Ask) -> None:
    crunchbase.search.body = hits(an_organisation("Facebook", website_url="https://facebook.com"))
    await ask(belgian("https://www.facebook.com/zonnewind"))
    assert [path.rpartition("/")[2] for path in crunchbase.asked] == ["autocompletes"]


async def test_an_organisation_that_was_taken_away_leaves_the_name(crunchbase: StubCrunchbase, ask: Ask) -> None:
    crunchbase.search.body = hits(an_organisation())
    answer = await ask()
    assert (answer.state, answer.reason) == ("not_found", "unknown_company")
    assert len(answer.pieces) == 3


async def test_without_a_key_it_is_not_asked(
    crunchbase: StubCrunchbase, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    settings = settings_for("http://unused", crunchbase_url=crunchbase.url)
    answer = await looked_up(Crunchbase(http, settings), belgian(), store, settings)
    assert (answer.state, answer.reason) == ("not_configured", "no_key")
    assert crunchbase.asked == []


async def test_the_key_travels_in_the_header_and_shows_nowhere(
    crunchbase: StubCrunchbase, ask: Ask, store: MemoryStore
) -> None:
    knows_the_website(crunchbase)
    answer = await ask()
    assert crunchbase.keys == [KEY, KEY]
    assert KEY not in answer.model_dump_json()
    assert KEY.encode() not in b"".join(body for body, _ in store.objects.values())


@pytest.mark.parametrize("unlicensed", ["legal_name", "headquarters_address"])
async def test_a_small_licence_is_asked_for_what_it_includes(
    crunchbase: StubCrunchbase, ask: Ask, unlicensed: str
) -> None:
    knows_the_website(crunchbase)
    crunchbase.unlicensed = frozenset({unlicensed})
    answer = await ask()
    assert (answer.state, answer.fact("company_name")) == ("found", "Zonnewind")
    assert crunchbase.questions[-1] == {"field_ids": "identifier,short_description,website_url,location_identifiers"}
    assert len(answer.pieces) == 3


ERRORS: list[tuple[int, bytes, str, float | None]] = [
    (401, b'[{"status": 401, "code": "LA401", "message": "Unauthorized user_key"}]', "key_refused", None),
    (403, b'{"value": "Forbidden"}', "key_refused", None),
    (400, b'[{"message": "insufficient permissions to sort field name", "code": "MD403"}]', "MD403", None),
    (400, b'{"value": "Bad request"}', "http_400", None),
    (400, b'[{"code": "<b>no code</b>"}]', "http_400", None),
    (400, b"[]", "http_400", None),
    (404, b"<html>Not found</html>", "http_404", None),
    (404, b"", "http_404", None),
    (426, b"", "http_426", None),
    (500, b'{"value": "Request failed"}', "http_500", 300.0),
    (500, b'{"error": "oops", "code": "CS500"}', "CS500", 300.0),
    (502, b"<html>", "http_502", 300.0),
    (302, b"", "http_302", 300.0),
    (200, b'[{"status": 500, "code": "LA500", "message": "x"}]', "LA500", 300.0),
    (200, b'{"value": "Request failed"}', "malformed_answer", 300.0),
]


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize(("status", "body", "reason", "retry"), ERRORS)
async def test_an_error_of_any_shape_is_unavailable_and_kept(
    crunchbase: StubCrunchbase, ask: Ask, service: str, status: int, body: bytes, reason: str, retry: float | None
) -> None:
    spoilt = answer_of(crunchbase, service)
    spoilt.status, spoilt.body = status, body
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)
    assert answer.facts == ()
    assert answer.data_hash == (f"sha256:{hashlib.sha256(body).hexdigest()}" if body else None)


async def test_a_search_that_is_not_there_says_nothing_about_the_company(crunchbase: StubCrunchbase, ask: Ask) -> None:
    crunchbase.search = Answer(b'{"error": "requested resource could not be found", "code": "CS404"}', 404)
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "CS404", None)


async def test_a_refused_key_is_told_to_an_operator(crunchbase: StubCrunchbase, ask: Ask) -> None:
    crunchbase.search = Answer(b'[{"status": 401, "code": "LA401"}]', 401)
    with capture_logs() as logs:
        await ask()
    assert [(each["log_level"], "CASEWRIGHT_CRUNCHBASE_KEY" in each["event"]) for each in logs] == [("error", True)]


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize(("headers", "retry"), [({}, 60.0), ({"Retry-After": "90"}, 90.0)])
async def test_too_many_requests_wait_a_minute_or_as_long_as_asked(
    crunchbase: StubCrunchbase, ask: Ask, service: str, headers: dict[str, str], retry: float
) -> None:
    spoilt = answer_of(crunchbase, service)
    spoilt.status, spoilt.headers = 429, headers
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "rate_limited", retry)


MALFORMED = [
    b"<!doctype html><h1>Maintenance</h1>",
    b"{}",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"\x00" * 1000,
    b'{"entities": "none", "properties": []}',
    b'{"entities": [{"properties": 1, "identifier": 1}], "properties": {"identifier": "x"}}',
    b'{"count": 1, "entit',
    b"[" * 100_000,
    b'{"properties": ' * 50_000,
]


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("body", MALFORMED)
async def test_a_malformed_answer_is_unavailable_and_kept(
    crunchbase: StubCrunchbase, ask: Ask, service: str, body: bytes
) -> None:
    answer_of(crunchbase, service).body = body
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert answer.data_hash == f"sha256:{hashlib.sha256(body).hexdigest()}"


@pytest.mark.parametrize("uuid", ["../../../admin", "", "zonnewind", f"{UUID}/cards", None])
async def test_an_organisation_is_asked_for_by_nothing_but_a_uuid(
    crunchbase: StubCrunchbase, ask: Ask, uuid: str | None
) -> None:
    organisation = an_organisation(identifier={"uuid": uuid, "value": "Zonnewind"})
    crunchbase.search.body = hits(organisation)
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "malformed_answer")
    assert len(crunchbase.asked) == 1


async def test_members_that_are_missing_null_or_unknown_are_no_fault(crunchbase: StubCrunchbase, ask: Ask) -> None:
    knows_the_website(crunchbase)
    crunchbase.search.body = b'{"entities": [null, {}, {"properties": {"identifier": null, "novel": [1]}}], "more": 1}'
    crunchbase.autocomplete.body = suggestions({"value": None}, {}, an_identifier())
    sparse = an_organisation(categories=None, founded_on=None, website_url=None, website=None, novel={"deep": [1]})
    crunchbase.organisations[UUID] = Answer(body_of({**sparse, "cards": {"headquarters_address": None}}))
    assert {fact.name: fact.value for fact in (await ask()).facts} == {"company_name": "Zonnewind", "country": "BE"}


@pytest.mark.parametrize(
    ("encoding", "media_type"),
    [
        ("utf-8-sig", "application/json"),
        ("utf-16", "application/json"),
        ("iso-8859-1", "application/json; charset=iso-8859-1"),
    ],
)
async def test_an_odd_encoding_is_read(crunchbase: StubCrunchbase, ask: Ask, encoding: str, media_type: str) -> None:
    knows_the_website(crunchbase)
    text = f'{{"properties": {{"identifier": {{"value": "Käserei", "uuid": "{UUID}"}}}}}}'
    crunchbase.organisations[UUID] = Answer(text.encode(encoding), headers={"Content-Type": media_type})
    assert (await ask()).fact("company_name") == "Käserei"


@pytest.mark.parametrize("service", SERVICES)
async def test_ten_megabytes_of_nothing_are_unavailable(
    crunchbase: StubCrunchbase, ask: Ask, service: str, store: MemoryStore
) -> None:
    answer_of(crunchbase, service).body = b" " * 10_000_000
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "too_large")
    assert max(len(body) for body, _ in store.objects.values()) == MAX_BODY_BYTES


async def test_a_body_cut_short_on_the_wire_is_unavailable(http: aiohttp.ClientSession, store: MemoryStore) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        await request.read()  # whoever hangs up on a question that is still coming resets the connection
        response = web.StreamResponse(headers={"Content-Length": "1000", "Content-Type": "application/json"})
        await response.prepare(request)
        await response.write(b'{"entities": [')
        assert request.transport is not None
        request.transport.close()
        return response

    app = web.Application()
    app.router.add_post("/{path:.*}", answer)
    async with TestServer(app) as server:
        told = await asked_at(str(server.make_url("")).rstrip("/"), http, store)
    assert (told.state, told.reason, told.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert [body for body, _ in store.objects.values()] == [b'{"entities": [']


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
    crunchbase: StubCrunchbase, http: aiohttp.ClientSession
) -> None:
    settings = settings_for("http://unused", crunchbase_url=crunchbase.url, crunchbase_key=SecretStr(f"{KEY}\n"))
    source = Crunchbase(http, settings)
    company = belgian(website_url="http://[::1", name="&?#% ☂ \u202e")
    assert (await source.ask(a_query(source, company))).reading.reason == "unknown_company"
