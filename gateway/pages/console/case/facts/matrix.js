/** All facts against all sources: who states what, where they differ, and who could not be asked. */

import { h, said } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { valueText } from "../../words/facts.js";
import { SOURCES, sourceWord } from "../../words/sources.js";
import { stateBadge } from "./states.js";

const LONG = 90; // characters of a value in a cell

const MARKS = {
  goneBy: { shape: "good", word: "gone by", tone: "good" },
  differs: { shape: "bad", word: "differs", tone: "bad" },
  mayDiffer: { shape: "unknown", word: "may differ", tone: "warn" },
  partly: { shape: "unknown", word: "not by all", tone: "warn" },
};

/** The table, in a box of its own that scrolls. `rows` are those of `factRows` that are shown. */
export function sourceMatrix(desk, rows) {
  const stated = rows.filter(({ alone }) => !alone);
  const columns = columnsOf(stated);
  return h("div", { key: "matrix", class: "matrix scrolls", tabindex: 0, role: "region",
    "aria-label": "Facts by source" },
    h("table", null,
      h("caption", { class: "unseen" }, "Each fact, and what each source states of it"),
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Fact"), h("th", { scope: "col" }, "Sources"),
        columns.map(({ column, heading }) => h("th", { key: column, scope: "col" }, said(heading))))),
      h("tbody", null, stated.map((row) => h("tr", { key: row.name },
        h("th", { scope: "row" }, row.word),
        h("td", null, stateBadge(row.state)),
        columns.map(({ column }) => h("td", { key: column }, cell(desk, row, column))))))));
}

/** The sources that state something, and those that could not be asked; documents last. */
function columnsOf(rows) {
  const columns = new Map();
  for (const { statements, silent } of rows) {
    for (const { column, heading, documentId } of statements) {
      columns.set(column, { column, heading, isDocument: Boolean(documentId) });
    }
    for (const { source } of silent) {
      const heading = SOURCES[source] ?? sourceWord(source);
      if (!columns.has(heading)) columns.set(heading, { column: heading, heading, isDocument: false });
    }
  }
  return [...columns.values()].sort((one, other) => one.isDocument - other.isDocument);
}

function cell(desk, row, column) {
  const stated = row.statements.filter((statement) => statement.column === column);
  if (stated.length === 1) return value(desk, row.name, stated[0]);
  if (stated.length) return h("ul", null,
    stated.map((statement, at) => h("li", { key: at }, value(desk, row.name, statement))));
  if (row.silent.some(({ source }) => SOURCES[source] === column)) {
    return h("span", { class: "quiet small" }, icon("waiting", { size: 12 }), " not checked");
  }
  return null;
}

function value(desk, name, statement) {
  const text = valueText(name, statement.value, desk.context.format);
  const shown = text.length > LONG ? `${text.slice(0, LONG)} …` : text;
  const mark = MARKS[Object.keys(MARKS).find((name) => statement[name])];
  return [
    mark && h("span", { class: `mark-of ${mark.tone}` }, icon(mark.shape, { size: 12, title: mark.word })),
    statement.place
      ? h("button", { type: "button", class: "link", onclick: () => desk.look(statement.place),
        title: "Show it in the document" }, said(shown))
      : said(shown),
  ];
}
