"""The administration, over what the API says: endpoints of webhooks, agents, and the bar at the top of a phone."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, BrowserContext, ViewportSize, expect
from pydantic import JsonValue

from gateway.integration.webhook_examples import ENDPOINT, PAUSED
from tests.pages.without_a_stack import ORIGIN, Api, pages_alone

PHONE: ViewportSize = {"width": 360, "height": 740}
LIST = "/api/admin/webhooks/endpoints"
ADMIN: dict[str, JsonValue] = {
    "key_id": "key_5d41402abc4b",
    "name": "Ada",
    "role": "admin",
    "organisation": "invented",
    "environment": "test",
    "permissions": ["read", "write", "administer"],
    "may_decide": [],
}
QUALITY: dict[str, JsonValue] = {
    "period_start": "2026-01-12T00:00:00Z",
    "agent": "follow_up",
    "provider": "rules",
    "model": "casewright-rules/0.1.0@a59b2fec499b",
    **dict.fromkeys(("runs", "usable", "acted_on", "accepted", "acceptance_rate"), 1),
    **dict.fromkeys(("edited", "rejected", "overridden", "asked_again"), 0),
    **dict.fromkeys(("cost_usd", "without_price", "median_latency_ms"), 0),
}


@pytest.fixture
def api() -> Api:
    """Knows one endpoint, which is in use."""
    [active], [paused] = ENDPOINT.values(), PAUSED.values()
    assert isinstance(active, dict)
    assert isinstance(paused, dict)
    return Api(
        {
            "/api/me": (200, ADMIN),
            "/api/officers": (200, {"officers": [{**ADMIN, "active": True}]}),
            "/api/agents/quality": (200, {"quality": [QUALITY]}),
            LIST: (200, {"endpoints": [active]}),
            f"{LIST}/{active['endpoint_id']}/pause": (200, paused),
        }
    )


@pytest.fixture
async def context(browser: Browser, api: Api) -> AsyncIterator[BrowserContext]:
    async with pages_alone(browser, api) as context:
        yield context


async def test_an_endpoint_in_use_can_be_paused_and_says_by_whom_it_was(context: BrowserContext, api: Api) -> None:
    page = await context.new_page()
    await page.goto(f"{ORIGIN}/console/admin/webhooks#key=ada")
    card = page.get_by_role("article", name="https://shop.example/casewright")
    await expect(card.get_by_text("Active")).to_be_visible()
    api.answers[LIST] = 200, {"endpoints": [*PAUSED.values()]}

    await card.get_by_role("button", name="Pause").click()

    await expect(card.locator(".notice")).to_contain_text("paused by Ada. Events wait")
    await expect(card.get_by_role("button", name="Resume")).to_be_focused()
    assert any(path.endswith("/pause") for path in api.asked)


@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE], ids=["desk", "phone"])
async def test_the_long_name_of_a_model_stays_in_its_column(context: BrowserContext, size: ViewportSize) -> None:
    page = await context.new_page()
    await page.set_viewport_size(size)
    await page.goto(f"{ORIGIN}/console/admin/agents#key=ada")
    name, runs = page.get_by_role("cell").nth(1), page.get_by_role("cell").nth(2)
    await expect(name).to_contain_text("casewright-rules/")

    assert await name.evaluate("(cell) => cell.scrollWidth <= cell.clientWidth")
    assert await runs.inner_text() == "1"


async def test_on_a_phone_all_that_can_be_done_in_every_view_stands_in_one_line(context: BrowserContext) -> None:
    page = await context.new_page()
    await page.set_viewport_size(PHONE)
    await page.goto(f"{ORIGIN}/console/admin/agents#key=ada")
    await expect(page.get_by_text("Refreshing every 10 s")).to_be_visible()  # the longest word of what is not live

    tops = await page.locator(".top button").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")

    assert len(tops) == 3
    assert len(set(tops)) == 1
