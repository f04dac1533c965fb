/** The line above the table: how many cases there are, what has changed, and what can be done with the chosen. */

import { h } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { ORDERS } from "../words/queue.js";
import { moves } from "./arrivals.js";
import { extent } from "./paging.js";

/** `list` is the listing; `view` has `context`, `wanted`, `chosen`, `onSort`, `onShow`, `onAssign`, `onUnchoose`. */
export function line(list, view) {
  return h(
    "div",
    { class: "queue-line" },
    h(
      "p",
      { class: "queue-extent", id: "queue-extent", tabindex: -1 },
      list.page ? extent(list.page, view.context.format) : "Loading …",
    ),
    list.waiting && offer(list, view.onShow),
    list.page?.status_source === "database" && fromDatabase(),
    h("div", { class: "grow" }),
    view.chosen.size > 0 && withChosen(view),
    order(view),
  );
}

function offer(list, onShow) {
  const number = moves(list.page.cases, list.waiting.cases);
  return h(
    "button",
    { type: "button", class: "queue-offer", onclick: onShow },
    icon("history"),
    number === 1 ? "1 new change – show" : `${number} new changes – show`,
  );
}

const fromDatabase = () =>
  h(
    "span",
    {
      class: "badge warn",
      title: "Temporal cannot be reached. Statuses are as they were last written down; they may be behind.",
    },
    icon("warn", { size: 12 }),
    "Statuses from the database",
  );

const withChosen = ({ chosen, onAssign, onUnchoose }) =>
  h(
    "div",
    { class: "row", role: "group", "aria-label": "With the chosen cases" },
    h("span", { class: "strong" }, `${chosen.size} chosen`),
    h("button", { type: "button", onclick: () => onAssign([...chosen]) }, icon("person"), "Assign …"),
    h("button", { type: "button", class: "plain", onclick: onUnchoose }, "Choose none"),
  );

/** On a phone the table has no heads to click. */
const order = ({ wanted, onSort }) =>
  h(
    "div",
    { class: "queue-order" },
    h("label", { class: "unseen", for: "queue-order" }, "Sorted by"),
    h(
      "select",
      { id: "queue-order", value: wanted.sort, onchange: (event) => onSort(event.target.value) },
      Object.entries(ORDERS).map(([sort, word]) => h("option", { key: sort, value: sort }, word)),
    ),
  );
