"""The simulated public search speaks as the real one, over companies of the test's own."""

import threading
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime

import aiohttp
import pytest
import uvicorn
from starlette.applications import Starlette

from activities.sources.kbo import Kbo, search_page
from deploy.local.registries import kbo
from deploy.local.registries.rows import Activity, RegisteredPerson, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Slow, Trouble, Truncated
from runtime.http import create_session
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceAnswer, SourceName
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.deploy.served import PATIENCE_SECONDS, patience

REGLISSE = RegisterEntry(
    name="Réglisse & Fils",
    legal_form="SRL",
    street="Rue de l'Église 7",
    postal_code="4000",
    city="Liège",
    incorporated=date(2019, 3, 4),
    activities=(Activity("46.49", "Groothandel in andere consumentenartikelen"),),
    persons=(
        RegisteredPerson("Lambert", "Zoé", "managing_director", date(2019, 3, 4)),
        RegisteredPerson("Holding", role="director", kind="company", number="0470622224"),
        RegisteredPerson("Claes", "Noël", "permanent_representative", number="0470622224"),
        RegisteredPerson("Cijfers Audit", role="auditor", kind="company", number="0448895115"),
        RegisteredPerson("Vroeger", "Piet", until=date(2021, 1, 1)),
    ),
    establishments=3,
)
MANY = RegisterEntry(
    "Velen NV", "NV", "Kaai 1", "8400", "Oostende", persons=tuple(RegisteredPerson(f"Nr{n}", "Lid") for n in range(8))
)
STATES: dict[str, CompanyStatus] = {
    "0700000121": "active",
    "0700000220": "liquidation",
    "0700000319": "bankruptcy",
    "0700000418": "dissolved",
    "0700000517": "inactive",
}
TROUBLES: dict[str, tuple[Trouble, str]] = {
    "0700000616": (Down(503), "http_503"),
    "0700000715": (Down(403), "blocked"),
    "0700000814": (RateLimited(30), "rate_limited"),
    "0700000913": (Malformed(), "no_footer"),
    "0700001012": (Truncated(), "malformed_answer"),
    "0700001111": (Slow(30.0), "timeout"),
}


def company(number: str, entry: RegisterEntry | None, **behaviours: RegisterEntry | Trouble | None) -> SimulatedCompany:
    return SimulatedCompany(
        story="One of this test's.",
        company_name="Any",
        country="BE",
        company_registration_number=number,
        entry=entry,
        behaviours={SourceName(name): behaviour for name, behaviour in behaviours.items()},
    )


def in_state(status: CompanyStatus) -> RegisterEntry:
    ended = None if status == "active" else date(2024, 5, 9)
    return RegisterEntry("Staat BV", "BV", "Kaai 1", "8400", "Oostende", status=status, ended=ended)


COMPANIES = (
    company("0711326932", REGLISSE),
    company("0448895115", MANY),
    company("0470622224", REGLISSE, kbo=None),
    SimulatedCompany(story="By its VAT number.", company_name="V", country="BE", vat_number="BE0403170701", entry=MANY),
    SimulatedCompany(
        story="Dutch.", company_name="N", country="NL", company_registration_number="81234567", entry=MANY
    ),
    *(company(number, in_state(status)) for number, status in STATES.items()),
    *(company(number, REGLISSE, kbo=trouble) for number, (trouble, _) in TROUBLES.items()),
)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    app = Starlette(routes=kbo.routes(COMPANIES))
    config = uvicorn.Config(app, port=0, log_level="critical", timeout_graceful_shutdown=1, timeout_keep_alive=600)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    yield f"http://{host}:{port}/kbopub"
    server.should_exit = True
    thread.join()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with create_session(total_seconds=PATIENCE_SECONDS) as session:
        yield session


@pytest.fixture(autouse=True)
def _without_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_page, "PAUSE_SECONDS", 0.0)


async def told(http: aiohttp.ClientSession, url: str, number: str) -> SourceAnswer:
    """The source's answer, which reads the simulated page as it would the real one."""
    settings = settings_for("http://unused", kbo_url=url)
    asked = Company(company_name="Any", country="BE", company_registration_number=number)
    return await looked_up(Kbo(http, settings), asked, MemoryStore(), settings)


async def page(http: aiohttp.ClientSession, url: str, **question: str) -> str:
    async with http.get(f"{url}/toonondernemingps.html", params=question) as response:
        assert (response.status, response.content_type) == (200, "text/html")
        return await response.text()


async def test_the_entry_is_told_and_read_back_whole(http: aiohttp.ClientSession, url: str) -> None:
    answer = await told(http, url, "0711326932")
    stated = {fact.name: fact.value for fact in answer.facts if fact.name not in {"director", "activity_code"}}
    assert stated == {
        "registration_number": "0711326932",
        "company_name": "Réglisse & Fils",
        "legal_form": "Besloten vennootschap",
        "registered_address": "Rue de l'Église 7, 4000 Liège",
        "country": "BE",
        "company_status": "active",
        "incorporation_date": "2019-03-04",
        "establishments": 3,
        "activity_description": "Groothandel in andere consumentenartikelen",
    }
    assert [fact.value for fact in answer.all("activity_code")] == ["NACEBEL 46490"]
    assert [(fact.value, fact.details["role"], fact.details["kind"]) for fact in answer.all("director")] == [
        ("Zoé Lambert", "Gedelegeerd bestuurder", "person"),
        ("0470.622.224", "Bestuurder", "company"),
        ("Noël Claes", "Vaste vertegenwoordiger", "person"),
    ]


async def test_accents_are_entities_and_the_footer_has_the_day(http: aiohttp.ClientSession, url: str) -> None:
    before = datetime.now(UTC)
    text = await page(http, url, lang="nl", ondernemingsnummer="0711326932")
    days = {f"{moment:%d/%m/%Y}" for moment in (before, datetime.now(UTC))}  # two of them around midnight
    assert "R&eacute;glisse &amp; Fils" in text
    assert any(f"Toestand in de KBO databank op {day}" in text for day in days)


async def test_more_than_five_functions_are_hidden_and_read_all_the_same(http: aiohttp.ClientSession, url: str) -> None:
    text = await page(http, url, ondernemingsnummer="0448895115")
    assert 'style="display: none" id="toonfctie"' in text
    assert len((await told(http, url, "0448895115")).all("director")) == 8
    assert "toonfctie" not in await page(http, url, ondernemingsnummer="0711326932")


@pytest.mark.parametrize("number", ["711326932", "0711326932", "0711.326.932"])
async def test_a_number_is_known_with_and_without_its_zero_and_dots(
    http: aiohttp.ClientSession, url: str, number: str
) -> None:
    assert "0711.326.932" in await page(http, url, ondernemingsnummer=number)


async def test_a_row_is_known_by_its_vat_number_too(http: aiohttp.ClientSession, url: str) -> None:
    assert (await told(http, url, "0403170701")).fact("company_name") == "Velen NV"


@pytest.mark.parametrize("number", ["0499999999", "0470622224", "0081234567"])
async def test_a_number_nobody_has_does_not_exist(http: aiohttp.ClientSession, url: str, number: str) -> None:
    answer = await told(http, url, number)
    assert (answer.state, answer.reason) == ("not_found", "unknown_number")


async def test_a_question_without_a_number_finds_nothing(http: aiohttp.ClientSession, url: str) -> None:
    assert "bestaat niet in de KBO" in await page(http, url, lang="nl")


@pytest.mark.parametrize(("number", "status"), STATES.items())
async def test_each_state_is_told_in_the_registers_words(
    http: aiohttp.ClientSession, url: str, number: str, status: CompanyStatus
) -> None:
    answer = await told(http, url, number)
    assert answer.fact("company_status") == status
    assert answer.fact("dissolution_date") == ("2024-05-09" if status in {"dissolved", "inactive"} else None)


@pytest.mark.parametrize(("number", "reason"), [(number, reason) for number, (_, reason) in TROUBLES.items()])
async def test_each_trouble_is_one_that_could_not_check(url: str, number: str, reason: str) -> None:
    async with create_session(total_seconds=patience(reason)) as http:
        answer = await told(http, url, number)
    assert (answer.state, answer.reason, answer.facts) == ("unavailable", reason, ())
