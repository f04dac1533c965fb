/** How the installation does: its stores, task queues, sources, agents and webhooks. It looks again by itself. */

import { h, visible } from "../../foundation/dom.js";
import { badge, icon } from "../../foundation/icons.js";
import { listed } from "../words/actions.js";
import { STORES } from "../words/admin.js";
import { SOURCES } from "../words/sources.js";
import { moment, part, sheetTable } from "./part.js";

const EVERY = 10_000; // milliseconds

export function show(place, { api, format }) {
  const shown = part(place, {
    format,
    every: EVERY,
    load: () => api.get("/api/admin/health"),
    draw: (health, stale) =>
      h(
        "div",
        { class: "stack admin-wide" },
        summary(health, format, stale),
        untold(health),
        stores(health),
        h(
          "div",
          { class: "admin-columns" },
          h("div", null, queues(health, format)),
          h("div", null, sources(health, format)),
        ),
      ),
  });
  return { leave: shown.stop };
}

/** What cannot be known now. It is neither good nor bad. */
const unknown = () => badge("plain", "Not known", { shape: "unknown" });

/** `stale`: this is what was known before; whether it is still ready, nobody could say. */
function summary({ status, version, environment, agents, webhooks }, format, stale) {
  const ready = status === "ready" ? badge("good", "Ready") : badge("bad", "Not ready");
  const told = [
    ["State", stale ? unknown() : ready],
    ["Version", visible(version)],
    [
      "Sources",
      environment === "test" ? badge("warn", "Simulated (test mode)", { shape: "info" }) : badge("good", "Real (live)"),
    ],
    ...AGENT_FACTS.map(([word, tell]) => [word, agents ? tell(agents, format) : unknown()]),
    ...WEBHOOK_FACTS.map(([word, tell]) => [word, webhooks ? tell(webhooks, format) : unknown()]),
  ];
  return h(
    "dl",
    { class: "admin-facts sheet" },
    told.map(([word, value]) => h("div", { key: word }, h("dt", null, word), h("dd", null, value))),
  );
}

const AGENT_FACTS = [
  ["Agents", ({ mode }) => visible(mode)],
  [
    "Tokens today",
    ({ tokens_today: used, tokens_limit: most }, format) => `${format.number(used)} of ${format.number(most)}`,
  ],
  ["Cost today", ({ cost_today_usd: used, cost_limit_usd: most }) => `$${used.toFixed(2)} of $${most.toFixed(2)}`],
];
const WEBHOOK_FACTS = [
  [
    "Webhook endpoints",
    ({ endpoints, paused }, format) =>
      paused ? badge("warn", `${endpoints}, ${paused} paused`) : format.number(endpoints),
  ],
  ["Overdue deliveries", ({ overdue }, format) => (overdue ? badge("warn", format.number(overdue)) : "None")],
];

/** Why some of it is not known: what PostgreSQL keeps cannot be told without it. */
function untold({ agents, webhooks, sources: all, checks }) {
  const missing = [!agents && "agents", !webhooks && "webhooks", !all && "sources"].filter(Boolean);
  if (!missing.length) return null;
  const why = checks.postgres === "ok" ? "it did not answer in time" : checks.postgres;
  return h(
    "p",
    { key: "untold", class: "notice warn" },
    icon("warn"),
    h("span", null, `How ${listed(missing)} do is not known, because PostgreSQL cannot tell: ${visible(why)}.`),
  );
}

const stores = ({ checks }) => [
  h("h2", { key: "stores-head" }, "Stores"),
  sheetTable(
    "Stores",
    ["Store", "State"],
    Object.entries(checks).map(([name, said]) => ({
      key: name,
      cells: [
        STORES[name] ?? name,
        said === "ok" ? badge("good", "Works") : [badge("bad", "Does not work"), " ", visible(said)],
      ],
    })),
  ),
];

const queues = ({ task_queues: all }, format) => [
  h("h2", { key: "queues-head" }, "Task queues"),
  sheetTable(
    "Task queues",
    ["Queue", "Workers", "Waiting tasks", "State"],
    all.map((queue) => ({
      key: queue.name,
      cells: [
        h("code", null, queue.name),
        count(queue.pollers, format),
        count(queue.backlog, format),
        queueState(queue),
      ],
    })),
  ),
];

const count = (value, format) => (value === null ? h("span", { class: "quiet" }, "not known") : format.number(value));

function queueState({ pollers, backlog, reason }) {
  if (pollers === null) return [unknown(), " ", visible(reason ?? "Temporal did not say why")];
  if (pollers > 0) return badge("good", "Served");
  return backlog > 0 ? badge("bad", "Nobody works on it") : badge("warn", "No worker");
}

const sources = ({ sources: all }, format) => [
  h("h2", { key: "sources-head" }, "Sources"),
  all === null && h("p", { key: "unknown" }, unknown()),
  all?.length
    ? sheetTable(
        "Sources",
        ["Source", "State", "Until", "Why"],
        all.map(({ source, state, until, reason }) => ({
          key: source,
          cells: [
            SOURCES[source] ?? source,
            state === "working" ? badge("good", "Asked as usual") : badge("warn", "Resting", { shape: "waiting" }),
            moment(until, format),
            reason ?? h("span", { class: "quiet" }, "–"),
          ],
        })),
      )
    : all && h("p", { key: "none", class: "quiet" }, "No source has been asked yet."),
];
