/** The table of the queue: its heads that sort, its rows, and what stands there while it loads or has none. */

import { h } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { COLUMNS } from "../words/queue.js";
import { row } from "./row.js";

const PLACES = 12; // rows that are drawn empty until the first answer

/**
 * The table. `view` has what `row` needs, and `wanted`, `cases` (null until they are known), `caption`,
 * `onSort(sort)`, `onChooseAll(yes)`, `onEnter()`, `onLeave()` (the pointer is over it, or is not).
 */
export function table(view) {
  return h(
    "div",
    { class: "queue-table", onpointerenter: view.onEnter, onpointerleave: view.onLeave },
    h(
      "table",
      { role: "table", "aria-busy": view.cases ? null : "true" },
      h("caption", { class: "unseen" }, view.caption),
      h(
        "thead",
        { role: "rowgroup" },
        h(
          "tr",
          { role: "row" },
          view.may && chooseAll(view),
          COLUMNS.map((column) => head(column, view)),
        ),
      ),
      h("tbody", { role: "rowgroup" }, view.cases ? view.cases.map((item) => row(item, view)) : places(view)),
    ),
  );
}

function chooseAll({ cases, chosen, onChooseAll }) {
  const all = Boolean(cases?.length) && cases.every(({ case_id: id }) => chosen.has(id));
  return h(
    "th",
    { key: "choice", role: "columnheader", scope: "col", class: "of-choice" },
    h(
      "label",
      { class: "queue-tick" },
      h("input", {
        type: "checkbox",
        checked: all,
        indeterminate: !all && chosen.size > 0,
        disabled: !cases?.length,
        onchange: (event) => onChooseAll(event.target.checked),
      }),
      h("span", { class: "unseen" }, "Choose all on this page"),
    ),
  );
}

function head(column, { wanted, onSort }) {
  const { id, word, sort, first } = column;
  const sorted = sort && wanted.sort.replace("-", "") === sort;
  const down = wanted.sort.startsWith("-");
  const state = sorted ? (down ? "descending" : "ascending") : null;
  const next = sorted ? (down ? sort : `-${sort}`) : first;
  return h(
    "th",
    { key: id, role: "columnheader", scope: "col", class: `of-${id}`, "aria-sort": state },
    sort
      ? h(
          "button",
          { type: "button", class: "queue-sorts", onclick: () => onSort(next) },
          word,
          h("span", { class: "queue-arrow" }, sorted && icon(down ? "down" : "up", { size: 12 })),
        )
      : word,
  );
}

const places = ({ may }) =>
  Array.from({ length: PLACES }, (_, at) =>
    h(
      "tr",
      { key: `place-${at}`, role: "row", class: "queue-place", "aria-hidden": "true" },
      h("td", { role: "cell", colspan: COLUMNS.length + (may ? 1 : 0) }, h("span", { class: "queue-bar" })),
    ),
  );
