"""The main job, from an empty form to the report, by mouse: an officer and a customer, each in a browser."""

import io
import re
from zipfile import ZipFile

from playwright.async_api import expect

from deploy.local.registries import catalogue
from tests.conftest import Stack
from tests.journey.walking import printed, squeezed
from tests.pages.office import papers
from tests.pages.people import (
    Person,
    answer_questions,
    at,
    choose_decision,
    describe,
    dialog_of,
    officers_name,
    open_link,
    send_papers,
    sign_in,
    status_is,
    thanked,
)
from tests.pages.visiting import Visits

COMPANY = catalogue.ZONNEWIND
NAME = "Zonnewind Logistiek BV"
ASKED_AS = {
    "certificate_of_incorporation": "Certificate of incorporation",
    "proof_of_business_address": "Proof of business address",
    "ubo_declaration": "Declaration of beneficial owners",
    "director_id": "Identity document of a director",
    "articles_of_association": "Articles of association",
}
TASK = "Where do you keep your parcels?"
REASON = "The bill explains the second address."


async def test_a_case_is_walked_from_an_empty_form_to_its_report_by_mouse(visit: Visits, stack: Stack) -> None:
    url = stack.facts["gateway_url"]
    officer, customer = at(await visit(url)), at(await visit(url))
    await sign_in(officer, stack)
    loads: list[str] = []
    officer.page.on("domcontentloaded", lambda page: loads.append(page.url))

    await officer.hands.press(officer.button("New case").first)  # an empty queue offers it a second time
    link = await describe(officer, COMPANY)
    await status_is(officer, "Documents awaited")

    await open_link(customer, link, "Your documents")
    await send_papers(customer, {ASKED_AS[name]: upload for name, upload in papers().items()})
    await customer.press("Continue")
    await answer_questions(customer)
    await customer.press("Continue")
    await expect(customer.page.get_by_text("Everything is there. You can send it now.")).to_be_visible()
    await customer.press("Send everything")

    await expect(officer.page.get_by_role("heading", name="The software is working on this case")).to_be_visible()
    await thanked(customer)
    await status_is(officer, "To review")

    await looks_at_a_fact_in_its_document(officer)
    await looks_at_both_sides_of_a_discrepancy(officer)
    await accepts_the_category(officer)
    await edits_the_tasks(officer)
    await officer.press("Decide")
    dialog = await choose_decision(officer, "Ask the customer again", "One thing is open.")
    await officer.press(f"Send the tasks to {NAME}", dialog)
    await status_is(officer, "Asked again")

    await open_link(customer, link, "We need something more from you")
    await customer.hands.write(customer.page.get_by_label(TASK), "In the Kanaalweg, and in the Kerkstraat.")
    await customer.press("Continue")
    await customer.press("Send everything")
    await thanked(customer)
    await status_is(officer, "To review")
    await expect(officer.page.get_by_role("definition").filter(has_text="2 of 5")).to_be_visible()

    await officer.press("Decide")
    dialog = await choose_decision(officer, "Approve", REASON)
    await officer.press(f"Approve {NAME}", dialog)
    await status_is(officer, "Approved")

    await keeps_the_report_and_the_package(officer)
    await reads_in_the_timeline_who_decided(officer, await officers_name(stack))
    assert loads == [], "the officer's page was loaded again"


async def looks_at_a_fact_in_its_document(officer: Person) -> None:
    page = officer.page
    await officer.follow("Facts")
    await officer.hands.press(page.locator("summary").filter(has_text="Date of incorporation"))
    stated = page.get_by_role("list", name="What is stated: Date of incorporation")
    await officer.press("Uittreksel KBO.pdf, page 1", stated)
    leaf = page.get_by_role("region", name="Page 1 of Uittreksel KBO.pdf")
    await expect(leaf.get_by_role("img")).to_be_visible()
    await expect(leaf.locator(".mark-quote")).to_be_visible()
    await officer.press("Text")
    await expect(leaf.locator("mark")).to_have_text("3 februari 2023")
    await officer.press("Page")


async def looks_at_both_sides_of_a_discrepancy(officer: Person) -> None:
    page = officer.page
    await officer.follow("Discrepancies")
    found = page.get_by_role("article").filter(has=page.get_by_role("heading", name="Addresses differ"))
    sides = found.get_by_role("list", name="What each side says")
    await expect(sides).to_contain_text("Kanaalweg 24")
    await expect(sides).to_contain_text("Kerkstraat 14")
    await officer.press("Show side by side", found)
    for name in ("Energierekening.pdf", "Statuten.docx"):
        leaf = page.get_by_role("region", name=f"Page 1 of {name}")
        await expect(leaf.locator(".mark-quote, mark").first).to_be_visible()


async def accepts_the_category(officer: Person) -> None:
    await officer.follow("MCC")
    await officer.hands.press(officer.page.get_by_role("button", name=re.compile("^Accept [0-9]{4}$")))
    await officer.press("Accept", dialog_of(officer, "Accept this category?"))
    await expect(officer.page.get_by_text("Accepted", exact=True)).to_be_visible()


async def edits_the_tasks(officer: Person) -> None:
    """Of those that are proposed one is left, in the officer's own words."""
    page = officer.page
    await officer.follow("Tasks")
    first = page.get_by_label("Task 1, as the customer will read it")
    await expect(first).to_be_visible()
    while await page.get_by_label("Take task 2 out").count():
        await officer.press("Take task 2 out")
    await officer.hands.write(first, TASK)
    await officer.hands.choose(page.get_by_label("What task 1 is answered with"), "A text")


async def keeps_the_report_and_the_package(officer: Person) -> None:
    report = await officer.downloads("Report")
    assert report.startswith(b"%PDF")
    assert squeezed(REASON) in printed(report)
    with ZipFile(io.BytesIO(await officer.downloads("Package"))) as package:
        assert package.testzip() is None
        assert any(name.endswith(".pdf") for name in package.namelist())


async def reads_in_the_timeline_who_decided(officer: Person, name: str) -> None:
    await officer.follow("Timeline")
    events = officer.page.get_by_role("listitem")
    decided = events.filter(has_text=f"Decided: approved — {REASON}")
    await expect(decided).to_contain_text(f"{name}, officer")
    await expect(decided.get_by_role("time")).to_have_attribute("datetime", re.compile("^20.*Z$"))
    await expect(events.filter(has_text="Customer submitted: round 2")).to_contain_text("· Customer")
