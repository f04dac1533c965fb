/** How an officer settles a discrepancy. */

import { h, said } from "../../../foundation/dom.js";
import { factWord, valueText } from "../../words/facts.js";
import { sourceWord } from "../../words/sources.js";
import { choices, judge } from "./judging.js";

const NO_WEIGHT = "It no longer weighs in the risk score.";

/** Every `ResolutionKind`: what it is called, and what it does. */
export const RESOLUTIONS = {
  accepted_variance: {
    word: "Accepted: both mean the same", tone: "good", shape: "level",
    does: `The sources write it differently. ${NO_WEIGHT}`,
  },
  verified_no_issue: {
    word: "Looked into: no issue", tone: "good", shape: "search",
    does: `You have found out why they differ. ${NO_WEIGHT}`,
  },
  customer_corrected: {
    word: "Corrected by the customer", tone: "good", shape: "edit", does: `The customer has put it right. ${NO_WEIGHT}`,
  },
  escalated: {
    word: "Escalated", tone: "warn", shape: "up",
    does: "It stays open for somebody senior and keeps its full weight in the risk score.",
  },
};

/** Asks how a discrepancy is to be settled. It holds for its sides as they are: if one changes, it is open again. */
export function resolveDialog(desk, discrepancy, title) {
  const { discrepancy_id: id, field } = discrepancy;
  let now = discrepancy; // as it is shown, and is sent
  return judge(desk, {
    title: `Settle: ${title ?? factWord(field)}`,
    yes: "Put on record",
    given: { resolution: null },
    lacks: ({ resolution }) => (resolution ? null : "Choose how it is settled."),
    fields: (state, update) => [
      h("ul", { class: "sides-short" }, now.sides.map((side, at) => h("li", { key: at },
        said(valueText(field, side.value, desk.context.format), { class: "strong" }), " · ",
        said(sourceWord(side.source))))),
      choices("How is it settled?", "resolution", Object.entries(RESOLUTIONS).map(([value, { word, does }]) =>
        ({ value, word, hint: does })), state.resolution, (resolution) => { state.resolution = resolution; update(); }),
      h("p", { class: "hint" }, "It holds as long as the sources say this: if one of them changes, it is open again."),
    ],
    again: () => {
      now = desk.profile?.discrepancies.find((one) => one.discrepancy_id === id) ?? now;
    },
    send: ({ resolution, reason }, options) => desk.command(`/discrepancies/${encodeURIComponent(id)}/resolve`,
      { resolution, reason, fingerprint: now.fingerprint },
      { ...options, done: "The discrepancy is settled, and the risk is reckoned again." }),
  });
}
