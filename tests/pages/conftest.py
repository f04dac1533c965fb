"""A browser for all tests of the pages, and visits that end by telling what went wrong in them."""

import os
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.pages.chromium import chromium_path, launched
from tests.pages.visiting import Visits, no_fault_in

expect.set_options(timeout=240_000)
"""Milliseconds. Nothing takes as long on an idle machine; a test that fails says what it waited for."""

NO_CHROMIUM = "no Chromium here: apt-get install chromium, or say in CASEWRIGHT_CHROMIUM where it is"


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all. Without one these tests are skipped, unless CASEWRIGHT_BROWSER_TESTS is `required`."""
    if chromium_path() is None:
        if os.environ.get("CASEWRIGHT_BROWSER_TESTS") == "required":
            pytest.fail(NO_CHROMIUM)
        pytest.skip(NO_CHROMIUM)
    async with async_playwright() as playwright, launched(playwright) as found:
        yield found


@pytest.fixture
async def visit(browser: Browser) -> AsyncIterator[Visits]:
    """Opens fresh visits, as many people as a test needs; at its end there must have been no fault in any."""
    visits = Visits(browser)
    yield visits
    await visits.end()
    no_fault_in(visits)
