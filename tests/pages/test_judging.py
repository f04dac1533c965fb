"""What an officer judges in the console: whether a hit of the screening is the same one, and which category it is."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Page, expect

from deploy.local.registries import catalogue
from tests.conftest import Stack
from tests.journey.walking import PATIENCE_SECONDS, OpenCase, Walk, event_names, ok
from tests.pages.people import Person, at, dialog_of, officers_name, sign_in
from tests.pages.visiting import Visits

COMPANY = catalogue.ZILVERMEER
REASON = "Another Viktor Karlov: he was born elsewhere."
OTHER = "The passport says the same."


@dataclass(frozen=True)
class Desk:
    walk: Walk
    case: OpenCase
    officer: Person

    @property
    def page(self) -> Page:
        return self.officer.page

    async def judge(self, key: Stack, role: str, decision: str) -> None:
        """Without the page: what somebody else does meanwhile, or the same officer elsewhere."""
        match = (await self.match())["match_id"]
        async with key.officer(role) as client:
            body = {"decision": decision, "reason": OTHER}
            ok(await client.post(f"{self.case.path}/screening/{match}/decision", json=body))

    async def match(self) -> dict[str, Any]:
        found: dict[str, Any] = (await self.walk.detail(self.case))["screening_matches"][0]
        return found

    async def reckonings(self) -> int:
        """How often the risk was reckoned again."""
        return event_names((await self.walk.detail(self.case))["audit_log"]).count("RISK_REASSESSED")

    async def until_reckoned_again(self, times: int) -> None:
        """A judgement leads to it, and moves the case by it, a little later: no test leaves that to the next one."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await self.reckonings() < times:
                await asyncio.sleep(0.1)


@pytest.fixture(scope="module")
async def under_review(stack: Stack) -> AsyncIterator[tuple[Walk, OpenCase]]:
    async with stack.officer() as client, stack.customer() as customer:
        walk = Walk(client, customer)
        yield walk, await walk.open_under_review(COMPANY)


@pytest.fixture
async def desk(under_review: tuple[Walk, OpenCase], visit: Visits, stack: Stack) -> Desk:
    return Desk(*under_review, at(await visit(stack.facts["gateway_url"])))


async def test_a_namesake_is_dismissed_beside_what_is_known_of_both_and_taken_back(desk: Desk, stack: Stack) -> None:
    officer, page = desk.officer, desk.page
    officer.visit.expect("status of 409")
    before = await desk.reckonings()
    await sign_in(officer, stack, "senior_officer", f"{console(desk)}?section=screening")
    hit = page.locator(".case-hits > li").first
    entry = (await desk.match())["entry"]
    await expect(hit.get_by_role("row", name=f"Name Viktor Karlov {entry} agrees")).to_be_visible()
    await expect(page.get_by_role("link", name="Screening")).to_contain_text("1")

    await hit.get_by_role("button", name="Not the same").click()
    dialog = dialog_of(officer, "Not the same one?")
    await officer.press("Not the same", dialog)
    await expect(dialog.get_by_role("alert")).to_contain_text("Give the reason")
    await dialog.get_by_label("Reason").fill(REASON)
    await officer.press("Not the same", dialog)

    await expect(hit.locator(".notice")).to_contain_text(REASON)
    await expect(hit.locator(".notice")).to_contain_text(await officers_name(stack, "senior_officer"))
    await expect(page.get_by_role("link", name="Screening")).not_to_contain_text("1")
    await officer.follow("Findings & risk")
    await expect(page.locator(".case-findings > li").filter(has_text="Screening dismissed")).to_have_count(1)

    await officer.follow("Screening")
    await hit.get_by_role("button", name="Take it back").click()
    dialog = dialog_of(officer, "Take back what was judged?")
    await dialog.get_by_label("Reason").fill("I have mixed up two cases.")
    await officer.press("Take it back", dialog)
    await expect(page.get_by_text("1 hit is not judged yet.")).to_be_visible()
    await desk.until_reckoned_again(before + 2)


async def test_only_what_others_judge_keeps_a_judgement_from_being_taken(desk: Desk, stack: Stack) -> None:
    officer, page = desk.officer, desk.page
    officer.visit.expect("status of 409")
    before = await desk.reckonings()
    await sign_in(officer, stack, "senior_officer", f"{console(desk)}?section=screening")
    buttons = page.locator(".case-hits > li").first
    await buttons.get_by_role("button", name="Not the same").click()
    await dialog_of(officer, "Not the same one?").get_by_label("Reason").fill(REASON)
    await desk.judge(stack, "senior_officer", "true_match")
    await desk.until_reckoned_again(before + 1)
    await officer.press("Not the same", dialog_of(officer, "Not the same one?"))
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert (await desk.match())["decision"]["decision"] == "false_positive"
    await desk.until_reckoned_again(before + 2)

    await buttons.get_by_role("button", name="The same …").click()
    dialog = dialog_of(officer, "The same one?")
    await dialog.get_by_label("Reason").fill(REASON)
    await desk.judge(stack, "admin", "undecided")
    await officer.press("The same", dialog)
    await expect(dialog).to_contain_text("Nothing was done: the case has changed since you looked.")
    assert (await desk.match())["decision"] is None
    await desk.until_reckoned_again(before + 3)


async def test_who_may_not_dismiss_an_entry_about_sanctions_is_told_who_may(desk: Desk, stack: Stack) -> None:
    officer, page = desk.officer, desk.page
    await sign_in(officer, stack, "officer", f"{console(desk)}?section=screening")
    hit = page.locator(".case-hits > li").first
    await expect(hit.get_by_role("button", name="The same …")).to_be_visible()
    await expect(hit).to_contain_text("a senior officer judges whether it is somebody else. Escalate the case.")
    await expect(hit.get_by_role("button", name="Not the same")).to_have_count(0)


async def test_a_category_is_found_by_words_with_the_keyboard_alone(desk: Desk, stack: Stack) -> None:
    officer, page = desk.officer, desk.page
    await sign_in(officer, stack, "officer", f"{console(desk)}?section=mcc")
    await officer.press("Choose another code")
    dialog = dialog_of(officer, "Which category is it?")
    field = dialog.get_by_role("combobox", name="Code of four digits")
    await expect(field).to_be_focused()

    await page.keyboard.type("electronics shop")
    option = dialog.get_by_role("option").first
    await expect(option).to_have_text("5732Electronics shops")
    await expect(field).to_have_attribute("aria-expanded", "true")
    await page.keyboard.press("Escape")
    await expect(dialog.get_by_role("option")).to_have_count(0)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await expect(option).to_have_attribute("aria-selected", "true")
    await expect(field).to_have_attribute("aria-activedescendant", "mcc-5732")
    await page.keyboard.press("Enter")
    await expect(field).to_have_value("5732")
    await expect(dialog.get_by_role("status").filter(has_text="Electronics shops")).to_be_visible()
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert (await desk.walk.detail(desk.case))["mcc_decision"]["override_mcc"] == "5732"


def console(desk: Desk) -> str:
    return f"/console/cases/{desk.case.case_id}"
