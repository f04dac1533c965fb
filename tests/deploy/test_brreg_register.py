"""The simulated Norwegian register speaks the contract that the look-up reads."""

from collections.abc import AsyncIterator
from datetime import date

import aiohttp
import pytest

from activities.sources.answers import Reading
from activities.sources.brreg import Brreg
from deploy.local.registries.brreg import ROOT
from deploy.local.registries.rows import Activity, RegisteredPerson, SimulatedCompany
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceName
from tests.activities.sources.simulated import settings_for
from tests.deploy.asked_registers import TROUBLES, an_entry, asked, json_at, running, told

ENTRY = an_entry(
    name="Prøve Verksted AS",
    legal_form="AS",
    activities=(Activity("47.59", "Butikkhandel"), Activity("46.47", "Engroshandel")),
    persons=(
        RegisteredPerson("Lie", "Kari", "managing_director", birth_date=date(1980, 5, 4), country="NO"),
        RegisteredPerson("Moe", "Ole", until=date(2021, 1, 1), country="NO"),
        RegisteredPerson("Nordlys Holding AS", kind="company", country="NO"),
        RegisteredPerson("Revisjon AS", role="auditor", kind="company"),
    ),
    employees=12,
)


def row(number: str, **members: object) -> SimulatedCompany:
    usual: dict[str, object] = {"entry": ENTRY, "company_registration_number": number}
    return SimulatedCompany("A test.", "Prøve Verksted AS", "NO", **{**usual, **members})  # type: ignore[arg-type]


STATUSES: dict[CompanyStatus, CompanyStatus] = {
    "active": "active",
    "liquidation": "liquidation",
    "bankruptcy": "bankruptcy",
    "dissolved": "dissolved",
    "inactive": "dissolved",
}
"""A unit that ceased is deleted in Norway."""
COMPANIES = (
    row("912345600"),
    row("912345601", behaviours={SourceName.BRREG: None}),
    *(row(f"91234561{place}", entry=an_entry(status=status)) for place, status in enumerate(STATUSES)),
    *(row(f"91234562{place}", behaviours={SourceName.BRREG: trouble}) for place, (trouble, _) in enumerate(TROUBLES)),
)


@pytest.fixture(scope="module")
async def registries() -> AsyncIterator[tuple[str, aiohttp.ClientSession]]:
    async with running(COMPANIES) as registries:
        yield registries


async def of(registries: tuple[str, aiohttp.ClientSession], number: str) -> Reading:
    url, http = registries
    settings = settings_for(url, brreg_url=url + ROOT)
    vat = f"NO{number}MVA"
    company = Company(company_name="Prøve", country="NO", company_registration_number=number, vat_number=vat)
    return await asked(Brreg(http, settings), company)


async def test_a_company_is_told_as_its_entry_has_it(registries: tuple[str, aiohttp.ClientSession]) -> None:
    reading = await of(registries, "912345600")
    assert reading.state == "found"
    assert told(reading, "company_name") == ["PRØVE VERKSTED AS"]
    assert told(reading, "registered_address") == ["Dlouhá 5, 11000 PRAHA"]
    assert told(reading, "activity_code") == ["NACE 47.59", "NACE 46.47"]
    assert (told(reading, "vat_valid"), told(reading, "employees")) == ([True], [12])
    assert told(reading, "director") == ["Kari Lie", "NORDLYS HOLDING AS"]


@pytest.mark.parametrize(("place", "status"), list(enumerate(STATUSES.values())))
async def test_each_status_is_told(
    registries: tuple[str, aiohttp.ClientSession], place: int, status: CompanyStatus
) -> None:
    assert told(await of(registries, f"91234561{place}"), "company_status") == [status]


@pytest.mark.parametrize("number", ["912345601", "999999999"])
async def test_what_the_register_does_not_know_is_not_found(
    registries: tuple[str, aiohttp.ClientSession], number: str
) -> None:
    assert (await of(registries, number)).state == "not_found"


@pytest.mark.parametrize(("place", "reason"), [(place, reason) for place, (_, reason) in enumerate(TROUBLES)])
async def test_each_trouble_is_unavailable(
    registries: tuple[str, aiohttp.ClientSession], place: int, reason: str
) -> None:
    reading = await of(registries, f"91234562{place}")
    assert (reading.state, reading.reason) == ("unavailable", reason)


@pytest.mark.parametrize("path", ["/enheter/123", "/enheter/123/roller"])
async def test_a_number_of_another_form_is_refused(registries: tuple[str, aiohttp.ClientSession], path: str) -> None:
    url, http = registries
    status, _ = await json_at(http, f"{url}{ROOT}{path}")
    assert status == 400
