/** What an event changed, as names and values: everything that is on record, in the order it has there. */

import { h, said } from "../../../foundation/dom.js";
import { inWords } from "../../words/risk.js";

const DEEPEST = 3; // levels that are laid out; what lies deeper is shown as it is stored

export function eventData({ sequence, event, command_id: command, data, timestamp }, format) {
  const facts = [
    ["Event", `${sequence} (${event})`],
    ["Time", format.exact(timestamp)],
    ...(command ? [["Command", command]] : []),
  ];
  return h(
    "div",
    { class: "case-event-data" },
    h(
      "dl",
      { class: "case-pairs" },
      facts.map(([word, told]) => h("div", { key: word }, h("dt", null, word), h("dd", null, said(told)))),
      pairs(data, 1),
    ),
  );
}

const pairs = (data, depth) =>
  Object.entries(data).map(([name, told]) =>
    h("div", { key: `of ${name}` }, h("dt", null, said(inWords(name))), h("dd", null, value(told, depth))),
  );

function value(told, depth) {
  if (told === null || told === "") return h("span", { class: "quiet" }, "–");
  if (typeof told !== "object") return said(String(told));
  const empty = Array.isArray(told) ? !told.length : !Object.keys(told).length;
  if (empty) return h("span", { class: "quiet" }, "none");
  if (depth >= DEEPEST) return h("code", { class: "pre" }, said(JSON.stringify(told, null, 1)));
  if (Array.isArray(told))
    return h(
      "ol",
      { class: "case-listed" },
      told.map((one, at) => h("li", { key: at }, value(one, depth + 1))),
    );
  return h("dl", { class: "case-pairs" }, pairs(told, depth + 1));
}
