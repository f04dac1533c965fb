"""The main job, from an empty form to the report, by an officer and a customer who have no mouse."""

import re

from playwright.async_api import expect

from deploy.local.registries import catalogue
from tests.conftest import Stack
from tests.pages.office import papers
from tests.pages.people import (
    TIME_GOES_ON,
    TIME_STANDS_STILL,
    Keyboard,
    Person,
    answer_questions,
    at,
    choose_decision,
    describe,
    dialog_of,
    open_link,
    send_papers,
    sign_in,
    status_is,
    thanked,
)
from tests.pages.visiting import Visits

COMPANY = catalogue.ZONNEWIND
NAME = "Zonnewind Logistiek BV"
EXTRACT = papers()["certificate_of_incorporation"]
TASK = "Who may sign for the company?"


async def test_a_case_is_walked_from_an_empty_form_to_its_report_by_keyboard(visit: Visits, stack: Stack) -> None:
    url = stack.facts["gateway_url"]
    officer, customer = at(await visit(url), Keyboard()), at(await visit(url), Keyboard())
    await sign_in(officer, stack)

    await types(officer, "n")
    link = await describe(officer, COMPANY)

    await open_link(customer, link, "Your documents")
    await send_papers(customer, {"Certificate of incorporation": EXTRACT})
    await customer.press("Continue")
    await answer_questions(customer)
    await customer.press("Continue")
    await customer.press("Send everything")
    await customer.press("Send anyway", customer.page.get_by_role("dialog", name="Send without 4 documents?"))
    await thanked(customer)
    await status_is(officer, "To review")

    await looks_at_a_fact_in_its_document(officer)
    await settles_a_discrepancy(officer)
    await accepts_the_category(officer)
    await sends_a_task(officer)

    await open_link(customer, link, "We need something more from you")
    await customer.hands.write(customer.page.get_by_label(TASK), "Jan Peeters, alone.")
    await customer.press("Continue")
    await customer.press("Send everything")
    await thanked(customer)
    await status_is(officer, "To review")

    await types(officer, "d")
    dialog = await choose_decision(officer, "Approve", "Everything was explained.")
    await officer.press(f"Approve {NAME}", dialog)
    await status_is(officer, "Approved")
    assert (await officer.downloads("Report")).startswith(b"%PDF")


async def types(officer: Person, keys: str) -> None:
    """The keys of a shortcut, one soon after the other. They rest while a dialog is open."""
    await expect(officer.page.get_by_role("dialog")).to_have_count(0)
    await officer.page.evaluate(TIME_STANDS_STILL)
    for key in keys.split():
        await officer.page.keyboard.press(key)
    await officer.page.evaluate(TIME_GOES_ON)


async def looks_at_a_fact_in_its_document(officer: Person) -> None:
    page = officer.page
    await types(officer, "g f")
    await expect(page.get_by_role("heading", name="Facts", exact=True)).to_be_focused()
    await officer.hands.press(page.locator("summary").filter(has_text="Date of incorporation"))
    stated = page.get_by_role("list", name="What is stated: Date of incorporation")
    await officer.press(f"{EXTRACT.filename}, page 1", stated)
    leaf = page.get_by_role("region", name=f"Page 1 of {EXTRACT.filename}")
    await expect(leaf.locator(".mark-quote")).to_be_visible()
    await officer.press("Text")
    await expect(leaf.locator("mark")).to_have_text("3 februari 2023")


async def settles_a_discrepancy(officer: Person) -> None:
    page = officer.page
    await types(officer, "g d")
    found = page.get_by_role("article").filter(has=page.get_by_role("heading", name="Dates of incorporation differ"))
    await officer.press("Settle …", found)
    dialog = dialog_of(officer, "Settle: Dates of incorporation differ")
    await officer.hands.tick(dialog.get_by_role("radio", name="Looked into: no issue"))
    await officer.hands.write(dialog.get_by_label("Reason"), "The register counts from the deed.")
    await officer.press("Put on record", dialog)
    await expect(found.get_by_text("Settled", exact=True)).to_be_visible()
    await expect(page.get_by_text("down from 0.")).to_be_visible()  # the risk is reckoned again, which moves the case


async def accepts_the_category(officer: Person) -> None:
    await types(officer, "g m")
    await officer.hands.press(officer.page.get_by_role("button", name=re.compile("^Accept [0-9]{4}$")))
    await officer.press("Accept", dialog_of(officer, "Accept this category?"))
    await expect(officer.page.get_by_text("Accepted", exact=True)).to_be_visible()


async def sends_a_task(officer: Person) -> None:
    """The tasks that are proposed are rewritten where they are sent."""
    await types(officer, "d")
    dialog = dialog_of(officer, "Decide this case")
    await officer.hands.tick(dialog.get_by_role("radio", name="Ask the customer again"))
    while await dialog.get_by_label("Take task 2 out").count():
        await officer.press("Take task 2 out", dialog)
    await officer.hands.write(dialog.get_by_label("Task 1, as the customer will read it"), TASK)
    await officer.hands.choose(dialog.get_by_label("What task 1 is answered with"), "A text")
    await officer.hands.write(dialog.get_by_label("Reason"), "One thing is open.")
    await officer.press(f"Send the tasks to {NAME}", dialog)
    await status_is(officer, "Asked again")
