"""What the contents of the newest deposit state: figures, directors and owners; over real HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest

from schemas.sources import SourceAnswer, SourceFact
from tests.activities.sources.simulated import MemoryStore
from tests.activities.sources.stub_bank import (
    CONTENTS,
    LIST,
    StubBank,
    asked_at,
    contents,
    deposit,
    digest,
    listing,
    rubric,
    serving,
)


@pytest.fixture
async def bank() -> AsyncIterator[StubBank]:
    """Its list has one deposit, with contents on its own host."""
    async with serving() as stub:
        stub.lists = [listing(deposit(AccountingDataURL=stub.url + CONTENTS))]
        yield stub


Ask = Callable[[], Awaitable[SourceAnswer]]


@pytest.fixture
def ask(bank: StubBank, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    return lambda: asked_at(bank.url, http, store)


def natural_person(code: str | None = "fct:m13", end: object = None, **members: object) -> dict[str, object]:
    mandate = {"FunctionMandate": code, "MandateDates": {"StartDate": "2022-03-10", "EndDate": end}}
    person = {"FirstName": "An ", "LastName": "de  Vries", "Address": {"Country": "cty:mNL"}}
    return {"Person": person, "Mandates": [mandate], **members}


def board(*persons: object, legal: object = None) -> dict[str, object]:
    return {"NaturalPersons": persons, "LegalPersons": legal}


def stated(facts: tuple[SourceFact, ...]) -> dict[str, object]:
    return {fact.name: fact.value for fact in facts}


async def test_the_figures_of_the_year_are_whole_euros_with_the_bytes_they_were_read_from(
    bank: StubBank, ask: Ask, store: MemoryStore
) -> None:
    bank.accounts = contents()
    answer = await ask()
    assert stated(answer.facts) == {
        "annual_accounts": "2023-12-31",
        "equity": 101201,
        "turnover": 2810451,
        "result_of_year": -18241,
        "employees": 6,
    }
    hashes = {fact.name: fact.data_hash for fact in answer.facts}
    assert hashes.pop("annual_accounts") is None
    assert set(hashes.values()) == {digest(bank.accounts.body)}
    assert answer.data_hash == digest(bank.lists[0].body)
    assert [(piece.data_hash, piece.source_url) for piece in answer.further] == [
        (digest(bank.accounts.body), bank.url + CONTENTS)
    ]
    assert {data for data, _ in store.objects.values()} == {bank.lists[0].body, bank.accounts.body}
    assert answer.facts[1].details == {"rubric": "10/15", "as_of": "2023-12-31"}
    assert answer.facts[-1].details == {"rubric": "9087", "as_of": "2023-12-31", "fte": "6.4"}


async def test_the_contents_are_asked_for_in_the_one_format_the_bank_gives(bank: StubBank, ask: Ask) -> None:
    bank.accounts = contents()
    await ask()
    assert bank.paths == [LIST, CONTENTS]
    first, second = (headers for _, headers in bank.asked)
    assert second["Accept"] == "application/x.jsonxbrl"
    assert second["NBB-CBSO-Subscription-Key"] == first["NBB-CBSO-Subscription-Key"]
    assert second["X-Request-Id"] != first["X-Request-Id"]


async def test_a_short_model_has_no_turnover(bank: StubBank, ask: Ask) -> None:
    bank.accounts = contents([rubric("10/15", 5), rubric("70", None), rubric("70", "1", "NM1")])
    assert stated((await ask()).facts) == {"annual_accounts": "2023-12-31", "equity": 5}


async def test_other_currencies_are_no_euros(bank: StubBank, ask: Ask) -> None:
    bank.accounts = contents([rubric("10/15", "5", currency="USD"), rubric("70", "7"), rubric("9087", "2")])
    assert stated((await ask()).facts) == {"annual_accounts": "2023-12-31", "turnover": 7, "employees": 2}
    bank.lists = [listing(deposit(AccountingDataURL=bank.url + CONTENTS, Currency="USD"))]
    bank.accounts = contents([rubric("10/15", "5", currency=None)])
    assert stated((await ask()).facts) == {"annual_accounts": "2023-12-31"}


@pytest.mark.parametrize(
    "value",
    ["", "n/a", "1e99", "1E+400000", "NaN", "12,5", "1" * 40, "0x10", True, [1], {"x": 1}, 10**30, 1e300, "١٢"],
)
async def test_what_is_no_amount_is_no_fact(bank: StubBank, ask: Ask, value: object) -> None:
    bank.accounts = contents([rubric("10/15", value), rubric("9904", "1")])
    assert stated((await ask()).facts) == {"annual_accounts": "2023-12-31", "result_of_year": 1}


async def test_directors_are_stated_with_their_mandate(bank: StubBank, ask: Ask) -> None:
    company = {
        "Entity": {"Name": "Duinroos Holding", "Identifier": "0712345630", "Address": {"Country": "cty:mBE"}},
        "Mandates": [{"FunctionMandate": "fct:m11", "MandateDates": {"StartDate": "2019-05-01"}}],
        "Representatives": [{"FirstName": "Bert", "LastName": "Claes", "Address": {}}],
    }
    bank.accounts = contents(Administrators=board(natural_person(end="2028-06-01"), legal=[company]))
    an, duinroos, bert = (await ask()).all("director")
    assert (an.value, an.data_hash) == ("An de Vries", digest(bank.accounts.body))
    assert an.details == {
        "role": "director",
        "since": "2022-03-10",
        "until": "2028-06-01",
        "kind": "person",
        "country": "NL",
        "as_of": "2023-12-31",
    }
    assert (duinroos.value, duinroos.details["role"]) == ("Duinroos Holding", "managing director")
    assert (duinroos.details["kind"], duinroos.details["number"]) == ("company", "0712345630")
    assert (bert.value, bert.details["role"], bert.details["kind"]) == (
        "Bert Claes",
        "permanent representative",
        "person",
    )
    assert bert.details["represents"] == "Duinroos Holding"


@pytest.mark.parametrize(
    "administrator",
    [
        natural_person("fct:m15"),
        natural_person("fct:m99"),
        natural_person(None),
        natural_person(end="2024-07-26"),
        natural_person(end="2021-01-01"),
        natural_person(Mandates=[]),
        natural_person(Mandates=None),
        natural_person(Person=None),
        natural_person(Person={"FirstName": 7.5, "LastName": " "}),
        "An de Vries",
        None,
    ],
)
async def test_auditors_and_those_who_left_before_the_deposit_are_no_directors(
    bank: StubBank, ask: Ask, administrator: object
) -> None:
    bank.accounts = contents(Administrators=board(administrator))
    assert (await ask()).all("director") == ()


async def test_who_left_one_mandate_and_holds_another_is_a_director(bank: StubBank, ask: Ask) -> None:
    left = {"FunctionMandate": "fct:m11", "MandateDates": {"EndDate": "2023-05-01"}}
    holds = {"FunctionMandate": "fct:m13", "MandateDates": {"StartDate": "2023-05-01"}}
    bank.accounts = contents(Administrators=board(natural_person(Mandates=[left, holds])))
    assert [fact.details["role"] for fact in (await ask()).all("director")] == ["director"]


async def test_shareholders_are_owners_with_all_their_shares(bank: StubBank, ask: Ask) -> None:
    holders = {
        "EntityShareHolders": [
            {
                "Entity": {"Name": "Duinroos Holding", "Identifier": "0712345630"},
                "RightsHeld": [{"Percentage": "50.50"}, {"Percentage": 24.5}, {"Percentage": None}],
            }
        ],
        "IndividualShareHolders": [
            {"Person": {"FirstName": "An", "LastName": "Claes", "Address": {"Country": "BE"}}, "RightsHeld": None},
            {"Person": {"FirstName": "Bo", "LastName": "Claes"}, "RightsHeld": [{"Percentage": "101"}]},
            {"Person": {}, "RightsHeld": [{"Percentage": "25"}]},
        ],
    }
    bank.accounts = contents(Shareholders=holders)
    an, bo, duinroos = (await ask()).all("owner")
    assert (an.value, an.details) == ("An Claes", {"kind": "person", "country": "BE", "as_of": "2023-12-31"})
    assert (bo.value, bo.details) == ("Bo Claes", {"kind": "person", "as_of": "2023-12-31"})
    assert (duinroos.value, duinroos.data_hash) == ("Duinroos Holding", digest(bank.accounts.body))
    assert duinroos.details == {"share_percent": "75", "kind": "company", "number": "0712345630", "as_of": "2023-12-31"}


async def test_of_a_crowd_those_are_counted_whom_a_case_cannot_carry(bank: StubBank, ask: Ask) -> None:
    holder = {"Person": {"FirstName": "An", "LastName": "x" * 2000}}
    holders = {"IndividualShareHolders": [holder] * 300}
    bank.accounts = contents(Administrators=board(*[natural_person()] * 300), Shareholders=holders)
    answer = await ask()
    stated = len(answer.all("director")) + len(answer.all("owner"))
    assert stated + answer.left_out == 600
    assert answer.left_out > 300
    assert len(str(answer.all("owner")[0].value)) == 1000


@pytest.mark.parametrize("part", [None, [], {}, "x", 7, {"NaturalPersons": {}, "EntityShareHolders": "x"}])
async def test_a_part_of_another_shape_is_as_good_as_missing(bank: StubBank, ask: Ask, part: object) -> None:
    bank.accounts = contents(Administrators=part, Shareholders=part)
    assert stated((await ask()).facts).keys() == {
        "annual_accounts",
        "equity",
        "turnover",
        "result_of_year",
        "employees",
    }
