"""axe-core, run in a page as it stands: the rules of WCAG 2.2 AA and what is held to be good besides."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from playwright.async_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that look at colours: the same page in other colours can break these alone."""
SHOWN_OF_EACH = 3


async def violations(page: Page, only: Sequence[str] = ()) -> list[str]:
    """What axe-core finds wrong, a line for each element; by these rules only, or by all."""
    if await page.evaluate("() => typeof axe === 'undefined'"):
        await _let_in(page)
    rules = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": RULES}
    found: dict[str, Any] = await page.evaluate(
        "(rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", rules
    )
    return [line for violation in found["violations"] for line in _lines(violation)]


async def _let_in(page: Page) -> None:
    """axe-core goes in past the page's policy, which lets in no script that is not ours."""
    debugger = await page.context.new_cdp_session(page)
    try:
        await debugger.send("Runtime.evaluate", {"expression": f"{AXE};undefined"})
    finally:
        await debugger.detach()


async def no_violations(page: Page) -> None:
    """Fails with what axe-core finds wrong, unless it finds nothing."""
    found = await violations(page)
    assert not found, f"axe-core finds at {page.url}:\n  " + "\n  ".join(found)


def _lines(violation: dict[str, Any]) -> Iterator[str]:
    nodes = violation["nodes"]
    for node in nodes[:SHOWN_OF_EACH]:
        place = " ".join(str(part) for part in node["target"])
        why = " ".join((node["failureSummary"] or "").split())
        yield f"{violation['id']} ({violation['impact']}) at {place}: {why}"
    if len(nodes) > SHOWN_OF_EACH:
        yield f"{violation['id']}: and {len(nodes) - SHOWN_OF_EACH} more"
