/** Words of a page marked by writing them: for whoever marks nothing with a mouse. */

import { h } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { pointsIn } from "./spans.js";

/**
 * Where words stand on a page, as `{start, end}`: the first place at or after `from`, else the first of all; null if
 * they stand nowhere. Neither capitals nor how many spaces there are between two words make a difference.
 */
export function placeOfWords(page, words, from = 0) {
  const parts = words.trim().split(/\s+/).filter(Boolean).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  if (!parts.length) return null;
  const places = [...page.text.matchAll(new RegExp(parts.join("\\s+"), "giu"))].map(({ 0: found, index }) => {
    const start = pointsIn(page.text.slice(0, index));
    return { start, end: start + pointsIn(found) };
  });
  return places.find(({ start }) => start >= from) ?? places[0] ?? null;
}

/** The field; found again, the same words are looked for further on. Its state is kept in `pane.words`. */
export function findingForm(desk, pane, page, at) {
  pane.words ??= { text: "", missing: false };
  const { words } = pane;
  const id = `words-${at}`;
  const find = (event) => {
    event.preventDefault();
    const { selected } = desk.viewer;
    const isHere = selected?.documentId === pane.documentId && selected.pageIndex === pane.pageIndex;
    const place = placeOfWords(page, words.text, isHere ? selected.start + 1 : 0);
    words.missing = place === null && words.text.trim() !== "";
    if (place) {
      desk.viewer.selected = { documentId: pane.documentId, pageIndex: pane.pageIndex, ...place, isFound: true };
    }
    desk.redraw();
  };
  return h("form", { class: "finding no-print", key: "finding", onsubmit: find, role: "search" },
    h("label", { for: id }, "Words on this page"),
    h("input", {
      id, type: "text", autocomplete: "off", value: words.text, "aria-describedby": `${id}-hint`,
      "aria-invalid": words.missing ? "true" : null,
      oninput: ({ target }) => { words.text = target.value; },
    }),
    h("button", { type: "submit" }, icon("search"), "Mark"),
    h("p", { id: `${id}-hint`, class: words.missing ? "wrong" : "unseen", role: "status" },
      words.missing ? "These words are not on this page." : "They are marked as if you had marked them by hand."));
}
