"""The National Bank in trouble: contents that cannot be had, addresses that lead elsewhere, any JSON there is."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from activities.sources.answers import Reading, Received
from activities.sources.nbb.accounts import account_facts, read_accounts
from activities.sources.nbb.deposits import Deposit, deposit_facts, read_deposits
from runtime.http import Exchange, create_session
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import PATIENCE_SECONDS, MemoryStore
from tests.activities.sources.stub_bank import (
    CONTENTS,
    FIGURES,
    LIST,
    NUMBER,
    REFERENCE,
    Said,
    StubBank,
    asked_at,
    contents,
    deposit,
    digest,
    listing,
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


FAILURES: list[tuple[Said, str, float | None]] = [
    (Said(b'{"message": "pdf model has no published json xbrl"}', 404), "http_404", None),
    (Said(b"", 401), "http_401", None),
    (Said(b"", 415), "http_415", None),
    (Said(b"<h1>", 503, {"Retry-After": "30"}), "http_503", 30.0),
    (Said(b"", 429, {"Retry-After": "9"}), "rate_limited", 9.0),
    (Said(b"<!doctype html>"), "malformed_answer", 300.0),
    (Said(b'{"Rubrics": [{"Code": "10/15", "Val'), "malformed_answer", 300.0),
    (Said(b""), "malformed_answer", 300.0),
    (Said(b"[]"), "malformed_answer", 300.0),
    (Said(b"{}"), "malformed_answer", 300.0),
    (Said(b'{"Rubrics": null}'), "malformed_answer", 300.0),
    (Said(b'{"Rubrics": {"Code": "10/15"}}'), "malformed_answer", 300.0),
    (Said(b'{"a":' * 50_000), "malformed_answer", 300.0),
    (Said(b" " * 10_000_000), "too_large", 300.0),
    (contents(ReferenceNumber="2019-00000001"), "malformed_answer", 300.0),
]


@pytest.mark.parametrize(("said", "reason", "retry"), FAILURES)
async def test_when_the_contents_fail_the_list_still_counts_and_says_why_there_are_no_figures(
    bank: StubBank, ask: Ask, said: Said, reason: str, retry: float | None
) -> None:
    bank.accounts = said
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("found", None, retry)
    assert [(fact.name, fact.value) for fact in answer.facts] == [("annual_accounts", "2023-12-31")]
    assert answer.facts[0].details["figures"] == reason
    assert answer.data_hash == digest(bank.lists[0].body)
    assert len(answer.further) == (1 if said.body else 0)


async def test_only_the_newest_deposit_says_that_its_figures_are_missing(bank: StubBank, ask: Ask) -> None:
    bank.lists = [listing(deposit("2022-12-31", AccountingDataURL=bank.url + CONTENTS), deposit("2023-12-31"))]
    answer = await ask()
    assert [fact.details.get("figures") for fact in answer.facts] == ["not_published", None]
    assert (answer.state, answer.retry_after_seconds, bank.paths) == ("found", None, [LIST])


@pytest.mark.parametrize(
    "address",
    [
        "http://{elsewhere}/authentic/deposit/2024-00000042/accountingData",
        "http://{own}@{elsewhere}/authentic/deposit/2024-00000042/accountingData",
        "http://somebody:secret@{own}/authentic/deposit/1/accountingData",
        "https://{own}/authentic/deposit/2024-00000042/accountingData",
        "//{elsewhere}/authentic/deposit/2024-00000042/accountingData",
        "http://{own}/authentic/../elsewhere",
        "http://{own}/authentic/legalEntity/0403170701/references",
        "http://169.254.169.254/authentic/deposit/1/accountingData",
        "file:///authentic/deposit/1",
        "/authentic/deposit/1/accountingData",
        "http://[::1",
        "http://{own}:99999/authentic/deposit/1",
        "no address",
    ],
)
async def test_our_key_goes_to_no_other_host_whatever_address_the_list_gives(
    bank: StubBank, ask: Ask, address: str
) -> None:
    strangers: list[str] = []

    async def take(request: web.Request) -> web.Response:
        strangers.append(request.path)
        return web.json_response({})

    app = web.Application()
    app.router.add_get("/{path:.*}", take)
    async with TestServer(app) as elsewhere:
        given = address.format(own=bank.url.removeprefix("http://"), elsewhere=f"{elsewhere.host}:{elsewhere.port}")
        bank.lists = [listing(deposit(AccountingDataURL=given))]
        bank.accounts = contents()
        answer = await ask()
    assert (answer.state, strangers, bank.paths) == ("found", [], [LIST, CONTENTS])


@pytest.mark.parametrize("reference", [None, "", "../../legalEntity/1/references", "1?x=", "x" * 41, "1 2", 7.5])
async def test_an_address_is_built_of_a_proper_reference_only(bank: StubBank, ask: Ask, reference: object) -> None:
    bank.lists = [listing(deposit(AccountingDataURL="http://elsewhere.example/x", ReferenceNumber=reference))]
    answer = await ask()
    assert (answer.state, bank.paths) == ("found", [LIST])
    assert answer.facts[0].details["figures"] == "not_published"


async def test_a_bank_that_cannot_be_reached_is_unavailable(
    http: aiohttp.ClientSession, store: MemoryStore, unused_tcp_port: int
) -> None:
    answer = await asked_at(f"http://127.0.0.1:{unused_tcp_port}", http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "unreachable", 300.0)


async def test_a_bank_without_tls_is_unavailable(
    bank: StubBank, http: aiohttp.ClientSession, store: MemoryStore
) -> None:
    answer = await asked_at(bank.url.replace("http:", "https:"), http, store)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "tls_failure", None)


@pytest.mark.parametrize(
    ("after", "seconds", "reason"), [(b"", 0.3, "timeout"), (b'[{"Ref', PATIENCE_SECONDS, "malformed_answer")]
)
async def test_a_bank_that_stops_talking_is_unavailable(
    store: MemoryStore, after: bytes, seconds: float, reason: str
) -> None:
    async def stall(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "500"})
        await response.prepare(request)
        if not after:
            await request.content.wait_eof()
            await asyncio.sleep(1.0)
        await response.write(after)
        if request.transport is not None:
            request.transport.close()
        return response

    app = web.Application()
    app.router.add_get("/{path:.*}", stall)
    async with TestServer(app) as server, create_session(seconds, seconds) as session:
        answer = await asked_at(str(server.make_url("")), session, store)
    assert (answer.state, answer.reason) == ("unavailable", reason)


MEMBERS = (
    "ExerciseDates", "endDate", "ReferenceNumber", "AccountingDataURL", "Currency", "EnterpriseNumber", "Rubrics",
    "Code", "Value", "Period", "Administrators", "NaturalPersons", "LegalPersons", "Person", "Entity", "Mandates",
    "MandateDates", "FunctionMandate", "Shareholders", "IndividualShareHolders", "RightsHeld", "Percentage",
)  # fmt: skip
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(
    ["2023-12-31", "10/15", "N", "fct:m13", "EUR", NUMBER, REFERENCE, "1.5"]
)  # fmt: skip
ANY_JSON: st.SearchStrategy[JsonValue] = st.recursive(
    VALUES,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(st.sampled_from(MEMBERS), parts, max_size=6),
    max_leaves=40,
)


def replied(value: object) -> Exchange:
    return Exchange("http://bank/", 200, json.dumps(value).encode(), "application/json")


@given(ANY_JSON)
def test_a_list_of_anything_is_read_or_malformed(value: JsonValue) -> None:
    for listed in ([value], value):
        deposits = read_deposits(replied(listed), NUMBER)
        if isinstance(deposits, Reading):
            assert (deposits.state, deposits.reason) == ("unavailable", "malformed_answer")
        else:
            assert len(deposit_facts(deposits, None)) == len(deposits)


@given(ANY_JSON, ANY_JSON)
def test_contents_of_anything_are_read_or_malformed(value: JsonValue, other: JsonValue) -> None:
    on_paper = Deposit(date(2023, 12, 31), None, None, None, None, None)
    parts: dict[str, object] = {"Administrators": value, "Shareholders": other}
    for accounts in ({"Rubrics": FIGURES, **parts}, {**parts, "Rubrics": [value, other]}, value):
        reply = replied(accounts)
        read = read_accounts(reply, on_paper)
        if isinstance(read, Reading):
            assert (read.state, read.reason) == ("unavailable", "malformed_answer")
        else:
            facts = account_facts(read, on_paper, Received.of(reply))
            assert {fact.data_hash for fact in facts} <= {digest(reply.body)}
