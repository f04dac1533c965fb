"""The simulated French directory speaks the contract that the look-up reads."""

from collections.abc import AsyncIterator
from datetime import date

import aiohttp
import pytest

from activities.sources.annuaire import Annuaire
from activities.sources.answers import Reading
from deploy.local.registries.annuaire import ROOT
from deploy.local.registries.rows import Activity, RegisteredPerson, SimulatedCompany
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceName
from tests.activities.sources.simulated import settings_for
from tests.deploy.asked_registers import TROUBLES, an_entry, asked, json_at, running, told

ENTRY = an_entry(
    name="Atelier du Canal",
    legal_form="SAS",
    activities=(Activity("47.62", "Commerce de papeterie"),),
    persons=(
        RegisteredPerson("Chevalier", "Margaux", birth_date=date(1984, 7, 2), country="FR"),
        RegisteredPerson("Ancien", "Paul", until=date(2021, 1, 1), country="FR"),
        RegisteredPerson("Holding du Lac", kind="company", country="FR"),
        RegisteredPerson("Audit", "Anne", role="auditor"),
    ),
    establishments=3,
)


def row(number: str, **members: object) -> SimulatedCompany:
    usual: dict[str, object] = {"entry": ENTRY, "company_registration_number": number}
    return SimulatedCompany("A test.", "Atelier du Canal SAS", "FR", **{**usual, **members})  # type: ignore[arg-type]


STATUSES: dict[CompanyStatus, CompanyStatus] = {"active": "active", "dissolved": "inactive", "inactive": "inactive"}
"""The directory does not say why a company ceased, nor that it is bankrupt."""
COMPANIES = (
    row("882624300"),
    row("882624301", behaviours={SourceName.ANNUAIRE: None}),
    *(row(f"88262431{place}", entry=an_entry(status=status)) for place, status in enumerate(STATUSES)),
    *(row(f"88262432{place}", behaviours={SourceName.ANNUAIRE: item[0]}) for place, item in enumerate(TROUBLES)),
)


@pytest.fixture(scope="module")
async def registries() -> AsyncIterator[tuple[str, aiohttp.ClientSession]]:
    async with running(COMPANIES) as registries:
        yield registries


async def of(registries: tuple[str, aiohttp.ClientSession], number: str) -> Reading:
    url, http = registries
    settings = settings_for(url, annuaire_url=url + ROOT)
    company = Company(company_name="Atelier", country="FR", company_registration_number=number)
    return await asked(Annuaire(http, settings), company)


async def test_a_company_is_told_as_its_entry_has_it(registries: tuple[str, aiohttp.ClientSession]) -> None:
    reading = await of(registries, "882624300")
    assert reading.state == "found"
    assert told(reading, "company_name") == ["ATELIER DU CANAL"]
    assert told(reading, "legal_form") == ["SAS"]
    assert told(reading, "activity_code") == ["NACE 47.62"]
    assert told(reading, "establishments") == [3]
    directors = [(fact.value, fact.details.get("birth_date")) for fact in reading.facts if fact.name == "director"]
    assert directors == [("MARGAUX CHEVALIER", "1984-07"), ("HOLDING DU LAC", None)]


@pytest.mark.parametrize(("place", "status"), list(enumerate(STATUSES.values())))
async def test_each_status_is_told(
    registries: tuple[str, aiohttp.ClientSession], place: int, status: CompanyStatus
) -> None:
    assert told(await of(registries, f"88262431{place}"), "company_status") == [status]


@pytest.mark.parametrize("number", ["882624301", "999999999"])
async def test_what_the_directory_does_not_know_is_not_found(
    registries: tuple[str, aiohttp.ClientSession], number: str
) -> None:
    assert (await of(registries, number)).state == "not_found"


@pytest.mark.parametrize(("place", "reason"), [(place, reason) for place, (_, reason) in enumerate(TROUBLES)])
async def test_each_trouble_is_unavailable(
    registries: tuple[str, aiohttp.ClientSession], place: int, reason: str
) -> None:
    reading = await of(registries, f"88262432{place}")
    assert (reading.state, reading.reason) == ("unavailable", reason)


@pytest.mark.parametrize("params", [{"q": "ab"}, {}, {"q": "882624300", "per_page": "26"}])
async def test_a_search_that_asks_wrongly_is_refused(
    registries: tuple[str, aiohttp.ClientSession], params: dict[str, str]
) -> None:
    url, http = registries
    status, body = await json_at(http, f"{url}{ROOT}/search", params)
    assert status == 400
    assert isinstance(body, dict)
    assert body.keys() == {"erreur"}


async def test_a_search_by_name_finds_each_company_of_that_name(
    registries: tuple[str, aiohttp.ClientSession],
) -> None:
    url, http = registries
    async with http.get(f"{url}{ROOT}/search", params={"q": "nobody has this name"}) as response:
        assert (await response.json())["total_results"] == 0
