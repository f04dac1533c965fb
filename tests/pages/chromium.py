"""The browser of the tests: Debian's Chromium, headless, told to talk to nobody but the page it shows."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Playwright

LAUNCH_MILLISECONDS = 180_000
"""On a busy machine."""
OPTIONS = (
    "--no-sandbox",  # CI runs as root, where Chromium's own sandbox does not start
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str | None:
    """Where Chromium is: `CASEWRIGHT_CHROMIUM`, or what the machine has; None if it has none."""
    return os.environ.get("CASEWRIGHT_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@asynccontextmanager
async def launched(playwright: Playwright) -> AsyncIterator[Browser]:
    """A browser with a profile of its own that is gone afterwards."""
    browser = await playwright.chromium.launch(
        executable_path=chromium_path(), args=list(OPTIONS), timeout=LAUNCH_MILLISECONDS
    )
    try:
        yield browser
    finally:
        await browser.close()
