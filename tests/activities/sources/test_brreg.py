"""What the Norwegian register says becomes facts; over real HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest

from activities.sources.brreg import Brreg
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.activities.sources.stub_register import Said, StubRegister, digest, said, serving, values

UNIT = "/enheter/931234501"
ROLES = f"{UNIT}/roller"
FJORDLYS = Company(
    company_name="Fjordlys Handel AS",
    country="NO",
    company_registration_number="931234501",
    vat_number="NO931234501MVA",
)


def unit(**members: object) -> Said:
    return said(
        {
            "organisasjonsnummer": "931234501",
            "navn": "FJORDLYS HANDEL AS",
            "organisasjonsform": {"kode": "AS", "beskrivelse": "Aksjeselskap"},
            "forretningsadresse": {
                "landkode": "NO",
                "postnummer": "5004",
                "poststed": "BERGEN",
                "adresse": ["c/o Skipet", "Strandgaten 4"],
            },
            "stiftelsesdato": "2018-03-05",
            "registrertIMvaregisteret": True,
            "naeringskode1": {"kode": "47.591", "beskrivelse": "Butikkhandel med belysning"},
            "naeringskode2": None,
            "antallAnsatte": 7,
            "telefon": "55 00 11 22",
            "epostadresse": "post@fjordlys.example",
            "hjemmeside": "www.fjordlys.example",
            "konkurs": False,
            "underAvvikling": False,
            "underTvangsavviklingEllerTvangsopplosning": False,
            "nobodyKnowsThis": [{}],
            **members,
        }
    )


def role(code: str = "MEDL", words: str = "Styremedlem", **members: object) -> dict[str, object]:
    return {
        "type": {"kode": code, "beskrivelse": words},
        "person": {
            "fodselsdato": "1981-09-30",
            "navn": {"fornavn": "Ingrid", "mellomnavn": "Lund", "etternavn": "Aasen"},
            "erDoed": False,
        },
        "fratraadt": False,
        **members,
    }


def roles(*held: object) -> Said:
    return said({"rollegrupper": [{"type": {"kode": "STYR"}, "sistEndret": "2024-05-02", "roller": list(held)}]})


@pytest.fixture
async def brreg() -> AsyncIterator[StubRegister]:
    async with serving() as stub:
        stub.says = {UNIT: [unit()], ROLES: [roles()]}
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(brreg: StubRegister, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company = FJORDLYS) -> SourceAnswer:
        settings = settings_for("http://unused", brreg_url=brreg.url)
        return await looked_up(Brreg(http, settings), company, store, settings)

    return ask


async def test_a_unit_is_found_with_what_the_register_knows_of_it(ask: Ask) -> None:
    answer = await ask()
    assert (answer.state, answer.reason) == ("found", None)
    assert values(answer) == {
        "company_name": "FJORDLYS HANDEL AS",
        "registration_number": "931234501",
        "vat_number": "NO931234501MVA",
        "vat_valid": True,
        "registered_address": "c/o Skipet, Strandgaten 4, 5004 BERGEN",
        "legal_form": "AS",
        "company_status": "active",
        "incorporation_date": "2018-03-05",
        "employees": 7,
        "phone": "55 00 11 22",
        "email": "post@fjordlys.example",
        "website_url": "www.fjordlys.example",
        "activity_code": "NACE 47.59",
        "activity_description": "Butikkhandel med belysning",
    }


async def test_both_answers_are_kept_and_each_fact_cites_its_own(
    brreg: StubRegister, ask: Ask, store: MemoryStore
) -> None:
    told = roles(role())
    brreg.says[ROLES] = [told]
    answer = await ask()
    assert (answer.data_hash, [piece.data_hash for piece in answer.further]) == (
        digest(unit().body),
        [digest(told.body)],
    )
    assert {body for body, _ in store.objects.values()} == {unit().body, told.body}
    assert [fact.data_hash for fact in answer.all("director")] == [digest(told.body)]


async def test_those_who_act_for_a_unit_are_directors_and_those_who_own_it_owners(
    brreg: StubRegister, ask: Ask
) -> None:
    owner = {"organisasjonsnummer": "912345678", "navn": ["NORDLYS", "HOLDING AS"], "erSlettet": False}
    brreg.says[ROLES] = [
        roles(
            role("DAGL", "Daglig leder"),
            role("LEDE", "Styrets leder"),
            role("DTPR", "Deltaker", person=None, enhet=owner),
            role("REVI", "Revisor"),
            role("REGN", "Regnskapsfører"),
            role("NYTT", "Something new"),
            role(type=None),
        )
    ]
    answer = await ask()
    assert [(fact.value, fact.details["role"]) for fact in answer.all("director")] == [
        ("Ingrid Lund Aasen", "Daglig leder"),
        ("Ingrid Lund Aasen", "Styrets leder"),
    ]
    assert answer.all("director")[0].details["birth_date"] == "1981-09-30"
    assert [(fact.value, fact.details["kind"]) for fact in answer.all("owner")] == [("NORDLYS HOLDING AS", "company")]


@pytest.mark.parametrize(
    "past",
    [
        role(fratraadt=True),
        role(avregistrert=True),
        role(person={"erDoed": True, "navn": {"etternavn": "Aasen"}}),
        role(person=None, enhet={"navn": ["BORTE AS"], "erSlettet": True}),
        role(person=None),
        role(person={"navn": None}),
        role(person=None, enhet={"navn": None}),
        role("BOBE", "Bostyrer"),
    ],
)
async def test_a_role_that_nobody_holds_any_more_is_no_fact(
    brreg: StubRegister, ask: Ask, past: dict[str, object]
) -> None:
    brreg.says[ROLES] = [roles(past)]
    answer = await ask()
    assert (answer.state, answer.all("director")) == ("found", ())


@pytest.mark.parametrize(
    ("members", "status"),
    [
        ({}, "active"),
        ({"konkurs": True, "underAvvikling": True}, "bankruptcy"),
        ({"underAvvikling": True}, "liquidation"),
        ({"underTvangsavviklingEllerTvangsopplosning": True}, "liquidation"),
        ({"konkurs": None}, None),
    ],
)
async def test_the_gravest_status_is_told_and_silence_is_not_active(
    brreg: StubRegister, ask: Ask, members: dict[str, object], status: str | None
) -> None:
    brreg.says[UNIT] = [unit(**members)]
    assert (await ask()).fact("company_status") == status


@pytest.mark.parametrize("status", [200, 410])
async def test_a_deleted_unit_is_dissolved_and_its_roles_are_not_asked_for(
    brreg: StubRegister, ask: Ask, status: int
) -> None:
    deleted = {"organisasjonsnummer": "931234501", "slettedato": "2025-04-30", "respons_klasse": "SlettetEnhet"}
    brreg.says[UNIT] = [said(deleted, status)]
    answer = await ask()
    assert answer.state == "found"
    assert (answer.fact("company_status"), answer.fact("dissolution_date")) == ("dissolved", "2025-04-30")
    assert brreg.paths == [UNIT]


async def test_a_410_without_a_date_says_nothing(brreg: StubRegister, ask: Ask) -> None:
    brreg.says[UNIT] = [Said(b"<h1>Gone</h1>", 410, "text/html")]
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "http_410")


@pytest.mark.parametrize("body", [b"", b'{"status": 404, "error": "Not Found"}'])
async def test_a_number_that_the_register_does_not_know_is_not_found(
    brreg: StubRegister, ask: Ask, body: bytes
) -> None:
    brreg.says[UNIT] = [Said(body, 404)]
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("not_found", "unknown_number", ())


async def test_a_page_with_404_says_nothing_about_the_number(brreg: StubRegister, ask: Ask) -> None:
    brreg.says[UNIT] = [Said(b"<h1>Not Found</h1>", 404, "text/html")]
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "http_404")


async def test_a_unit_without_roles_is_found_all_the_same(brreg: StubRegister, ask: Ask) -> None:
    brreg.says[ROLES] = [Said(b"", 404)]
    answer = await ask()
    assert (answer.state, answer.fact("company_name")) == ("found", "FJORDLYS HANDEL AS")


async def test_whether_it_is_registered_for_vat_is_told_if_a_vat_number_was_given(
    brreg: StubRegister, ask: Ask
) -> None:
    brreg.says[UNIT] = [unit(registrertIMvaregisteret=False)]
    answer = await ask()
    assert (answer.fact("vat_valid"), answer.fact("vat_number")) == (False, None)
    without = await ask(FJORDLYS.model_copy(update={"vat_number": None}))
    assert without.fact("vat_valid") is None


async def test_an_answer_about_another_number_is_not_believed(brreg: StubRegister, ask: Ask) -> None:
    brreg.says[UNIT] = [unit(organisasjonsnummer="931234599")]
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("unavailable", "other_number", ())


@pytest.mark.parametrize(
    ("number", "vat"),
    [
        ("931234501", None),
        ("931 234 501", None),
        ("NO931234501MVA", None),
        (None, "NO931234501MVA"),
        (None, "NO931234501"),
        ("Org.nr. 931 234 501", None),
    ],
)
async def test_the_number_is_taken_from_the_registration_or_the_vat_number(
    brreg: StubRegister, ask: Ask, number: str | None, vat: str | None
) -> None:
    await ask(FJORDLYS.model_copy(update={"company_registration_number": number, "vat_number": vat}))
    assert brreg.paths[0] == UNIT


@pytest.mark.parametrize(
    ("country", "number", "reason"),
    [
        ("NO", None, "no_registration_number"),
        ("NO", "12", "no_registration_number"),
        ("SE", "931234501", "country_not_in_register"),
    ],
)
async def test_a_company_without_a_norwegian_number_is_not_asked_for(
    brreg: StubRegister, ask: Ask, country: str, number: str | None, reason: str
) -> None:
    answer = await ask(Company(company_name="Fjordlys", country=country, company_registration_number=number))
    assert (answer.state, answer.reason, brreg.asked) == ("not_applicable", reason, [])
