/**
 * The dialog of one judgement of an officer: what it is about, what is chosen, and the reason, which is always asked.
 */

import { h } from "../../../foundation/dom.js";
import { askAndSend } from "../asking.js";

const LONGEST = 5000; // characters of a reason

/**
 * Opens it. `fields(state, update)` describes what is chosen, kept in `state`; `lacks(state)` says what is still to be
 * chosen, or null; `again(state)` takes over what the case says after it has moved; `send(state, options)` gives the
 * outcome of `desk.command`. It closes when that is done; a refusal stays in it, with all that was entered.
 */
export function judge(desk, { title, yes, wide = false, given = {}, fields, lacks = () => null, again, send }) {
  const state = { reason: "", ...given };
  const before = JSON.stringify(state);
  return askAndSend(desk, {
    title, yes, wide,
    fields: (update) => [fields(state, update), reasonField(state)],
    lacks: () => lacks(state) ?? (state.reason.trim() ? null : "Give the reason: it stays on record with your name."),
    entered: () => JSON.stringify(state) !== before,
    again: () => again?.(state),
    send: (options) => send({ ...state, reason: state.reason.trim() }, options),
  });
}

const reasonField = (state) => h("div", { class: "field", key: "reason" },
  h("label", { for: "judging-reason" }, "Reason"),
  h("textarea", {
    id: "judging-reason", maxlength: LONGEST, required: true, "aria-describedby": "judging-hint",
    oninput: ({ target }) => { state.reason = target.value; },
  }),
  h("p", { class: "hint", id: "judging-hint" }, "Stays on record with your name. The customer never sees it."));

/** One of several: radio buttons. An option is `{value, word, hint?}`, both anything that can be described. */
export function choices(legend, name, options, chosen, choose) {
  return h("fieldset", { class: "facts-choices" },
    h("legend", null, legend),
    options.map(({ value, word, hint }) => h("label", { class: "choice", key: String(value) },
      h("input", { type: "radio", name, checked: value === chosen, onchange: () => choose(value) }),
      h("span", null, word, hint && h("span", { class: "hint" }, hint)))));
}
