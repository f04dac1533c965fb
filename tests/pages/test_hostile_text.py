"""Whatever a customer writes, a document says or a registry answers is text on every page, and nothing else."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import BrowserContext, Page, Route, ViewportSize, expect

from deploy.local.registries import catalogue
from tests import sample_documents
from tests.conftest import Stack
from tests.journey.walking import ANSWERS, Json, OpenCase, Upload, Walk, ok
from tests.pages.office import PDF
from tests.pages.states import CONSOLE, PORTAL, State, at_rest
from tests.pages.visiting import PATIENCE_MILLISECONDS, Visits

MARKUP = '<script>window.pwned=1</script><img src=x onerror="window.pwned=1">'
HOSTILE = (
    f"{MARKUP} \u202egnp.exe\u202c \U0001f469\u200d\U0001f469\u200d\U0001f467 \u2066\u0645\u0631\u062d\u0628\u0627"
)
LINE = HOSTILE + "W" * (255 - len(HOSTILE))
ANSWER = f"{HOSTILE}\n{'W' * 3_800}"
NOTE = (HOSTILE * 200)[:9_980] + "the end of the note"
ADDRESS = f"https://zonnewind-logistiek.example/\u202egnp.exe/'onerror=window.pwned=1;{'W' * 1_500}"
"""As hostile as an address may be: markup in one is refused."""
EXTRACT = (
    "Uittreksel uit de Kruispuntbank van Ondernemingen",
    "Ondernemingsnummer: 0711.326.932",
    f"Maatschappelijke naam: {MARKUP}",
    f"Zetel: {MARKUP} 12, 2000 Antwerpen",
    f"Bestuurder: {MARKUP}, Jan sinds 3 februari 2023",
    "W" * 400,
)
TASKS = [
    {"description": f"{kind}: {HOSTILE} {'W' * 300}", "response_type": kind, "required": True, **more}
    for kind, more in (("text", {}), ("yes_no", {}), ("document", {"document_type": "bank_statement"}))
]

FROM_A_REGISTRY = f"{HOSTILE.replace('pwned=1', 'pwned=2')} {'W' * 300}"
NAMES = {"company_name", "filename", "quote", "text", "value", "value_raw", "value_normalized"}
"""Members that a stranger fills even where they hold a single word."""
OURS = {"source", "sources", "rule_set", "minio_key", "object_key", "type", "language", "portal_url", "title"}
"""Members that hold words of ours, or that lead somewhere."""
CODE = re.compile(r"[\w.:@+/-]*")
FIGURE = re.compile(r"[\d.,:TZ+-]*|https?://\S*")

HARM = r"""() => {
  const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
  const told = ["title", "aria-label", "alt", "placeholder", "label"];
  const spoken = (one) => told.filter((name) => turning.test(one.getAttribute(name) ?? ""));
  const all = [...document.querySelectorAll("*")];
  const root = document.documentElement;
  const wide = all.filter((one) =>
    one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".unseen, .skip"));
  return [
    ...(window.pwned === undefined ? [] : [`code ran: ${window.pwned}`]),
    ...all.filter((one) => one.matches("script:not([src^='/assets/']), img[src='x'], [onerror], [onload]"))
      .map((one) => `an element of theirs: ${one.outerHTML.slice(0, 80)}`),
    ...(turning.test(document.title) ? ["a mark that turns text in the title of the page"] : []),
    ...all.flatMap((one) => spoken(one)
      .map((name) => `a mark that turns text in ${name} of ${one.localName}.${one.className}`)),
    ...all.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && turning.test(node.data)))
      .filter((one) => one.localName !== "textarea")
      .map((one) => `a mark that turns text in ${one.localName}.${one.className}: ${one.textContent.slice(0, 60)}`),
    ...(root.scrollWidth > innerWidth ? [`${root.scrollWidth} pixels wide on ${innerWidth}`, ...wide.slice(0, 4)
      .map((one) => `reaching out: ${one.localName}.${one.className}`)] : []),
  ].slice(0, 12);
}"""
"""What strangers have achieved on this page."""

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
STATES = [
    state
    for state in (*CONSOLE, *PORTAL)
    if state.name.startswith(("case-", "queue", "viewer", "decide", "portal"))
    and state.name not in ("case-closed", "case-unknown", "queue-new-case", "queue-nothing-found", "portal-closed")
    and not state.name.endswith("-link")
]
STATE = {state.name: state for state in STATES}


async def opened(walk: Walk) -> OpenCase:
    """Numbers cannot be hostile: they are held against the form that their country gives them."""
    company = replace(catalogue.ZONNEWIND, company_name=LINE)
    data = {HOSTILE: HOSTILE, "nested": {HOSTILE: [HOSTILE, "W" * 500]}}
    return await walk.open(company, website_url=ADDRESS, additional_data=data)


async def asked(walk: Walk) -> OpenCase:
    """A case that is hostile wherever a customer can be, with an officer's hostile questions to it."""
    case = await opened(walk)
    extract = Upload(f"{HOSTILE}{'W' * 100}.pdf", sample_documents.text_pdf(EXTRACT), PDF)
    ok(await walk.upload(case, "certificate_of_incorporation", extract), 201)
    ok(await walk.submit(case, answers={**ANSWERS, "business_activity": ANSWER}))
    await walk.until(case, "REVIEW_PENDING")
    ok(await walk.officer.post(f"{case.path}/notes", json={"text": NOTE}), 201)
    ok(await walk.decide(case, "follow_up", ANSWER, follow_up_tasks=TASKS))
    return case


async def answered(walk: Walk) -> OpenCase:
    case = await asked(walk)
    bill = Upload(f"{'W' * 200}.png", sample_documents.scanned_png(), "image/png")
    ok(await walk.upload(case, "followup_task_3", bill), 201)
    ok(await walk.submit(case, task_responses={"task_1": ANSWER, "task_2": True, "task_3": ANSWER}))
    await walk.until(case, "REVIEW_PENDING")
    return case


@pytest.fixture(scope="module")
async def cases(stack: Stack) -> AsyncIterator[dict[str, OpenCase]]:
    async with stack.officer() as officer, stack.customer() as customer:
        walk = Walk(officer, customer)
        full, follow_up, suspect, waiting = await asyncio.gather(
            answered(walk),
            asked(walk),
            walk.open_under_review(catalogue.ZILVERMEER),
            opened(walk),
        )
        yield {"full": full, "asked_again": follow_up, "suspect": suspect, "waiting": waiting}


def as_a_stranger_would(value: Any, name: str = "") -> Any:
    """The same answer, with hostile text added to every text in it that somebody outside could have written."""
    if isinstance(value, dict):
        return {key: as_a_stranger_would(member, key) for key, member in value.items()}
    if isinstance(value, list):
        return [as_a_stranger_would(item, name) for item in value]
    return f"{value}{FROM_A_REGISTRY}" if isinstance(value, str) and _is_theirs(value, name) else value


def _is_theirs(text: str, name: str) -> bool:
    if "pwned" in text or name in OURS or FIGURE.fullmatch(text):
        return False
    return name in NAMES or not CODE.fullmatch(text)


async def registries_are_hostile(context: BrowserContext) -> None:
    """What is known of cases reaches the browser as if every registry had been taken over."""

    async def answer(route: Route) -> None:
        response = await route.fetch(timeout=PATIENCE_MILLISECONDS, max_retries=3)
        if "json" not in response.headers.get("content-type", ""):
            await route.fulfill(response=response)
            return
        body: Json = await response.json()
        await route.fulfill(response=response, json=as_a_stranger_would(body))

    of_cases = re.compile(r"/api/(cases(?!/changes)|portal)(?!.*/pages/)")
    await context.route(of_cases, answer)


async def harm(page: Page) -> list[str]:
    """What strangers achieve on a page, wide and narrow."""
    found: list[str] = await page.evaluate(HARM)
    await page.set_viewport_size(PHONE)
    await at_rest(page)
    found += [line for line in await page.evaluate(HARM) if line not in found]
    return found


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
async def test_what_strangers_wrote_is_text(
    state: State, cases: dict[str, OpenCase], stack: Stack, visit: Visits
) -> None:
    visited = await visit(stack.facts["gateway_url"], viewport=DESK, reduced_motion="reduce")
    await registries_are_hostile(visited.context)
    page = await state.open(visited, stack, cases)

    found = await harm(page)

    assert not found, f"{state.name} at {page.url}:\n  " + "\n  ".join(found)
    shown = await page.locator("body").inner_text()
    assert "<script>window.pwned=" in shown
    assert "⟨U+202E⟩gnp.exe⟨U+202C⟩" in shown
    await visited.context.unroute_all(behavior="wait")


@pytest.mark.parametrize(("name", "words"), [("case-answers", "W" * 3_800), ("case-notes", "the end of the note")])
async def test_a_long_and_hostile_text_is_there_to_its_end(
    name: str, words: str, cases: dict[str, OpenCase], stack: Stack, visit: Visits
) -> None:
    page = await STATE[name].open(await visit(stack.facts["gateway_url"], viewport=DESK), stack, cases)

    await expect(page.locator("main")).to_contain_text(words)


async def test_what_a_document_says_is_shown_as_it_says_it(
    cases: dict[str, OpenCase], stack: Stack, visit: Visits
) -> None:
    visited = await visit(stack.facts["gateway_url"], viewport=DESK)
    page = await STATE["case-facts"].open(visited, stack, cases)
    await page.locator("button.paper", has_text="Certificate of incorporation").click()
    await page.get_by_role("button", name="Text", exact=True).click()

    await expect(page.locator(".stage")).to_contain_text(f"naam: {MARKUP}")
    await expect(page.locator(".fact-sheet")).to_contain_text(MARKUP)
    assert await page.evaluate(HARM) == []


async def test_a_file_is_named_as_it_is_while_it_is_sent(
    cases: dict[str, OpenCase], stack: Stack, visit: Visits
) -> None:
    visited = await visit(stack.facts["gateway_url"], viewport=PHONE)
    page = await visited.open(f"/portal/{cases['waiting'].token}?lang=nl")
    await at_rest(page)

    for name in (f"{HOSTILE}.gif", "W" * 250):
        chosen = {"name": name, "mimeType": "image/gif", "buffer": b"GIF89a"}
        await page.locator("input[type=file]").first.set_input_files(chosen)  # type: ignore[arg-type]  # a payload
        await expect(page.locator(".notice.bad")).to_contain_text(name[:8])
        assert await page.evaluate(HARM) == []


async def test_the_case_file_shows_what_strangers_wrote_as_text(
    cases: dict[str, OpenCase], stack: Stack, visit: Visits
) -> None:
    async with stack.officer("integration") as system:
        package = ok(await system.get(f"/api/v1/cases/{cases['full'].case_id}/package"))
    address = urlsplit(package["case_file_url"])
    visited = await visit(stack.facts["gateway_url"], viewport=DESK)
    page = await visited.open(f"{address.path}?{address.query}")

    found = await harm(page)

    assert not found, "\n  ".join(found)
    assert MARKUP in await page.locator("h1").inner_text()
    assert "⟨U+202E⟩gnp.exe⟨U+202C⟩" in await page.locator("h1").inner_text()
