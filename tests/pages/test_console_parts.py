"""Parts of the console by themselves, over what the API says: facts, decisions, and lists that come in pages."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from schemas.sources import NATIONAL_REGISTERS, SourceName
from tests.pages.without_a_stack import BLANK, Api, pages_alone

DISPUTED = """async ([name, preferred, other]) => {
  const { factRows } = await import("/assets/console/case/facts/rows.js");
  const fact = (source, value) => ({ source, value, details: {}, timestamp: "2026-01-01T00:00:00Z",
    environment: "test", evidence_hash: null });
  const sides = [fact("KBO/BCE", preferred), fact("GLEIF", other)];
  const profile = { facts: { [name]: sides }, preferred: { [name]: sides[0] },
    discrepancies: [{ field: name, sides, resolution: null }] };
  const rows = factRows({ profile, features: null, detail: { sources: {}, documents: [] } });
  const row = rows.find((one) => one.name === name);
  const { differs, mayDiffer } = row.statements[1];
  return differs ? "differs" : mayDiffer ? "may differ" : null;
}"""
PEOPLE = """async ([name, stated]) => {
  const { stateOf } = await import("/assets/console/case/facts/states.js");
  const statements = stated.map(([column, value]) => ({ column, value }));
  return stateOf({ name, statements, readings: [], silent: [], discrepancy: null, preferred: null });
}"""
KEPT = """async (places) => {
  const { stateOf } = await import("/assets/console/case/facts/states.js");
  const candidates = places.map(([value, ...documents], at) => ({ candidate_id: at, value_normalized: value,
    valid: true, evidence: documents.map((id) => ({ doc_id: id })) }));
  const decision = { decision: "keep", decided_by: "rules", selected_candidate_ids: candidates.map((_, at) => at) };
  const readings = [{ decision, candidates }];
  return stateOf({ name: "feature:iban", statements: [], readings, silent: [], discrepancy: null, preferred: null });
}"""
PAGED = """async () => {
  const { allNotes, allRuns } = await import("/assets/console/case/whole.js");
  const all = Array.from({ length: 450 }, (_, at) => at + 1);
  const api = { get: async (path) => {
    const asked = new URL(path, location).searchParams;
    const [page, after] = [Number(asked.get("page")), Number(asked.get("after_cursor") ?? 0)];
    const runs = all.filter((run) => run > after);
    return path.startsWith("/notes") ? { notes: all.slice((page - 1) * 200, page * 200), total: 450 }
      : { executions: runs.slice(0, 200), next_cursor: after + 200, has_more: runs.length > 200 };
  } };
  const [{ notes }, { executions }] = [await allNotes(api, "/notes"), await allRuns(api, "/runs")];
  return [notes, executions].map((list) => [list.length, list.at(-1)]);
}"""
UNASKED = """async ([name, names]) => {
  const { notAsked } = await import("/assets/console/case/facts/expected.js");
  const sources = Object.fromEntries(names.map((source) => [source, { source, state: "unavailable" }]));
  return notAsked(name, sources).map(({ source }) => source);
}"""
FETCHED = """async (kind) => {
  const { fetched } = await import("/assets/console/unloaded.js");
  const found = await fetched(Promise.reject(new window[kind]("a defect"))).catch((error) => error.name);
  return found.show ? "is said not to have come" : found;
}"""
NOT_COME = """async (kind) => {
  const { h, render } = await import("/assets/foundation/dom.js");
  const { onDemand } = await import("/assets/console/on_demand.js");
  const place = document.querySelector("div");
  const lost = onDemand(() => Promise.reject(new window[kind]("lost")), "panel");
  const there = onDemand(async () => ({ panel: "a panel" }), "panel");
  const told = [];
  for (const code of [lost, there]) {
    render(code.shown(() => {}, (it) => h("p", null, it)), place);
    told.push(place.textContent);
    await code.need();
    render(code.shown(() => {}, (it) => h("p", null, it)), place);
    told.push(place.textContent);
  }
  return told;
}"""
ASKED_AGAIN = """async () => {
  const { h, render } = await import("/assets/foundation/dom.js");
  const { onDemand } = await import("/assets/console/on_demand.js");
  const place = document.querySelector("div");
  let asked = 0;
  const load = async () => {
    if ((asked += 1) === 1) throw new TypeError("lost");
    return { panel: "a panel" };
  };
  const code = onDemand(load, "panel");
  await code.need(); // as somebody points at it
  const show = () => render(code.shown(show, (it) => h("p", null, it)), place);
  show();
  await code.need();
  return place.textContent;
}"""
OPENED = """async (happens) => {
  const { openedOnDemand } = await import("/assets/console/case/opening.js");
  const [opened, toasts] = [[], []];
  const me = { key_id: "key_a" };
  const own = { sequence: 2, event: "FACT_DECISION", actor: { id: "key_a", role: "officer", kind: "person" } };
  const desk = { isLeft: false, detail: { version: 1, audit_log: [] },
    context: { me, toast: (tone, text) => toasts.push(text) } };
  const coming = Promise.withResolvers();
  const one = openedOnDemand(() => coming.promise, "ask");
  const other = openedOnDemand(async () => ({ ask: () => opened.push("other") }), "ask");
  const first = one(desk, "a row");
  if (happens === "another press") await other(desk, "a row");
  const event = { ...own, actor: happens === "others act" ? { ...own.actor, id: "key_b" } : own.actor };
  if (happens.endsWith("act")) desk.detail = { version: 2, audit_log: [event] };
  if (happens === "a new build") coming.reject(new SyntaxError("no such export"));
  else coming.resolve({ ask: () => opened.push("one") });
  await first;
  return [opened.join(), toasts.map((text) => text.split(/[.:]/)[0]).join(), document.body.className];
}"""
LOOKED_AGAIN = """async () => {
  const { deskOf } = await import("/assets/console/case/desk.js");
  const detail = { case_id: "case_0", version: 1, status: "UNDER_REVIEW", record_source: "workflow", progress: null,
    updated_at: "2026-01-01T00:00:00Z", assignment: null, audit_log: [], generated_tasks: [], current_iteration: 1 };
  let [hear, colleagues] = [null, []];
  const get = async (path) => {
    if (path.includes("/notes")) return { notes: [...colleagues], total: colleagues.length };
    return path.startsWith("/api/cases?") ? { cases: [{ updated_at: detail.updated_at, assignee: null }] } : detail;
  };
  const read = async () => ({ headers: new Headers({ ETag: '"1"' }), json: async () => ({}) });
  const me = { key_id: "key_a", permissions: [], may_decide: [] };
  const live = { listen: (then) => { hear = then; return () => {}; } };
  const desk = deskOf({ api: { get, read }, me, live, toast() {} }, "case_0", "notes", () => {});
  await desk.refresh();
  await desk.need(["notes"]);
  colleagues = ["written between the reading and the stream"];
  hear(null);
  const come = new Promise((resolve) => desk.whenDrawn(() => desk.notes.total && resolve(desk.notes.total)));
  return come.finally(desk.leave);
}"""
BAND = """async ([score, bands]) => {
  const { riskBadge } = await import("/assets/console/words/statuses.js");
  const { formats } = await import("/assets/foundation/format.js");
  return riskBadge(score, formats("en-GB"), bands).children.at(-1).text;
}"""
CHOICES = """async (detail) => {
  const { choicesOf, whoMayDecide, whyNot, whyReason } = await import("/assets/console/case/decide/choices.js");
  return {
    choices: choicesOf(detail), who: whoMayDecide(detail),
    barred: choicesOf(detail).filter((decision) => whyNot(decision, detail)),
    reasoned: choicesOf(detail).filter((decision) => whyReason(decision, detail)),
  };
}"""


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    async with pages_alone(browser, Api()) as context:
        page = await context.new_page()
        await page.goto(BLANK)
        yield page


@pytest.mark.parametrize(
    ("name", "preferred", "other", "said"),
    [
        ("registered_address", "Kanaalweg 24, 9000 Gent", "Kanaalweg 24, 9000 Ghent", "may differ"),
        ("registered_address", "Kanaalweg 24, 9000 Gent", "Kanaalweg 24/0000, 9000 Gent", "may differ"),
        ("registered_address", "Kanaalweg 24, 9000 Gent", "Kanaalweg 26, 9000 Gent", "differs"),
        ("registered_address", "Kanaalweg, Gent", "Kerkstraat, Antwerpen", "differs"),
        ("legal_form", "BV", "Besloten vennootschap", "may differ"),
        ("company_name", "Zonnewind 24", "Maanwind 24", "differs"),
        ("company_name", "Zonnewind Logistiek", "ZONNEWIND LOGISTIEK BV", None),
    ],
)
async def test_a_value_is_said_to_differ_only_where_its_words_tell(
    page: Page, name: str, preferred: str, other: str, said: str | None
) -> None:
    assert await page.evaluate(DISPUTED, [name, preferred, other]) == said


@pytest.mark.parametrize(
    ("name", "stated", "state"),
    [
        ("owner", [("NBB", "Lieve Verbeke"), ("NorthData", "VERBEKE Lieve")], "agree"),
        ("owner", [("NBB", "Lieve Verbeke"), ("NorthData", "Lieve Verbeke"), ("ubo.pdf", "Jan Peeters")], "partly"),
        ("director", [("KBO", "Jan Peeters"), ("KBO", "Maria Claes"), ("GLEIF", "Jan Peeters")], "partly"),
        ("owner", [("NBB", "Lieve Verbeke"), ("NBB", "Jan Peeters")], "one"),
        ("activity_code", [("KBO", "52.29"), ("KBO", "49.41"), ("NorthData", "52.29")], "agree"),
    ],
)
async def test_people_whom_not_every_source_names_are_not_said_to_be_agreed_on(
    page: Page, name: str, stated: list[tuple[str, str]], state: str
) -> None:
    assert await page.evaluate(PEOPLE, [name, [list(one) for one in stated]]) == state


@pytest.mark.parametrize(
    ("places", "state"),
    [([["BE68", "a"], ["BE71", "b"]], "one"), ([["BE68", "a", "b"]], "agree"), ([["BE68", "a"]], "one")],
)
async def test_documents_agree_only_where_they_say_the_same(page: Page, places: list[list[str]], state: str) -> None:
    assert await page.evaluate(KEPT, places) == state


@pytest.mark.parametrize(
    ("name", "others"),
    [("registration_number", {"gleif", "northdata"}), ("owner", {"nbb", "northdata"})],
)
async def test_a_register_that_could_not_be_asked_may_have_stated_what_is_missing(
    page: Page, name: str, others: set[str]
) -> None:
    """Each one that there is, and any that comes to be."""
    found = await page.evaluate(UNASKED, [name, [*SourceName, "a_new_register"]])
    assert set(found) == {*NATIONAL_REGISTERS, *others, "a_new_register"}


async def test_a_register_is_not_waited_for_where_none_states_the_fact(page: Page) -> None:
    assert await page.evaluate(UNASKED, ["screened", [*SourceName, "a_new_register"]]) == ["screening"]


async def test_what_comes_in_pages_is_read_to_the_end(page: Page) -> None:
    assert await page.evaluate(PAGED) == [[450, 450], [450, 450]]


async def test_what_may_be_decided_is_what_the_api_says(page: Page) -> None:
    possible = [
        {"decision": "reject", "reason_needed": "always", "barred_by": None},
        {"decision": "follow_up", "reason_needed": None, "barred_by": "max_iterations_reached"},
        {"decision": "approve", "reason_needed": "less_careful", "barred_by": None},
    ]
    detail: dict[str, Any] = {
        "possible_decisions": possible,
        "decided_by": ["senior_officer", "admin"],
        "current_iteration": 5,
    }
    assert await page.evaluate(CHOICES, detail) == {
        "choices": ["approve", "follow_up", "reject"],
        "who": "senior officers and administrators",
        "barred": ["follow_up"],
        "reasoned": ["approve", "reject"],
    }


@pytest.mark.parametrize(
    ("error", "becomes"), [("TypeError", "is said not to have come"), ("SyntaxError", "SyntaxError")]
)
async def test_a_defect_in_the_code_of_a_view_is_not_taken_for_a_lost_connection(
    page: Page, error: str, becomes: str
) -> None:
    assert await page.evaluate(FETCHED, error) == becomes


@pytest.mark.parametrize("error", ["TypeError", "SyntaxError"])
async def test_a_part_whose_code_does_not_come_says_so_in_its_place(page: Page, error: str) -> None:
    loading, lost, _, there = await page.evaluate(NOT_COME, error)
    assert (loading, there) == ("Loading …", "a panel")
    assert lost.startswith("This part could not be loaded")


async def test_a_part_that_did_not_come_beforehand_is_asked_for_once_more_when_it_is_shown(page: Page) -> None:
    assert await page.evaluate(ASKED_AGAIN) == "a panel"


async def test_a_note_that_was_written_before_changes_were_told_is_read_though_the_case_stood_still(page: Page) -> None:
    assert await page.evaluate(LOOKED_AGAIN) == 1


@pytest.mark.parametrize(
    ("happens", "opened", "said"),
    [
        ("another press", "one", ""),
        ("others act", "", "The case changed while this was opened"),
        ("they act", "one", ""),
        ("a new build", "", "This could not be opened"),
    ],
)
async def test_a_dialog_whose_code_is_awaited_opens_alone_and_on_the_case_that_was_shown(
    page: Page, happens: str, opened: str, said: str
) -> None:
    assert await page.evaluate(OPENED, happens) == [opened, said, ""]


@pytest.mark.parametrize(
    ("score", "bands", "said"),
    [
        (0.55, None, "Medium 0.55"),
        (0.55, {"critical": 0.9, "high": 0.5, "medium": 0.3, "low": 0.1}, "High 0.55"),
        (0.498, {"critical": 0.9, "high": 0.5, "medium": 0.3, "low": 0.1}, "Medium 0.49"),
        (0.55, "HIGH", "High 0.55"),
    ],
)
async def test_a_score_is_named_by_the_bands_of_the_policy_that_gave_it(
    page: Page, score: float, bands: object, said: str
) -> None:
    assert await page.evaluate(BAND, [score, bands]) == said
