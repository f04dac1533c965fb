/** The tabs of the queue: links, each with how many cases it holds under the filters that are set. */

import { h } from "../../foundation/dom.js";
import { TABS } from "../words/queue.js";
import { addressOf, changed } from "./address.js";

const sameSet = (some, others) => some.length === others.length && some.every((one) => others.includes(one));

/** The tab that what is asked for belongs to; undefined where somebody chose statuses of their own. */
export const tabOf = (wanted) => TABS.find(({ statuses }) => sameSet(statuses, wanted.status));

/** What the first tab asks for: a bare address means it. */
export const firstTab = () => ({ status: TABS[0].statuses, sort: TABS[0].sort });

/** The same filters in another tab; its own sort, unless one was chosen that no tab begins with. */
export function inTab(wanted, tab) {
  const usual = (tabOf(wanted) ?? {}).sort === wanted.sort;
  return changed(wanted, { status: tab.statuses, sort: usual ? tab.sort : wanted.sort });
}

/** The row of tabs. `counts` maps a status to its number; null while it is not known. */
export function tabs(wanted, counts, format) {
  const here = tabOf(wanted);
  return h(
    "nav",
    { class: "tabs", "aria-label": "Cases by status" },
    TABS.map((tab) =>
      h(
        "a",
        { key: tab.word, href: addressOf(inTab(wanted, tab)), "aria-current": tab === here ? "page" : null },
        tab.word,
        h("span", { class: "count" }, counts ? format.number(sum(tab, counts)) : "…"),
      ),
    ),
  );
}

const sum = ({ statuses }, counts) =>
  Object.entries(counts).reduce(
    (all, [status, cases]) => all + (!statuses.length || statuses.includes(status) ? cases : 0),
    0,
  );
