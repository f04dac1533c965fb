"""The simulated registries speak the real ones' contracts, and each company of the catalogue tells its story."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import aiohttp
import pytest

from deploy.local.ports import free_port, is_free_with_udp
from deploy.local.registries import catalogue
from deploy.local.registries.catalogue import COMPANIES, WEBSITES, website_hosts
from deploy.local.registries.rows import Failing, Registered, SimulatedCompany
from deploy.local.registries.vies import TEST_NUMBERS
from domain.company_numbers import normalise_vat_number, vat_number_fault
from domain.website_url import normalise_website_url
from tests.conftest import one_start_at_a_time

VIES = "/taxation_customs/vies/rest-api"


@pytest.fixture(scope="module")
async def registries() -> AsyncIterator[aiohttp.ClientSession]:
    """The program as `make run` starts it."""
    async with AsyncExitStack() as ending:
        async with one_start_at_a_time():
            port = free_port(is_free_with_udp)
            program = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "deploy.local.registries", "--port", str(port))
            )
            session = await ending.enter_async_context(aiohttp.ClientSession(f"http://127.0.0.1:{port}"))
            await healthy(session)
        yield session
    program.terminate()
    await program.wait()


async def healthy(session: aiohttp.ClientSession) -> None:
    while True:
        try:
            async with session.get("/healthz") as response:
                assert response.status == 200
                return
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(0.05)


async def asked(
    session: aiohttp.ClientSession, question: dict[str, str], service: str = "check-vat-number"
) -> tuple[int, dict[str, object]]:
    async with session.post(f"{VIES}/{service}", json=question) as response:
        return response.status, await response.json()


async def test_a_registered_number_is_valid_with_all_members_of_the_real_answer(
    registries: aiohttp.ClientSession,
) -> None:
    status, answer = await asked(registries, {"countryCode": "BE", "vatNumber": "0456789012"})
    assert status == 200
    assert (answer["valid"], answer["name"]) == (True, "ACME TRADING")
    assert answer["address"] == "RUE DE LA LOI 1\n1000 BRUXELLES"
    assert (answer["requestIdentifier"], answer["traderNameMatch"]) == ("", "NOT_PROCESSED")
    assert str(answer["requestDate"]).endswith("Z")


async def test_a_consultation_number_is_given_to_those_who_say_who_they_are(registries: aiohttp.ClientSession) -> None:
    question = {"countryCode": "BE", "vatNumber": "0456789012", "requesterMemberStateCode": "NL"}
    assert (await asked(registries, question))[1]["requestIdentifier"] == ""
    question["requesterNumber"] = "169149705B01"
    assert str((await asked(registries, question))[1]["requestIdentifier"]).startswith("WAPI")


@pytest.mark.parametrize("number", ["BE0456789012", "0000000000", ""])
async def test_an_unknown_number_is_invalid_as_is_one_with_its_prefix(
    registries: aiohttp.ClientSession, number: str
) -> None:
    status, answer = await asked(registries, {"countryCode": "BE", "vatNumber": number})
    assert (status, answer["valid"], answer["name"]) == (200, False, "---")


@pytest.mark.parametrize("question", [{}, {"countryCode": "GR", "vatNumber": "1"}, {"countryCode": "BE"}])
async def test_a_wrong_question_is_invalid_input(registries: aiohttp.ClientSession, question: dict[str, str]) -> None:
    error = {"actionSucceed": False, "errorWrappers": [{"error": "INVALID_INPUT"}]}
    assert await asked(registries, question) == (400, error)


@pytest.mark.parametrize(("number", "code"), [*TEST_NUMBERS.items(), ("999", "SERVICE_UNAVAILABLE")])
async def test_the_test_service_fails_as_documented(registries: aiohttp.ClientSession, number: str, code: str) -> None:
    _, answer = await asked(registries, {"countryCode": "CZ", "vatNumber": number}, "check-vat-test-service")
    assert answer == {"actionSucceed": False, "errorWrappers": [{"error": code}]}


@pytest.mark.parametrize(("number", "valid"), [("100", True), ("200", False)])
async def test_the_test_service_knows_a_valid_and_an_invalid_number(
    registries: aiohttp.ClientSession, number: str, valid: bool
) -> None:
    _, answer = await asked(registries, {"countryCode": "DE", "vatNumber": number}, "check-vat-test-service")
    assert answer["valid"] is valid


async def test_the_status_names_the_member_state_that_is_closed(registries: aiohttp.ClientSession) -> None:
    async with registries.get(f"{VIES}/check-status") as response:
        status = await response.json()
    closed = [row["countryCode"] for row in status["countries"] if row["availability"] == "Unavailable"]
    assert (status["vow"], closed) == ({"available": True}, ["IT"])


async def test_maintenance_is_a_page_with_status_200(registries: aiohttp.ClientSession) -> None:
    question = {"countryCode": "PT", "vatNumber": "514973129"}
    async with registries.post(f"{VIES}/check-vat-number", json=question) as response:
        assert (response.status, response.content_type) == (200, "text/html")


@pytest.mark.parametrize("host", website_hosts())
async def test_each_website_answers_for_its_host(registries: aiohttp.ClientSession, host: str) -> None:
    async with registries.get(f"/websites/{host}/", allow_redirects=False) as response:
        assert response.status == WEBSITES[host].pages["/"].status
    async with registries.get(f"/websites/{host}/nothing-here") as response:
        assert response.status == 404


async def test_a_website_nobody_has_answers_404(registries: aiohttp.ClientSession) -> None:
    async with registries.get("/websites/unknown.example/") as response:
        assert response.status == 404


@pytest.mark.parametrize("row", COMPANIES, ids=lambda row: row.company_name)
def test_each_company_is_as_a_case_would_keep_it(row: SimulatedCompany) -> None:
    company = row.company()
    assert company.vat_number == normalise_vat_number(row.vat_number or "", row.country)
    if company.website_url is not None:
        assert company.website_url == normalise_website_url(company.website_url)
    assert row.story.endswith(".")


@pytest.mark.parametrize("row", COMPANIES, ids=lambda row: row.company_name)
def test_only_the_documentations_example_fails_its_checksum(row: SimulatedCompany) -> None:
    expected = "checksum" if row is catalogue.ACME_TRADING else None
    assert vat_number_fault(row.company()) == expected


def test_the_catalogue_covers_the_outcomes_a_case_can_meet() -> None:
    assert len(COMPANIES) >= 25
    assert len({row.country for row in COMPANIES}) >= 8
    assert len({row.vat_number for row in COMPANIES}) == len(COMPANIES)
    assert {row.vies.code for row in COMPANIES if isinstance(row.vies, Failing)} == {
        "MS_UNAVAILABLE",
        "MS_MAX_CONCURRENT_REQ",
    }
    slow = [row.vies.delay_seconds for row in COMPANIES if isinstance(row.vies, Registered) and row.vies.delay_seconds]
    assert max(slow) > 10
    assert catalogue.FEUILLE_MORTE.website is None
