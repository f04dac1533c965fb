"""Who one is in the console: a link changes it only when asked, and a server in trouble never takes it away."""

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect
from pydantic import JsonValue

from gateway.pages.serving import PAGES
from tests.pages.without_a_stack import ORIGIN, Answer, Api, pages_alone

QUEUE = f"{ORIGIN}/console/?status=REVIEW_PENDING"
AWAY: Answer = (503, {"code": "database_unavailable", "detail": "the database does not answer"})
REFUSED: Answer = (401, {"code": "unauthorised", "detail": "the key is not known"})
STORES_NOTHING = """
  for (const name of ["getItem", "setItem", "removeItem"]) {
    Storage.prototype[name] = () => { throw new DOMException("switched off", "SecurityError"); };
  }
"""

[ASKED] = re.findall(r"const ASKED = (\d+);", (PAGES / "console/session.js").read_text(encoding="utf-8"))
PATIENT = f"""(() => {{
  const soon = setTimeout;
  window.setTimeout = (then, wait, ...more) => {{
    if (wait !== {ASKED}) return soon(then, wait, ...more);
    window.setTimeout = soon;
    return soon(then, 600_000, ...more);
  }};
}})()"""
"""A page waits for other tabs so briefly that a busy machine may miss it: the next time it waits for their answer."""


def person(name: str) -> Answer:
    about: dict[str, JsonValue] = {
        "key_id": f"key_{name.lower()}",
        "name": name,
        "role": "officer",
        "organisation": "invented",
        "environment": "test",
        "permissions": ["read", "write"],
        "may_decide": ["REVIEW_PENDING"],
    }
    return 200, about


@pytest.fixture
def api() -> Api:
    """Knows the keys of Ada and of Bo, and no cases."""
    return Api(
        {
            "/api/me ada": person("Ada"),
            "/api/me bo": person("Bo"),
            "/api/me": REFUSED,
            "/api/officers": (200, {"officers": []}),
            "/api/cases": (200, {"cases": [], "total": 0, "page": 1, "per_page": 50, "counts": {}}),
        }
    )


@pytest.fixture
async def context(browser: Browser, api: Api) -> AsyncIterator[BrowserContext]:
    async with pages_alone(browser, api) as context:
        yield context


async def arrive(context: BrowserContext, key: str = "") -> Page:
    """A new tab at the queue; with a key as a link brings one. Somebody in another tab is asked who is here."""
    somebody_is_here = bool(context.pages)
    page = await context.new_page()
    if somebody_is_here:
        await page.add_init_script(PATIENT)
    await page.goto(QUEUE + (f"#key={key}" if key else ""))
    return page


async def works_as(page: Page, name: str) -> None:
    await expect(page.get_by_role("heading", name="Queue", level=1)).to_be_visible()
    await expect(page.locator(".who")).to_contain_text(name)
    assert "key=" not in page.url


async def test_a_link_with_a_wrong_key_signs_nobody_out(context: BrowserContext) -> None:
    first = await arrive(context, "ada")
    await works_as(first, "Ada")

    second = await arrive(context, "bogus")

    await works_as(second, "Ada")
    await expect(second.get_by_role("status").filter(has_text="You are still Ada")).to_be_visible()
    await first.reload()
    await works_as(first, "Ada")


async def test_a_link_with_the_key_of_another_changes_nobody_who_does_not_want_it(context: BrowserContext) -> None:
    await works_as(await arrive(context, "ada"), "Ada")
    page = await arrive(context, "bo")
    question = page.get_by_role("dialog", name="Sign in as Bo instead of Ada?")
    await question.get_by_role("button", name="Stay Ada").click()
    await works_as(page, "Ada")


async def test_a_key_that_is_pasted_into_an_open_page_is_taken_once_it_is_meant(context: BrowserContext) -> None:
    page = await arrive(context, "ada")
    await works_as(page, "Ada")

    await page.goto(f"{QUEUE}#key=bo")

    question = page.get_by_role("dialog", name="Sign in as Bo instead of Ada?")
    await expect(question).to_be_visible()
    assert "key=" not in page.url
    await question.get_by_role("button", name="Sign in as Bo").click()
    await works_as(page, "Bo")


async def test_signing_out_leaves_whoever_has_another_key_signed_in(context: BrowserContext) -> None:
    first = await arrive(context, "ada")
    await works_as(first, "Ada")
    second = await arrive(context, "bo")
    await second.get_by_role("button", name="Sign in as Bo").click()
    await works_as(second, "Bo")

    await second.get_by_role("button", name="Sign out").click()

    await expect(second.get_by_label("Key", exact=True)).to_be_visible()
    await first.reload()
    await works_as(first, "Ada")


@pytest.mark.parametrize("away", ["/api/me ada", "/api/officers"])
async def test_a_server_that_is_away_at_the_start_takes_no_key_and_can_be_tried_again(
    context: BrowserContext, api: Api, away: str
) -> None:
    before = api.answers[away]
    api.answers[away] = AWAY
    page = await arrive(context, "ada")
    await expect(page.get_by_role("heading", name="The server cannot be reached")).to_be_visible()
    await expect(page.get_by_label("Key", exact=True)).to_have_count(0)

    api.answers[away] = before
    await page.get_by_role("button", name="Try again").click()
    await works_as(page, "Ada")


async def test_a_browser_that_keeps_nothing_can_sign_in(context: BrowserContext) -> None:
    await context.add_init_script(STORES_NOTHING)
    page = await arrive(context)
    await page.get_by_label("Key", exact=True).fill("ada")
    await page.get_by_role("button", name="Sign in").click()
    await works_as(page, "Ada")


async def test_a_key_that_ends_while_somebody_works_is_asked_for_with_the_reason(
    context: BrowserContext, api: Api
) -> None:
    page = await arrive(context, "ada")
    await works_as(page, "Ada")
    api.answers["/api/cases"] = REFUSED
    await page.get_by_role("link", name="Escalated").click()
    await expect(page.get_by_label("Key", exact=True)).to_be_visible()
    await expect(page.get_by_role("status")).to_contain_text("Your key is not accepted any more")


async def test_a_list_that_cannot_be_refreshed_says_from_when_it_is(context: BrowserContext, api: Api) -> None:
    page = await arrive(context, "ada")
    await works_as(page, "Ada")
    await expect(page.get_by_text("Refreshing every 10 s")).to_be_visible()
    before = api.answers["/api/cases"]

    api.answers["/api/cases"] = AWAY
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(page.locator(".connection")).to_contain_text("Cannot be reached; as of ")

    api.answers["/api/cases"] = before
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(page.get_by_text("Refreshing every 10 s")).to_be_visible()


async def test_keys_of_one_letter_can_be_switched_off_and_stay_off(context: BrowserContext) -> None:
    page = await arrive(context, "ada")
    await works_as(page, "Ada")
    await page.get_by_role("button", name="Keys").click()
    await page.get_by_role("checkbox", name="These keys work").uncheck()
    await page.reload()
    await works_as(page, "Ada")

    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_have_count(0)

    await page.get_by_role("button", name="Keys").click()
    await page.get_by_role("checkbox", name="These keys work").check()
    await page.keyboard.press("Escape")
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


async def test_signing_out_forgets_what_was_begun_once_that_is_meant(context: BrowserContext) -> None:
    page = await arrive(context, "ada")
    await works_as(page, "Ada")
    await page.evaluate("sessionStorage.setItem('casewright-begun key_ada case_1 note', '{\"text\": \"begun\"}')")
    kept = "Object.keys(sessionStorage).filter((name) => name.startsWith('casewright-begun '))"

    await page.get_by_role("button", name="Sign out").click()
    question = page.get_by_role("dialog", name="Sign out and lose what you began?")
    await question.get_by_role("button", name="Stay signed in").last.click()
    await works_as(page, "Ada")
    assert await page.evaluate(kept)

    await page.get_by_role("button", name="Sign out").click()
    await question.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_label("Key", exact=True)).to_be_visible()
    assert await page.evaluate(kept) == []


async def test_signing_out_asks_about_what_is_begun_in_another_tab_and_leaves_what_others_began(
    context: BrowserContext,
) -> None:
    page = await arrive(context, "ada")
    await works_as(page, "Ada")
    other = await arrive(context)
    await works_as(other, "Ada")
    for name in ("key_ada", "key_bo"):
        await other.evaluate(f"sessionStorage.setItem('casewright-begun {name} case_1 note', '{{}}')")
    await page.evaluate(PATIENT)

    await page.get_by_role("button", name="Sign out").click()
    question = page.get_by_role("dialog", name="Sign out and lose what you began?")
    await expect(question).to_contain_text("in another tab are not sent yet")
    await question.get_by_role("button", name="Sign out").click()

    await expect(other.get_by_label("Key", exact=True)).to_be_visible()
    kept = await other.evaluate("Object.keys(sessionStorage).filter((name) => name.startsWith('casewright-begun '))")
    assert kept == ["casewright-begun key_bo case_1 note"]


async def test_a_view_whose_code_does_not_come_says_so_and_can_be_tried_again(context: BrowserContext) -> None:
    page = await arrive(context, "ada")
    await works_as(page, "Ada")
    await page.route("**/assets/*/console/case/view.js", lambda route: route.abort())

    await page.evaluate(
        """() => {
          const link = Object.assign(document.createElement("a"), { href: "/console/cases/case_000000000000" });
          document.body.append(link);
          link.click();
        }"""
    )

    await expect(page.get_by_role("heading", name="This page could not be loaded")).to_be_visible()
    await page.unroute_all()
    await page.get_by_role("button", name="Try again").click()
    await expect(page.get_by_role("heading", name="There is no such case")).to_be_visible()


async def test_a_key_that_is_given_twice_begins_once(context: BrowserContext, api: Api) -> None:
    page = await arrive(context)
    await page.get_by_label("Key", exact=True).fill("ada")
    await page.evaluate("() => { const form = document.forms[0]; form.requestSubmit(); form.requestSubmit(); }")
    await works_as(page, "Ada")
    assert api.asked.count("/api/officers") == 1


async def test_another_key_that_is_given_meanwhile_takes_no_effect(context: BrowserContext) -> None:
    page = await arrive(context)
    await page.get_by_label("Key", exact=True).fill("ada")

    await page.evaluate(
        "() => { const [form] = document.forms; form.requestSubmit(); form.key.value = 'bo'; form.requestSubmit(); }"
    )

    await works_as(page, "Ada")
    await page.reload()
    await works_as(page, "Ada")
