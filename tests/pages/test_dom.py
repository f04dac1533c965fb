"""How descriptions become elements: text stays text, and what did not change is left alone."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.pages.without_a_stack import BLANK, Api, pages_alone

HOSTILE = "<img src=x onerror=alert(1)>\u202eevil\u202c <script>alert(2)</script> 🏴‍☠️"


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A blank page under the console's policy, with all that the four shared parts below give at hand."""
    async with pages_alone(browser, Api()) as context:
        page = await context.new_page()
        await page.goto(BLANK)
        await page.evaluate(
            """async () => {
              for (const name of ["dom", "dialog", "toasts", "http"]) {
                Object.assign(window, await import(`/assets/foundation/${name}.js`));
              }
              window.root = document.body.firstChild;
            }"""
        )
        yield page


async def test_what_a_stranger_wrote_becomes_text_and_its_hidden_marks_are_written_out(page: Page) -> None:
    await page.evaluate("(text) => render(h('p', { title: visible(text) }, said(text)), root)", HOSTILE)
    assert await page.locator("img, script").count() == 0
    shown = await page.locator("p").inner_text()
    assert shown.startswith("<img src=x onerror=alert(1)>⟨U+202E⟩evil⟨U+202C⟩ <script>alert(2)</script>")
    assert "\u202e" not in (await page.locator("p").get_attribute("title") or "\u202e")


async def test_a_row_that_moves_is_the_same_element_and_keeps_its_focus(page: Page) -> None:
    found: Any = await page.evaluate(
        """() => {
          const rows = (names) => h("ul", null, names.map((name) => h("li", { key: name }, h("button", null, name))));
          render(rows(["a", "b", "c"]), root);
          const button = root.querySelectorAll("button")[1];
          button.focus();
          render(rows(["c", "b", "d"]), root);
          return {
            texts: [...root.querySelectorAll("li")].map((row) => row.textContent),
            same: root.querySelectorAll("button")[1] === button,
            focused: document.activeElement === button,
          };
        }"""
    )
    assert found == {"texts": ["c", "b", "d"], "same": True, "focused": True}


async def test_rendering_again_takes_nothing_from_whoever_is_typing(page: Page) -> None:
    found: Any = await page.evaluate(
        """() => {
          const form = (count) => h("form", null, h("input", { value: "begun" }), h("output", null, count));
          render(form(1), root);
          const input = root.querySelector("input");
          input.value = "begun, and go on";
          render(form(2), root);
          return [input.value, root.querySelector("output").textContent];
        }"""
    )
    assert found == ["begun, and go on", "2"]


async def test_what_is_no_longer_described_is_gone_with_its_attributes_and_listeners(page: Page) -> None:
    found: Any = await page.evaluate(
        """() => {
          let clicks = 0;
          const button = (props) => h("button", props, "x");
          render(button({ class: "a", disabled: true, "aria-pressed": false, onclick: () => { clicks += 1; } }), root);
          const element = root.firstChild;
          const before = [element.className, element.disabled, element.getAttribute("aria-pressed")];
          render(button({}), root);
          element.click();
          return { before, after: [element.className, element.disabled, element.hasAttribute("aria-pressed")], clicks };
        }"""
    )
    assert found == {"before": ["a", True, "false"], "after": ["", False, False], "clicks": 0}


async def test_a_ref_is_told_of_its_element_once_it_is_in_the_page(page: Page) -> None:
    found: Any = await page.evaluate(
        """() => {
          const told = [];
          const list = (names) => h("ul", null, names.map((name) => h("li", {
            key: name, ref: (element) => told.push([name, element.isConnected]),
          }, name)));
          render(list(["a"]), root);
          render(list(["a", "b"]), root);
          return told;
        }"""
    )
    assert found == [["a", True], ["b", True]]


async def test_a_picture_of_lines_is_made_of_svg_elements(page: Page) -> None:
    found: Any = await page.evaluate(
        """() => {
          render(h("svg", { viewBox: "0 0 1 1" }, h("path", { d: "M0 0" })), root);
          return [root.firstChild.namespaceURI, root.firstChild.firstChild.namespaceURI];
        }"""
    )
    assert found == ["http://www.w3.org/2000/svg"] * 2


async def test_when_the_element_with_the_focus_goes_the_nearest_heading_has_it(page: Page) -> None:
    await page.evaluate(
        """() => {
          const part = (name, items) => h("section", { key: name }, h("h2", null, name), h("ul", null,
            items.map((item) => h("li", { key: item }, h("button", null, item)))));
          const all = (items) => [h("h1", null, "Page"), part("One", ["a"]), part("Two", items)];
          render(all(["b", "c"]), root);
          root.querySelectorAll("button")[2].focus();
          render(all(["b"]), root);
        }"""
    )
    await expect(page.get_by_role("heading", name="Two")).to_be_focused()


async def test_when_the_element_with_the_focus_goes_the_home_that_is_named_has_it(page: Page) -> None:
    await page.evaluate(
        """() => {
          const all = (button) => [h("h1", null, "Page"), h("section", { "data-home": "home" },
            h("p", { id: "home" }, "What it is about"), button)];
          render(all(h("button", null, "Put away")), root);
          root.querySelector("button").focus();
          render(all(null), root);
        }"""
    )
    await expect(page.locator("#home")).to_be_focused()


async def test_a_button_that_was_disabled_while_it_sent_has_the_focus_again(page: Page) -> None:
    await page.evaluate(
        """async () => {
          const form = (disabled) => h("button", { disabled }, "Send");
          const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          render(form(false), root);
          root.querySelector("button").focus();
          render(form(true), root);
          await painted();
          window.meanwhile = document.activeElement.localName;
          render(form(false), root);
        }"""
    )
    assert await page.evaluate("meanwhile") == "body"
    await expect(page.get_by_role("button", name="Send")).to_be_focused()


OPEN_DIALOG = """(answer) => {
  window.answer = answer;
  window.dialog = openDialog({
    title: "A form",
    content: (close, leave) => h("div", { class: "form" },
      h("div", { class: "body" }, h("input", { "aria-label": "Word" })),
      h("footer", null, h("button", { onclick: leave }, "Cancel"))),
    mayClose: (entered) => (entered || window.answer === "busy" ? window.answer : null),
  });
}"""


async def test_a_dialog_that_is_busy_stays(page: Page) -> None:
    await page.evaluate(OPEN_DIALOG, "busy")
    dialog = page.get_by_role("dialog", name="A form")
    for _ in range(3):
        await page.keyboard.press("Escape")
    await dialog.get_by_role("button", name="Cancel").click()
    await expect(dialog).to_be_visible()

    await page.evaluate("() => { window.answer = null; dialog.update(); }")
    await dialog.get_by_role("button", name="Close").click()
    await expect(dialog).to_have_count(0)


async def test_a_dialog_asks_before_what_was_entered_is_thrown_away(page: Page) -> None:
    await page.evaluate(OPEN_DIALOG, {"title": "Lose it?", "text": "It is not sent."})
    dialog, question = page.get_by_role("dialog", name="A form"), page.get_by_role("dialog", name="Lose it?")
    await page.keyboard.type("begun")
    await page.keyboard.press("Escape")
    await expect(question).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(question).to_have_count(0)
    await expect(dialog.get_by_label("Word")).to_have_value("begun")

    await dialog.get_by_role("button", name="Cancel").click()
    await question.get_by_role("button", name="Close").last.click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_dialog_in_which_nothing_was_entered_closes_at_escape(page: Page) -> None:
    await page.evaluate(OPEN_DIALOG, {"title": "Lose it?", "text": "It is not sent."})
    await expect(page.get_by_role("dialog")).to_have_count(1)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_question_is_read_out_and_nothing_is_done_by_the_key_that_answers_first(page: Page) -> None:
    await page.evaluate(
        "() => { const asked = { title: 'Remove it?', text: ['It is gone.', 'For good.'], yes: 'Remove' };"
        " window.meant = confirmed(asked); }"
    )
    question = page.get_by_role("dialog", name="Remove it?", description="It is gone. For good.")
    await expect(question.get_by_role("button", name="Cancel")).to_be_focused()

    await page.keyboard.press("Enter")

    assert await page.evaluate("window.meant") is False  # awaited: the dialog is gone before it resolves
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_a_message_can_be_put_away_while_a_dialog_is_open_and_outlives_it(page: Page) -> None:
    await page.evaluate("() => { window.toast = toasts(document.body.appendChild(document.createElement('div'))); }")
    await page.evaluate(OPEN_DIALOG, None)
    await page.evaluate("() => { toast('bad', 'One'); toast('bad', 'Two'); }")
    await page.locator(".toast", has_text="One").get_by_role("button", name="Dismiss").click()
    await expect(page.locator("dialog .toast")).to_have_text(["Two"])

    await page.evaluate("() => dialog.close()")
    await expect(page.get_by_role("status").get_by_text("Two")).to_be_visible()


async def test_no_message_takes_the_place_of_what_went_wrong(page: Page) -> None:
    found: Any = await page.evaluate(
        """() => {
          const toast = toasts(document.body.appendChild(document.createElement("div")));
          for (const number of [1, 2]) toast("bad", `Wrong ${number}`);
          for (const number of [1, 2, 3, 4]) toast("good", `Done ${number}`);
          toast("bad", "Wrong 2");
          return [...document.querySelectorAll(".toast")].map((one) => one.textContent);
        }"""
    )
    assert found == ["Wrong 1", "Done 3", "Done 4", "Wrong 2"]  # read at once: what is done goes after some seconds


CUT_OFF = '{"case_id": "case_0123'


async def test_a_command_whose_answer_was_cut_off_is_sent_again_under_the_same_id(page: Page) -> None:
    sent: list[str | None] = []

    async def answer(route: Route) -> None:
        sent.append(await route.request.header_value("idempotency-key"))
        body = CUT_OFF if len(sent) == 1 else '{"done": true}'
        await route.fulfill(status=200, content_type="application/json", body=body)

    await page.route("**/api/thing", answer)
    found = await page.evaluate("() => api().command('/api/thing', { a: 1 })")
    assert found == {"status": 200, "body": {"done": True}}
    assert len(sent) == 2
    assert sent[0] == sent[1] is not None


async def test_an_answer_that_is_always_cut_off_is_no_answer(page: Page) -> None:
    await page.route("**/api/thing", lambda route: route.fulfill(status=200, json=None, body=CUT_OFF))
    found = await page.evaluate(
        "async () => (await api().send('GET', '/api/thing')).json().catch(({ name, status }) => [name, status])"
    )
    assert found == ["Problem", 0]


async def test_requests_need_no_way_to_combine_signals_and_can_be_given_up(page: Page) -> None:
    await page.route("**/api/thing", lambda route: route.fulfill(status=200, json={"done": True}))
    found = await page.evaluate(
        """async () => {
          Object.assign(AbortSignal, { any: undefined, timeout: undefined });
          const stopped = new AbortController();
          stopped.abort(new Error("given up"));
          const failure = await api().get("/api/thing", { signal: stopped.signal }).catch((error) => error.message);
          const going = new AbortController();
          return [failure, await api().get("/api/thing", { signal: going.signal })];
        }"""
    )
    assert found == ["given up", {"done": True}]
