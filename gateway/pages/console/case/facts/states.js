/** How the sources of a fact stand to each other: a word and a shape for each way. */

import { badge } from "../../../foundation/icons.js";

export const STATES = {
  disagree: { tone: "bad", shape: "bad", word: "Disagree", meaning: "Sources contradict each other about it." },
  undecided: {
    tone: "warn", shape: "unknown", word: "To be decided", meaning: "What documents say of it waits for an officer.",
  },
  missing: { tone: "warn", shape: "warn", word: "Missing", meaning: "No source and no document states it." },
  unchecked: {
    tone: "plain", shape: "waiting", word: "Not checked",
    meaning: "The source could not be asked. This says nothing about the company.",
  },
  settled: { tone: "info", shape: "scales", word: "Settled", meaning: "Sources differ; an officer has settled it." },
  partly: { tone: "warn", shape: "unknown", word: "Not all the same", meaning: "Sources name different ones." },
  one: { tone: "plain", shape: "plain", word: "One source", meaning: "Only one source states it." },
  agree: { tone: "good", shape: "good", word: "Agree", meaning: "Several sources state it, and none contradicts." },
};

/** The filters of the list: which states each shows. */
export const FILTERS = [
  { name: "all", word: "All", states: Object.keys(STATES) },
  { name: "disagreeing", word: "Disagreeing", states: ["disagree", "partly", "settled"] },
  { name: "unresolved", word: "Unresolved", states: ["disagree", "undecided"] },
  { name: "missing", word: "Missing", states: ["missing", "unchecked"] },
];

export function stateBadge(state) {
  const { tone, shape, word, meaning } = STATES[state];
  return badge(tone, word, { shape, title: meaning });
}

/** Of these every source that knows them is to name the same ones. */
const SAME_EVERYWHERE = new Set(["director", "owner"]);

/** The state of a row of `factRows`, by name. */
export function stateOf({ name, discrepancy, statements, readings, silent, preferred }) {
  if (discrepancy) return weighs(discrepancy) ? "disagree" : "settled";
  if (readings.some(({ decision }) => decision.decision === "unresolved" && decision.decided_by === null)) {
    return readings.some(disagrees) ? "disagree" : "undecided";
  }
  if (statements.length && SAME_EVERYWHERE.has(name)) return namedBy(statements);
  if (statements.length) return agrees(statements, preferred !== null) ? "agree" : "one";
  if (readings.length) return isKeptAlike(readings.flatMap(kept)) ? "agree" : "one";
  return silent.length ? "unchecked" : "missing";
}

/** Whether a discrepancy is still to be reckoned with. */
export const weighs = ({ resolution }) => resolution === null || resolution.resolution === "escalated";

/**
 * A fact of one value: two sources that were not found to differ. One of several values: one that two sources state.
 */
function agrees(statements, isSingle) {
  const sources = new Set(statements.map(({ column }) => column));
  if (isSingle) return sources.size > 1;
  const stated = statements.map(({ value }) => String(value).toLowerCase());
  return sources.size > 1 && new Set(stated).size < stated.length;
}

const disagrees = ({ candidates }) =>
  new Set(candidates.filter(({ valid }) => valid).map(({ value_normalized: value }) => value)).size > 1;

const kept = ({ decision, candidates }) =>
  candidates.filter(({ candidate_id: id }) => decision.selected_candidate_ids.includes(id));

/** Whether one value is kept, and stands in several documents. */
const isKeptAlike = (candidates) =>
  new Set(candidates.map(({ value_normalized: value }) => value)).size === 1 &&
  new Set(candidates.flatMap(({ evidence }) => evidence.map(({ doc_id: id }) => id))).size > 1;

/** How sources stand that each name some people, in whatever order they write the parts of a name. */
function namedBy(statements) {
  const bySource = new Map();
  for (const { column, value } of statements) {
    const name = (String(value).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(" ");
    bySource.set(column, new Set([...(bySource.get(column) ?? []), name]));
  }
  if (bySource.size < 2) return "one";
  return new Set([...bySource.values()].map((names) => [...names].sort().join("; "))).size > 1 ? "partly" : "agree";
}
