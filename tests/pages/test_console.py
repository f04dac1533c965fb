"""What the console lets in and shows to whom, and how it follows what others do."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from playwright.async_api import Locator, Route, expect

from deploy.local.registries import catalogue
from tests.conftest import Stack
from tests.journey.walking import OpenCase, Walk
from tests.pages.people import Person, at, dialog_of, sign_in
from tests.pages.visiting import Visits

COMPANY = catalogue.ACME_TRADING


@pytest.fixture
async def walk(stack: Stack) -> AsyncIterator[Walk]:
    async with stack.officer() as officer, stack.customer() as customer:
        yield Walk(officer, customer)


@pytest.fixture
async def officer(visit: Visits, stack: Stack) -> Person:
    return at(await visit(stack.facts["gateway_url"]))


@pytest.fixture
def name() -> str:
    """Of companies that no other test knows."""
    return f"Morgenster {uuid4().hex[:8]}"


async def opened(walk: Walk, name: str) -> OpenCase:
    return await walk.open(COMPANY, company_name=name)


def only(name: str) -> str:
    """The queue with companies of this name alone, the newest case first."""
    return f"/console/?q={name.replace(' ', '+')}&sort=-created_at"


def companies(officer: Person) -> Locator:
    """Their names, in the order of the queue."""
    return officer.page.get_by_role("table").locator("a.case-link")


async def test_a_key_that_is_none_is_told_so_and_another_is_asked_for(officer: Person, stack: Stack) -> None:
    officer.visit.expect("status of 401")
    page = officer.page
    await officer.visit.open("/console/#key=cw_officer_none")
    await expect(page.locator("#toasts")).to_contain_text("key")
    assert "cw_officer" not in page.url

    await officer.hands.write(page.get_by_label("Key", exact=True), stack.facts["keys"]["officer"])
    await officer.press("Sign in")
    await expect(page.get_by_role("heading", name="Queue", level=1)).to_be_visible()


async def test_an_auditor_is_offered_nothing_that_changes_a_case(officer: Person, walk: Walk, stack: Stack) -> None:
    case = await walk.open_under_review(COMPANY)
    await sign_in(officer, stack, "auditor")
    await expect(companies(officer).first).to_be_visible()
    await expect(officer.button("New case")).to_have_count(0)

    await officer.visit.open(f"/console/cases/{case.case_id}?section=tasks")
    await expect(officer.page.get_by_role("heading", name="Tasks to send")).to_be_visible()
    for word in ("Decide", "Send these tasks …", "Add a task", "assign to me"):
        await expect(officer.button(word)).to_have_count(0)

    await officer.page.keyboard.press("d")
    dialog = dialog_of(officer, "This case cannot be decided by you now")
    await expect(dialog).to_contain_text("it is decided by officers, senior officers and administrators")


async def test_what_others_do_is_shown_without_a_reload(officer: Person, walk: Walk, stack: Stack, name: str) -> None:
    await opened(walk, f"{name} I")
    await sign_in(officer, stack, path=only(name))
    await expect(companies(officer)).to_have_text([f"{name} I"])

    second = await opened(walk, f"{name} II")

    await expect(companies(officer)).to_have_text([f"{name} II", f"{name} I"])
    row = officer.page.get_by_role("row").filter(has_text=f"{name} II")
    await walk.answer_everything(second)
    await expect(row).to_contain_text("To review")


async def test_the_row_under_the_pointer_stays_where_it_is(
    officer: Person, walk: Walk, stack: Stack, name: str
) -> None:
    await opened(walk, f"{name} I")
    await sign_in(officer, stack, path=only(name))
    link = companies(officer).first
    await expect(link).to_have_text(f"{name} I")
    await link.hover()
    place = await link.bounding_box()

    await opened(walk, f"{name} II")

    offer = officer.button("1 new change – show")
    await expect(offer).to_be_visible()
    await expect(companies(officer)).to_have_text([f"{name} I"])
    assert await link.bounding_box() == place
    await offer.click()
    await expect(companies(officer)).to_have_text([f"{name} II", f"{name} I"])


async def test_where_no_stream_comes_through_the_console_asks_and_says_so(
    officer: Person, walk: Walk, stack: Stack, name: str
) -> None:
    officer.visit.expect("/api/cases/changes")
    await officer.visit.context.route("**/api/cases/changes", lambda route: route.abort())
    await officer.visit.open(f"{only(name)}#key={stack.facts['keys']['officer']}")
    await expect(officer.page.get_by_text("Refreshing every 10 s", exact=True)).to_be_visible()
    await expect(officer.page.get_by_role("heading", name="No case fits")).to_be_visible()

    await opened(walk, f"{name} I")

    await expect(companies(officer)).to_have_text([f"{name} I"])


async def test_a_case_that_is_deleted_while_it_lies_open_is_shown_no_more(
    officer: Person, walk: Walk, stack: Stack, name: str
) -> None:
    case = await opened(walk, name)
    await sign_in(officer, stack, path=f"/console/cases/{case.case_id}")
    await expect(officer.page.get_by_role("heading", level=1)).to_have_text(name)
    officer.visit.expect("status of 404")
    gone = {"code": "case_not_found", "detail": "there is no such case"}

    async def delete(route: Route) -> None:
        await officer.page.route(f"**/api/cases/{case.case_id}", lambda read: read.fulfill(status=404, json=gone))
        await route.continue_()

    await officer.page.route("**/assign", delete)  # not before: whatever happens to a case lets the page read it again
    await officer.press("assign to me")

    await expect(officer.page.get_by_role("heading", level=1)).to_have_text("There is no such case")
    await expect(officer.page.locator("main")).not_to_contain_text(name)
