"""What GLEIF's index says becomes facts: the right company's record, and its parent; over real HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

import aiohttp
import pytest

from activities.sources.gleif import Gleif
from activities.sources.gleif.search import spellings
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.activities.sources.stub_register import Said, StubRegister, digest, said, serving, values

LEI = "529900T8BMZONNEWIN42"
PARENT_LEI = "9845001ZEEHAVENHO717"
SEARCH = "/lei-records"
PARENT = f"{SEARCH}/{LEI}/direct-parent"
EXCEPTION = f"{SEARCH}/{LEI}/direct-parent-reporting-exception"
ZONNEWIND = Company(company_name="Zonnewind Logistiek BV", country="BE", company_registration_number="0711326932")
NAMED = Company(company_name="Zonnewind Logistiek BV", country="BE")


def record(
    lei: str = LEI,
    links: object = None,
    registration: str = "ISSUED",
    members: Mapping[str, object] | None = None,
    **entity: object,
) -> dict[str, object]:
    """A record with these members of its entity over the usual ones."""
    return {
        "type": "lei-records",
        "id": lei,
        "attributes": {
            "lei": lei,
            "entity": {
                "legalName": {"name": "Zonnewind Logistiek", "language": "nl"},
                "legalAddress": {
                    "addressLines": ["Kanaalweg 24", "bus 2"],
                    "postalCode": "9000",
                    "city": "Gent",
                    "country": "BE",
                },
                "registeredAs": "0711.326.932",
                "jurisdiction": "BE",
                "legalForm": {"id": "3S8A", "other": None},
                "status": "ACTIVE",
                "creationDate": "2018-11-05T00:00:00Z",
                "nobodyKnowsThis": [{}],
                **entity,
                **(members or {}),
            },
            "registration": {"status": registration},
        },
        "relationships": {"direct-parent": {"links": links}} if links is not None else {},
    }


def found(*records: object) -> Said:
    return said({"meta": {"pagination": {"total": len(records)}}, "data": list(records)})


HAS_PARENT = {"lei-record": "http://127.0.0.1:1/elsewhere", "relationship-record": "http://127.0.0.1:1/elsewhere"}
HAS_EXCEPTION = {"reporting-exception": "http://127.0.0.1:1/elsewhere"}


@pytest.fixture
async def gleif() -> AsyncIterator[StubRegister]:
    async with serving() as stub:
        stub.says = {SEARCH: [found(record())]}
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(gleif: StubRegister, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company = ZONNEWIND) -> SourceAnswer:
        settings = settings_for("http://unused", gleif_url=gleif.url)
        return await looked_up(Gleif(http, settings), company, store, settings)

    return ask


def filters(gleif: StubRegister) -> list[dict[str, str]]:
    """What was searched for, without the size of the page."""
    return [
        {name.removeprefix("filter[entity."): value for name, value in asked.query if name.startswith("filter")}
        for asked in gleif.asked
        if asked.path == SEARCH
    ]


async def test_a_company_is_found_by_its_number_as_its_register_spells_it(gleif: StubRegister, ask: Ask) -> None:
    answer = await ask()
    assert (answer.state, answer.reason) == ("found", None)
    assert values(answer) == {
        "lei": LEI,
        "lei_status": "ISSUED",
        "company_name": "Zonnewind Logistiek",
        "registered_address": "Kanaalweg 24, bus 2, 9000 Gent",
        "company_status": "active",
        "incorporation_date": "2018-11-05",
    }
    assert filters(gleif) == [{"registeredAs]": "0711.326.932", "jurisdiction]": "BE"}]
    assert gleif.asked[0].headers["Accept"] == "application/vnd.api+json"


async def test_other_spellings_and_then_the_name_are_tried_before_giving_up(gleif: StubRegister, ask: Ask) -> None:
    gleif.says[SEARCH] = [found()]
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("not_found", "no_lei", ())
    assert filters(gleif) == [
        {"registeredAs]": "0711.326.932", "jurisdiction]": "BE"},
        {"registeredAs]": "0711326932", "jurisdiction]": "BE"},
        {"legalName]": "Zonnewind Logistiek BV", "jurisdiction]": "BE"},
    ]
    assert answer.data_hash == digest(found().body)
    assert len(answer.pieces) == 3


@pytest.mark.parametrize(
    ("number", "country", "spelt"),
    [
        ("0711326932", "BE", ("0711.326.932", "0711326932")),
        ("931234501", "NO", ("931 234 501", "931234501")),
        ("HRB 6684", "DE", ("HRB 6684", "HRB6684")),
        ("hrb6684b", "DE", ("HRB 6684B", "HRB6684B", "hrb6684b")),
        ("HRB 6684, Amtsgericht München", "DE", ("HRB 6684", "HRB6684")),
        ("882624349", "FR", ("882 624 349", "882624349")),
        ("RCS Lyon 882 624 349", "FR", ("882 624 349", "882624349")),
        ("5567037485", "SE", ("556703-7485", "5567037485")),
        ("81234567", "NL", ("81234567",)),
        ("B 123456", "LU", ("B 123456", "B123456")),
        (None, "BE", ()),
    ],
)
def test_a_number_is_spelt_as_registers_group_it(number: str | None, country: str, spelt: tuple[str, ...]) -> None:
    assert spellings(number, country) == spelt


@pytest.mark.parametrize(
    ("vat", "country", "first"),
    [
        ("BE0711326932", "BE", "0711.326.932"),
        ("NO931234501MVA", "NO", "931 234 501"),
        ("FR39882624349", "FR", "882 624 349"),
        ("CZ04567812", "CZ", "04567812"),
        ("SE556703748501", "SE", "556703-7485"),
    ],
)
async def test_a_vat_number_that_contains_the_number_will_do(
    gleif: StubRegister, ask: Ask, vat: str, country: str, first: str
) -> None:
    gleif.says[SEARCH] = [found()]
    await ask(Company(company_name="Zonnewind", country=country, vat_number=vat))
    assert filters(gleif)[0] == {"registeredAs]": first, "jurisdiction]": country}


async def test_a_vat_number_of_another_kind_is_not_searched_for(gleif: StubRegister, ask: Ask) -> None:
    gleif.says[SEARCH] = [found()]
    await ask(Company(company_name="Nordlicht GmbH", country="DE", vat_number="DE332374551"))
    assert filters(gleif) == [{"legalName]": "Nordlicht GmbH", "jurisdiction]": "DE"}]


@pytest.mark.parametrize(
    "stranger",
    [
        record(registeredAs="0711.326.933"),
        record(jurisdiction="NL"),
        record(registeredAs=None, legalName={"name": "Zonnebloem Logistiek"}),
        record(registeredAs=None, legalName=None),
    ],
)
async def test_a_record_of_another_company_is_not_taken(
    gleif: StubRegister, ask: Ask, stranger: dict[str, object]
) -> None:
    gleif.says[SEARCH] = [found(stranger)]
    assert (await ask()).state == "not_found"


async def test_by_name_the_same_name_counts_whatever_the_legal_form(gleif: StubRegister, ask: Ask) -> None:
    gleif.says[SEARCH] = [found(record(legalName={"name": "ZONNEWIND LOGISTIEK SRL"}))]
    assert (await ask(NAMED)).fact("lei") == LEI
    gleif.says[SEARCH] = [found(record(legalName={"name": "Zonnewind Logistics Europe"}))]
    assert (await ask(NAMED)).state == "not_found"


async def test_two_companies_of_one_name_are_none_without_a_number(gleif: StubRegister, ask: Ask) -> None:
    gleif.says[SEARCH] = [found(record(), record(PARENT_LEI, registeredAs="0400.000.000"))]
    assert (await ask(NAMED)).state == "not_found"


async def test_of_several_records_the_one_in_force_is_taken(gleif: StubRegister, ask: Ask) -> None:
    gleif.says[SEARCH] = [found(record(PARENT_LEI, registration="DUPLICATE"), record(registration="LAPSED"))]
    answer = await ask()
    assert (answer.fact("lei"), answer.fact("lei_status")) == (LEI, "LAPSED")
    assert answer.fact("company_status") == "active"


async def test_a_german_number_counts_only_with_the_name_because_each_court_has_its_own(
    gleif: StubRegister, ask: Ask
) -> None:
    other = record(registeredAs="HRB 6684", jurisdiction="DE", legalName={"name": "Steinbock Holzhandel GmbH"})
    gleif.says[SEARCH] = [found(other)]
    company = Company(company_name="Nordlicht GmbH", country="DE", company_registration_number="HRB 6684")
    assert (await ask(company)).state == "not_found"
    gleif.says[SEARCH] = [
        found(record(registeredAs="HRB6684", jurisdiction="DE", legalName={"name": "Nordlicht GmbH"}))
    ]
    assert (await ask(company)).fact("lei") == LEI


@pytest.mark.parametrize(
    ("members", "facts"),
    [
        ({"status": "INACTIVE"}, {"company_status": "inactive"}),
        (
            {"status": "INACTIVE", "expiration": {"reason": "DISSOLVED", "date": "2024-02-01T00:00:00Z"}},
            {"company_status": "dissolved", "dissolution_date": "2024-02-01"},
        ),
        ({"status": "NULL"}, {"company_status": None}),
        ({"legalForm": {"id": "8888", "other": "FUND"}}, {"legal_form": "FUND"}),
        ({"legalForm": None, "creationDate": None, "expiration": None}, {"incorporation_date": None}),
        (
            {"legalAddress": {"city": "Valletta", "country": "MT", "addressLines": None}},
            {"registered_address": "Valletta, MT"},
        ),
        ({"legalAddress": None}, {"registered_address": None}),
    ],
)
async def test_each_member_of_a_record_has_its_fact(
    gleif: StubRegister, ask: Ask, members: dict[str, object], facts: dict[str, object]
) -> None:
    gleif.says[SEARCH] = [found(record(members=members))]
    told = values(await ask())
    assert {name: told.get(name) for name in facts} == facts


async def test_the_parent_is_told_with_its_name_and_cites_its_own_record(
    gleif: StubRegister, ask: Ask, store: MemoryStore
) -> None:
    parent = said({"data": record(PARENT_LEI, legalName={"name": "Zeehaven Holding NV"})})
    gleif.says = {SEARCH: [found(record(links=HAS_PARENT))], PARENT: [parent]}
    answer = await ask()
    (fact,) = answer.all("direct_parent")
    assert (fact.value, fact.data_hash) == (PARENT_LEI, digest(parent.body))
    assert fact.details == {"kind": "lei", "name": "Zeehaven Holding NV", "country": "BE"}
    assert answer.fact("lei") == LEI
    assert [piece.data_hash for piece in answer.further] == [digest(parent.body)]
    assert {body for body, _ in store.objects.values()} == {found(record(links=HAS_PARENT)).body, parent.body}


@pytest.mark.parametrize("as_list", [False, True])
async def test_the_reason_for_reporting_no_parent_is_told(gleif: StubRegister, ask: Ask, as_list: bool) -> None:
    category = "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT"
    exception = {"attributes": {"lei": LEI, "category": category, "reason": "NATURAL_PERSONS", "reference": None}}
    told = said({"data": [exception] if as_list else exception})
    gleif.says = {SEARCH: [found(record(links=HAS_EXCEPTION))], EXCEPTION: [told]}
    (fact,) = (await ask()).all("direct_parent")
    assert fact.value == "NATURAL_PERSONS"
    assert fact.details == {"kind": "reporting_exception", "category": category}


async def test_links_choose_what_is_asked_and_are_never_followed(gleif: StubRegister, ask: Ask) -> None:
    gleif.says = {SEARCH: [found(record(links=HAS_PARENT))], PARENT: [said({"data": record(PARENT_LEI)})]}
    assert (await ask()).state == "found"
    assert gleif.paths == [SEARCH, PARENT]


async def test_a_parent_that_the_index_no_longer_has_is_no_fact(gleif: StubRegister, ask: Ask) -> None:
    gleif.says = {SEARCH: [found(record(links=HAS_PARENT))], PARENT: [said({"errors": []}, 404)]}
    answer = await ask()
    assert (answer.state, answer.all("direct_parent")) == ("found", ())


@pytest.mark.parametrize("lei", ["../../etc/passwd", "529900T8BMZONNEWIN4", "529900t8bmzonnewin42", ""])
async def test_what_is_no_lei_is_a_malformed_answer(gleif: StubRegister, ask: Ask, lei: str) -> None:
    gleif.says[SEARCH] = [found(record(lei, links=HAS_PARENT))]
    answer = await ask()
    assert (answer.state, answer.reason, gleif.paths) == ("unavailable", "malformed_answer", [SEARCH])
