"""What people do on the pages, by the words that they read there: an officer at the console, a customer in the portal.

They do the same with either pair of hands: `Mouse` points and clicks, `Keyboard` never does.
"""

import asyncio
from dataclasses import dataclass
from typing import Any, Protocol

from playwright.async_api import Locator, Page, expect

from deploy.local.registries.rows import SimulatedCompany
from tests.conftest import Stack
from tests.journey.walking import Upload
from tests.pages.visiting import Visit

PATIENCE_MILLISECONDS = 240_000
"""For an investigation on a machine that has other things to do. Nothing waits longer than what it waits for."""
MOST_STEPS = 200
"""How often a key that moves on is pressed before what is looked for counts as out of reach."""

TIME_STANDS_STILL = "() => { const now = Date.now(); window.goesOn = Date.now; Date.now = () => now; }"
TIME_GOES_ON = "() => { Date.now = window.goesOn; }"
"""However long the machine takes between the two, to the page it is one moment."""

HAS_FOCUS = "(element) => element === document.activeElement"
IN_GROUP = """(element) => {
  const focused = document.activeElement;
  return element === focused || (element.type === "radio" && focused.type === "radio" && element.name === focused.name);
}"""


class Hands(Protocol):
    async def press(self, control: Locator) -> None:
        """A button, a link, or what opens a fold."""

    async def write(self, field: Locator, text: str) -> None:
        """In place of what the field holds."""

    async def choose(self, field: Locator, option: str) -> None:
        """One of a list that drops down."""

    async def tick(self, box: Locator) -> None:
        """A box, or one of several choices."""


class Mouse:
    async def press(self, control: Locator) -> None:
        await control.click()

    async def write(self, field: Locator, text: str) -> None:
        await field.click()
        await field.fill(text)

    async def choose(self, field: Locator, option: str) -> None:
        await field.select_option(label=option)

    async def tick(self, box: Locator) -> None:
        await box.check()


class Keyboard:
    """Moves with Tab, chooses with the arrows, and does things with Enter and Space."""

    async def press(self, control: Locator) -> None:
        await self._reach(control)
        await control.page.keyboard.press("Enter")

    async def write(self, field: Locator, text: str) -> None:
        await self._reach(field)
        await field.page.keyboard.press("ControlOrMeta+A")
        await field.page.keyboard.type(text)

    async def choose(self, field: Locator, option: str) -> None:
        await self._reach(field)
        await field.page.keyboard.press("Home")
        for _ in range(MOST_STEPS):
            if await field.locator("option:checked").text_content() == option:
                return
            await field.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {option!r} in {field}")

    async def tick(self, box: Locator) -> None:
        """Of radio buttons Tab reaches the group, and arrows the one that is meant."""
        await self._reach(box, IN_GROUP)
        for _ in range(MOST_STEPS):
            if await box.evaluate(HAS_FOCUS):
                break
            await box.page.keyboard.press("ArrowDown")
        if not await box.is_checked():
            await box.page.keyboard.press("Space")
        await expect(box).to_be_checked()

    async def _reach(self, control: Locator, arrived: str = HAS_FOCUS) -> None:
        await expect(control).to_be_visible()
        for _ in range(MOST_STEPS):
            if await control.evaluate(arrived):
                return
            await control.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {control}")


@dataclass(frozen=True)
class Person:
    """Somebody at a page of their own."""

    visit: Visit
    hands: Hands

    @property
    def page(self) -> Page:
        return self.visit.page

    def button(self, name: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=name, exact=True)

    async def press(self, name: str, within: Locator | None = None) -> None:
        await self.hands.press(self.button(name, within))

    async def follow(self, name: str) -> None:
        """A link; of a section with a count in it the name alone is meant."""
        await self.hands.press(self.page.get_by_role("link", name=name).first)

    async def give(self, button: Locator, upload: Upload) -> None:
        async with self.page.expect_file_chooser() as opened:
            await self.hands.press(button)
        chooser = await opened.value
        await chooser.set_files({"name": upload.filename, "mimeType": upload.content_type, "buffer": upload.content})

    async def downloads(self, name: str) -> bytes:
        async with self.page.expect_download() as begun:
            await self.press(name)
        path = await (await begun.value).path()
        return await asyncio.to_thread(path.read_bytes)


def at(visit: Visit, hands: Hands | None = None) -> Person:
    visit.context.set_default_timeout(PATIENCE_MILLISECONDS)
    return Person(visit, hands or Mouse())


# The officer.


async def sign_in(officer: Person, stack: Stack, role: str = "officer", path: str = "/console/") -> None:
    """By the address that `make run` prints, which is without the key at once."""
    await officer.visit.open(f"{path}#key={stack.facts['keys'][role]}")
    await expect(officer.page.get_by_text("Live", exact=True)).to_be_visible()
    await expect(officer.page.get_by_role("heading", level=1)).to_be_visible()  # from now on its keys work
    assert "key=" not in officer.page.url


def dialog_of(officer: Person, title: str) -> Locator:
    return officer.page.get_by_role("dialog", name=title)


async def describe(officer: Person, company: SimulatedCompany) -> str:
    """Opens a case in the dialog that lies open, and goes to it; the path of the customer's link."""
    known = company.company()
    dialog, hands = dialog_of(officer, "New case"), officer.hands
    await expect(dialog.get_by_role("option", name="Belgium")).to_be_attached()
    await hands.write(dialog.get_by_label("Company name"), known.company_name)
    await hands.choose(dialog.get_by_label("Country"), "Belgium")
    await hands.write(dialog.get_by_label("Registration number"), known.company_registration_number or "")
    await officer.press("Open the case", dialog)
    link = await dialog.get_by_label("The customer's link").input_value()
    await hands.press(dialog.get_by_role("link", name="Open the case"))
    await expect(officer.page.get_by_role("heading", level=1)).to_have_text(known.company_name)
    return "/portal/" + link.rsplit("/", 1)[1]


async def status_is(officer: Person, word: str) -> None:
    """In the head of the case; the page follows by itself."""
    await expect(officer.page.locator(".case-title .badge").first).to_have_text(word)


async def choose_decision(officer: Person, word: str, reason: str) -> Locator:
    """In the dialog that lies open; what sends it is not pressed yet. The dialog."""
    dialog = dialog_of(officer, "Decide this case")
    await officer.hands.tick(dialog.get_by_role("radio", name=word))
    await officer.hands.write(dialog.get_by_label("Reason"), reason)
    return dialog


# The customer.


async def open_link(customer: Person, path: str, heading: str) -> None:
    await customer.visit.open(path)
    await expect(customer.page.get_by_role("heading", level=1)).to_have_text(heading)


async def send_papers(customer: Person, papers: dict[str, Upload]) -> None:
    """`papers` by the names of the documents as they are asked for: one after the other, without waiting for any."""
    page = customer.page
    cards = {name: page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=name)) for name in papers}
    for name, upload in papers.items():
        await customer.give(cards[name].get_by_role("button", name="Choose a file"), upload)
    for card in cards.values():
        await expect(card.get_by_text("Received", exact=True)).to_be_visible()
        await expect(card.get_by_text("We can read this file.")).to_be_visible()


async def answer_questions(customer: Person) -> None:
    page, hands = customer.page, customer.hands
    await hands.write(page.get_by_label("What does your company sell"), "Parcel delivery, to shops in Flanders.")
    await hands.tick(page.get_by_role("radio", name="E-commerce"))
    await hands.tick(page.get_by_role("radio", name="EUR 10,000 to 50,000"))
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()


async def thanked(customer: Person) -> None:
    heading = customer.page.get_by_role("heading", level=1)
    await expect(heading).to_have_text("Thank you. We have received everything")


async def officers_name(stack: Stack, role: str = "officer") -> str:
    async with stack.officer(role) as client:
        found: dict[str, Any] = (await client.get("/api/me")).json()
    return str(found["name"])
