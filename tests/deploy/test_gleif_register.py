"""GLEIF's simulated index speaks the contract that the look-up reads."""

from collections.abc import AsyncIterator
from datetime import date

import aiohttp
import pytest

from activities.sources.answers import Reading
from activities.sources.gleif import Gleif
from deploy.local.registries.gleif import ROOT
from deploy.local.registries.rows import RegisteredOwner, SimulatedCompany
from schemas.company import Company
from schemas.sources import SourceFact, SourceName
from tests.activities.sources.simulated import settings_for
from tests.deploy.asked_registers import TROUBLES, an_entry, asked, json_at, running, told

PARENT_LEI = "529900ZEEHAVENHOLD17"
OUTSIDE_LEI = "529900ATLANTICTRUS28"


def lei(place: int) -> str:
    return f"529900PROEFWINKELS{place:02}"


def row(place: int, behaviours: object = None, number: str | None = None, **entry: object) -> SimulatedCompany:
    name = f"Proefwinkel {place:02}"
    told = an_entry(**{"name": name, "legal_form": "BV", "lei": lei(place), **entry})
    number = number or f"07113269{place:02}"
    return SimulatedCompany(
        "A test.",
        name,
        "BE",
        company_registration_number=number,
        entry=told,
        behaviours=behaviours or {},  # type: ignore[arg-type]
    )


COMPANIES = (
    row(0, owners=(RegisteredOwner("Jan Peeters", 100.0),)),
    row(1, lei=None),
    row(2, behaviours={SourceName.GLEIF: None}),
    row(3, parent_lei=lei(0), lei_status="LAPSED"),
    row(4, parent_lei=OUTSIDE_LEI, owners=(RegisteredOwner("Atlantic Trust Ltd", 80.0, "company", "IE"),)),
    row(5, status="dissolved", ended=date(2024, 2, 1)),
    *(row(10 + place, {SourceName.GLEIF: trouble}) for place, (trouble, _) in enumerate(TROUBLES)),
)


@pytest.fixture(scope="module")
async def registries() -> AsyncIterator[tuple[str, aiohttp.ClientSession]]:
    async with running(COMPANIES) as registries:
        yield registries


async def of(registries: tuple[str, aiohttp.ClientSession], place: int, *, by_name: bool = False) -> Reading:
    url, http = registries
    settings = settings_for(url, gleif_url=url + ROOT)
    company = COMPANIES[place].company()
    if by_name:
        company = Company(company_name=company.company_name, country="BE")
    return await asked(Gleif(http, settings), company)


def parent(reading: Reading) -> SourceFact:
    return next(fact for fact in reading.facts if fact.name == "direct_parent")


@pytest.mark.parametrize("by_name", [False, True])
async def test_a_company_is_found_by_number_or_by_name(
    registries: tuple[str, aiohttp.ClientSession], by_name: bool
) -> None:
    reading = await of(registries, 0, by_name=by_name)
    assert reading.state == "found"
    assert (told(reading, "lei"), told(reading, "lei_status")) == ([lei(0)], ["ISSUED"])
    assert told(reading, "company_name") == ["Proefwinkel 00"]
    assert told(reading, "incorporation_date") == ["2016-03-14"]


@pytest.mark.parametrize("place", [1, 2])
async def test_what_has_no_lei_is_not_found(registries: tuple[str, aiohttp.ClientSession], place: int) -> None:
    assert (await of(registries, place)).state == "not_found"


async def test_who_reports_no_parent_says_why(registries: tuple[str, aiohttp.ClientSession]) -> None:
    assert parent(await of(registries, 0)).value == "NATURAL_PERSONS"
    assert parent(await of(registries, 5)).value == "NO_KNOWN_PERSON"


async def test_a_parent_is_another_company_or_one_known_by_name(
    registries: tuple[str, aiohttp.ClientSession],
) -> None:
    inside, outside = parent(await of(registries, 3)), parent(await of(registries, 4))
    assert (inside.value, inside.details["name"]) == (lei(0), "Proefwinkel 00")
    assert (outside.value, outside.details["name"]) == (OUTSIDE_LEI, "Atlantic Trust Ltd")


async def test_a_lapsed_registration_is_no_insolvency(registries: tuple[str, aiohttp.ClientSession]) -> None:
    reading = await of(registries, 3)
    assert (told(reading, "lei_status"), told(reading, "company_status")) == (["LAPSED"], ["active"])


async def test_a_dissolved_company_is_told_with_its_date(registries: tuple[str, aiohttp.ClientSession]) -> None:
    reading = await of(registries, 5)
    assert told(reading, "company_status") == ["dissolved"]
    assert told(reading, "dissolution_date") == ["2024-02-01"]


@pytest.mark.parametrize(("place", "reason"), [(place, reason) for place, (_, reason) in enumerate(TROUBLES)])
async def test_each_trouble_is_unavailable(
    registries: tuple[str, aiohttp.ClientSession], place: int, reason: str
) -> None:
    reading = await of(registries, 6 + place)
    assert (reading.state, reading.reason) == ("unavailable", reason)


@pytest.mark.parametrize(
    ("path", "params", "status"),
    [
        (f"/lei-records/{lei(0)}", {}, 200),
        (f"/lei-records/{PARENT_LEI}", {}, 404),
        (f"/lei-records/{lei(0)}/direct-parent", {}, 404),
        (f"/lei-records/{lei(3)}/direct-parent-reporting-exception", {}, 404),
        ("/lei-records", {"filter[entity.shoeSize]": "44"}, 400),
        ("/lei-records", {"page[size]": "201"}, 400),
        ("/lei-records", {"filter[lei]": PARENT_LEI}, 200),
    ],
)
async def test_a_wrong_question_is_answered_as_json_api_answers_it(
    registries: tuple[str, aiohttp.ClientSession], path: str, params: dict[str, str], status: int
) -> None:
    url, http = registries
    got, body = await json_at(http, f"{url}{ROOT}{path}", params)
    assert isinstance(body, dict)
    assert (got, "errors" in body) == (status, status >= 400)
