"""What the Belgian Gazette's page says becomes publications, none, or could not check; over real HTTP."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest

from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore
from tests.activities.sources.stub_gazette import (
    NUMBER,
    ZONNEWIND,
    StubGazette,
    asked_at,
    entry,
    list_page,
    nothing_found,
    older_entry,
    serving,
)


@pytest.fixture
async def gazette() -> AsyncIterator[StubGazette]:
    async with serving() as stub:
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(gazette: StubGazette, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company = ZONNEWIND) -> SourceAnswer:
        return await asked_at(gazette.url, http, store, company)

    return ask


def values(answer: SourceAnswer) -> list[object]:
    return [fact.value for fact in answer.all("publication")]


async def test_publications_are_stated_with_the_name_and_form_of_the_newest(gazette: StubGazette, ask: Ask) -> None:
    gazette.body = list_page(
        entry("STATUTEN (VERTALING, COÖRDINATIE)", "2024-05-08", "0071723", picture="/tsv_pdf/2024/05/08/24071723.pdf"),
        entry("OPRICHTING", "2016-03-14", "0312345", name="ZONNEWIND &amp; CO", legal_form="BVBA"),
    )
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("found", None, None)
    assert (answer.fact("company_name"), answer.fact("legal_form")) == ("ZONNEWIND LOGISTIEK", "BV")
    assert answer.facts[0].details == {"as_of": "2024-05-08"}
    assert values(answer) == ["2024-05-08 STATUTEN (VERTALING, COÖRDINATIE)", "2016-03-14 OPRICHTING"]
    assert answer.all("publication")[0].details == {
        "act": "STATUTEN (VERTALING, COÖRDINATIE)",
        "date": "2024-05-08",
        "number": "0071723",
        "url": f"{gazette.url.removesuffix('/cgi_tsv')}/tsv_pdf/2024/05/08/24071723.pdf",
    }


async def test_the_page_is_kept_byte_for_byte(gazette: StubGazette, ask: Ask, store: MemoryStore) -> None:
    gazette.body = list_page(entry("OPRICHTING", "2016-03-14", "0312345", name="CAFÉ ZONNEWIND"))
    answer = await ask()
    assert answer.data_hash == f"sha256:{hashlib.sha256(gazette.body).hexdigest()}"
    assert list(store.objects.values()) == [(gazette.body, "text/html")]
    assert b"CAF\xc9" in gazette.body
    assert answer.fact("company_name") == "CAFÉ ZONNEWIND"


async def test_the_first_page_is_asked_for_by_enterprise_number(gazette: StubGazette, ask: Ask) -> None:
    gazette.body = nothing_found()
    answer = await ask(Company(company_name="Zonnewind", country="BE", vat_number=f"BE{NUMBER}"))
    assert gazette.questions == [f"/cgi_tsv/list.pl?language=nl&btw={NUMBER}&page=1"]
    assert answer.source_url == f"{gazette.url}/list.pl?language=nl&btw={NUMBER}&page=1"


@pytest.mark.parametrize(
    "company",
    [
        Company(company_name="Havenlicht", country="NL", company_registration_number="81234567"),
        Company(company_name="Zonnewind", country="BE"),
    ],
)
async def test_a_company_without_a_belgian_number_is_not_asked_about(
    gazette: StubGazette, ask: Ask, company: Company
) -> None:
    answer = await ask(company)
    assert (answer.state, answer.reason, gazette.questions) == ("not_applicable", "no_enterprise_number", [])


async def test_a_page_that_says_so_has_no_publications(gazette: StubGazette, ask: Ask) -> None:
    gazette.body = nothing_found()
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("not_found", "no_publications", None)
    assert answer.facts == ()
    assert answer.data_hash is not None


@pytest.mark.parametrize("act", ["ONTBINDING", "RUBRIEK EINDE", "OPENING FAILLISSEMENT", "SLUITING VEREFFENING"])
async def test_an_act_that_ends_a_company_is_no_status(gazette: StubGazette, ask: Ask, act: str) -> None:
    gazette.body = list_page(entry(act, "2024-05-08", "0071723"))
    answer = await ask()
    assert answer.fact("company_status") is None
    assert answer.all("publication")[0].details["act"] == act


async def test_what_is_blank_in_an_entry_is_left_out(gazette: StubGazette, ask: Ask) -> None:
    gazette.body = list_page(
        entry("", "2024-07-11", "0104762", name="", legal_form="", address=""),
        entry("ONTSLAGEN - BENOEMINGEN", "2024-04-25", "0066518", legal_form=""),
        entry("KAPITAAL", "", "", number=""),
        entry("", "2009-02-03", "0015129", picture=None),
        entry("OPRICHTING", "1983", "1234-5", legal_form="NV", picture=None),
    )
    answer = await ask()
    assert (answer.fact("company_name"), answer.fact("legal_form")) == ("ZONNEWIND LOGISTIEK", "BV")
    assert values(answer) == [
        "2024-07-11",
        "2024-04-25 ONTSLAGEN - BENOEMINGEN",
        "2009-02-03",
        "1983 OPRICHTING",
        "KAPITAAL",
    ]
    assert answer.all("publication")[3].details == {"act": "OPRICHTING", "date": "1983", "number": "1234-5"}


async def test_entries_in_the_older_writing_are_read_alike(gazette: StubGazette, ask: Ask) -> None:
    gazette.body = list_page(
        older_entry("BENAMING - DOEL", "2024-06-05", "0402585", picture="/tsv_pdf/2024/06/05/24402585.pdf"),
        older_entry("", "2024-06-01", "0402111", picture=None),
    )
    answer = await ask()
    assert (answer.fact("company_name"), answer.fact("legal_form")) == ("ZONNEWIND LOGISTIEK", "BV")
    assert values(answer) == ["2024-06-05 BENAMING - DOEL", "2024-06-01"]
    assert answer.all("publication")[0].details["url"].endswith("/tsv_pdf/2024/06/05/24402585.pdf")


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("ZONNEWIND  &amp;  LOGISTIEK (VERKORT) ZWL", "ZONNEWIND & LOGISTIEK"),
        ("ZONNEWIND LOGISTIEK, AFGEKORT : ZWL", "ZONNEWIND LOGISTIEK"),
        ("ZONNEWIND LOGISTIEK - EN ABRÉGÉ : ZWL", "ZONNEWIND LOGISTIEK"),
        ("HUIS VERKORT", "HUIS VERKORT"),
        ("(VERKORT) ZWL", "(VERKORT) ZWL"),
        ("L&#39;ÎLE <b>DU</b> VENT", "L'ÎLE DU VENT"),
    ],
)
async def test_the_name_is_the_full_one(gazette: StubGazette, ask: Ask, shown: str, name: str) -> None:
    gazette.body = list_page(entry("OPRICHTING", "2016-03-14", "0312345", name=shown))
    assert (await ask()).fact("company_name") == name


async def test_entries_about_another_number_are_not_the_company_s(gazette: StubGazette, ask: Ask) -> None:
    other = entry("OPRICHTING", "2024-05-08", "0071723", number="403.170.701", name="SOMEBODY ELSE")
    gazette.body = list_page(other, entry("DOEL", "2020-01-02", "0000001"))
    answer = await ask()
    assert (answer.fact("company_name"), values(answer)) == ("ZONNEWIND LOGISTIEK", ["2020-01-02 DOEL"])
    gazette.body = list_page(other)
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "malformed_answer")


@pytest.mark.parametrize(
    ("listed", "count", "pages", "older"),
    [
        (100, "Lijst (109)", 2, "9"),
        (100, "Lijst (100)", 1, None),
        (100, "Lijst", 2, "unknown"),
        (101, "Lijst", 1, None),
        (3, "Lijst (3)", 1, None),
        (3, "Lijst", 1, None),
    ],
)
async def test_the_oldest_publication_says_whether_there_are_more(
    gazette: StubGazette, ask: Ask, listed: int, count: str, pages: int, older: str | None
) -> None:
    gazette.body = list_page(*[entry("DOEL", "2020-01-02", "1")] * listed, count=count, pages=pages)
    details = [fact.details.get("older") for fact in (await ask()).all("publication")]
    assert details == [None] * (min(listed, 100) - 1) + [older]
