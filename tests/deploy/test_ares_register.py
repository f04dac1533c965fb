"""The simulated ARES speaks the contract that the look-up reads."""

from collections.abc import AsyncIterator
from datetime import date

import aiohttp
import pytest

from activities.sources.answers import Reading
from activities.sources.ares import Ares
from deploy.local.registries.ares import ROOT
from deploy.local.registries.rows import Activity, RegisteredOwner, RegisteredPerson, SimulatedCompany
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceName
from tests.activities.sources.simulated import settings_for
from tests.deploy.asked_registers import TROUBLES, an_entry, asked, json_at, running, told

ENTRY = an_entry(
    activities=(Activity("47.91", "Retail by mail order"),),
    persons=(
        RegisteredPerson("Nováková", "Jana", birth_date=date(1980, 5, 4), country="CZ"),
        RegisteredPerson("Starý", "Petr", until=date(2021, 1, 1), country="CZ"),
        RegisteredPerson("Kaštan Holding a.s.", kind="company", country="CZ"),
        RegisteredPerson("Auditor", "Adam", role="auditor"),
    ),
    owners=(RegisteredOwner("Jana Nováková", 66.5, country="CZ"), RegisteredOwner("Kaštan", 33.5, "company", "SK")),
)


def row(number: str, **members: object) -> SimulatedCompany:
    usual: dict[str, object] = {"entry": ENTRY, "company_registration_number": number}
    return SimulatedCompany("A test.", "Vzorová Dílna s.r.o.", "CZ", **{**usual, **members})  # type: ignore[arg-type]


STATUSES: tuple[CompanyStatus, ...] = ("active", "liquidation", "bankruptcy", "dissolved", "inactive")
COMPANIES = (
    row("04567800"),
    row("04567801", behaviours={SourceName.ARES: None}),
    *(row(f"0456781{place}", entry=an_entry(status=status)) for place, status in enumerate(STATUSES)),
    *(row(f"0456782{place}", behaviours={SourceName.ARES: trouble}) for place, (trouble, _) in enumerate(TROUBLES)),
)


@pytest.fixture(scope="module")
async def registries() -> AsyncIterator[tuple[str, aiohttp.ClientSession]]:
    async with running(COMPANIES) as registries:
        yield registries


async def of(registries: tuple[str, aiohttp.ClientSession], number: str) -> Reading:
    url, http = registries
    settings = settings_for(url, ares_url=url + ROOT)
    company = Company(company_name="Vzorová Dílna", country="CZ", company_registration_number=number)
    return await asked(Ares(http, settings), company)


async def test_a_company_is_told_as_its_entry_has_it(registries: tuple[str, aiohttp.ClientSession]) -> None:
    reading = await of(registries, "04567800")
    assert reading.state == "found"
    assert told(reading, "company_name") == ["Vzorová Dílna"]
    assert told(reading, "registered_address") == ["Dlouhá 5, 11000 Praha"]
    assert told(reading, "activity_code") == ["NACE 47.91"]
    assert told(reading, "director") == ["Jana Nováková", "Kaštan Holding a.s."]
    owners = [(fact.value, fact.details["share_percent"]) for fact in reading.facts if fact.name == "owner"]
    assert owners == [("Jana Nováková", "66.5"), ("Kaštan", "33.5")]


@pytest.mark.parametrize(("place", "status"), list(enumerate(STATUSES)))
async def test_each_status_is_told(
    registries: tuple[str, aiohttp.ClientSession], place: int, status: CompanyStatus
) -> None:
    assert told(await of(registries, f"0456781{place}"), "company_status") == [status]


@pytest.mark.parametrize("number", ["04567801", "99999999"])
async def test_what_the_register_does_not_know_is_not_found(
    registries: tuple[str, aiohttp.ClientSession], number: str
) -> None:
    assert (await of(registries, number)).state == "not_found"


@pytest.mark.parametrize(("place", "reason"), [(place, reason) for place, (_, reason) in enumerate(TROUBLES)])
async def test_each_trouble_is_unavailable(
    registries: tuple[str, aiohttp.ClientSession], place: int, reason: str
) -> None:
    reading = await of(registries, f"0456782{place}")
    assert (reading.state, reading.reason) == ("unavailable", reason)


async def test_a_number_of_another_form_is_refused_in_ares_words(
    registries: tuple[str, aiohttp.ClientSession],
) -> None:
    url, http = registries
    status, body = await json_at(http, f"{url}{ROOT}/ekonomicke-subjekty/123")
    assert status == 400
    assert body == {"kod": "CHYBA_VSTUPU", "popis": "", "subKod": "VSTUP_NEVALIDNI_FORMAT_ICO"}
