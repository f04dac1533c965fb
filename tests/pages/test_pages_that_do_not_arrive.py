"""A page of which only the HTML and its styles came does not stay empty: after a while it says what to do."""

import pytest
from playwright.async_api import Browser, expect

from tests.pages.without_a_stack import ORIGIN, Api, pages_alone

LET_TIME_PASS = "() => document.getAnimations().forEach((waiting) => waiting.finish())"


@pytest.mark.parametrize(
    ("address", "script", "told"),
    [
        ("/console/", "main.js", "Load the page again."),
        ("/portal/a-link", "portal.js", "Laad de pagina opnieuw."),
    ],
)
async def test_whoever_waits_for_scripts_that_do_not_come_is_told_to_load_the_page_again(
    browser: Browser, address: str, script: str, told: str
) -> None:
    async with pages_alone(browser, Api()) as context:
        page = await context.new_page()
        await page.route(f"**/{script}", lambda route: route.abort())
        await page.goto(ORIGIN + address)
        words = page.get_by_text(told)
        await expect(words).to_have_count(1)
        assert await page.evaluate("() => getComputedStyle(document.querySelector('.late')).visibility") == "hidden"

        await page.evaluate(LET_TIME_PASS)

        await expect(words).to_be_visible()
