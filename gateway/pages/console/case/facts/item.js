/** One fact: its value and how its sources stand, and opened, each source with what it says and what can be done. */

import { h, said } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { valueText } from "../../words/facts.js";
import { reasonWords, SOURCES, sourceWord } from "../../words/sources.js";
import { chooseValue } from "../dialogs.js";
import { officerName } from "./officer.js";
import { readingList } from "./readings.js";
import { stateBadge } from "./states.js";
import { statementItem } from "./statement.js";

const SHOWN = 3; // values in a closed row
const LONG = 160; // characters of a value in a closed row

/** The row of a fact; `view.open` has the names of those that are open. */
export function factItem(desk, view, row) {
  const isOpen = view.open.has(row.name);
  const ontoggle = ({ target }) => {
    if (target.open === view.open.has(row.name)) return;
    if (target.open) view.open.add(row.name);
    else view.open.delete(row.name);
    desk.redraw();
  };
  return h("li", { key: row.name, id: `fact-${row.name.replace(":", "-")}` },
    h("details", { class: "fact", open: isOpen, ontoggle },
      h("summary", null,
        h("span", { class: "fact-name" }, icon("next", { size: 12, class: "fact-turn" }), row.word),
        h("span", { class: "fact-values" }, values(desk, row)),
        h("span", { class: "fact-state" }, stateBadge(row.state))),
      isOpen && h("div", { class: "fact-body stack" }, why(desk, row), statements(desk, row), silence(row),
        row.readings.map((reading) => readingList(desk, row, reading)), actions(desk, row))));
}

function values(desk, row) {
  const texts = valuesOf(row).map((value) => valueText(row.name, value, desk.context.format));
  if (!texts.length) return h("span", { class: "quiet" }, row.readings.length ? "No value kept" : "Nobody states it");
  const more = texts.length - SHOWN;
  return [
    texts.slice(0, SHOWN).map((text) => said(cut(text), { class: "fact-value" })),
    more > 0 && h("span", { class: "quiet" }, `and ${more} more`),
  ];
}

/** What a row goes by: the preferred value, or of several all that are stated, or what is kept of the documents. */
function valuesOf({ preferred, statements, readings }) {
  if (preferred) return [preferred.value];
  if (statements.length) return [...new Set(statements.map(({ value }) => value))];
  return [...new Set(readings.flatMap(({ decision, candidates }) =>
    candidates.filter(({ candidate_id: id }) => decision.selected_candidate_ids.includes(id))
      .map(({ value_normalized: value }) => value)))];
}

const cut = (text) => (text.length > LONG ? `${text.slice(0, LONG)} …` : text);

/** Why this value is gone by: the trust order's reason, or the officer who chose it, by name. */
function why(desk, { name, preferred }) {
  if (!preferred) return null;
  const decided = preferred.chosen_by === "officer"
    ? desk.detail.fact_decisions.filter((decision) => decision.name === name).at(-1) : null;
  if (!decided) return h("p", { class: "fact-why" }, icon("scales", { size: 14 }), said(preferred.reason));
  return h("p", { class: "fact-why" }, icon("person", { size: 14 }),
    h("span", null,
      `Chosen by ${officerName(desk, decided.actor)}, ${desk.context.format.moment(decided.decided_at)}: `,
      said(decided.reason)));
}

function statements(desk, row) {
  if (!row.statements.length) return null;
  return h("ul", { class: "statements", "aria-label": `What is stated: ${row.word}` },
    row.statements.map((statement, at) => statementItem(desk, row.name, statement, `${statement.source} ${at}`)));
}

function silence({ silent, state }) {
  if (!silent.length && state !== "missing") return null;
  if (!silent.length) return h("p", { class: "quiet" },
    "The sources that were asked do not state it, and no document does.");
  return silent.map(({ source, reason, state: how }) => h("p", { class: "quiet fact-why", key: source },
    icon("waiting", { size: 14 }),
    `${SOURCES[source] ?? sourceWord(source)} was not checked: ${reasonWords(reason ?? how)}.`));
}

function actions(desk, row) {
  if (!desk.can.write || !row.preferred || row.statements.length < 2) return null;
  return h("div", { class: "row no-print" },
    h("button", { type: "button", onclick: () => chooseValue(desk, row) }, icon("scales"),
      "Choose the value to go by …"));
}
