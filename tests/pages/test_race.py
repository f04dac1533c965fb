"""Two officers, each at a browser of their own, who judge the same case at the same time."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest
from playwright.async_api import expect

from deploy.local.registries import catalogue
from tests.conftest import Stack
from tests.journey.walking import OpenCase, Walk
from tests.pages.people import Person, at, choose_decision, dialog_of, officers_name, sign_in, status_is
from tests.pages.visiting import Visits

COMPANY = catalogue.WILGENROOD
NAME = COMPANY.company().company_name
FIRST_REASON = "Every source agrees."
SECOND_REASON = "I have rung them up, and nobody answers."
RACES = 2
"""One for each test of this file."""


@dataclass(frozen=True)
class Race:
    """A case under review, with two officers who have the decision of it before them."""

    walk: Walk
    case: OpenCase
    officer: Person
    senior: Person

    async def decisions(self) -> list[tuple[str, str]]:
        """What was decided according to the audit log, and by which role."""
        log = (await self.walk.detail(self.case))["audit_log"]
        return [(one["data"]["decision"], one["actor"]["role"]) for one in log if one["event"] == "OFFICER_DECISION"]


@pytest.fixture(scope="module")
async def walk(stack: Stack) -> AsyncIterator[Walk]:
    async with stack.officer() as officer, stack.customer() as customer:
        yield Walk(officer, customer)


@pytest.fixture(scope="module")
async def under_review(walk: Walk) -> Iterator[OpenCase]:
    """A case for each race, investigated at the same time."""
    return iter(await asyncio.gather(*(walk.open_under_review(COMPANY) for _ in range(RACES))))


@pytest.fixture
async def race(walk: Walk, under_review: Iterator[OpenCase], visit: Visits, stack: Stack) -> Race:
    url, case = stack.facts["gateway_url"], next(under_review)
    race = Race(walk, case, at(await visit(url)), at(await visit(url)))
    for role, person in (("officer", race.officer), ("senior_officer", race.senior)):
        await sign_in(person, stack, role, f"/console/cases/{case.case_id}")
        await person.press("Decide")
    race.senior.visit.expect("status of 409")
    return race


async def test_who_comes_second_is_shown_who_decided_and_keeps_the_reason(race: Race, stack: Stack) -> None:
    first = await choose_decision(race.officer, "Approve", FIRST_REASON)
    second = await choose_decision(race.senior, "Reject", SECOND_REASON)
    await race.officer.press(f"Approve {NAME}", first)
    await status_is(race.officer, "Approved")

    await race.senior.press(f"Reject {NAME}", second)

    await expect(second).to_contain_text("Nothing was decided by you: the case is “Approved” now.")
    change = second.get_by_role("listitem").filter(has_text=f"Decided: approved — {FIRST_REASON}")
    await expect(change).to_contain_text(await officers_name(stack))
    await expect(second).to_contain_text(SECOND_REASON)
    assert await race.decisions() == [("approve", "officer")]

    await race.senior.press("Close", second.locator("footer"))
    await status_is(race.senior, "Approved")
    await expect(race.senior.button("Decide")).to_have_count(0)


async def test_who_comes_second_may_decide_once_the_change_was_seen(race: Race, stack: Stack) -> None:
    first = await choose_decision(race.officer, "Escalate", FIRST_REASON)
    second = await choose_decision(race.senior, "Reject", SECOND_REASON)
    await race.officer.press(f"Escalate {NAME}", first)
    await status_is(race.officer, "Escalated")

    await race.senior.press(f"Reject {NAME}", second)
    await expect(second).to_contain_text("Nothing was decided: the case has changed since you looked.")
    await expect(second).to_contain_text(await officers_name(stack))
    await expect(race.senior.button(f"Reject {NAME}", second)).to_be_disabled()
    assert await race.decisions() == [("escalate", "officer")]

    await status_is(race.senior, "Escalated")  # behind the dialog: the case has been read again
    await race.senior.press("I have seen this", second)
    await expect(second.get_by_label("Reason")).to_have_value(SECOND_REASON)
    await race.senior.press(f"Reject {NAME}", second)
    await expect(dialog_of(race.senior, "Decide this case")).to_have_count(0)
    await status_is(race.senior, "Rejected")
    assert await race.decisions() == [("escalate", "officer"), ("reject", "senior_officer")]
