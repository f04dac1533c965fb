"""A visit: a browser context of its own for one person, and everything that happens in it which nobody should see."""

import re
from typing import TypedDict, Unpack
from urllib.parse import urlsplit

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    WebError,
)

PATIENCE_MILLISECONDS = 240_000
GIVEN_UP = "net::ERR_ABORTED"
"""How a request ends that the page itself gave up, by leaving or by asking anew."""


class Circumstances(TypedDict, total=False):
    """In which a page is visited, by the names that Playwright has for them."""

    viewport: ViewportSize
    color_scheme: str
    locale: str
    reduced_motion: str
    has_touch: bool
    is_mobile: bool


class Visit:
    def __init__(self, context: BrowserContext, page: Page, origin: str) -> None:
        self.context = context
        self.page = page
        self._origin = origin
        self._faults: list[str] = []
        self._expected: list[re.Pattern[str]] = []
        context.on("console", self._hear)
        context.on("weberror", self._fail)
        context.on("request", self._ask)
        context.on("requestfailed", self._miss)

    def expect(self, pattern: str) -> None:
        """Faults in which this is found are of the test's own making, such as an answer 409 or a lost connection."""
        self._expected.append(re.compile(pattern))

    @property
    def faults(self) -> list[str]:
        return [fault for fault in self._faults if not any(known.search(fault) for known in self._expected)]

    async def open(self, path: str) -> Page:
        """The page at this path of the origin, once its document has been read."""
        await self.page.goto(f"{self._origin}{path}", wait_until="domcontentloaded")
        return self.page

    async def end(self) -> None:
        """Ends the visit. What is broken off by that is no fault."""
        self.context.remove_listener("requestfailed", self._miss)
        await self.context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self._faults.append(f"console {message.type}: {message.text} ({message.location.get('url', '')})")

    def _fail(self, error: WebError) -> None:
        self._faults.append(f"page error: {error.error}")

    def _ask(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme not in ("data", "blob", "about") and f"{asked.scheme}://{asked.netloc}" != self._origin:
            self._faults.append(f"request to another origin: {request.method} {request.url}")

    def _miss(self, request: Request) -> None:
        if request.failure != GIVEN_UP:
            self._faults.append(f"request failed: {request.method} {request.url}: {request.failure}")


class Visits:
    """Those of one test. Called with an origin, such as a gateway's URL, it begins one more."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._begun: list[Visit] = []

    async def __call__(self, origin: str, **circumstances: Unpack[Circumstances]) -> Visit:
        context = await self._browser.new_context(**circumstances)  # type: ignore[arg-type]  # literals of theirs
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        visit = Visit(context, await context.new_page(), origin.rstrip("/"))
        self._begun.append(visit)
        return visit

    @property
    def faults(self) -> list[str]:
        return [fault for visit in self._begun for fault in visit.faults]

    async def end(self) -> None:
        for visit in self._begun:
            await visit.end()


def no_fault_in(visits: Visits) -> None:
    """Fails with a line for each fault, unless there was none."""
    assert not visits.faults, "the pages did what nobody should see:\n  " + "\n  ".join(visits.faults)
