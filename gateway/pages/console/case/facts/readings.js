/** What documents say of a fact, value by value with the words they stand in, and what is kept of it. */

import { h, said } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { detailsText } from "../../words/facts.js";
import { candidateProblem, METHODS } from "../../words/sources.js";
import { chooseCandidate, keepOrLeave } from "../dialogs.js";
import { officerName } from "./officer.js";
import { filename, placeOfEvidence } from "./rows.js";

/** The candidates of one feature; `reading` is one of a row's `readings`. */
export function readingList(desk, row, reading) {
  return h("section", { key: reading.name, class: "facts-reading", "aria-label": `Read in documents: ${row.word}` },
    h("h4", null, "Read in documents", h("span", { class: "quiet" },
      reading.decision.decision === "keep" ? "" : " · no value kept yet")),
    h("p", { class: "small quiet" }, decidedBy(desk, reading.decision)),
    h("ul", { class: "statements" }, reading.candidates.map((candidate) => candidateItem(desk, reading, candidate))),
    desk.can.write && h("div", { class: "row no-print" },
      h("button", { type: "button", onclick: () => chooseCandidate(desk, row, reading) }, icon("scales"),
        reading.isSet ? "Keep none of them …" : "Decide what the documents say …"),
      h("span", { class: "hint" }, "To cite other words, mark them in the document.")));
}

function decidedBy(desk, { decided_by: by, reason, actor, decided_at: when }) {
  if (by !== "officer") return said(reason);
  return [`Decided by ${officerName(desk, actor)} on ${desk.context.format.moment(when)}: `, said(reason)];
}

function candidateItem(desk, reading, candidate) {
  const { candidate_id: id, value_normalized: value, details, evidence } = candidate;
  const isKept = reading.decision.selected_candidate_ids.includes(id);
  const told = detailsText(details);
  return h("li", { key: id, class: "statement" },
    h("div", { class: "statement-value" }, said(value, { class: "strong" }), standing(candidate, isKept),
      told && said(told, { class: "quiet small" })),
    h("ul", { class: "quotes" }, evidence.map((place) => quoteItem(desk, place, value))),
    reading.isSet && desk.can.write && h("button", {
      type: "button", class: "link small no-print", onclick: () => keepOrLeave(desk, reading, candidate, !isKept),
    }, isKept ? "Leave it out …" : "Keep it …"));
}

/** How a candidate stands: kept or not, and why it could not be kept by itself. */
export function standing({ valid, problem, proposed_by: by, evidence }, isKept) {
  const confidence = evidence[0].confidence;
  return [
    isKept && badge("good", "Kept"),
    !valid && badge("bad", `Not valid: ${candidateProblem(problem)}`),
    by === "model" && badge("info", "Read by a language model"),
    by === "officer" && badge("info", "Cited by an officer", { shape: "person" }),
    confidence !== null && confidence < 0.5 && badge("warn", "Hard to read"),
  ];
}

/** The words are told where they are not the value itself. */
function quoteItem(desk, place, value) {
  const name = filename(place.doc_id, desk.detail);
  const sure = place.confidence === null ? "" : `, ${desk.context.format.share(place.confidence)} sure`;
  return h("li", { key: place.evidence_id },
    h("button", { type: "button", class: "link", onclick: () => desk.look(placeOfEvidence(place)),
      title: "Show it in the document" },
      icon("document", { size: 14 }), said(`${name}, page ${place.page_index + 1}`)),
    h("span", { class: "quiet small" }, `${METHODS[place.method] ?? place.method}${sure}`),
    place.quote !== value && h("q", { class: "quote" }, said(place.quote)));
}
