/** What stands where the cases would be: that none fit, that none have come yet, or that they could not be had. */

import { h } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { problemWords } from "../words/problems.js";
import { TABS } from "../words/queue.js";
import { addressOf, cleared, isFiltered } from "./address.js";
import { tabOf } from "./tabs.js";

/** `view` has `wanted`, `page`, `onNew` (null where this officer may open none). */
export function nothing(view) {
  if (view.page.total > 0) return beyond(view);
  return isFiltered(view.wanted) ? noneFit(view) : noneYet(view);
}

const empty = (...content) => h("div", { class: "empty" }, content);

const beyond = ({ wanted }) =>
  empty(
    h("h2", null, "This page is beyond the last"),
    h("p", null, "There are fewer cases than when the address was made."),
    h("a", { class: "button", href: addressOf({ ...wanted, page: 1 }) }, "To the first page"),
  );

function noneFit({ wanted, page }) {
  const elsewhere = Object.values(page.counts).reduce((sum, cases) => sum + cases, 0);
  const all = { ...wanted, status: [], page: 1 };
  return empty(
    h("h2", null, "No case fits"),
    h(
      "p",
      null,
      elsewhere
        ? `Under these filters there are ${elsewhere} cases in other tabs.`
        : "No case in any tab fits these filters.",
    ),
    h(
      "div",
      { class: "row queue-centred" },
      elsewhere > 0 && h("a", { class: "button", href: addressOf(all) }, "Show them"),
      h("a", { class: "button", href: addressOf(cleared(wanted)) }, icon("close"), "Clear the filters"),
    ),
  );
}

function noneYet({ wanted, page, onNew }) {
  const tab = tabOf(wanted);
  const first = Object.values(page.counts).every((cases) => cases === 0);
  return empty(
    h("h2", null, first ? "There are no cases yet" : `Nothing in “${tab?.word ?? "this choice"}”`),
    h("p", null, first ? TABS.at(-1).none : (tab?.none ?? "No case has one of these statuses now.")),
    onNew && h("button", { type: "button", class: first ? "primary" : null, onclick: onNew }, icon("add"), "New case"),
  );
}

/** The cases could not be had. `again()` asks once more. */
export const unavailable = (problem, again) =>
  h(
    "div",
    { class: "empty", role: "alert" },
    h("h2", null, "The cases could not be loaded"),
    h("p", null, problemWords(problem), problem.requestId ? ` (request ${problem.requestId})` : ""),
    h("button", { type: "button", onclick: again }, "Try again"),
  );
