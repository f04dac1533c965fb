"""The simulated yente speaks the contract that the screening reads, over a list of invented names."""

from collections.abc import AsyncIterator, Mapping

import aiohttp
import pytest

from activities.sources.answers import Reading
from activities.sources.screening import Screening
from deploy.local.registries.rows import SimulatedCompany
from deploy.local.registries.screening import BATCH, KEY, ROOT
from deploy.local.registries.watchlist import (
    DATASETS,
    DEBARRED_COMPANY,
    EXPOSED_PERSON,
    HARMLESS,
    NAMESAKE,
    SANCTIONED_DIRECTOR,
    WATCHLIST,
)
from schemas.company import Company
from schemas.sources import Person, SourceName
from tests.activities.sources.simulated import settings_for
from tests.deploy.asked_registers import TROUBLES, asked, running

CLEAN = Company(company_name="Zonnewind Logistiek BV", country="BE", company_registration_number="0711326932")
COMPANIES = tuple(
    SimulatedCompany("A test.", f"Storing {place} BV", "BE", behaviours={SourceName.SCREENING: trouble})
    for place, (trouble, _) in enumerate(TROUBLES)
)


@pytest.fixture(scope="module")
async def registries() -> AsyncIterator[tuple[str, aiohttp.ClientSession]]:
    async with running(COMPANIES) as registries:
        yield registries


async def screened(
    registries: tuple[str, aiohttp.ClientSession],
    *persons: Person,
    company: Company = CLEAN,
    settings: Mapping[str, object] | None = None,
) -> Reading:
    url, http = registries
    known = settings_for(url, **{"screening_url": url + ROOT, **(settings or {})})
    return await asked(Screening(http, known), company, persons)


def matches(reading: Reading) -> list[tuple[object, str, str]]:
    return [
        (fact.details["entity_id"], fact.details["match"], fact.details["score"])
        for fact in reading.facts
        if fact.name == "screening_match"
    ]


async def test_nobody_is_found_of_whom_no_list_knows(registries: tuple[str, aiohttp.ClientSession]) -> None:
    reading = await screened(registries, Person(name="Lieve Verbeke", birth_date="1975-06-11", country="BE"))
    assert (reading.state, reading.reason) == ("not_found", "no_match")
    assert [fact.details.get("dropped") for fact in reading.facts] == [None, None]


@pytest.mark.parametrize("listed", [SANCTIONED_DIRECTOR, EXPOSED_PERSON], ids=lambda listed: listed.name)
async def test_a_listed_person_is_found_by_name_with_or_without_a_birth_date(
    registries: tuple[str, aiohttp.ClientSession], listed: object
) -> None:
    assert listed in WATCHLIST
    entry = next(entry for entry in WATCHLIST if entry is listed)
    born = Person(name=entry.name.upper(), birth_date=entry.birth_date, country=entry.countries[0].upper())
    for person in (born, Person(name=entry.name), Person(name=entry.aliases[0])):
        reading = await screened(registries, person)
        assert (reading.state, matches(reading)) == ("found", [(entry.id, "true", "1.00")])


async def test_a_listed_company_is_found_whatever_its_legal_form(
    registries: tuple[str, aiohttp.ClientSession],
) -> None:
    owner = Person(name="Obsidian Freight Services", kind="company", country="LU")
    reading = await screened(registries, owner)
    assert matches(reading) == [(DEBARRED_COMPANY.id, "true", "1.00")]


@pytest.mark.parametrize(
    ("country", "told"),
    [(None, [(NAMESAKE.id, "false", "0.60")]), ("NL", [(NAMESAKE.id, "false", "0.60")]), ("SE", [])],
)
async def test_a_namesake_of_another_year_is_no_match(
    registries: tuple[str, aiohttp.ClientSession], country: str | None, told: list[object]
) -> None:
    reading = await screened(registries, Person(name="Pieter Storm", birth_date="1975-06-11", country=country))
    assert (reading.state, reading.reason, matches(reading)) == ("not_found", "no_match", told)


async def test_what_is_listed_for_no_risk_is_not_told(registries: tuple[str, aiohttp.ClientSession]) -> None:
    reading = await screened(registries, Person(name=HARMLESS.name, birth_date=HARMLESS.birth_date))
    assert matches(reading) == []


async def test_a_collection_tells_only_of_its_own_lists(registries: tuple[str, aiohttp.ClientSession]) -> None:
    person = Person(name=EXPOSED_PERSON.name)
    assert (await screened(registries, person, settings={"screening_dataset": "peps"})).state == "found"
    assert (await screened(registries, person, settings={"screening_dataset": "sanctions"})).state == "not_found"


async def test_what_the_server_cannot_parse_it_drops(registries: tuple[str, aiohttp.ClientSession]) -> None:
    reading = await screened(registries, Person(name="Lieve Verbeke", birth_date="in the spring"))
    assert reading.facts[1].details["dropped"] == "birthDate"


async def test_a_name_of_which_nothing_is_left_is_not_screened(
    registries: tuple[str, aiohttp.ClientSession],
) -> None:
    reading = await screened(registries, Person(name="???"))
    assert (reading.state, reading.reason) == ("unavailable", "partly_screened")


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"screening_key": "another-key"}, "http_401"),
        ({"screening_dataset": "nobody-has-this"}, "http_404"),
    ],
)
async def test_what_is_set_wrongly_is_unavailable(
    registries: tuple[str, aiohttp.ClientSession], members: dict[str, object], reason: str
) -> None:
    reading = await screened(registries, settings=members)
    assert (reading.state, reading.reason, reading.retry_after_seconds) == ("unavailable", reason, None)


async def test_the_right_key_is_taken(registries: tuple[str, aiohttp.ClientSession]) -> None:
    assert (await screened(registries, settings={"screening_key": KEY})).state == "not_found"


@pytest.mark.parametrize(("place", "reason"), [(place, reason) for place, (_, reason) in enumerate(TROUBLES)])
async def test_each_trouble_is_unavailable(
    registries: tuple[str, aiohttp.ClientSession], place: int, reason: str
) -> None:
    reading = await screened(registries, company=COMPANIES[place].company())
    assert (reading.state, reading.reason) == ("unavailable", reason)


ONE = {"schema": "Person", "properties": {"name": ["Lieve Verbeke"]}}


@pytest.mark.parametrize(
    ("body", "params", "status", "detail"),
    [
        ({"queries": {}}, {}, 400, "No queries provided."),
        ({"queries": {str(n): ONE for n in range(BATCH + 1)}}, {}, 400, "Too many queries in one batch (limit: 100)"),
        ({"queries": {"a": {"schema": "Shoe"}}}, {}, 400, "Cannot parse example entity: no such schema Shoe"),
        ({"queries": {"a": ONE}}, {"algorithm": "guessing"}, 400, "Unknown algorithm: guessing"),
    ],
)
async def test_one_bad_query_fails_the_batch(
    registries: tuple[str, aiohttp.ClientSession],
    body: dict[str, object],
    params: dict[str, str],
    status: int,
    detail: str,
) -> None:
    url, http = registries
    async with http.post(f"{url}{ROOT}/match/default", json=body, params=params) as response:
        assert (response.status, await response.json()) == (status, {"detail": detail})


@pytest.mark.parametrize(
    ("body", "params"),
    [
        ({"queries": {"a": {"properties": {"name": ["x"]}}}}, {}),
        ({"question": 1}, {}),
        ({"queries": {"a": ONE}}, {"threshold": "high"}),
        ({"queries": {"a": ONE}}, {"limit": "501"}),
    ],
)
async def test_what_does_not_fit_the_schema_is_told_as_a_list(
    registries: tuple[str, aiohttp.ClientSession], body: dict[str, object], params: dict[str, str]
) -> None:
    url, http = registries
    async with http.post(f"{url}{ROOT}/match/default", json=body, params=params) as response:
        told = await response.json()
    assert response.status == 422
    assert {"type", "loc", "msg"} == set(told["detail"][0])


def test_the_collections_hold_the_lists_of_the_watchlist() -> None:
    assert DATASETS["sanctions"] | DATASETS["peps"] <= DATASETS["default"]
    assert len({entry.id for entry in WATCHLIST}) == len(WATCHLIST)
