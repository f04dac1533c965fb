"""Every page, and every state of it that people look at: where it is, whose key opens it, what is done to get there."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from playwright.async_api import Page, Route

from tests.conftest import Stack
from tests.journey.walking import OpenCase
from tests.pages.visiting import Visit

Address = Callable[[Mapping[str, OpenCase]], str]

AT_REST = """() => document.querySelector("h1")
  && !document.querySelector(".waits, .opening, .looking, .case-waits, main.loading, .admin-section:empty")
  && !document.querySelector("[aria-busy=true]")
  && [...document.images].every((image) => image.complete)"""
REST_MILLISECONDS = 240_000
"""Longer than any page takes on a machine that does much else."""
SECTIONS = (
    "overview",
    "facts",
    "discrepancies",
    "risk",
    "mcc",
    "tasks",
    "screening",
    "answers",
    "timeline",
    "notes",
    "runs",
)
ADMIN_SECTIONS = ("health", "keys", "officers", "webhooks", "deliveries", "templates", "policies", "agents")
EXPIRED = {"type": "about:blank", "title": "Gone", "status": 410, "code": "portal_expired", "detail": "it has expired"}


async def nothing(page: Page) -> None:
    """The page as it opens."""


@dataclass(frozen=True)
class State:
    name: str
    address: Address
    role: str | None = "officer"
    """Whose key opens it; None for whoever has none."""
    reach: Callable[[Page], Awaitable[None]] = nothing
    expected: str | None = None
    """The fault that belongs to it, as `Visit.expect` takes it."""

    async def open(self, visit: Visit, stack: Stack, cases: Mapping[str, OpenCase]) -> Page:
        """The page in this state, at rest."""
        if self.expected:
            visit.expect(self.expected)
        key = f"#key={stack.facts['keys'][self.role]}" if self.role else ""
        page = await visit.open(self.address(cases) + key)
        await at_rest(page)
        await self.reach(page)
        await at_rest(page)
        return page


async def at_rest(page: Page) -> None:
    """Waits until nothing is being loaded any more."""
    await page.wait_for_function(AT_REST, timeout=REST_MILLISECONDS)


def at(address: str) -> Address:
    return lambda _: address


def case(section: str, name: str = "full") -> Address:
    return lambda cases: f"/console/cases/{cases[name].case_id}?section={section}"


def portal(name: str, step: str = "") -> Address:
    return lambda cases: f"/portal/{cases[name].token}?lang=nl{step}"


def pressed(*names: str) -> Callable[[Page], Awaitable[None]]:
    """Presses these buttons, one after the other."""

    async def press(page: Page) -> None:
        for name in names:
            await page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first.click()

    return press


def clicked(*selectors: str) -> Callable[[Page], Awaitable[None]]:
    async def click(page: Page) -> None:
        for selector in selectors:
            await page.locator(selector).first.click()
            await at_rest(page)

    return click


async def keys_shown(page: Page) -> None:
    await page.keyboard.press("?")
    await page.locator("dialog[open]").wait_for()


async def decided_without_a_word(page: Page) -> None:
    """The decision with tasks for the customer, refused by the page because a task and a reason are missing."""
    await page.get_by_role("button", name="Decide", exact=True).click()
    await page.locator("dialog input[value=follow_up]").check()
    await page.locator("dialog .case-add-task").click()
    await page.locator("dialog [type=submit]").click()


async def a_category_looked_for(page: Page) -> None:
    await pressed("Choose another code")(page)
    await page.get_by_role("combobox").fill("shops")
    await page.get_by_role("option").first.wait_for()  # the codes come when they are first looked for
    await page.keyboard.press("ArrowDown")
    await page.get_by_role("option", selected=True).wait_for()


async def all_facts_opened(page: Page) -> None:
    await page.evaluate("for (const fact of document.querySelectorAll('details.fact')) fact.open = true")
    filled = "() => [...document.querySelectorAll('details.fact')].every((fact) => fact.querySelector('.fact-body'))"
    await page.wait_for_function(filled)  # a fold tells that it was opened a moment later


async def expired(page: Page) -> None:
    """The link's time has passed: what the API then says."""

    async def gone(route: Route) -> None:
        await route.fulfill(status=410, json=EXPIRED, headers={"Content-Type": "application/problem+json"})

    await page.route("**/api/portal/**", gone)
    await page.reload()


CONSOLE = (
    State("sign-in", at("/console/"), role=None),
    State("queue", at("/console/")),
    State("queue-all", at("/console/?sort=-updated_at")),
    State("queue-nothing-found", at("/console/?q=nobody+is+called+this&sort=due_at")),
    State("queue-filters", at("/console/"), reach=pressed("Filters")),
    State("queue-saved-views", at("/console/"), reach=pressed("Saved views")),
    State("queue-new-case", at("/console/"), reach=pressed("New case")),
    State("queue-claim", at("/console/"), reach=pressed("Claim next")),
    State("queue-chosen", at("/console/"), reach=clicked("tbody input[type=checkbox]")),
    *(State(f"case-{section}", case(section)) for section in SECTIONS),
    State("case-facts-open", case("facts"), reach=all_facts_opened),
    State("case-facts-by-source", case("facts"), reach=pressed("By source")),
    State("case-hits", case("screening", "suspect")),
    State("case-hit-judged", case("screening", "suspect"), role="admin", reach=pressed("Not the same")),
    State("case-category", case("mcc"), reach=a_category_looked_for),
    State("case-findings", case("risk", "suspect")),
    State("case-of-an-auditor", case("overview"), role="auditor"),
    State("case-awaiting", case("overview", "waiting")),
    State("case-closed", case("timeline", "approved")),
    State("case-unknown", at("/console/cases/case_000000000000"), expected="status of 404"),
    State("viewer-page", case("facts"), reach=clicked("button.paper")),
    State("viewer-text", case("facts"), reach=clicked("button.paper", ".pane-bar .segments button:last-child")),
    State("decide", case("overview"), reach=pressed("Decide")),
    State("decide-refused", case("overview"), reach=decided_without_a_word),
    State("keys", at("/console/"), reach=keys_shown),
    State("nowhere", at("/console/no/such/page")),
    *(State(f"admin-{section}", at(f"/console/admin/{section}"), role="admin") for section in ADMIN_SECTIONS),
    State("admin-new-key", at("/console/admin/keys"), role="admin", reach=pressed("New key")),
    State("admin-new-endpoint", at("/console/admin/webhooks"), role="admin", reach=pressed("New endpoint")),
    State("admin-not-for-officers", at("/console/admin/health")),
)
PORTAL = (
    State("portal-documents", portal("waiting"), role=None),
    State("portal-questions", portal("waiting", "#questions"), role=None),
    State("portal-review", portal("waiting", "#review"), role=None),
    State("portal-missing", portal("waiting", "#review"), role=None, reach=pressed("Alles versturen")),
    State("portal-follow-up", portal("asked_again"), role=None),
    State("portal-follow-up-review", portal("asked_again", "#review"), role=None),
    State("portal-under-review", portal("full"), role=None),
    State("portal-closed", portal("approved"), role=None),
    State("portal-wrong-link", at(f"/portal/pt_{'x' * 32}?lang=nl"), role=None, expected="status of 404"),
    State("portal-expired-link", portal("waiting"), role=None, reach=expired, expected="status of 410"),
)
