"""What ARES and the Czech public register say becomes facts; over real HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest

from activities.sources.ares import Ares
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.activities.sources.stub_register import Said, StubRegister, digest, said, serving, values

SUBJECT = "/ekonomicke-subjekty/04567812"
ENTRY = "/ekonomicke-subjekty-vr/04567812"
LIPOVA = Company(company_name="Lipová Alej s.r.o.", country="CZ", company_registration_number="04567812")


def subject(**members: object) -> Said:
    return said(
        {
            "ico": "04567812",
            "obchodniJmeno": "Lipová Alej s.r.o.",
            "sidlo": {"textovaAdresa": "Lipová 12/3, Vršovice, 10100 Praha 10", "psc": 10100},
            "pravniForma": "112",
            "datumVzniku": "2015-11-02",
            "dic": "CZ04567812",
            "czNace": ["47910", "620", "G"],
            "seznamRegistraci": {"stavZdrojeVr": "AKTIVNI", "stavZdrojeRes": "AKTIVNI"},
            "nobodyKnowsThis": [{}],
            **members,
        }
    )


def states(**members: str) -> dict[str, str]:
    return {"stavZdrojeVr": "AKTIVNI", "stavZdrojeRes": "AKTIVNI", **members}


def member(**members: object) -> dict[str, object]:
    return {
        "datumZapisu": "2019-01-07",
        "nazevAngazma": "Člen statutárního orgánu",
        "clenstvi": {"funkce": {"nazev": "jednatel", "vznikFunkce": "2018-12-20"}},
        "fyzickaOsoba": {
            "jmeno": "Alžběta",
            "prijmeni": "Horáková",
            "datumNarozeni": "1979-02-11",
            "statniObcanstvi": "CZ",
        },
        **members,
    }


def partner(hodnota: str = "100", typ: str = "PROCENTA", **members: object) -> dict[str, object]:
    return {
        "datumZapisu": "2019-01-07",
        "podil": [
            {"datumVymazu": "2019-01-07", "velikostPodilu": {"typObnos": "PROCENTA", "hodnota": "1"}},
            {"velikostPodilu": {"typObnos": typ, "hodnota": hodnota}},
        ],
        "osoba": {"pravnickaOsoba": {"obchodniJmeno": "Kaštan Holding a.s.", "adresa": {"kodStatu": "SK"}}},
        **members,
    }


def entry(**members: object) -> Said:
    return said({"icoId": "04567812", "zaznamy": [{"stavSubjektu": "AKTIVNI", **members}]})


def directed_by(*members: object) -> Said:
    return entry(statutarniOrgany=[{"clenoveOrganu": list(members)}])


def owned_by(*partners: object) -> Said:
    return entry(spolecnici=[{"spolecnik": list(partners)}])


@pytest.fixture
async def ares() -> AsyncIterator[StubRegister]:
    async with serving() as stub:
        stub.says = {SUBJECT: [subject()], ENTRY: [entry()]}
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(ares: StubRegister, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company = LIPOVA) -> SourceAnswer:
        settings = settings_for("http://unused", ares_url=f"{ares.url}/")
        return await looked_up(Ares(http, settings), company, store, settings)

    return ask


async def test_a_subject_is_found_with_what_ares_knows_of_it(ask: Ask) -> None:
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("found", None, None)
    assert values(answer) == {
        "company_name": "Lipová Alej s.r.o.",
        "registration_number": "04567812",
        "vat_number": "CZ04567812",
        "registered_address": "Lipová 12/3, Vršovice, 10100 Praha 10",
        "legal_form": "s.r.o.",
        "incorporation_date": "2015-11-02",
        "activity_code": "NACE 47.91",
        "company_status": "active",
    }
    assert len(answer.all("activity_code")) == 1


async def test_both_answers_are_kept_and_each_fact_cites_its_own(
    ares: StubRegister, ask: Ask, store: MemoryStore
) -> None:
    told = directed_by(member())
    ares.says[ENTRY] = [told]
    answer = await ask()
    assert answer.data_hash == digest(subject().body)
    assert [piece.data_hash for piece in answer.further] == [digest(told.body)]
    assert {body for body, _ in store.objects.values()} == {subject().body, told.body}
    assert {fact.data_hash for fact in answer.all("director")} == {digest(told.body)}
    assert {fact.data_hash for fact in answer.all("company_name")} == {None}


async def test_a_director_is_told_with_role_birth_date_and_since_when(ares: StubRegister, ask: Ask) -> None:
    ares.says[ENTRY] = [directed_by(member())]
    (director,) = (await ask()).all("director")
    assert director.value == "Alžběta Horáková"
    assert director.details == {
        "role": "jednatel",
        "since": "2018-12-20",
        "kind": "person",
        "birth_date": "1979-02-11",
        "country": "CZ",
    }


async def test_a_company_may_be_a_director(ares: StubRegister, ask: Ask) -> None:
    corporate = member(fyzickaOsoba=None, pravnickaOsoba={"obchodniJmeno": "Kaštan Holding a.s."}, clenstvi=None)
    ares.says[ENTRY] = [directed_by(corporate)]
    (director,) = (await ask()).all("director")
    assert director.value == "Kaštan Holding a.s."
    assert director.details == {"role": "Člen statutárního orgánu", "since": "2019-01-07", "kind": "company"}


@pytest.mark.parametrize(
    "past",
    [
        directed_by(member(datumVymazu="2021-01-01")),
        directed_by(member(clenstvi={"funkce": {"nazev": "jednatel", "zanikFunkce": "2021-01-01"}})),
        directed_by(member(clenstvi={"clenstvi": {"vznikClenstvi": "2019-01-01", "zanikClenstvi": "2021-01-01"}})),
        entry(statutarniOrgany=[{"datumVymazu": "2021-01-01", "clenoveOrganu": [member()]}]),
        owned_by(partner(datumVymazu="2021-01-01")),
        owned_by(partner(osoba={"datumVymazu": "2021-01-01", "fyzickaOsoba": {"prijmeni": "Nováková"}})),
        entry(spolecnici=[{"datumVymazu": "2021-01-01", "spolecnik": [partner()]}]),
        entry(akcionari=[{"clenoveOrganu": [member(datumVymazu="2021-01-01")]}]),
        entry(konkursy=[{"datumZapisu": "2005-01-01", "datumVymazu": "2007-01-01"}]),
        directed_by(member(fyzickaOsoba=None)),
        entry(statutarniOrgany=None, spolecnici=None, akcionari=None, konkursy=None),
        said({"zaznamy": []}),
    ],
)
async def test_what_was_deleted_from_the_register_is_no_fact(ares: StubRegister, ask: Ask, past: Said) -> None:
    ares.says[ENTRY] = [past]
    answer = await ask()
    assert answer.state == "found"
    assert answer.all("director") + answer.all("owner") == ()
    assert answer.fact("company_status") == "active"


@pytest.mark.parametrize(
    ("written", "kind", "percent"),
    [
        ("100", "PROCENTA", "100"),
        ("33;33", "PROCENTA", "33.33"),
        ("12,50", "PROCENTA", "12.5"),
        ("1;3", "ZLOMEK", "33.33"),
        ("1/5", "TEXT", "20"),
        ("50 %", "TEXT", "50"),
        ("1;0", "ZLOMEK", None),
        ("polovina", "TEXT", None),
        ("8000;00", "KORUNY", None),
    ],
)
async def test_a_share_is_told_in_percent_however_it_is_written(
    ares: StubRegister, ask: Ask, written: str, kind: str, percent: str | None
) -> None:
    ares.says[ENTRY] = [owned_by(partner(written, kind))]
    (owner,) = (await ask()).all("owner")
    assert owner.value == "Kaštan Holding a.s."
    assert owner.details.get("share_percent") == percent
    assert (owner.details["kind"], owner.details["country"]) == ("company", "SK")


async def test_a_sole_shareholder_is_an_owner(ares: StubRegister, ask: Ask) -> None:
    ares.says[ENTRY] = [entry(akcionari=[{"clenoveOrganu": [member()]}])]
    (owner,) = (await ask()).all("owner")
    assert (owner.value, owner.details["birth_date"]) == ("Alžběta Horáková", "1979-02-11")


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({}, "active"),
        ({"datumZaniku": "2024-06-30"}, "dissolved"),
        ({"seznamRegistraci": states(stavZdrojeVr="ZANIKLY")}, "dissolved"),
        ({"seznamRegistraci": states(stavZdrojeIr="AKTIVNI")}, "bankruptcy"),
        ({"obchodniJmeno": "Lipová Alej s.r.o. v likvidaci"}, "liquidation"),
        ({"seznamRegistraci": {"stavZdrojeRzp": "POZASTAVENY"}}, "inactive"),
        ({"seznamRegistraci": {"stavZdrojeVr": "NEEXISTUJICI"}}, None),
        ({"seznamRegistraci": None}, None),
    ],
)
async def test_the_gravest_status_is_told_and_silence_is_not_active(
    ares: StubRegister, ask: Ask, members: dict[str, object], status: str | None
) -> None:
    ares.says[SUBJECT] = [subject(**members)]
    assert (await ask()).fact("company_status") == status


async def test_a_bankruptcy_in_the_public_register_is_the_status_with_its_own_proof(
    ares: StubRegister, ask: Ask
) -> None:
    told = entry(konkursy=[{"datumZapisu": "2026-02-01"}])
    ares.says[ENTRY] = [told]
    statuses = (await ask()).all("company_status")
    assert [(fact.value, fact.data_hash) for fact in statuses] == [("bankruptcy", digest(told.body))]


async def test_a_subject_that_is_not_in_the_public_register_is_asked_for_once(ares: StubRegister, ask: Ask) -> None:
    ares.says[SUBJECT] = [subject(seznamRegistraci={"stavZdrojeVr": "NEEXISTUJICI", "stavZdrojeRzp": "AKTIVNI"})]
    assert (await ask()).state == "found"
    assert ares.paths == [SUBJECT]


async def test_a_subject_whose_entry_does_not_exist_is_found_all_the_same(ares: StubRegister, ask: Ask) -> None:
    ares.says[ENTRY] = [said({"kod": "NENALEZENO", "subKod": "VYSTUP_SUBJEKT_NENALEZEN"}, 404)]
    answer = await ask()
    assert (answer.state, answer.fact("company_name")) == ("found", "Lipová Alej s.r.o.")


async def test_a_number_that_ares_does_not_know_is_not_found(ares: StubRegister, ask: Ask) -> None:
    ares.says[SUBJECT] = [said({"kod": "NENALEZENO", "subKod": "VYSTUP_SUBJEKT_NENALEZEN", "popis": None}, 404)]
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("not_found", "unknown_number", ())
    assert answer.data_hash is not None


@pytest.mark.parametrize("body", [b"", b'{"status": 404, "error": "Not Found"}', b"<h1>Not Found</h1>"])
async def test_a_404_that_is_not_ares_own_says_nothing_about_the_number(
    ares: StubRegister, ask: Ask, body: bytes
) -> None:
    ares.says[SUBJECT] = [Said(body, 404)]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "http_404", None)


async def test_an_answer_about_another_number_is_not_believed(ares: StubRegister, ask: Ask) -> None:
    ares.says[SUBJECT] = [subject(ico="04567899")]
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("unavailable", "other_number", ())


@pytest.mark.parametrize(
    ("number", "vat", "asked"),
    [
        ("04567812", None, "04567812"),
        ("4567812", None, "04567812"),
        ("045 67 812", None, "04567812"),
        ("12345678", None, "12345678"),
        (None, "CZ04567812", "04567812"),
        ("C 12345", "CZ04567812", "04567812"),
        ("IČO: 045 67 812", None, "04567812"),
    ],
)
async def test_the_number_is_taken_from_the_registration_or_the_vat_number(
    ares: StubRegister, ask: Ask, number: str | None, vat: str | None, asked: str
) -> None:
    await ask(
        Company(company_name="Lipová", country="CZ", company_registration_number=number, vat_number=vat),
    )
    assert ares.paths[0] == f"/ekonomicke-subjekty/{asked}"


@pytest.mark.parametrize(
    ("country", "number", "vat", "reason"),
    [
        ("CZ", None, None, "no_registration_number"),
        ("CZ", None, "CZ7902113456", "no_registration_number"),
        ("CZ", "C 12345/KSPH", None, "no_registration_number"),
        ("SK", "04567812", None, "country_not_in_register"),
    ],
)
async def test_a_company_without_a_czech_number_is_not_asked_for(
    ares: StubRegister, ask: Ask, country: str, number: str | None, vat: str | None, reason: str
) -> None:
    company = Company(company_name="Lipová", country=country, company_registration_number=number, vat_number=vat)
    answer = await ask(company)
    assert (answer.state, answer.reason, ares.asked) == ("not_applicable", reason, [])
