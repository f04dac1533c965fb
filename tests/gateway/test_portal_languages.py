"""The portal answers in the language that is asked for, or else in the one that the browser likes best."""

import httpx
import pytest

from tests.gateway.office import Office
from tests.gateway.running_gateway import refused

FRENCH_FIRST = {"Accept-Language": "es, fr-BE;q=0.9, nl;q=0.8"}


async def shown(customer: httpx.AsyncClient, portal: str, query: str = "") -> tuple[str, str]:
    """The language of the answer, and the name of the first document in it."""
    answer = await customer.get(f"{portal}{query}", headers=FRENCH_FIRST)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    return body["language"], body["document_requirements"][0]["name"]


async def test_what_is_asked_for_goes_before_what_the_browser_likes(office: Office) -> None:
    case = await office.open()

    by_browser = await shown(office.customer, case.portal)
    asked = [await shown(office.customer, case.portal, f"?lang={language}") for language in ("en", "nl", "de")]

    assert [language for language, _ in (by_browser, *asked)] == ["fr", "en", "nl", "de"]
    assert len({name for _, name in (by_browser, *asked)}) == 4


@pytest.mark.parametrize("query", ["?lang=es", "?lang=NL", "?lang=nl&lang=fr"])
async def test_another_language_is_refused_by_name(office: Office, query: str) -> None:
    case = await office.open()

    refused(await office.customer.get(f"{case.portal}{query}"), 422, "invalid_parameter", "lang")
