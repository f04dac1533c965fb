"""The simulated Crunchbase speaks the real one's contract, and our own source reads what it says."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import date

import aiohttp
import pytest
from pydantic import JsonValue, SecretStr, TypeAdapter

from activities.sources.crunchbase import Crunchbase
from deploy.local.registries.crunchbase import REFUSED_KEY, ROOTS
from deploy.local.registries.rows import Activity, Behaviour, RegisterEntry, SimulatedCompany, Website
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Slow, Truncated
from runtime.http import create_session
from schemas.sources import SourceAnswer, SourceName
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.deploy.served import PATIENCE_SECONDS, patience, served

LINDENHOF = RegisterEntry(
    name="Lindenhof Bakkerij BV",
    legal_form="BV",
    street="Lindelaan 3",
    postal_code="3011",
    city="Rotterdam",
    incorporated=date(2016, 3, 14),
    activities=(Activity("10.71", "Bread"),),
    in_crunchbase=True,
)


def row(name: str, told: Behaviour = LINDENHOF, host: str | None = None) -> SimulatedCompany:
    return SimulatedCompany(
        "A row of a test.",
        name,
        "NL",
        company_registration_number="81234567",
        website=Website(host) if host else None,
        entry=LINDENHOF,
        behaviours={SourceName.CRUNCHBASE: told},
    )


LINDENHOF_ROW = row("Lindenhof Bakkerij", host="lindenhof.example")
WITHOUT_WEBSITE = row("Meerblick Backwaren")
CLOSED = row("Stilgevallen", replace(LINDENHOF, status="dissolved", ended=date(2025, 2, 1)))
NOT_IN_IT = row("Onbekende Bakker", replace(LINDENHOF, in_crunchbase=False), "onbekend.example")
TROUBLES: Mapping[str, tuple[Behaviour, str]] = {
    "down": (Down(503), "http_503"),
    "closed": (Down(403), "key_refused"),
    "busy": (RateLimited(None), "rate_limited"),
    "malformed": (Malformed(), "malformed_answer"),
    "truncated": (Truncated(), "malformed_answer"),
    "slow": (Slow(30.0), "timeout"),
}
TROUBLED = {name: row(f"Bakker {name}", told, f"{name}.example") for name, (told, _) in TROUBLES.items()}


@pytest.fixture(scope="module")
def registries() -> Iterator[str]:
    with served([LINDENHOF_ROW, WITHOUT_WEBSITE, CLOSED, NOT_IN_IT, *TROUBLED.values()]) as url:
        yield url


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with create_session(total_seconds=PATIENCE_SECONDS) as session:
        yield session


async def told_of(
    registries: str, http: aiohttp.ClientSession, company: SimulatedCompany, root: str = ROOTS[0], key: str = "k"
) -> SourceAnswer:
    settings = settings_for(registries, crunchbase_url=registries + root, crunchbase_key=SecretStr(key))
    return await looked_up(Crunchbase(http, settings), company.company(), MemoryStore(), settings)


@pytest.mark.parametrize("root", ROOTS)
async def test_our_source_reads_a_company_from_it_below_both_paths(
    registries: str, http: aiohttp.ClientSession, root: str
) -> None:
    answer = await told_of(registries, http, LINDENHOF_ROW, root)
    assert (answer.state, answer.environment) == ("found", "test")
    assert [(fact.name, fact.value) for fact in answer.facts] == [
        ("company_name", "Lindenhof Bakkerij BV"),
        ("country", "NL"),
        ("website_url", "https://lindenhof.example"),
        ("incorporation_date", "2016"),
        ("company_status", "active"),
        ("activity_description", "Bread"),
    ]
    assert answer.facts[0].details["headquarters"] == "Rotterdam, The Netherlands, Europe"


async def test_a_company_without_a_website_is_found_by_name(registries: str, http: aiohttp.ClientSession) -> None:
    answer = await told_of(registries, http, WITHOUT_WEBSITE)
    assert answer.facts[0].details["matched_by"] == "name_and_country"


async def test_a_company_that_closed_is_told_so(registries: str, http: aiohttp.ClientSession) -> None:
    answer = await told_of(registries, http, CLOSED)
    assert answer.fact("company_status") == "inactive"
    assert [fact.details["closed_on"] for fact in answer.all("company_status")] == ["2025-02-01"]


async def test_a_company_that_is_not_in_it_is_not_found(registries: str, http: aiohttp.ClientSession) -> None:
    answer = await told_of(registries, http, NOT_IN_IT)
    assert (answer.state, answer.reason) == ("not_found", "unknown_company")


@pytest.mark.parametrize(("name", "reason"), [(name, reason) for name, (_, reason) in TROUBLES.items()])
async def test_trouble_is_unavailable(registries: str, name: str, reason: str) -> None:
    async with create_session(total_seconds=patience(reason)) as http:
        answer = await told_of(registries, http, TROUBLED[name])
    assert (answer.state, answer.reason) == ("unavailable", reason)


async def test_a_bad_key_is_refused(registries: str, http: aiohttp.ClientSession) -> None:
    assert (await told_of(registries, http, LINDENHOF_ROW, key=REFUSED_KEY)).reason == "key_refused"
    async with http.get(f"{registries}{ROOTS[0]}/autocompletes", params={"query": "x"}) as response:
        assert (response.status, await response.json()) == (
            401,
            [{"status": 401, "code": "LA401", "message": "Unauthorized user_key"}],
        )


async def get(http: aiohttp.ClientSession, url: str, params: Mapping[str, str]) -> tuple[int, JsonValue]:
    async with http.get(url, params=params, headers={"X-cb-user-key": "k"}) as response:
        return response.status, TypeAdapter[JsonValue](JsonValue).validate_json(await response.read())


async def test_an_organisation_it_does_not_have_is_missing(registries: str, http: aiohttp.ClientSession) -> None:
    assert await get(http, f"{registries}{ROOTS[0]}/entities/organizations/nobody", {}) == (
        404,
        {"error": "requested resource could not be found", "code": "CS404"},
    )


async def test_a_permalink_names_an_organisation_too(registries: str, http: aiohttp.ClientSession) -> None:
    url = f"{registries}{ROOTS[0]}/entities/organizations/lindenhof-bakkerij"
    status, body = await get(http, url, {"field_ids": "legal_name"})
    assert (status, body) == (200, {"properties": {"legal_name": "Lindenhof Bakkerij BV"}})


@pytest.mark.parametrize("params", [{"field_ids": "identifier,secret_field"}, {"card_ids": "founders"}])
async def test_a_field_outside_the_licence_is_refused(
    registries: str, http: aiohttp.ClientSession, params: dict[str, str]
) -> None:
    status, body = await get(http, f"{registries}{ROOTS[0]}/entities/organizations/lindenhof-bakkerij", params)
    assert isinstance(body, list)
    assert (status, isinstance(body[0], dict) and body[0]["code"]) == (400, "MD403")


@pytest.mark.parametrize("params", [{}, {"query": "bakker", "limit": "many"}])
async def test_an_autocompletion_of_nothing_is_refused(
    registries: str, http: aiohttp.ClientSession, params: dict[str, str]
) -> None:
    assert (await get(http, f"{registries}{ROOTS[0]}/autocompletes", params))[0] == 400


@pytest.mark.parametrize(
    "question",
    [
        b"",
        b"[]",
        b'{"query": []}',
        b'{"query": [{"type": "predicate", "field_id": "name", "operator_id": "eq", "values": ["x"]}]}',
    ],
)
async def test_a_search_it_does_not_understand_is_refused(
    registries: str, http: aiohttp.ClientSession, question: bytes
) -> None:
    url = f"{registries}{ROOTS[0]}/searches/organizations"
    async with http.post(url, data=question, headers={"X-cb-user-key": "k"}) as response:
        assert response.status == 400
