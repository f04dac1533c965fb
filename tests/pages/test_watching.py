"""What the tests of the pages rely on: a fault in a page does not stay unseen."""

import re

import pytest
from playwright.async_api import Page, Route

from gateway.pages.serving import PAGE_HEADERS
from tests.pages.accessibility import no_violations, violations
from tests.pages.visiting import Visit, Visits, no_fault_in

ORIGIN = "http://localhost:9"
WHOLE = (
    '<!doctype html><html lang="en"><head><title>A page</title></head>'
    "<body><main><h1>A page</h1></main>{more}</body></html>"
)


async def shown(visits: Visits, more: str = "", elsewhere: str = "http://other.example") -> tuple[Visit, Page]:
    """A page under the policy of ours, which says this, too."""
    visit = await visits(ORIGIN)

    async def answer(route: Route) -> None:
        if route.request.url.startswith(elsewhere):
            await route.abort()
        else:
            await route.fulfill(
                body=WHOLE.format(more=more), headers={**PAGE_HEADERS, "Content-Type": "text/html; charset=utf-8"}
            )

    await visit.context.route("**/*", answer)
    return visit, await visit.open("/")


async def test_a_page_without_fault_has_none(visit: Visits) -> None:
    _, page = await shown(visit)

    await no_violations(page)


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("console.error('gone wrong')", "console error: gone wrong"),
        ("console.warn('strange')", "console warning: strange"),
        ("setTimeout(() => { throw new Error('nobody caught it') })", "page error: .*nobody caught it"),
        ("fetch('http://other.example/').catch(() => {})", "other.example"),
    ],
    ids=["an error on the console", "a warning there", "an error nobody caught", "a request to another origin"],
)
async def test_a_fault_is_seen(visit: Visits, script: str, fault: str) -> None:
    visited, page = await shown(visit)

    await page.evaluate(f"() => {{ {script} }}")
    while not any(re.search(fault, seen) for seen in visited.faults):  # what it says comes after its answer
        await page.wait_for_timeout(20)

    with pytest.raises(AssertionError, match=fault):
        no_fault_in(visit)
    visited.expect(".")


async def test_what_a_page_asks_of_another_origin_is_seen_where_its_policy_is_missing(visit: Visits) -> None:
    visited = await visit(ORIGIN)
    await visited.context.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
    page = await visited.open("/")

    await page.evaluate("() => fetch('http://other.example/', { mode: 'no-cors' }).catch(() => {})")

    assert "request to another origin: GET http://other.example/" in visited.faults
    visited.expect(".")


async def test_a_fault_of_the_tests_own_making_is_none(visit: Visits) -> None:
    visited, page = await shown(visit)
    visited.expect("status of 409")

    async with page.expect_console_message():
        await page.evaluate("() => console.error('Failed to load resource: status of 409')")

    assert visited.faults == []


async def test_what_keeps_people_out_is_found_under_the_policy_of_the_pages(visit: Visits) -> None:
    _, page = await shown(visit, '<img src="/picture"><button></button>')

    found = await violations(page)

    assert any(line.startswith("button-name (critical) at button") for line in found)
    with pytest.raises(AssertionError, match="image-alt"):
        await no_violations(page)
