"""A case that changes, or cannot all be read, while an officer judges it: nothing is taken as settled or sent blind."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from playwright.async_api import Request, Route, expect

from deploy.local.registries import catalogue
from tests.conftest import Stack
from tests.journey.walking import OpenCase, Walk
from tests.pages.people import Person, at, dialog_of, sign_in
from tests.pages.visiting import Visits

COMPANY = catalogue.WILGENROOD
REASON = "The customer has told us on the phone."
UNAVAILABLE = {"code": "temporal_unavailable", "detail": "the case cannot be read now; try again"}


@dataclass(frozen=True)
class Desk:
    walk: Walk
    case: OpenCase
    officer: Person
    sent: list[dict[str, object]] = field(default_factory=list)
    """The bodies of the decisions on the merchant category that the page has sent."""

    async def change(self) -> None:
        """Another officer decides on the merchant category: a new version of the case."""
        answer = await self.walk.officer.post(
            f"/api/cases/{self.case.case_id}/mcc-decision", json={"action": "override", "override_mcc": "5732"}
        )
        answer.raise_for_status()

    def keep(self, request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/mcc-decision"):
            self.sent.append(json.loads(request.post_data or "{}"))


@pytest.fixture
async def desk(visit: Visits, stack: Stack) -> AsyncIterator[Desk]:
    async with stack.officer() as client, stack.customer() as customer:
        walk = Walk(client, customer)
        case = await walk.open_under_review(COMPANY)
        found = Desk(walk, case, at(await visit(stack.facts["gateway_url"])))
        found.officer.visit.page.on("request", lambda request: found.keep(request))
        yield found


async def test_what_could_not_be_read_is_not_taken_for_settled(desk: Desk, stack: Stack) -> None:
    page = desk.officer.visit.page
    desk.officer.visit.expect("status of 503")
    failing = re.compile(r"/api/cases/[^/]+/(features|company-profile)$")

    async def fail(route: Route) -> None:
        await route.fulfill(status=503, json=UNAVAILABLE)

    await page.route(failing, fail)
    await sign_in(desk.officer, stack, "senior_officer", f"/console/cases/{desk.case.case_id}")
    await desk.officer.press("Decide")
    dialog = dialog_of(desk.officer, "Decide this case")
    await expect(dialog).to_contain_text("Not known: what the documents say could not be read")
    await expect(dialog).to_contain_text("Not known: what the sources say could not be read")
    await expect(dialog).not_to_contain_text("Nothing.")

    await page.unroute(failing, fail)
    again = dialog.get_by_role("button", name="Try again")
    while await dialog.get_by_text("Not known").count():  # where the page reads again by itself, nothing can be tried
        await again.evaluate_all("(all) => all.forEach((one) => one.click())")
        await asyncio.sleep(0.1)
    await expect(dialog).not_to_contain_text("Not known")


async def test_what_changes_during_a_reading_is_read_again(desk: Desk, stack: Stack) -> None:
    page = desk.officer.visit.page
    await sign_in(desk.officer, stack, "senior_officer", f"/console/cases/{desk.case.case_id}?section=facts")
    await expect(page.get_by_role("group", name="Which facts")).to_be_visible()
    held: asyncio.Queue[Route] = asyncio.Queue()
    await page.route(re.compile(r"/api/cases/[^/]+/features$"), held.put)

    await desk.change()
    reading = await held.get()
    await expect(page.get_by_role("status").filter(has_text="1 new event")).to_be_visible()
    await desk.change()
    await expect(page.get_by_role("status").filter(has_text="2 new events")).to_be_visible()
    await reading.continue_()

    again = await held.get()
    await again.continue_()


async def test_what_was_entered_can_be_sent_once_the_change_was_seen(desk: Desk, stack: Stack) -> None:
    officer = desk.officer
    officer.visit.expect("status of 409")
    await sign_in(officer, stack, "senior_officer", f"/console/cases/{desk.case.case_id}?section=mcc")
    await officer.press("Choose another code")
    dialog = dialog_of(officer, "Which category is it?")
    await dialog.get_by_label("Code of four digits (ISO 18245)").fill("5045 ")  # as it is copied
    await dialog.get_by_label("Notes (if there are any)").fill(REASON)
    await desk.change()
    await officer.press("Set this category", dialog)
    await expect(dialog).to_contain_text("Nothing was done: the case has changed since you looked.")
    await expect(dialog.get_by_role("listitem").filter(has_text="Merchant category decided")).to_have_count(1)
    await expect(officer.page.locator(".case-news")).to_contain_text("1 new event")  # the case has been read again

    await officer.press("I have seen this", dialog)
    await expect(dialog.get_by_label("Notes (if there are any)")).to_have_value(REASON)
    await officer.press("Set this category", dialog)
    await expect(dialog).to_have_count(0)

    assert [one["override_mcc"] for one in desk.sent] == ["5045", "5045"]
    first, second = (int(str(one["seen_version"])) for one in desk.sent)
    assert second == first + 1
