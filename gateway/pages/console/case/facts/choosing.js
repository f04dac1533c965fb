/** What an officer chooses of a fact: whose value to go by, and which of the values in documents to keep. */

import { h, said } from "../../../foundation/dom.js";
import { detailsText, featureWord, valueText } from "../../words/facts.js";
import { candidateProblem } from "../../words/sources.js";
import { choices, judge } from "./judging.js";
import { factRows, filename } from "./rows.js";

/** Whose value to go by, of those that are stated now. */
export function chooseValue(desk, row) {
  let { statements } = row; // as they are shown
  const goneBy = () => statements.findIndex((statement) => statement.goneBy);
  return judge(desk, {
    title: `${row.word}: the value to go by`,
    yes: "Go by this value",
    given: { at: goneBy() },
    lacks: ({ at }) => (statements[at] ? null : "Choose one of the values."),
    fields: (state, update) => choices("Go by what is stated by", "statement", statements.map((statement, at) => ({
      value: at,
      word: [said(valueText(row.name, statement.value, desk.context.format), { class: "strong" }), " · ",
        said(sourceOf(statement))],
      hint: statement.goneBy ? "Gone by now." : detailsText(statement.details) || null,
    })), state.at, (at) => { state.at = at; update(); }),
    again(state) {
      const chosen = statements[state.at];
      statements = rowNow(desk, row)?.statements ?? statements;
      state.at = statements.findIndex((one) => one.source === chosen?.source && one.value === chosen.value);
    },
    send: ({ at, reason }, options) => {
      const { source, value } = statements[at];
      return desk.command(`/facts/${row.name}/decision`, { source, value, reason },
        { ...options, done: `${row.word}: your choice is on record.` });
    },
  });
}

/** The row of the same fact, as the case is now. */
const rowNow = (desk, { name }) => (desk.profile ? factRows(desk).find((row) => row.name === name) : null);

const sourceOf = ({ heading, details }) => (details.page ? `${heading}, page ${details.page}` : heading);

const NONE = "none";

/** Which value of a feature to keep, or none of them. */
export function chooseCandidate(desk, row, reading) {
  let now = reading; // as it is shown
  const options = () => (now.isSet ? [] : now.candidates.map((candidate) => candidateOption(desk, now, candidate)));
  return judge(desk, {
    title: `${featureWord(reading.name)}: what the documents say`,
    yes: "Put on record",
    given: { chosen: reading.isSet ? NONE : reading.decision.selected_candidate_id },
    lacks: ({ chosen }) => (chosen ? null : "Choose one of the values, or none of them."),
    fields: (state, update) => choices("Keep", "candidate", [
      ...options(), { value: NONE, word: "None of them", hint: "The documents then state nothing about it." },
    ], state.chosen, (chosen) => { state.chosen = chosen; update(); }),
    again(state) {
      now = rowNow(desk, row)?.readings.find(({ name }) => name === reading.name) ?? now;
      if (![NONE, ...options().map(({ value }) => value)].includes(state.chosen)) state.chosen = null;
    },
    send: ({ chosen, reason }, sent) => decide(desk, reading.name,
      chosen === NONE ? { none: true, reason } : { candidate_id: chosen, reason }, sent),
  });
}

/** Keeps one of several values, or leaves it out; the others stay as they are. */
export function keepOrLeave(desk, reading, candidate, keep) {
  return judge(desk, {
    title: keep ? "Keep this value" : "Leave this value out",
    yes: keep ? "Keep it" : "Leave it out",
    fields: () => h("p", null, said(candidate.value_normalized, { class: "strong" }),
      ` (${featureWord(reading.name)})`),
    send: ({ reason }, options) =>
      decide(desk, reading.name, { candidate_id: candidate.candidate_id, keep, reason }, options),
  });
}

/** What is sent of a feature; `options` are those of `desk.command`. */
export const decide = (desk, feature, body, options) => desk.command(`/features/${feature}/decision`, body,
  { ...options, done: `${featureWord(feature)}: your choice is on record.` });

function candidateOption(desk, reading, { candidate_id: value, value_normalized: text, valid, problem, evidence }) {
  const { doc_id: documentId, page_index: page } = evidence[0];
  return {
    value,
    word: [said(text, { class: "strong" }), " · ", said(`${filename(documentId, desk.detail)}, page ${page + 1}`)],
    hint: valid ? (reading.decision.selected_candidate_ids.includes(value) ? "Kept now." : null)
      : `Not valid: ${candidateProblem(problem)}.`,
  };
}
