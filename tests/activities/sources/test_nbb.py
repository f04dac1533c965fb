"""The National Bank's list of deposits: what there is, what there is not, and what could not be learnt; over HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable
from uuid import UUID

import aiohttp
import pytest

from runtime.http import MAX_BODY_BYTES
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore
from tests.activities.sources.stub_bank import (
    CONTENTS,
    KEY,
    LIST,
    NUMBER,
    ZONNEWIND,
    Said,
    StubBank,
    asked_at,
    deposit,
    digest,
    listing,
    serving,
)


@pytest.fixture
async def bank() -> AsyncIterator[StubBank]:
    async with serving() as stub:
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(bank: StubBank, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company = ZONNEWIND, key: str | None = KEY) -> SourceAnswer:
        return await asked_at(bank.url, http, store, company, key)

    return ask


def years(answer: SourceAnswer) -> list[object]:
    return [fact.value for fact in answer.all("annual_accounts")]


async def test_each_year_that_was_deposited_is_a_fact_the_newest_first(bank: StubBank, ask: Ask) -> None:
    bank.lists = [listing(deposit("2021-12-31"), deposit("2023-12-31"), deposit("2022-12-31"))]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("found", None, None)
    assert years(answer) == ["2023-12-31", "2022-12-31", "2021-12-31"]
    assert answer.facts[1].details == {
        "reference": "2023-00000042",
        "deposit_date": "2023-07-26",
        "model": "m02-f",
        "currency": "EUR",
    }


async def test_the_newest_is_the_one_whose_year_ended_last_not_the_one_deposited_last(bank: StubBank, ask: Ask) -> None:
    late = deposit("2020-12-31", DepositDate="2024-11-30")
    bank.lists = [listing(late, deposit("2022-12-31"))]
    assert years(await ask()) == ["2022-12-31", "2020-12-31"]


async def test_of_accounts_deposited_again_to_correct_them_the_last_counts(bank: StubBank, ask: Ask) -> None:
    corrected = deposit(ReferenceNumber="2024-00000077", DepositDate="2024-09-01", DepositType="Correction")
    bank.lists = [listing(deposit(), corrected, deposit(DepositDate=None))]
    answer = await ask()
    assert years(answer) == ["2023-12-31"]
    assert answer.facts[0].details["reference"] == "2024-00000077"


@pytest.mark.parametrize(
    "dates",
    [{"StartDate": "2022-07-01", "EndDate": "2023-06-30"}, {"enddate": "2023-06-30"}, {"ENDDATE": "2023-06-30T00:00"}],
)
async def test_members_are_known_in_whatever_case_they_are_written(
    bank: StubBank, ask: Ask, dates: dict[str, str]
) -> None:
    bank.lists = [listing({"exerciseDates": dates, "REFERENCENUMBER": "2023-1"})]
    answer = await ask()
    assert years(answer) == ["2023-06-30"]
    assert answer.facts[0].details["reference"] == "2023-1"


async def test_the_bank_is_asked_by_enterprise_number_with_the_key_and_a_new_id_each_time(
    bank: StubBank, ask: Ask
) -> None:
    bank.lists = [listing()]
    await ask(Company(company_name="Zonnewind", country="BE", vat_number=f"BE{NUMBER}"))
    assert bank.paths == [LIST, LIST]
    assert [headers["NBB-CBSO-Subscription-Key"] for _, headers in bank.asked] == [KEY, KEY]
    assert [headers["Accept"] for _, headers in bank.asked] == ["application/json"] * 2
    ids = {UUID(headers["X-Request-Id"]) for _, headers in bank.asked}
    assert len(ids) == 2 and {each.version for each in ids} == {4}


async def test_the_key_is_in_nothing_that_is_kept(bank: StubBank, ask: Ask, store: MemoryStore) -> None:
    bank.lists = [listing(deposit(AccountingDataURL=bank.url + CONTENTS))]
    answer = await ask()
    assert answer.source_url == bank.url + LIST
    assert KEY not in answer.model_dump_json()
    assert not any(KEY in key or KEY.encode() in data for key, (data, _) in store.objects.items())


async def test_without_a_key_nobody_is_asked(bank: StubBank, ask: Ask) -> None:
    answer = await ask(key=None)
    assert (answer.state, answer.reason, bank.asked) == ("not_configured", "no_key", [])


@pytest.mark.parametrize(
    "company",
    [
        Company(company_name="Havenlicht", country="NL", company_registration_number="81234567"),
        Company(company_name="Havenlicht", country="NL", vat_number="NL169149705B01"),
        Company(company_name="Zonnewind", country="BE"),
    ],
)
async def test_a_company_without_a_belgian_number_is_not_asked_about(
    bank: StubBank, ask: Ask, company: Company
) -> None:
    answer = await ask(company)
    assert (answer.state, answer.reason, bank.asked) == ("not_applicable", "no_enterprise_number", [])


NONE_THERE = [
    Said(b"[]"),
    Said(b" [ ] "),
    Said(b"", 404),
    Said(b'{"statusCode": 404, "message": "not found"}', 404),
    Said(b"not found", 404, {"Content-Type": "text/plain"}),
]


@pytest.mark.parametrize("said", NONE_THERE)
async def test_no_deposits_is_believed_when_it_is_said_twice(bank: StubBank, ask: Ask, said: Said) -> None:
    bank.lists = [said]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("not_found", "no_deposits", None)
    assert bank.paths == [LIST, LIST]
    assert answer.data_hash == (digest(said.body) if said.body else None)


@pytest.mark.parametrize("said", NONE_THERE)
async def test_an_empty_answer_that_was_throttling_is_followed_by_the_full_one(
    bank: StubBank, ask: Ask, store: MemoryStore, said: Said
) -> None:
    full = listing(deposit())
    bank.lists = [said, full]
    answer = await ask()
    assert (answer.state, years(answer)) == ("found", ["2023-12-31"])
    assert answer.data_hash == digest(full.body)
    assert [piece.data_hash for piece in answer.further] == ([digest(said.body)] if said.body else [])
    assert {data for data, _ in store.objects.values()} == {full.body, said.body} - {b""}


async def test_an_empty_answer_followed_by_a_failure_is_not_believed(bank: StubBank, ask: Ask) -> None:
    bank.lists = [Said(b"[]"), Said(b"slow down", 429, {"Retry-After": "7"})]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "rate_limited", 7.0)


@pytest.mark.parametrize(
    ("status", "reason", "retry"),
    [
        (401, "http_401", None),
        (403, "http_403", None),
        (415, "http_415", None),
        (204, "http_204", 300.0),
        (302, "http_302", 300.0),
        (500, "http_500", 300.0),
        (503, "http_503", 300.0),
    ],
)
async def test_a_status_that_says_nothing_about_deposits_is_unavailable(
    bank: StubBank, ask: Ask, status: int, reason: str, retry: float | None
) -> None:
    bank.lists = [Said(b"" if status == 204 else b"[]", status)]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", reason, retry)
    assert bank.paths == [LIST]


async def test_a_page_that_says_404_is_not_the_bank_speaking(bank: StubBank, ask: Ask) -> None:
    bank.lists = [Said(b"<h1>Not found</h1>", 404, {"Content-Type": "text/html; charset=utf-8"})]
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "http_404")


@pytest.mark.parametrize(("header", "retry"), [({"Retry-After": "90"}, 90.0), ({}, 60.0)])
async def test_too_many_requests_wait_as_long_as_asked(
    bank: StubBank, ask: Ask, header: dict[str, str], retry: float
) -> None:
    bank.lists = [Said(b"[]", 429, header)]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "rate_limited", retry)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><h1>Maintenance</h1>",
        b'[{"ReferenceNumber": "2024-1", "Exer',
        b"{}",
        b'{"value": []}',
        b"null",
        b"7",
        b"\xff\xfe[]",
        '[{"EnterpriseName": "Caf\xe9", "ExerciseDates": {"endDate": "2023-12-31"}}]'.encode("latin-1"),
        b"[" * 100_000,
        b"[null]",
        b'["2023-12-31"]',
        b"[{}]",
        b'[{"ExerciseDates": null}]',
        b'[{"ExerciseDates": "2023-12-31"}]',
        b'[{"ExerciseDates": {"endDate": 20231231}}]',
        b'[{"ExerciseDates": {"endDate": "2023-02-30"}}]',
        b'[{"ExerciseDates": {"endDate": "2023-12-31"}, "EnterpriseNumber": "0403170701"}]',
    ],
)
async def test_a_malformed_list_is_unavailable_and_kept(bank: StubBank, ask: Ask, body: bytes) -> None:
    bank.lists = [Said(body)]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "malformed_answer", 300.0)
    assert answer.data_hash == (digest(body) if body else None)


async def test_the_list_may_write_the_companys_number_in_its_own_way(bank: StubBank, ask: Ask) -> None:
    bank.lists = [listing(deposit(EnterpriseNumber="0711.326.932"), deposit("2019-12-31", EnterpriseNumber=711326932))]
    answer = await ask()
    assert len(years(answer)) == 2


async def test_what_cannot_be_read_of_a_list_is_left_out(bank: StubBank, ask: Ask) -> None:
    strange = {"ExerciseDates": {"endDate": "2019-12-31"}, "ReferenceNumber": ["x"], "Currency": {}, "ModelType": True}
    bank.lists = [listing(None, [], "x", {"ExerciseDates": []}, strange, deposit("2020-12-31"))]
    answer = await ask()
    assert years(answer) == ["2020-12-31", "2019-12-31"]
    assert answer.facts[1].details == {}


async def test_a_byte_order_mark_and_a_nul_do_no_harm(bank: StubBank, ask: Ask) -> None:
    bank.lists = [Said(b"\xef\xbb\xbf" + listing(deposit(ModelType="m\x00 é")).body)]
    answer = await ask()
    assert answer.facts[0].details["model"] == "m\ufffd é"


async def test_a_list_without_end_states_no_more_than_a_case_can_carry(bank: StubBank, ask: Ask) -> None:
    bank.lists = [listing(*(deposit(f"{year}-12-31") for year in range(1000, 2000)))]
    answer = await ask()
    assert len(years(answer)) == 60
    assert years(answer)[0] == "1999-12-31"


async def test_ten_megabytes_of_nothing_are_unavailable(bank: StubBank, ask: Ask) -> None:
    bank.lists = [Said(b" " * (10 * MAX_BODY_BYTES) + b"[]")]
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "too_large")
