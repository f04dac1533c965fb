"""`python -m tests.pages.images [DIR]`, or `make images`: every page, light and dark, on a desk and on a phone.

They go to `docs/images`. The command starts a stack of its own, fills it with an office of invented companies
and stops it again. Names, ids and moments differ from run to run; what is to be seen does not.
"""

import argparse
import asyncio
import io
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args
from urllib.parse import urlsplit

from PIL import Image
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from tests.conftest import REPOSITORY, Stack, running_stack
from tests.journey.walking import OpenCase, Walk, ok
from tests.pages.chromium import launched
from tests.pages.office import busy_office

QUALITY = 82

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)


class Device(NamedTuple):
    name: str
    size: ViewportSize
    is_touched: bool
    """A phone has no mouse to drop files with, and a camera."""


DEVICES = (
    Device("desk", {"width": 1440, "height": 900}, is_touched=False),
    Device("phone", {"width": 390, "height": 844}, is_touched=True),
)


class Office(NamedTuple):
    cases: dict[str, OpenCase]
    case_file: str
    """The path of the page that another system is given of the case that was approved."""


Address = Callable[[Office], str]


async def nothing(page: Page) -> None:
    """Shows the page as it opens."""


async def decide_dialog(page: Page) -> None:
    await page.get_by_role("button", name="Decide").click()


async def address_on_its_page(page: Page) -> None:
    """Opens what the sources say of the address, and the page of a document that says another."""
    await page.locator("summary", has_text="Registered address").click()
    await page.get_by_role("button", name="Energierekening.pdf, page 1").first.click()
    await page.wait_for_timeout(1200)
    await page.evaluate("scrollTo(0, 0)")


async def both_documents(page: Page) -> None:
    await page.get_by_role("button", name="Show side by side").click()
    await page.wait_for_timeout(1200)
    await page.evaluate("scrollTo(0, 0)")


def case(section: str, name: str = "full") -> Address:
    return lambda office: f"/console/cases/{office.cases[name].case_id}?section={section}"


def portal(name: str, language: str, step: str = "") -> Address:
    return lambda office: f"/portal/{office.cases[name].token}?lang={language}{step}"


def at(address: str) -> Address:
    return lambda _: address


@dataclass(frozen=True)
class Shot:
    name: str
    address: Address
    role: str | None = "officer"
    """Whose key is used; None for the customer, who has none."""
    prepare: Callable[[Page], Awaitable[None]] = nothing


SHOTS = (
    Shot("sign-in", at("/console/"), role=None),
    Shot("queue", at("/console/")),
    Shot("case-overview", case("overview")),
    Shot("case-facts", case("facts"), prepare=address_on_its_page),
    Shot("case-discrepancies", case("discrepancies"), prepare=both_documents),
    Shot("case-risk", case("risk", "Zilvermeer Import NV")),
    Shot("case-mcc", case("mcc", "Goudvis Groothandel B.V.")),
    Shot("case-tasks", case("tasks")),
    Shot("case-screening", case("screening", "Zilvermeer Import NV")),
    Shot("case-answers", case("answers")),
    Shot("case-timeline", case("timeline", "approved")),
    Shot("case-notes", case("notes")),
    Shot("case-runs", case("runs")),
    Shot("decide", case("overview"), prepare=decide_dialog),
    *(
        Shot(f"admin-{section}", at(f"/console/admin/{section}"), role="admin")
        for section in ("health", "keys", "officers", "webhooks", "deliveries", "templates", "policies", "agents")
    ),
    Shot("portal-start", portal("waiting", "nl"), role=None),
    Shot("portal-questions", portal("waiting", "nl", "#questions"), role=None),
    Shot("portal-review", portal("waiting", "nl", "#review"), role=None),
    Shot("portal-follow-up", portal("asked_again", "fr"), role=None),
    Shot("portal-under-review", portal("full", "de"), role=None),
    Shot("portal-closed", portal("approved", "en"), role=None),
    Shot("portal-wrong-link", at(f"/portal/pt_{'x' * 32}?lang=fr"), role=None),
    Shot("case-file", lambda office: office.case_file, role=None),
)


async def take_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        async with running_stack(Path(scratch) / "home") as stack:
            office = await filled(stack)
            async with async_playwright() as playwright, launched(playwright) as browser:
                for shot in SHOTS:
                    for device in DEVICES:
                        await take(browser, stack, shot, office, device, folder)


async def filled(stack: Stack) -> Office:
    async with stack.officer() as officer, stack.customer() as customer, stack.officer("integration") as system:
        cases = await busy_office(Walk(officer, customer))
        package = ok(await system.get(f"/api/v1/cases/{cases['approved'].case_id}/package"))
    address = urlsplit(package["case_file_url"])
    return Office(cases, f"{address.path}?{address.query}")


async def take(browser: Browser, stack: Stack, shot: Shot, office: Office, device: Device, folder: Path) -> None:
    """A picture of one page on one device, light and dark."""
    for scheme in SCHEMES:
        picture = await taken(browser, stack, shot, office, scheme, device)
        name = f"{shot.name}-{device.name}-{scheme}"
        save(picture, folder / f"{name}.webp")
        print(name, flush=True)


async def taken(browser: Browser, stack: Stack, shot: Shot, office: Office, scheme: Scheme, device: Device) -> bytes:
    """One picture of one page, once it has come to rest."""
    context = await browser.new_context(
        viewport=device.size,
        has_touch=device.is_touched,
        is_mobile=device.is_touched,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    try:
        page = await context.new_page()
        key = f"#key={stack.facts['keys'][shot.role]}" if shot.role else ""
        await page.goto(stack.facts["gateway_url"] + shot.address(office) + key)
        await page.locator("h1").first.wait_for()
        await page.wait_for_timeout(1500)  # pictures of pages and what is loaded after the first paint
        await shot.prepare(page)
        await page.wait_for_timeout(300)
        return await page.screenshot()
    finally:
        await context.close()


def save(picture: bytes, path: Path) -> None:
    with Image.open(io.BytesIO(picture)) as image:
        image.save(path, "WEBP", quality=QUALITY, method=6)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.pages.images", description="Takes pictures of every page")
    parser.add_argument("folder", type=Path, nargs="?", default=REPOSITORY / "docs/images")
    asyncio.run(take_all(parser.parse_args().folder))
