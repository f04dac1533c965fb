/** Policies: by which bands, weights and rules risk is scored, and on what legal ground each rule stands. */

import { h, said } from "../../foundation/dom.js";
import { badge } from "../../foundation/icons.js";
import { DIMENSIONS, DUE_DILIGENCE, severityBadge } from "../words/risk.js";
import { RISK_BANDS } from "../words/statuses.js";
import { part, sheetTable } from "./part.js";

export function show(place, { api, format }) {
  const shown = part(place, {
    format,
    load: () => api.get("/api/policies"),
    draw: ({ policies }) =>
      policies.length
        ? h(
            "div",
            { class: "stack admin-wide" },
            [...policies].reverse().map((one) => card(one, format)),
          )
        : h("p", { class: "quiet" }, "This installation was started with no policy."),
  });
  return { leave: shown.stop };
}

function card({ name, version, rule_set: ruleSet, valid_from: from, in_use: inUse, policy }, format) {
  return h(
    "details",
    { key: ruleSet, class: "sheet admin-policy", open: inUse },
    h(
      "summary",
      null,
      h("h2", null, said(name), " ", said(version)),
      inUse ? badge("good", "In use") : badge("plain", "Not in use"),
      h("span", { class: "quiet" }, `Valid from ${format.day(from)}`),
    ),
    h(
      "div",
      { class: "body stack admin-wide" },
      h("p", { class: "quiet small" }, "Results that it gave carry ", h("code", null, ruleSet), "."),
      h(
        "div",
        { class: "admin-columns" },
        h("div", null, h("h3", null, "Bands"), bands(policy, format)),
        h("div", null, h("h3", null, "Dimensions"), dimensions(policy, format)),
      ),
      policy.rule_sets.map((set) => rules(set, format)),
    ),
  );
}

const bands = ({ bands: given }, format) =>
  sheetTable(
    "Bands",
    ["Band", "From"],
    RISK_BANDS.map(({ name, word, tone, shape }) => ({
      key: name,
      cells: [badge(tone, word, { shape }), format.score(given[name.toLowerCase()] ?? 0)],
    })),
  );

const dimensions = ({ dimensions: given, floor_factor: floor }, format) => [
  sheetTable(
    "Dimensions",
    ["Dimension", "Weight", "Alone"],
    Object.entries(given).map(([name, { weight, in_floor: alone }]) => ({
      key: name,
      cells: [
        DIMENSIONS[name] ?? name,
        format.share(weight),
        alone ? `can lift the whole to ${format.share(floor)} of it` : "lifts nothing",
      ],
    })),
  ),
];

const rules = (set, format) => [
  h(
    "h3",
    { key: `${set.id}-head` },
    said(set.title),
    h("span", { class: "quiet" }, ` ${set.rules.length} rules${scope(set.applies_to)}`),
  ),
  h(
    "div",
    { key: set.id, class: "admin-rules" },
    sheetTable(
      `Rules: ${set.title}`,
      ["Rule", "Severity", "Adds", "Legal basis"],
      set.rules.map((rule) => ({
        key: rule.id,
        cells: [
          [
            h("div", { class: "strong" }, said(rule.title)),
            h("div", { class: "quiet" }, said(rule.explanation)),
            h("code", { class: "quiet" }, rule.id),
          ],
          severityBadge(rule.severity),
          adds(rule, format),
          said(rule.legal_basis),
        ],
      })),
    ),
  ),
];

const scope = ({ countries }) => (countries?.length ? `, for ${countries.join(", ")}` : "");

function adds({ dimension, points, effect }, format) {
  const lines = [
    points === null ? "as its findings weigh" : `+${format.score(points)}`,
    DIMENSIONS[dimension] ?? dimension,
    effect.minimum_score !== null && `whole at least ${format.score(effect.minimum_score)}`,
    effect.minimum_dimension_score !== null && `dimension at least ${format.score(effect.minimum_dimension_score)}`,
    effect.recommend && `recommends: ${effect.recommend.replace("_", " ")}`,
    effect.due_diligence !== "standard" && DUE_DILIGENCE[effect.due_diligence]?.sentence,
  ].filter(Boolean);
  return lines.map((line) => h("div", { key: line, class: "small" }, line));
}
