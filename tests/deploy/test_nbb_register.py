"""The simulated National Bank speaks the real one's contract, and the source understands it."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import date
from uuid import uuid4

import aiohttp
import pytest

from activities.sources.nbb import Nbb
from deploy.local.registries.nbb import TEST_KEY
from deploy.local.registries.rows import (
    Accounts,
    RegisteredOwner,
    RegisteredPerson,
    RegisterEntry,
    SimulatedCompany,
)
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Trouble, Truncated
from runtime.http import create_session
from schemas.company import Company
from schemas.sources import SourceAnswer, SourceName
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.deploy.served import PATIENCE_SECONDS, served

ENTRY = RegisterEntry(
    name="Duinroos Kaas",
    legal_form="BV",
    street="Kanaalweg 24",
    postal_code="9000",
    city="Gent",
    persons=(
        RegisteredPerson("Maes", "An", since=date(2019, 5, 1)),
        RegisteredPerson("Duinroos Holding", kind="company", role="managing_director", number="0403170701"),
        RegisteredPerson("Claes", "Bert", role="permanent_representative", country="NL"),
        RegisteredPerson("Wouters", "Piet", role="auditor"),
        RegisteredPerson("Peeters", "Jan", until=date(2021, 1, 1)),
    ),
    owners=(RegisteredOwner("Duinroos Holding", 75.0, "company"), RegisteredOwner("An Maes", 25.0)),
    accounts=(
        Accounts(1999, date(2000, 7, 1), equity=1, turnover=2, result=3),
        Accounts(2022, date(2023, 7, 1), equity=80_000, turnover=400_000, result=9_000),
        Accounts(2023, date(2024, 7, 1), equity=101_200, turnover=None, result=-4_500, employees=7),
    ),
)
DUINROOS = SimulatedCompany(
    story="Deposits its accounts each year.",
    company_name="Duinroos Kaas BV",
    country="BE",
    company_registration_number="0711326932",
    entry=ENTRY,
)
NUMBERS = {
    "too young": "0200000001",
    "on paper": "0200000002",
    "another": "0200000003",
    "forgotten": "0200000004",
    "down": "0200000005",
    "busy": "0200000006",
    "closed": "0200000007",
    "cut short": "0200000008",
}
TROUBLES: dict[str, Trouble] = {
    "down": Down(503),
    "busy": RateLimited(7),
    "closed": Malformed(),
    "cut short": Truncated(),
}


@pytest.fixture(scope="module")
def registries() -> Iterator[str]:
    told: dict[str, RegisterEntry | Trouble | None] = {
        **TROUBLES,
        "too young": replace(ENTRY, accounts=()),
        "on paper": replace(ENTRY, accounts=ENTRY.accounts[:1]),
        "another": replace(ENTRY, accounts=ENTRY.accounts[1:2]),
        "forgotten": None,
    }
    others = [
        replace(DUINROOS, company_registration_number=number, behaviours={SourceName.NBB: told[name]})
        for name, number in NUMBERS.items()
    ]
    with served([DUINROOS, *others]) as url:
        yield url


@pytest.fixture
async def http(registries: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(f"{registries}/nbb/") as session:
        yield session


async def asked(registries: str, name: str | None = None) -> SourceAnswer:
    number = NUMBERS[name] if name is not None else DUINROOS.company_registration_number
    company = Company(company_name="Duinroos Kaas", country="BE", company_registration_number=number)
    settings = settings_for("http://unused", nbb_url=f"{registries}/nbb", nbb_key=TEST_KEY)
    async with create_session(total_seconds=PATIENCE_SECONDS) as session:
        return await looked_up(Nbb(session, settings, pause_seconds=0.0), company, MemoryStore(), settings)


async def got(http: aiohttp.ClientSession, path: str, **headers: str) -> tuple[int, object]:
    known = {
        "NBB-CBSO-Subscription-Key": TEST_KEY,
        "X-Request-Id": str(uuid4()),
        "Accept": "application/json",
        **headers,
    }
    async with http.get(path, headers=known) as response:
        return response.status, await response.json(content_type=None)


LIST = "authentic/legalEntity/0711326932/references"


async def test_the_source_reads_what_is_true_of_the_company(registries: str) -> None:
    answer = await asked(registries)
    assert (answer.state, answer.reason) == ("found", None)
    assert [(fact.name, fact.value) for fact in answer.facts] == [
        ("annual_accounts", "2023-12-31"),
        ("annual_accounts", "2022-12-31"),
        ("annual_accounts", "1999-12-31"),
        ("equity", 101_200),
        ("result_of_year", -4_500),
        ("employees", 7),
        ("director", "An Maes"),
        ("director", "Duinroos Holding"),
        ("director", "Bert Claes"),
        ("owner", "An Maes"),
        ("owner", "Duinroos Holding"),
    ]
    assert answer.all("owner")[1].details["share_percent"] == "75"
    assert answer.all("director")[0].details["since"] == "2019-05-01"
    assert len(answer.further) == 1


async def test_the_full_model_has_a_turnover(registries: str) -> None:
    answer = await asked(registries, "another")
    assert (answer.fact("turnover"), answer.facts[0].details["model"]) == (400_000, "m02-f")


async def test_accounts_on_paper_have_no_figures(registries: str) -> None:
    answer = await asked(registries, "on paper")
    assert [(fact.name, fact.details["figures"]) for fact in answer.facts] == [("annual_accounts", "not_published")]


@pytest.mark.parametrize("name", ["too young", "forgotten"])
async def test_who_deposited_nothing_is_not_found(registries: str, name: str) -> None:
    answer = await asked(registries, name)
    assert (answer.state, answer.reason) == ("not_found", "no_deposits")


@pytest.mark.parametrize(
    ("name", "reason", "retry"),
    [
        ("down", "http_503", 300.0),
        ("busy", "rate_limited", 7.0),
        ("closed", "malformed_answer", 300.0),
        ("cut short", "malformed_answer", 300.0),
    ],
)
async def test_a_bank_in_trouble_is_unavailable(registries: str, name: str, reason: str, retry: float) -> None:
    answer = await asked(registries, name)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)


async def test_the_list_has_the_members_of_the_real_one(registries: str, http: aiohttp.ClientSession) -> None:
    status, listed = await got(http, LIST)
    assert status == 200 and isinstance(listed, list)
    assert listed[0]["ExerciseDates"] == {"StartDate": "1999-01-01", "EndDate": "1999-12-31"}
    assert listed[0]["AccountingDataURL"] is None
    assert listed[2]["ExerciseDates"] == {"startDate": "2023-01-01", "endDate": "2023-12-31"}
    assert listed[2]["AccountingDataURL"].startswith(f"{registries}/nbb/authentic/deposit/2024-")
    assert (listed[2]["ModelType"], listed[2]["Currency"], listed[2]["DepositDate"]) == ("m01-f", "EUR", "2024-07-01")


async def test_contents_are_given_in_their_own_format_only(http: aiohttp.ClientSession) -> None:
    _, listed = await got(http, LIST)
    assert isinstance(listed, list)
    contents = f"authentic/deposit/{listed[1]['ReferenceNumber']}/accountingData"
    assert (await got(http, contents))[0] == 415
    status, body = await got(http, contents, Accept="application/x.jsonxbrl")
    assert status == 200 and isinstance(body, dict)
    assert body["Rubrics"][0] == {
        "Code": "10/15",
        "Value": "80000.00",
        "Period": "N",
        "DataType": "amt",
        "TypeAmount": "EUR",
    }


@pytest.mark.parametrize("headers", [{"NBB-CBSO-Subscription-Key": ""}, {"NBB-CBSO-Subscription-Key": "another"}])
async def test_nobody_is_let_in_without_the_key(http: aiohttp.ClientSession, headers: dict[str, str]) -> None:
    assert (await got(http, LIST, **headers))[0] == 401
    assert (await got(http, "authentic/deposit/1/accountingData", **headers))[0] == 401


@pytest.mark.parametrize("request_id", ["", "1"])
async def test_each_request_has_a_uuid(http: aiohttp.ClientSession, request_id: str) -> None:
    assert (await got(http, LIST, **{"X-Request-Id": request_id}))[0] == 400


@pytest.mark.parametrize(
    "path", ["authentic/legalEntity/1000000007/references", "authentic/deposit/2024-00000000/accountingData"]
)
async def test_what_nobody_deposited_is_404(http: aiohttp.ClientSession, path: str) -> None:
    status, body = await got(http, path, Accept="application/x.jsonxbrl")
    assert status == 404 and isinstance(body, dict)
    assert body["statusCode"] == 404
