/** A part of a page that has to be loaded: a word while it is, the problem if it could not be, else what it shows. */

import { h, render, visible } from "../../foundation/dom.js";
import { problemWords } from "../words/problems.js";

/**
 * Fills `place`: `load()` gives the data, `draw(data, stale)` describes it. `every` milliseconds it is loaded again,
 * while somebody looks. Gives `{reload, redraw, stop, data()}`; what is shown stays until the new answer is there. If
 * that is a problem, it stands above what was known before, with the time of that, and `stale` is true.
 */
export function part(place, { load, draw, format, every = 0 }) {
  const state = { data: null, seen: null, problem: null };
  let asked = 0;
  const redraw = () => render(content(state, draw, format, reload), place);
  async function reload() {
    const mine = (asked += 1);
    const found = await load().then(
      (data) => ({ data, seen: new Date().toISOString(), problem: null }),
      (problem) => ({ problem }),
    );
    if (mine !== asked) return;
    Object.assign(state, found);
    redraw();
  }
  const timer = every ? setInterval(() => !document.hidden && reload(), every) : null;
  redraw();
  reload();
  return {
    reload,
    redraw,
    data: () => state.data,
    stop() {
      asked += 1;
      clearInterval(timer);
    },
  };
}

function content({ data, seen, problem }, draw, format, reload) {
  return [
    problem &&
      h(
        "div",
        { key: "problem", class: "notice bad", role: "alert" },
        h(
          "div",
          null,
          h("p", null, visible(problemWords(problem))),
          data && h("p", null, "What stands below is as of ", moment(seen, format), "."),
          h("button", { type: "button", onclick: reload }, "Try again"),
        ),
      ),
    data && h("div", { key: "data" }, draw(data, problem !== null)),
    !data && !problem && h("p", { key: "waits", class: "waits" }, "Loading …"),
  ];
}

/** A table on a sheet: `columns` are words, `rows` have a `key` and `cells`. It scrolls sideways where it must. */
export function sheetTable(caption, columns, rows) {
  return h(
    "div",
    { class: "sheet scrolls", tabindex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      { class: "admin-table" },
      h("caption", { class: "unseen" }, caption),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          columns.map((word) =>
            h("th", { key: word, scope: "col" }, word || h("span", { class: "unseen" }, "Actions")),
          ),
        ),
      ),
      h(
        "tbody",
        null,
        rows.map(({ key, cells }) =>
          h(
            "tr",
            { key },
            cells.map((cell, at) => h("td", { key: at }, cell)),
          ),
        ),
      ),
    ),
  );
}

/** A moment as a table shows it, or what stands for none. */
export const moment = (iso, format, none = "–") =>
  iso
    ? h("time", { datetime: iso, title: format.exact(iso) }, format.moment(iso))
    : h("span", { class: "quiet" }, none);
