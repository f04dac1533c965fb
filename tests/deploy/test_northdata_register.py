"""The simulated NorthData speaks the real one's contract, and our own source reads what it says."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from datetime import date

import aiohttp
import pytest
from pydantic import JsonValue, SecretStr, TypeAdapter

from activities.sources.northdata import NorthData
from deploy.local.registries.northdata import REFUSED_KEY, ROOT
from deploy.local.registries.rows import (
    Accounts,
    Activity,
    Behaviour,
    RegisteredOwner,
    RegisteredPerson,
    RegisterEntry,
    SimulatedCompany,
    shop,
)
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Slow, Truncated
from runtime.http import create_session
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceAnswer, SourceName
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.deploy.served import PATIENCE_SECONDS, patience, served

LINDENHOF = RegisterEntry(
    name="Lindenhof Bakkerij BV",
    legal_form="BV",
    street="Lindelaan 3",
    postal_code="3000",
    city="Leuven",
    incorporated=date(2016, 3, 14),
    activities=(Activity("10.71", "Manufacture of bread"),),
    persons=(
        RegisteredPerson("De Wilde", "An", birth_date=date(1980, 2, 3)),
        RegisteredPerson("Beheer NV", kind="company", role="managing_director"),
        RegisteredPerson("Vroeger", "Piet", until=date(2021, 1, 1)),
        RegisteredPerson("Cijfers Audit", role="auditor", kind="company"),
    ),
    owners=(RegisteredOwner("An De Wilde", 20.0), RegisteredOwner("Beheer NV", 80.0, "company")),
    accounts=(
        Accounts(2023, date(2024, 6, 1), equity=1, turnover=2, result=3),
        Accounts(2024, date(2025, 6, 1), equity=40_000, turnover=None, result=-1_500, employees=7),
    ),
    lei="894500ZZZZZZZZZZZZ00",
    flags=("Young company",),
)


def row(name: str, number: str, told: Behaviour = LINDENHOF, country: str = "BE") -> SimulatedCompany:
    return SimulatedCompany(
        "A row of a test.",
        name,
        country,
        vat_number=f"BE{number}" if country == "BE" else None,
        company_registration_number=number,
        website=shop("lindenhof.example", name, "Bread", "Lindelaan 3, 3000 Leuven", number),
        entry=LINDENHOF,
        behaviours={SourceName.NORTHDATA: told},
    )


ELSEWHERE = replace(LINDENHOF, name="Meerblick GmbH", legal_form="GmbH", city="Hamburg")
STATES: dict[str, CompanyStatus] = {
    "0700000220": "liquidation",
    "0700000319": "bankruptcy",
    "0700000418": "dissolved",
}
TROUBLES: Mapping[str, tuple[Behaviour, str]] = {
    "0700000616": (Down(503), "http_503"),
    "0700000715": (Down(401), "key_refused"),
    "0700000814": (RateLimited(30), "rate_limited"),
    "0700000913": (Malformed(), "malformed_answer"),
    "0700001012": (Truncated(), "malformed_answer"),
    "0700001111": (Slow(30.0), "timeout"),
}
COMPANIES = [
    row("Lindenhof Bakkerij", "0711326932"),
    row("Stille Water", "0403170701", None),
    row("Meerblick GmbH", "HRB 82888 Hamburg", ELSEWHERE, "DE"),
    row("Meerblick GmbH", "HRB 90001 Kiel", replace(ELSEWHERE, city="Kiel"), "DE"),
    *(
        row(f"Was {status}", number, replace(LINDENHOF, status=status, ended=date(2025, 2, 1)))
        for number, status in STATES.items()
    ),
    *(row(f"In trouble {number}", number, told) for number, (told, _) in TROUBLES.items()),
]


@pytest.fixture(scope="module")
def registries() -> Iterator[str]:
    with served(COMPANIES) as url:
        yield url


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with create_session(total_seconds=PATIENCE_SECONDS) as session:
        yield session


async def told_of(registries: str, http: aiohttp.ClientSession, company: Company, key: str = "K-1") -> SourceAnswer:
    settings = settings_for(registries, northdata_url=registries + ROOT, northdata_key=SecretStr(key))
    return await looked_up(NorthData(http, settings), company, MemoryStore(), settings)


async def get(
    http: aiohttp.ClientSession, url: str, params: Mapping[str, str], key: str | None = "K-1"
) -> tuple[int, dict[str, JsonValue]]:
    headers = {"X-Api-Key": key} if key is not None else {}
    async with http.get(url, params=params, headers=headers) as response:
        return response.status, TypeAdapter(dict[str, JsonValue]).validate_json(await response.read())


async def test_our_source_reads_a_company_from_it(registries: str, http: aiohttp.ClientSession) -> None:
    answer = await told_of(registries, http, COMPANIES[0].company())
    assert (answer.state, answer.environment) == ("found", "test")
    assert [(fact.name, fact.value) for fact in answer.facts] == [
        ("company_name", "Lindenhof Bakkerij BV"),
        ("legal_form", "BV"),
        ("registered_address", "Lindelaan 3, 3000 Leuven"),
        ("country", "BE"),
        ("registration_number", "0711326932"),
        ("lei", "894500ZZZZZZZZZZZZ00"),
        ("company_status", "active"),
        ("incorporation_date", "2016-03-14"),
        ("activity_code", "NACE 10.71"),
        ("activity_description", "Manufacture of bread"),
        ("director", "An De Wilde"),
        ("director", "Beheer NV"),
        ("owner", "An De Wilde"),
        ("owner", "Beheer NV"),
        ("result_of_year", -1_500),
        ("equity", 40_000),
        ("employees", 7),
        ("website_url", "https://lindenhof.example"),
        ("vat_number", "BE0711326932"),
        ("registry_flag", "Young company"),
    ]


async def test_a_company_it_does_not_know_is_not_found(registries: str, http: aiohttp.ClientSession) -> None:
    answer = await told_of(registries, http, COMPANIES[1].company())
    assert (answer.state, answer.reason) == ("not_found", "unknown_company")


@pytest.mark.parametrize(("number", "status"), STATES.items())
async def test_the_end_of_a_company_is_told_by_status_and_events(
    registries: str, http: aiohttp.ClientSession, number: str, status: str
) -> None:
    asked = Company(company_name="Lindenhof", country="BE", company_registration_number=number)
    assert (await told_of(registries, http, asked)).fact("company_status") == status


@pytest.mark.parametrize(("number", "reason"), [(number, reason) for number, (_, reason) in TROUBLES.items()])
async def test_trouble_is_unavailable(registries: str, number: str, reason: str) -> None:
    asked = Company(company_name="Lindenhof", country="BE", company_registration_number=number)
    async with create_session(total_seconds=patience(reason)) as http:
        answer = await told_of(registries, http, asked)
    assert (answer.state, answer.reason) == ("unavailable", reason)


async def test_a_german_number_needs_its_court(registries: str, http: aiohttp.ClientSession) -> None:
    with_court = Company(
        company_name="Meerblick GmbH", country="DE", company_registration_number="HRB 82888 Amtsgericht Hamburg"
    )
    assert (await told_of(registries, http, with_court)).fact("registered_address") == "Lindelaan 3, 3000 Hamburg"
    without = with_court.model_copy(update={"company_registration_number": "HRB 82888"})
    answer = await told_of(registries, http, without)
    assert (answer.state, answer.reason) == ("not_found", "ambiguous")


@pytest.mark.parametrize("key", [None, "", REFUSED_KEY])
async def test_a_bad_key_is_refused(registries: str, http: aiohttp.ClientSession, key: str | None) -> None:
    assert (await get(http, f"{registries}{ROOT}/company/v1/company", {"name": "x"}, key))[0] == 401


async def test_a_question_without_a_company_is_invalid(registries: str, http: aiohttp.ClientSession) -> None:
    assert (await get(http, f"{registries}{ROOT}/company/v1/company", {"fuzzyMatch": "true"}))[0] == 400


async def test_only_base_data_comes_unasked(registries: str, http: aiohttp.ClientSession) -> None:
    status, body = await get(http, f"{registries}{ROOT}/company/v1/company", {"registerId": "KBO 0711.326.932"})
    assert status == 200
    assert {"financials", "events", "extras", "flags", "relatedPersons", "relatedCompanies"}.isdisjoint(body)
    assert body["register"] == {"country": "BE", "city": "", "id": "KBO 0711.326.932", "uniqueKey": "0711326932"}


async def test_a_company_is_known_by_its_key_again(registries: str, http: aiohttp.ClientSession) -> None:
    status, body = await get(http, f"{registries}{ROOT}/company/v1/company", {"registerKey": "0711326932"})
    assert (status, body["name"]) == (200, {"name": "Lindenhof Bakkerij BV", "legalForm": "BV"})


async def test_several_of_one_name_are_undecided(registries: str, http: aiohttp.ClientSession) -> None:
    asked = {"name": "Lindenhof Bakkerij BV", "address": "Leuven"}
    assert (await get(http, f"{registries}{ROOT}/company/v1/company", asked))[0] == 400


async def test_those_who_left_come_only_with_the_history(registries: str, http: aiohttp.ClientSession) -> None:
    url, asked = f"{registries}{ROOT}/company/v1/company", {"registerKey": "0711326932", "representatives": "true"}
    now = str((await get(http, url, asked))[1])
    ever = str((await get(http, url, asked | {"history": "true"}))[1])
    assert ("Vroeger" in now, "Vroeger" in ever, "'demotion': True" in ever) == (False, True, True)


@pytest.mark.parametrize(
    ("params", "names"),
    [
        ({"query": "meer"}, ["Meerblick GmbH", "Meerblick GmbH"]),
        ({"query": "Meer", "limit": "1"}, ["Meerblick GmbH"]),
        ({"query": "meer", "countries": "BE|NL"}, []),
        ({"query": "meer", "countries": "BE|DE", "domain": "person"}, []),
        ({"query": "blick"}, []),
    ],
)
async def test_suggestions_begin_with_what_was_typed(
    registries: str, http: aiohttp.ClientSession, params: dict[str, str], names: list[str]
) -> None:
    status, body = await get(http, f"{registries}{ROOT}/search/v1/suggest", params)
    results = TypeAdapter(list[dict[str, JsonValue]]).validate_python(body["results"])
    assert (status, [each["matchedName"] for each in results]) == (200, names)


@pytest.mark.parametrize("params", [{}, {"query": "meer", "limit": "many"}])
async def test_a_suggestion_for_nothing_is_invalid(
    registries: str, http: aiohttp.ClientSession, params: dict[str, str]
) -> None:
    assert (await get(http, f"{registries}{ROOT}/search/v1/suggest", params))[0] == 400


async def test_billing_counts_requests(registries: str, http: aiohttp.ClientSession) -> None:
    status, body = await get(http, f"{registries}{ROOT}/billing/v1/requests", {})
    assert (status, sorted(body)) == (200, ["numberOfRequests", "periodEnd", "periodStart"])
