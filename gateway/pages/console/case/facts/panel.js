/** The facts of a case: a row for each with how its sources stand to each other, or all of them by source. */

import { h } from "../../../foundation/dom.js";
import { GROUPS } from "../../words/facts.js";
import { reasonWords } from "../../words/sources.js";
import { notice, nothing, whenThere } from "../parts_shown.js";
import { factItem } from "./item.js";
import { sourceMatrix } from "./matrix.js";
import { factRows } from "./rows.js";
import { FILTERS } from "./states.js";

const views = new WeakMap(); // desk → how its facts are being looked at
const fresh = () => ({ filter: "all", display: "facts", open: new Set() });

/** How somebody looks at the facts of this desk: which are listed, how, and which are open. */
function viewOf(desk) {
  if (!views.has(desk)) views.set(desk, fresh());
  return views.get(desk);
}

/** The section; `desk` is that of the case view. */
export function factsPanel(desk) {
  return h("section", { class: "sheet fact-sheet", key: "facts", "aria-label": "Facts and their sources" },
    whenThere(desk, ["profile"], () => {
      const view = viewOf(desk);
      const rows = factRows(desk);
      const chosen = FILTERS.find(({ name }) => name === view.filter);
      const shown = rows.filter(({ state }) => chosen.states.includes(state));
      return [
        controls(desk, view, rows),
        notChecked(desk.profile.unavailable),
        desk.problems.features && whenThere(desk, ["features"], () => null),
        shown.length === 0 ? none(view.filter)
          : view.display === "sources" ? sourceMatrix(desk, shown) : grouped(desk, view, shown),
      ];
    }));
}

function controls(desk, view, rows) {
  const set = (change) => () => {
    Object.assign(view, change);
    desk.redraw();
  };
  return h("div", { class: "facts-controls no-print", key: "controls" },
    h("div", { class: "segments", role: "group", "aria-label": "Which facts" },
      FILTERS.map(({ name, word, states }) => segment(word, view.filter === name, set({ filter: name }),
        h("span", { class: "count" }, rows.filter(({ state }) => states.includes(state)).length)))),
    h("div", { class: "segments", role: "group", "aria-label": "How they are shown" },
      [["facts", "By fact"], ["sources", "By source"]].map(([name, word]) =>
        segment(word, view.display === name, set({ display: name })))));
}

const segment = (word, isChosen, onclick, beside = null) =>
  h("button", { key: word, type: "button", "aria-pressed": String(isChosen), onclick }, word, beside);

function notChecked(unavailable) {
  const sources = Object.entries(unavailable);
  if (!sources.length) return null;
  return h("div", { class: "facts-silent", key: "silent" }, notice("plain",
    h("p", { class: "strong" }, sources.length === 1 ? "One source could not be checked"
      : `${sources.length} sources could not be checked`),
    h("p", null, sources.map(([source, code]) => `${source}: ${reasonWords(code)}`).join("; "),
      ". This says nothing about the company.")));
}

function grouped(desk, view, rows) {
  return Object.entries(GROUPS).map(([group, word]) => {
    const within = rows.filter((row) => row.group === group);
    return within.length > 0 && h("section", { key: group, class: "facts-group" },
      h("h3", null, word),
      h("ul", null, within.map((row) => factItem(desk, view, row))));
  });
}

const EMPTY = {
  all: ["No facts yet", "What registers and documents say of the company comes here once they were asked and read."],
  disagreeing: ["Nothing disagrees", "Facts about which two sources contradict each other are listed here."],
  unresolved: ["Nothing is unresolved", "Facts that wait for an officer's judgement are listed here."],
  missing: ["Nothing is missing", "What is expected of every company and stated by nobody is listed here."],
};

const none = (filter) => h("div", { key: "none" }, nothing(...EMPTY[filter]));
