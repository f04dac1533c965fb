/** The facts of a case, one row each: what the sources state, what was read in documents, and how the two agree. */

import { FACT_OF_FEATURE, FACTS, featureWord, factWord, GROUPS, SET_FEATURES } from "../../words/facts.js";
import { sourceWord } from "../../words/sources.js";
import { expectedFacts, notAsked } from "./expected.js";
import { stateOf } from "./states.js";

const known = { profile: null, features: null, detail: null, rows: [] };

/**
 * The rows, in the order of their groups. A row is `{name, word, group, state, preferred, statements, readings,
 * discrepancy, silent}`: `statements` are what counts as stated, each a `statement`; `readings` the features that speak
 * of it, each `{name, decision, candidates}`; `silent` the answers of sources that could not be asked about it.
 * The same rows are given as long as nothing was read anew.
 */
export function factRows({ profile, features, detail }) {
  if (known.profile === profile && known.features === features && known.detail === detail) return known.rows;
  const rows = [...names(profile, detail.sources), ...ofDocumentsAlone(features)].map((name) =>
    row(name, profile, features, detail));
  const order = Object.keys(GROUPS);
  rows.sort((one, other) => order.indexOf(one.group) - order.indexOf(other.group) || one.at - other.at);
  Object.assign(known, { profile, features, detail, rows });
  return rows;
}

function names(profile, sources) {
  return [...new Set([...Object.keys(profile.facts), ...expectedFacts(sources)])];
}

const ofDocumentsAlone = (features) =>
  Object.keys(features?.features ?? {}).filter((name) => !(name in FACT_OF_FEATURE)).map((name) => `feature:${name}`);

function row(name, profile, features, detail) {
  const alone = name.startsWith("feature:") ? name.slice(8) : null;
  const readings = readingsOf(alone, name, features);
  const preferred = profile.preferred[name] ?? null;
  const discrepancy = alone ? null : profile.discrepancies.find(({ field }) => field === name) ?? null;
  const statements = (profile.facts[name] ?? []).map((fact) =>
    statement({ name, ...fact }, preferred, discrepancy, readings, detail));
  const found = {
    name, alone, readings, preferred, discrepancy, statements,
    word: alone ? featureWord(alone) : factWord(name),
    group: alone ? "documents" : FACTS[name]?.[0] ?? "standing",
    at: Object.keys(FACTS).indexOf(name),
    silent: alone ? [] : notAsked(name, detail.sources),
  };
  return { ...found, state: stateOf(found) };
}

function readingsOf(alone, name, features) {
  const all = features?.features ?? {};
  const speaking = alone ? [alone] : Object.keys(FACT_OF_FEATURE).filter((feature) =>
    FACT_OF_FEATURE[feature] === name);
  return speaking.filter((feature) => all[feature]).map((feature) => ({
    name: feature, isSet: SET_FEATURES.has(feature),
    decision: all[feature].decision, candidates: all[feature].candidates,
  }));
}

/** One value that one source states, and where it stands if the source is a document. */
function statement(fact, preferred, discrepancy, readings, detail) {
  const documentId = fact.details.document_id ?? null;
  const isAtOdds = preferred !== null && isDisputed(fact, discrepancy) && !isAlike(fact.value, preferred.value);
  const isOpen = isAtOdds && mayBeTheSame(fact.name, fact.value, preferred.value);
  return {
    value: fact.value,
    source: fact.source,
    column: documentId ?? fact.source,
    heading: documentId ? filename(documentId, detail) : sourceWord(fact.source),
    moment: fact.timestamp,
    environment: fact.environment,
    hash: fact.evidence_hash,
    details: fact.details,
    documentId,
    place: documentId ? placeOf(fact, readings) : null,
    goneBy: preferred !== null && preferred.source === fact.source && preferred.value === fact.value,
    differs: isAtOdds && !isOpen,
    mayDiffer: isOpen,
    partly: preferred === null && discrepancy !== null && !isNamedByAll(fact.value, discrepancy.sides),
  };
}

const isDisputed = (fact, discrepancy) =>
  discrepancy?.sides.some((side) => side.source === fact.source && side.value === fact.value) ?? false;

/** Whether two values can be seen to say the same, letter by letter: one of them may say more. */
function isAlike(value, other) {
  const [one, another] = [value, other].map((each) => String(each).toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  return one.includes(another) || another.includes(one);
}

/**
 * Two writings of which the words alone do not tell whether they mean the same: two words for a legal form, or two
 * addresses with the same numbers, whose town or street may stand there in another language.
 */
function mayBeTheSame(name, value, other) {
  if (name === "legal_form") return true;
  if (name !== "registered_address") return false;
  const [one, another] = [value, other].map((each) => String(each).match(/\d+/gu) ?? []);
  const [fewer, more] = one.length < another.length ? [one, another] : [another, one];
  return fewer.length > 0 && fewer.every((number) => more.includes(number));
}

/** Of a fact with several values a side states all of its own in one line. */
const isNamedByAll = (value, sides) => sides.every((side) => String(side.value).includes(String(value)));

/** Where a fact of a document stands. Without its features: the page, and the words to look for there. */
export function placeOf(fact, readings = []) {
  const evidence = readings.flatMap(({ candidates }) => candidates).flatMap((candidate) => candidate.evidence)
    .find(({ evidence_id: id }) => id === fact.details.evidence_id);
  if (evidence) return placeOfEvidence(evidence);
  return { documentId: fact.details.document_id, pageIndex: Number(fact.details.page) - 1, quote: fact.details.quote };
}

/** Where the evidence of a candidate stands, as the viewer is told it. */
export const placeOfEvidence = ({ doc_id: documentId, page_index: pageIndex, location }) =>
  ({ documentId, pageIndex, start: location.char_start, end: location.char_end });

/** The name under which a document of the case was uploaded. */
export const filename = (documentId, detail) =>
  detail.documents.find((document) => document.document_id === documentId)?.filename ?? documentId;
