"""The queue, over an API of the test's own: what is asked for, what moves, and whether its words cover ours."""

from collections.abc import AsyncIterator
from typing import Any, get_args

import httpx
import pytest
from playwright.async_api import Locator, Page, Route, expect
from starlette.applications import Starlette

from domain.risk import STANDARD_BANDS
from domain.waiting import waits_for
from gateway.pages.serving import PAGE_HEADERS, PAGE_ROUTES
from schemas.bands import BandName
from schemas.integration_keys import Scope
from schemas.status import CaseStatus
from schemas.webhooks import SUBSCRIBED_AS
from schemas.webhooks_api import ALL_EVENTS
from tests.pages.visiting import Visits

ORIGIN = "http://localhost:9"
BLANK = '<!doctype html><html lang="en"><title>Queue</title><main><h1>A page</h1><div id="root"></div></main></html>'

OFFICE = """async () => {
  const { formats } = await import("/assets/foundation/format.js");
  const { show } = await import("/assets/console/queue/view.js");
  const summary = (letter, changes) => ({
    case_id: `case_00000000000${letter}`, company_name: `Company ${letter}`, country: "BE", status: "REVIEW_PENDING",
    latest_risk_score: 0.3, risk_scores: [0.3], assignee: null, due_at: null, version: 1,
    created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z", ...changes,
  });
  const office = { sent: [], changed: null, cases: [summary("a"), summary("b", { assignee: "key_other" })], summary };
  const page = () => ({ cases: office.cases, total: office.cases.length, page: 1, per_page: 50, counts: {},
    status_source: "temporal" });
  const choices = [{ code: "BE", id: "psp_merchant_onboarding", name: "Belgium", description: "A choice" }];
  const context = {
    me: { key_id: "key_me", permissions: ["read", "write"], may_decide: ["REVIEW_PENDING"] },
    officers: new Map([["key_other", { key_id: "key_other", name: "An", role: "officer", active: true }]]),
    api: {
      get: async (path) => path.endsWith("/assignment") ? office.assignment
        : path.startsWith("/api/cases") ? page() : choices,
      command: (path, body, { id }) => {
        office.sent.push({ path, body, id });
        return new Promise((answer) => { office.answer = answer; });
      },
    },
    live: { listen: (then) => { office.changed = then; return () => {}; }, behind: () => {} },
    keys: { use: () => () => {} },
    format: formats("en-GB"), title: () => {}, settled: () => {}, toast: () => {}, go: () => {},
    failed: (error) => { throw error; },
  };
  window.office = office;
  show(document.getElementById("root"), context, {}, new URLSearchParams());
}"""
OFFERED = "button.queue-offer"


@pytest.fixture
async def page(visit: Visits) -> AsyncIterator[Page]:
    """A blank page under the console's policy that can import the console's modules."""
    transport = httpx.ASGITransport(Starlette(routes=PAGE_ROUTES))
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as files:

        async def answer(route: Route) -> None:
            if route.request.url == f"{ORIGIN}/":
                await route.fulfill(body=BLANK, headers={**PAGE_HEADERS, "Content-Type": "text/html; charset=utf-8"})
                return
            found = await files.get(route.request.url, headers={"Accept-Encoding": "identity"})
            await route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.content)

        visited = await visit(ORIGIN)
        await visited.context.route("**/*", answer)
        yield await visited.open("/")


async def queue(page: Page) -> None:
    await page.evaluate(OFFICE)
    await names(page).first.wait_for()


def names(page: Page) -> Locator:
    return page.locator("a.case-link")


async def test_no_row_moves_while_somebody_points_at_the_table(page: Page) -> None:
    await queue(page)
    await page.locator("a.case-link").first.hover()

    await page.evaluate("() => { office.cases = [office.summary('c'), office.cases[0]]; office.changed(null); }")
    await page.locator(OFFERED).wait_for()
    await expect(names(page)).to_have_text(["Company a", "Company b"])

    await page.locator(OFFERED).click()
    await expect(names(page)).to_have_text(["Company c", "Company a"])


async def test_a_case_that_left_the_list_under_the_pointer_shows_the_status_it_was_told_with(page: Page) -> None:
    await queue(page)
    await page.locator("a.case-link").first.hover()

    told = "{ case_id: 'case_00000000000a', status: 'APPROVED' }"
    await page.evaluate(f"() => {{ office.cases = [office.cases[1]]; office.changed({told}); }}")
    await page.locator(OFFERED).wait_for()

    await expect(page.locator("tr[data-case=case_00000000000a]")).to_contain_text("Approved")


async def test_a_case_is_taken_from_a_colleague_only_after_saying_so(page: Page) -> None:
    await queue(page)
    await page.locator("tr[data-case=case_00000000000b] .who-has").click()
    await expect(page.locator("dialog")).to_contain_text("This takes it from An.")

    await page.get_by_role("button", name="Assign", exact=True).click()
    sent: Any = await page.evaluate("office.sent")
    assert [(one["path"], one["body"]) for one in sent] == [
        ("/api/cases/case_00000000000b/assign", {"assignee": "me", "take_over": True, "held_by": "key_other"})
    ]


async def test_a_case_that_went_to_somebody_else_meanwhile_is_not_taken_from_them_unawares(page: Page) -> None:
    await queue(page)
    await page.locator("tr[data-case=case_00000000000b] .who-has").click()
    await page.get_by_role("button", name="Assign", exact=True).click()

    await page.evaluate(
        """async () => {
          const { Problem } = await import("/assets/foundation/problem.js");
          office.assignment = { current: { assignee: "key_third" } };
          office.answer(Promise.reject(new Problem({ status: 409, code: "already_assigned", detail: "Another." })));
        }"""
    )
    await page.locator("dialog [role=alert]").wait_for()
    await expect(page.locator("dialog")).to_contain_text("This takes it from key_third.")

    await page.get_by_role("button", name="Assign", exact=True).click()
    sent: Any = await page.evaluate("office.sent.map((one) => one.body.held_by)")
    assert sent == ["key_other", "key_third"]


async def test_an_assignment_that_ran_out_is_none_though_no_event_says_so(page: Page) -> None:
    await page.clock.install(time="2026-01-01T12:00:00Z")
    await queue(page)
    ends = "{ assignee: 'key_other', assignment_expires_at: '2026-01-01T12:30:00Z' }"
    await page.evaluate(f"() => {{ office.cases = [office.summary('a', {ends})]; office.changed(null); }}")
    await page.clock.run_for(2_000)
    who = page.locator("tr[data-case=case_00000000000a] .who-has")
    await expect(who).to_have_text("An")

    await page.clock.run_for(31 * 60_000)

    await expect(who).to_have_text("Assign")


async def test_a_new_case_is_sent_once_at_a_time_and_under_the_same_id_after_a_failure(page: Page) -> None:
    await queue(page)
    await page.get_by_role("button", name="New case").click()
    await page.get_by_label("Company name").fill("Zonnewind BV")
    await page.get_by_label("Country", exact=True).select_option("BE")
    await page.get_by_label("VAT number").fill("BE0711326932")

    submit = "document.querySelector('form.new-case').requestSubmit()"
    await page.evaluate(f"() => {{ {submit}; {submit}; }}")
    assert await page.evaluate("office.sent.length") == 1

    await page.evaluate(
        """async () => {
          const { Problem } = await import("/assets/foundation/problem.js");
          office.answer(Promise.reject(new Problem({ status: 503, code: "store_unavailable", detail: "Try again." })));
        }"""
    )
    await page.locator("dialog [role=alert]").wait_for()
    await page.evaluate(submit)
    sent: Any = await page.evaluate("office.sent")
    assert len(sent) == 2
    assert sent[0] == sent[1]


@pytest.mark.parametrize(
    "query",
    [
        "status=REVIEW_PENDING&status=ESCALATED&country=BE&q=a%26b&risk_min=0.7&sort=-latest_risk_score&page=3",
        "assignee=none&due_to=2026-03-31&sort=due_at",
    ],
)
async def test_an_address_asks_for_what_it_was_made_from(page: Page, query: str) -> None:
    again = await page.evaluate(
        """async (query) => {
          const { asked, queryOf } = await import("/assets/console/queue/address.js");
          return queryOf(asked(new URLSearchParams(query), {}));
        }""",
        query,
    )
    assert httpx.QueryParams(again) == httpx.QueryParams(query)


async def test_every_status_has_a_word_a_tab_and_whom_it_waits_for(page: Page) -> None:
    found: Any = await page.evaluate(
        """async (statuses) => {
          const { STATUSES, waitsFor } = await import("/assets/console/words/statuses.js");
          const { TABS } = await import("/assets/console/words/queue.js");
          return {
            worded: Object.keys(STATUSES), tabbed: TABS.flatMap((tab) => tab.statuses),
            waits: Object.fromEntries(statuses.map((status) => [status, waitsFor({ status })])),
          };
        }""",
        list(CaseStatus),
    )
    assert sorted(found["worded"]) == sorted(found["tabbed"]) == sorted(CaseStatus)
    assert found["waits"] == {status: waits_for(status) for status in CaseStatus}


async def test_the_bands_of_risk_are_those_of_the_standard_policy(page: Page) -> None:
    found: Any = await page.evaluate(
        """async () => {
          const { RISK_BANDS } = await import("/assets/console/words/statuses.js");
          return RISK_BANDS.map((band) => [band.name, band.from]);
        }"""
    )
    begins = {name.upper(): score for name, score in STANDARD_BANDS.model_dump().items()}
    assert dict(found) == {name: begins.get(name, 0) for name in get_args(BandName)}


async def test_administration_has_words_for_every_scope_and_event(page: Page) -> None:
    found: Any = await page.evaluate(
        """async () => {
          const { EVENTS, SCOPES } = await import("/assets/console/words/admin.js");
          return { events: Object.keys(EVENTS), scopes: Object.keys(SCOPES) };
        }"""
    )
    assert sorted(found["events"]) == sorted(set(SUBSCRIBED_AS) - {ALL_EVENTS})
    assert sorted(found["scopes"]) == sorted(get_args(Scope))
