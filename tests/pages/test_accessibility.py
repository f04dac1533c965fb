"""Nobody is kept out: every page in every state, light and dark, on a desk and on a narrow phone."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Page, ViewportSize

from deploy.local.registries import catalogue
from tests.conftest import Stack
from tests.journey.walking import OpenCase, Walk
from tests.pages.accessibility import COLOURS, violations
from tests.pages.office import approved, asked_again, full_case
from tests.pages.states import CONSOLE, PORTAL, State, at_rest
from tests.pages.visiting import Visit, Visits, no_fault_in

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}

WIDER_THAN_THE_SCREEN = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return [];
  const reaching = [...document.querySelectorAll("body *")].filter((one) => {
    const { right, width } = one.getBoundingClientRect();
    return width > 0 && right > innerWidth + 1 && !one.closest(".unseen, .skip");
  });
  return [`${root.scrollWidth} pixels`, ...reaching.slice(0, 5).map((one) => `${one.localName}.${one.className}`)];
}"""
"""Empty where the page has the width of the screen; else what reaches beyond it."""

WITHOUT_A_RING = """() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  const { localName, className, textContent } = document.activeElement;
  const isThere = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  return isThere || localName === "body" ? null : `${localName}.${className} ${textContent.trim().slice(0, 30)}`;
}"""


@pytest.fixture(scope="module")
async def cases(stack: Stack) -> AsyncIterator[dict[str, OpenCase]]:
    async with stack.officer() as officer, stack.customer() as customer:
        walk = Walk(officer, customer)
        full = await full_case(walk)
        asked, closed = await asyncio.gather(asked_again(walk), approved(walk))
        suspect, waiting = await asyncio.gather(
            walk.open_under_review(catalogue.ZILVERMEER), walk.open(catalogue.NORDLICHT)
        )
        yield {"full": full, "asked_again": asked, "approved": closed, "suspect": suspect, "waiting": waiting}


@dataclass
class Seats:
    """A visit for each role, begun once: what is opened in it finds the files of the pages there already."""

    visits: Visits
    origin: str
    by_role: dict[str | None, Visit] = field(default_factory=dict)

    async def take(self, state: State) -> Visit:
        """The visit of whoever opens this state, as it was in the beginning: light, on a desk, at no page. A fault that
        one state expects is none that another may have, so such a state has a visit of its own."""
        visit = self.by_role.get(state.role)
        if visit is None or state.expected:
            visit = await self.visits(self.origin, reduced_motion="reduce")
        if not state.expected:
            self.by_role[state.role] = visit
        await visit.page.unroute_all()
        await visit.page.goto("about:blank")  # to where the page is already, another key alone would not lead anew
        await visit.page.set_viewport_size(DESK)
        await visit.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        return visit


@pytest.fixture(scope="module")
async def seats(browser: Browser, stack: Stack) -> AsyncIterator[Seats]:
    seats = Seats(Visits(browser), stack.facts["gateway_url"])
    yield seats
    await seats.visits.end()
    no_fault_in(seats.visits)


async def shortcomings(page: Page) -> list[str]:
    """What keeps people out of a page, light and dark and on a narrow phone; each with where it was seen."""
    found = [f"light: {line}" for line in await violations(page)]
    await page.emulate_media(color_scheme="dark")
    found += [f"dark: {line}" for line in await violations(page, COLOURS)]
    await page.emulate_media(color_scheme="light")
    await page.set_viewport_size(PHONE)
    await at_rest(page)
    found += [f"phone: {line}" for line in await violations(page)]
    found += [f"wider than the phone: {part}" for part in await page.evaluate(WIDER_THAN_THE_SCREEN)]
    return found


@pytest.mark.parametrize("state", (*CONSOLE, *PORTAL), ids=lambda state: state.name)
async def test_no_page_keeps_anybody_out(state: State, cases: dict[str, OpenCase], stack: Stack, seats: Seats) -> None:
    visit = await seats.take(state)
    before = len(visit.faults)
    page = await state.open(visit, stack, cases)

    found = await shortcomings(page)

    assert not found, f"{state.name} at {page.url}:\n  " + "\n  ".join(found)
    faults = visit.faults[before:]
    assert not faults, f"{state.name} did what nobody should see:\n  " + "\n  ".join(faults)


@pytest.mark.parametrize("at", ["found", "unknown"])
async def test_the_case_file_keeps_nobody_out(at: str, cases: dict[str, OpenCase], stack: Stack, visit: Visits) -> None:
    async with stack.officer("integration") as system:
        package = (await system.get(f"/api/v1/cases/{cases['approved'].case_id}/package")).json()
    address = urlsplit(package["case_file_url"])
    visited = await visit(stack.facts["gateway_url"], viewport=DESK, color_scheme="light")
    visited.expect("status of 404")
    page = await visited.open(f"{address.path}?{address.query if at == 'found' else 'token=none'}")

    found = await shortcomings(page)

    assert not found, "\n  ".join(found)


@pytest.mark.parametrize(
    "name", ["queue", "case-facts-open", "viewer-page", "decide", "portal-documents", "admin-webhooks"]
)
async def test_whatever_has_the_focus_shows_it(
    name: str, cases: dict[str, OpenCase], stack: Stack, seats: Seats
) -> None:
    state = next(state for state in (*CONSOLE, *PORTAL) if state.name == name)
    page = await state.open(await seats.take(state), stack, cases)

    hidden = []
    for _ in range(40):
        await page.keyboard.press("Tab")
        hidden.append(await page.evaluate(WITHOUT_A_RING))

    assert not [one for one in hidden if one]
