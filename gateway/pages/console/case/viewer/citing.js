/** Words that an officer marks in a document, put on record as what it says of a feature. */

import { h, said } from "../../../foundation/dom.js";
import { FEATURES, FORMS } from "../../words/facts.js";
import { decide } from "../facts/choosing.js";
import { judge } from "../facts/judging.js";

/** Asks what the marked words are. `cited` is `{documentId, pageIndex, start, end, quote}`. */
export function citeDialog(desk, { documentId, pageIndex, start, end, quote }) {
  const value = quote.replace(/\s+/g, " ").trim();
  return judge(desk, {
    title: "Use these words as …",
    yes: "Put on record",
    given: { feature: "", value },
    lacks: (state) => (!state.feature ? "Choose what the words are." : state.value.trim() ? null : "Write the value."),
    fields: (state, update) => [
      h("blockquote", { class: "cited" }, said(quote)),
      h("div", { class: "field" },
        h("label", { for: "cite-feature" }, "What it is"),
        h("select", { id: "cite-feature", value: state.feature,
          onchange: ({ target }) => { state.feature = target.value; update(); } },
          h("option", { value: "" }, "Choose …"),
          Object.entries(FEATURES).map(([name, word]) => h("option", { key: name, value: name }, word)))),
      h("div", { class: "field" },
        h("label", { for: "cite-value" }, "Value"),
        h("input", {
          id: "cite-value", value, maxlength: 500, autocomplete: "off", "aria-describedby": "cite-hint",
          oninput: ({ target }) => { state.value = target.value; },
        }),
        h("p", { class: "hint", id: "cite-hint" },
          FORMS[state.feature] ?? "As it is to be compared with what the registers say.")),
    ],
    send: (state, options) => decide(desk, state.feature, {
      citation: { doc_id: documentId, page_index: pageIndex, char_start: start, char_end: end,
        value: state.value.trim() },
      reason: state.reason,
    }, options),
  });
}
