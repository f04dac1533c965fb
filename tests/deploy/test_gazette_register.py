"""The simulated Belgian Gazette writes the real one's page, and the source understands it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import aiohttp
import pypdfium2
import pytest

from activities.sources.gazette import Gazette
from deploy.local.registries.rows import Publication, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Trouble, Truncated
from runtime.http import create_session
from schemas.company import Company
from schemas.sources import SourceAnswer, SourceName
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.deploy.served import PATIENCE_SECONDS, served

ENTRY = RegisterEntry(
    name="Café Noël & Zoon",
    legal_form="BV",
    street="Kanaalweg 24",
    postal_code="9000",
    city="Gent",
    publications=(
        Publication(date(2016, 3, 14), "OPRICHTING (NIEUWE RECHTSPERSOON, OPENING BIJKANTOOR, ENZ...)", "0312345"),
        Publication(date(2024, 5, 8), "KAPITAAL - AANDELEN - DOEL", "0071723"),
    ),
)
NOEL = SimulatedCompany(
    story="Was founded, and changed its purpose.",
    company_name="Café Noël & Zoon BV",
    country="BE",
    vat_number="BE0711326932",
    entry=ENTRY,
)
NUMBERS = {
    "silent": "0200000001",
    "busybody": "0200000002",
    "forgotten": "0200000003",
    "down": "0200000004",
    "busy": "0200000005",
    "closed": "0200000006",
    "cut short": "0200000007",
    "łódź": "1000000107",
}
TROUBLES: dict[str, Trouble] = {
    "down": Down(500),
    "busy": RateLimited(7),
    "closed": Malformed(),
    "cut short": Truncated(),
}


@pytest.fixture(scope="module")
def registries() -> Iterator[str]:
    often = tuple(
        Publication(date(2020, 1, 1) + timedelta(days=day), "ONTSLAGEN - BENOEMINGEN", f"{day:07}")
        for day in range(103)
    )
    told: dict[str, RegisterEntry | Trouble | None] = {
        **TROUBLES,
        "silent": replace(ENTRY, publications=()),
        "busybody": replace(ENTRY, publications=often),
        "forgotten": None,
        "łódź": replace(ENTRY, name="Łódź"),
    }
    others = [
        replace(NOEL, vat_number=f"BE{number}", behaviours={SourceName.GAZETTE: told[name]})
        for name, number in NUMBERS.items()
    ]
    with served([NOEL, *others]) as url:
        yield url


async def asked(registries: str, number: str) -> SourceAnswer:
    company = Company(company_name="Noël", country="BE", company_registration_number=number)
    settings = settings_for("http://unused", gazette_url=f"{registries}/cgi_tsv")
    async with create_session(total_seconds=PATIENCE_SECONDS) as session:
        return await looked_up(Gazette(session, settings), company, MemoryStore(), settings)


async def test_the_source_reads_what_was_published(registries: str) -> None:
    answer = await asked(registries, "0711326932")
    assert [(fact.name, fact.value) for fact in answer.facts] == [
        ("company_name", "CAFÉ NOËL & ZOON"),
        ("legal_form", "BV"),
        ("publication", "2024-05-08 KAPITAAL - AANDELEN - DOEL"),
        ("publication", "2016-03-14 OPRICHTING (NIEUWE RECHTSPERSOON, OPENING BIJKANTOOR, ENZ...)"),
    ]
    assert answer.all("publication")[0].details["number"] == "0071723"


async def test_a_name_outside_the_page_s_characters_is_read_whole(registries: str) -> None:
    assert (await asked(registries, NUMBERS["łódź"])).fact("company_name") == "ŁÓDŹ"


async def test_the_picture_of_a_publication_can_be_opened(registries: str) -> None:
    answer = await asked(registries, "0711326932")
    address = answer.all("publication")[0].details["url"]
    assert address == f"{registries}/tsv_pdf/2024/05/08/24071723.pdf"
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        picture = pypdfium2.PdfDocument(await response.read())
    assert picture[0].get_textpage().get_text_range().startswith("TEST")


async def test_the_page_is_in_the_gazette_s_encoding(registries: str) -> None:
    address = f"{registries}/cgi_tsv/list.pl?language=nl&btw=711326932&page=1"
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        page = await response.read()
        assert (response.status, response.content_type, response.charset) == (200, "text/html", "iso-8859-1")
    assert "CAFÉ NOËL &amp; ZOON".encode("iso-8859-1") in page
    assert b"711.326.932" in page


async def test_a_hundred_publications_are_on_a_page_and_the_rest_on_the_next(registries: str) -> None:
    answer = await asked(registries, NUMBERS["busybody"])
    publications = answer.all("publication")
    assert len(publications) == 100
    assert publications[-1].details["older"] == "3"
    assert publications[0].details["date"] == "2020-04-12"
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{registries}/cgi_tsv/list.pl?btw={NUMBERS['busybody']}&page=2") as response:
            assert (await response.text()).count("list-item--content") == 3
        async with session.get(f"{registries}/cgi_tsv/list.pl?btw={NUMBERS['busybody']}&page=3") as response:
            assert "Geen tekst" in await response.text()


@pytest.mark.parametrize("number", [NUMBERS["silent"], NUMBERS["forgotten"], "1000000007"])
async def test_of_whom_nothing_was_published_is_not_found(registries: str, number: str) -> None:
    answer = await asked(registries, number)
    assert (answer.state, answer.reason) == ("not_found", "no_publications")


@pytest.mark.parametrize("query", ["", "?btw=", "?btw=abc&page=x", "?btw=0711326932&page=²"])
async def test_a_wrong_question_is_no_error_of_the_server(registries: str, query: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{registries}/cgi_tsv/list.pl{query}") as response:
        assert response.status == 200


@pytest.mark.parametrize(
    ("name", "reason", "retry"),
    [
        ("down", "http_500", 300.0),
        ("busy", "rate_limited", 7.0),
        ("closed", "malformed_answer", 300.0),
        ("cut short", "malformed_answer", 300.0),
    ],
)
async def test_a_gazette_in_trouble_is_unavailable(registries: str, name: str, reason: str, retry: float) -> None:
    answer = await asked(registries, NUMBERS[name])
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)
