"""What a website's answer says about the company; over real HTTP."""

import hashlib
import socket
from collections.abc import Awaitable, Callable

import pytest

from activities.sources.answers import Reading
from activities.sources.website import Website, read_error, simulated_websites
from activities.sources.website.page import read_words
from activities.sources.website.reading import Site, read_site
from deploy.local.registries.catalogue import (
    ACME_TRADING,
    ALPENQUELL,
    FEUILLE_MORTE,
    GALAZIOS,
    GARANCE,
    MODRY_KAMEN,
    NORDHAVN,
)
from runtime.public_web import NoAnswerError, NoSuchHostError, Problem, PublicPage
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for

ACME = Company(company_name="Acme Trading BVBA", country="BE", vat_number="BE0456789012")


Check = Callable[[Company], Awaitable[SourceAnswer]]


@pytest.fixture
def checked(registries_url: str, store: MemoryStore) -> Check:
    settings = settings_for(registries_url)
    return lambda company: looked_up(Website(settings), company, store, settings)


def read_page(page: PublicPage, company: Company) -> Reading:
    return read_site(Site(read_words(page)), company)


def said(answer: SourceAnswer | Reading) -> dict[str, str | bool | int]:
    return {fact.name: fact.value for fact in answer.facts}


async def test_a_site_that_names_the_company_is_found_and_kept(checked: Check, store: MemoryStore) -> None:
    answer = await checked(ACME_TRADING.company())
    assert (answer.state, answer.reason, answer.environment) == ("found", None, "test")
    assert said(answer) == {
        "website_url": "https://acme-trading.be",
        "website_final_url": "https://acme-trading.be",
        "website_accessible": True,
        "website_status_code": 200,
        "website_title": "Acme Trading BVBA – Office supplies",
        "website_names_company": True,
        "website_states_vat_number": True,
        "website_parked": False,
        "website_legal_page": "https://acme-trading.be/terms",
        "website_text": (
            "Acme Trading BVBA Office supplies Acme Trading BVBA, Rue de la Loi 1, 1000 Bruxelles. "
            "VAT BE 0456.789.012. Terms"
        ),
    }
    assert answer.object_key is not None
    body, media_type = store.objects[answer.object_key]
    digest = hashlib.sha256(body).hexdigest()
    assert (answer.data_hash, media_type) == (f"sha256:{digest}", "text/html")
    assert answer.object_key == f"case_0123456789ab/evidence/website-{digest[:12]}.html"


async def test_redirects_are_followed_to_the_final_address(checked: Check) -> None:
    answer = await checked(GARANCE.company())
    assert answer.fact("website_url") == "https://atelier-garance.example"
    assert answer.fact("website_final_url") == answer.source_url == "https://www.atelier-garance.example/fr/"
    assert answer.fact("website_names_company") is True


async def test_another_companys_site_does_not_name_this_one(checked: Check) -> None:
    answer = await checked(ALPENQUELL.company())
    assert answer.state == "found"
    assert answer.fact("website_names_company") is False


async def test_a_name_in_another_script_is_recognised(checked: Check) -> None:
    assert (await checked(GALAZIOS.company())).fact("website_names_company") is True


async def test_a_site_that_answers_404_is_found_but_not_accessible(checked: Check) -> None:
    answer = await checked(NORDHAVN.company())
    assert answer.state == "found"
    assert said(answer) == {
        "website_url": "https://nordhavn-keramik.example/shop",
        "website_final_url": "https://nordhavn-keramik.example/shop",
        "website_accessible": False,
        "website_status_code": 404,
    }
    assert answer.data_hash is not None


async def test_a_redirect_to_a_private_address_is_not_followed(checked: Check) -> None:
    answer = await checked(MODRY_KAMEN.company())
    assert (answer.state, answer.reason, answer.data_hash) == ("not_found", "address_not_public", None)
    assert said(answer) == {
        "website_url": "https://modry-kamen.example",
        "website_final_url": "http://169.254.169.254/latest/meta-data/",
        "website_accessible": False,
    }


async def test_a_host_that_does_not_exist_is_not_found(checked: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    answer = await checked(FEUILLE_MORTE.company())
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("not_found", "no_such_host", None)
    assert answer.fact("website_accessible") is False


def no_such_name(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1/", "address_not_public"),
        ("http://localhost/", "host_not_allowed"),
        ("http://acme-trading.be:8080/", "port_not_allowed"),
        ("ftp://acme-trading.be/", "scheme_not_allowed"),
        ("https://user@acme-trading.be/", "userinfo_not_allowed"),
        ("no website", "invalid_url"),
    ],
)
async def test_an_address_we_do_not_ask_is_not_found_with_its_reason(checked: Check, url: str, reason: str) -> None:
    answer = await checked(ACME.model_copy(update={"website_url": url}))
    assert (answer.state, answer.reason) == ("not_found", reason)
    assert answer.fact("website_accessible") is False


async def test_a_company_without_a_website_is_not_applicable(checked: Check) -> None:
    answer = await checked(ACME)
    assert (answer.state, answer.reason, answer.facts) == ("not_applicable", "no_website", ())


async def test_nothing_is_simulated_in_live_mode(registries_url: str) -> None:
    assert simulated_websites(settings_for(registries_url, sources="live")) is None


@pytest.mark.parametrize(
    ("failure", "retry"), [("timeout", 300.0), ("unreachable", 300.0), ("dns_failure", 300.0), ("tls_failure", None)]
)
def test_a_site_that_may_answer_later_is_unavailable(failure: str, retry: float | None) -> None:
    reading = read_error("https://acme.be", NoAnswerError(failure, "https://acme.be"))
    assert (reading.state, reading.reason, reading.retry_after_seconds) == ("unavailable", failure, retry)
    assert said(reading) == {"website_url": "https://acme.be"}


def test_an_unknown_host_behind_a_redirect_is_named() -> None:
    reading = read_error("https://acme.be", NoSuchHostError("no_such_host", "https://gone.be"))
    assert (reading.state, said(reading)["website_final_url"]) == ("not_found", "https://gone.be")


def page(body: bytes = b"", status: int = 200, problem: Problem | None = None) -> PublicPage:
    return PublicPage("https://acme.be", "https://acme.be/", status, "text/html", "utf-8", body, problem)


def test_a_page_that_was_cut_denies_nothing() -> None:
    reading = read_page(page(b"<title>Shop</title>", problem="too_large"), ACME)
    assert (reading.state, reading.reason) == ("found", "too_large")
    assert said(reading)["website_title"] == "Shop"
    assert not {"website_names_company", "website_states_vat_number"} & said(reading).keys()


def test_a_page_that_was_cut_confirms_what_it_shows() -> None:
    shown = said(read_page(page(b"Acme Trading, BE0456789012", problem="too_large"), ACME))
    assert (shown["website_names_company"], shown["website_states_vat_number"]) == (True, True)


def test_a_document_instead_of_a_page_is_found_without_its_words() -> None:
    reading = read_page(page(problem="content_type_not_allowed"), ACME)
    assert (reading.state, reading.reason) == ("found", "content_type_not_allowed")
    assert said(reading)["website_accessible"] is True


def test_a_site_that_redirects_for_ever_is_not_accessible() -> None:
    reading = read_page(page(status=302, problem="too_many_redirects"), ACME)
    assert said(reading)["website_accessible"] is False
