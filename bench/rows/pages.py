"""What the console costs an officer's browser: how soon a view can be used, what is sent for it, what shifts.

Every visit is the first of its browser: nothing is kept from another. The views take turns, and beside them stands the
page that asks for a key, which loads the same shell and asks the API for nothing: the ratio is what the view adds.
Chromium has to be on the machine; without it the row says so and measures nothing.
"""

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import typst
from playwright.async_api import Browser, async_playwright

from bench.figures import Row, percentile
from bench.subject import OpenCase, Subject
from tests.pages.chromium import chromium_path, launched

NAME = "pages"
ABOUT = "a view of the console in a fresh headless Chromium: the queue with 50 cases, a case with 12 documents"

VISITS = 12
QUEUE = 50
"""Fewer of both where fewer samples are asked for."""
PATIENCE_MILLISECONDS = 120_000
"""With a page, on a busy machine."""
DOCUMENTS_OF_EACH = {
    "certificate_of_incorporation": 3,
    "proof_of_business_address": 3,
    "ubo_declaration": 3,
    "articles_of_association": 3,
}
PEOPLE_OF_A_DOCUMENT = 20

_MEASURE = """() => ({
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  interactive: performance.getEntriesByName("casewright:interactive")[0]?.startTime ?? 0,
  bytes: performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
    .reduce((sum, entry) => sum + entry.transferSize, 0),
  shift: window.shifted ?? 0,
})"""
_IS_INTERACTIVE = "() => performance.getEntriesByName('casewright:interactive').length > 0"
_WATCH_SHIFTS = """new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted = (window.shifted ?? 0) + entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@dataclass(frozen=True)
class Visit:
    paint: float
    interactive: float
    """Milliseconds since the navigation began."""
    bytes: float
    shift: float
    """Cumulative layout shift: 0 if nothing moved by itself."""


async def measure(subject: Subject) -> Row:
    if chromium_path() is None:
        return Row(NAME, f"{ABOUT}: not measured, there is no Chromium", [("view",)], {})
    case = await _full_case(subject)
    wanted = min(QUEUE, 5 * subject.samples) - await _cases(subject)
    await asyncio.gather(*(subject.open_case() for _ in range(wanted)))
    views = {
        "sign-in": None,
        "queue": "/console/?sort=-created_at",
        "case": f"/console/cases/{case.case_id}?section=facts",
    }
    visits: dict[str, list[Visit]] = {view: [] for view in views}
    async with async_playwright() as playwright, launched(playwright) as browser:
        for _ in range(min(VISITS, subject.samples)):
            for view, path in views.items():
                visits[view].append(await _visit(browser, subject, path))
    return Row(NAME, ABOUT, _table(visits), {view: _figures(seen) for view, seen in visits.items()})


async def _visit(browser: Browser, subject: Subject, path: str | None) -> Visit:
    """One view in a fresh context, once it can be used and has come to rest."""
    context = await browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    try:
        page = await context.new_page()
        await page.add_init_script(_WATCH_SHIFTS)
        await page.goto(f"{subject.addresses.gateway_url}{path or '/console/'}{_key(subject) if path else ''}")
        while path and not await page.evaluate(_IS_INTERACTIVE):  # the policy of the page lets no string wait in it
            await page.wait_for_timeout(20)
        await page.wait_for_timeout(500)
        found = await page.evaluate(_MEASURE)
    finally:
        await context.close()
    return Visit(found["paint"], found["interactive"] or found["paint"], found["bytes"], found["shift"])


def _key(subject: Subject) -> str:
    return f"#key={subject.addresses.officer_key}"


async def _cases(subject: Subject) -> int:
    async with subject.http.get("/api/cases", params={"per_page": 1}) as response:
        total: int = (await response.json())["total"]
    return total


async def _full_case(subject: Subject) -> OpenCase:
    """A case with twelve documents that name more than two hundred values, waiting for its officer."""
    case = await subject.open_case()
    for requirement_id, number in DOCUMENTS_OF_EACH.items():
        for _ in range(number):
            await subject.upload(case, requirement_id, _register_extract())
    await subject.submit(case)
    await subject.at_rest(case)
    return case


def _register_extract() -> bytes:
    """A page that names a company and many directors, none of whom another page names."""
    people = [f"Director: {_name()}, {_name()}" for _ in range(PEOPLE_OF_A_DOCUMENT)]
    lines = ["Register extract", "Company name: Zonnewind Logistiek BV", f"Date of issue: {_day()}", *people]
    compiled = typst.compile("\n\n".join(lines).encode(), ignore_system_fonts=True)
    assert isinstance(compiled, bytes)
    return compiled


def _name() -> str:
    return "".join(secrets.choice("bdfklmnprstvz") + secrets.choice("aeiou") for _ in range(3)).title()


def _day() -> str:
    return f"{1 + secrets.randbelow(28)} October 2026"


def _table(visits: Mapping[str, Sequence[Visit]]) -> list[tuple[str, ...]]:
    least = _median(visits["sign-in"], "interactive")
    heading = ("view", "n", "first paint ms", "interactive ms", "kB sent", "layout shift", "ratio to the sign-in page")
    return [
        heading,
        *(
            (
                view,
                str(len(seen)),
                f"{_median(seen, 'paint'):.0f}",
                f"{_median(seen, 'interactive'):.0f}",
                f"{_median(seen, 'bytes') / 1000:.0f}",
                f"{max(visit.shift for visit in seen):.3f}",
                f"{_median(seen, 'interactive') / least:.2f}",
            )
            for view, seen in visits.items()
        ),
    ]


def _figures(seen: Sequence[Visit]) -> dict[str, float]:
    return {
        "n": len(seen),
        "first_paint_ms": round(_median(seen, "paint"), 1),
        "interactive_ms": round(_median(seen, "interactive"), 1),
        "kilobytes_sent": round(_median(seen, "bytes") / 1000, 1),
        "layout_shift": round(max(visit.shift for visit in seen), 4),
    }


def _median(seen: Sequence[Visit], what: str) -> float:
    return percentile([getattr(visit, what) for visit in seen], 50)
