/** An officer says whether a match of the screening is about whoever was screened. Only a person can. */

import { h, said } from "../../../foundation/dom.js";
import { VERDICTS } from "../../words/screening.js";
import { judge } from "../facts/judging.js";
import { screened } from "./known.js";
import { comparison, topicsOf } from "./comparison.js";

const TITLES = {
  false_positive: "Not the same one?",
  true_match: "The same one?",
  undecided: "Take back what was judged?",
};

const HOLDS = {
  false_positive: "It holds as long as the service says this of the two: if that changes, the hit is open again.",
  true_match: "It holds until it is taken back, whatever the service says of the two later.",
};

/** Asks for the reason, with both sides before the officer's eyes. */
export function judgeMatch(desk, match, decision) {
  const { word, does } = VERDICTS[decision];
  let now = match; // as it is shown, and is sent
  return judge(desk, {
    title: TITLES[decision],
    yes: decision === "undecided" ? "Take it back" : word,
    wide: true,
    fields: () => {
      const { fact, subjects } = screened(desk, now);
      return [
        comparison(now, fact, subjects),
        h("p", { key: "lists" }, h("span", { class: "quiet" }, "On the list as: "), said(topicsOf(now))),
        h("p", { key: "does" }, h("strong", null, `${word}. `), does),
        decision === "true_match" && !now.is_match && h("p", { key: "near" },
          "Software found it only near; once you confirm it, it weighs as a hit."),
        HOLDS[decision] && h("p", { class: "hint", key: "holds" }, HOLDS[decision]),
      ];
    },
    again: () => {
      now = desk.detail.screening_matches.find(({ match_id: id }) => id === match.match_id) ?? now;
    },
    send: ({ reason }, options) => desk.command(`/screening/${encodeURIComponent(match.match_id)}/decision`,
      { decision, reason, fingerprint: now.fingerprint },
      { ...options, done: `${word}: on record, and the risk is reckoned again.` }),
  });
}
