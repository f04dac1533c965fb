/** One case of the queue, as a row of the table; on a phone the same cells stand as a card. */

import { h, said, visible } from "../../foundation/dom.js";
import { badge, icon } from "../../foundation/icons.js";
import { countryName, DEADLINES } from "../words/cases.js";
import { COLUMNS } from "../words/queue.js";
import { riskBadge, riskChange, statusBadge, waitingMark, waitsFor } from "../words/statuses.js";
import { holderName } from "./holder.js";
import { age, since, urgency } from "./moments.js";
import { sparkline } from "./sparkline.js";

/**
 * A row. `view` has what rows need: `context`, `now`, `chosen` (a Set of ids), `fresh` (a Set of ids that changed just
 * now), `may` (whether this officer may change anything), `onChoose(id, yes)`, `onAssign(ids)`.
 */
export function row(item, view) {
  const isFresh = view.fresh.has(item.case_id);
  return h(
    "tr",
    { key: item.case_id, role: "row", class: isFresh ? "queue-fresh" : null, "data-case": item.case_id },
    view.may && choice(item, view),
    COLUMNS.map(({ id, word }) =>
      h("td", { key: id, role: "cell", class: `of-${id}`, "data-word": word }, CELLS[id](item, view, isFresh)),
    ),
  );
}

function choice(item, { chosen, onChoose }) {
  const id = item.case_id;
  return h(
    "td",
    { key: "choice", role: "cell", class: "of-choice" },
    h(
      "label",
      { class: "queue-tick" },
      h("input", {
        type: "checkbox",
        checked: chosen.has(id),
        onchange: (event) => onChoose(id, event.target.checked),
      }),
      h("span", { class: "unseen" }, "Choose ", visible(item.company_name)),
    ),
  );
}

function company(item) {
  const name = visible(item.company_name);
  return h(
    "a",
    { class: "case-link", href: `/console/cases/${item.case_id}`, title: name.slice(0, 300) },
    said(name.length > 200 ? `${name.slice(0, 200)}…` : name),
  );
}

const country = (item) =>
  h(
    "abbr",
    { title: countryName(item.country) },
    visible(item.country),
    h("span", { class: "unseen" }, ` ${countryName(item.country)}`),
  );

const status = (item) => statusBadge(item.status);

const waits = (item) => waitingMark(waitsFor(item));

function risk(item, { context: { format } }) {
  const moved = riskChange(item.risk_scores, format);
  return h(
    "span",
    { class: "queue-risk" },
    riskBadge(item.latest_risk_score, format, item.risk_band),
    sparkline(item.risk_scores, format),
    moved && icon(moved.shape, { size: 12, class: "queue-trend" }),
  );
}

function assignee(item, { context, may, now, onAssign }) {
  const name = holderName(item, context, now);
  const shown = name
    ? [icon("person", { size: 14 }), said(name)]
    : h("span", { class: "quiet" }, may ? "Assign" : "Nobody");
  if (!may) return h("span", { class: "queue-mark" }, shown);
  const until = name && item.assignment_expires_at ? ` until ${context.format.moment(item.assignment_expires_at)}` : "";
  const whose = name ? `${visible(name)} ${name === "You" ? "have" : "has"}` : "Nobody has";
  const told = `${whose} ${visible(item.company_name).slice(0, 100)}${until}: change`;
  return h(
    "button",
    {
      type: "button",
      class: "plain who-has",
      "aria-label": told,
      title: told,
      onclick: () => onAssign([item.case_id]),
    },
    shown,
  );
}

const opened = (item, { context, now }) =>
  h(
    "time",
    { datetime: item.created_at, title: `Opened ${context.format.exact(item.created_at)}` },
    age(item.created_at, now),
  );

function due(item, { context, now }) {
  if (!item.due_at) return h("span", { class: "quiet" }, "–", h("span", { class: "unseen" }, " no deadline ahead"));
  const { word, tone, shape } = urgency(item.due_at, now);
  const kind = DEADLINES[item.due_kind];
  const title = `${kind?.sentence ?? "Ends"} ${context.format.exact(item.due_at)}`;
  return h(
    "time",
    { datetime: item.due_at, title, class: "queue-due" },
    tone ? badge(tone, word, { shape }) : h("span", null, word),
    kind && h("span", { class: "quiet small" }, kind.word),
  );
}

function updated(item, { context, now }, isFresh) {
  return h(
    "time",
    { datetime: item.updated_at, title: context.format.exact(item.updated_at), class: "queue-updated" },
    since(item.updated_at, now),
    h("span", { class: "queue-fresh-mark" }, isFresh && icon("history", { size: 14, title: "changed just now" })),
  );
}

// By the ids of the columns.
const CELLS = { company, country, status, waits, risk, assignee, age: opened, due, updated };
