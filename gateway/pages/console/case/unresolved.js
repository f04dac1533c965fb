/** What is still open in a case: whatever an officer would want to know before deciding it. */

import { plural } from "../words/actions.js";
import { stateOfPart } from "./parts.js";
import { weighs } from "./facts/states.js";
import { isOpen, matchesOf } from "./screening/known.js";

/** The discrepancies that still weigh; by the profile as it is now, by the last investigation until that is there. */
export function openDiscrepancies({ profile, detail }) {
  const all = profile?.discrepancies ?? detail?.investigation_results.at(-1)?.discrepancies ?? [];
  return all.filter(weighs);
}

const undecided = ({ features }) =>
  Object.values(features?.features ?? {}).filter(
    ({ decision, candidates }) => decision.decision === "unresolved" && candidates.length,
  );

const silent = ({ profile, detail }) =>
  profile
    ? Object.keys(profile.unavailable)
    : Object.values(detail.sources)
        .filter(({ state }) => state === "unavailable")
        .map(({ source }) => source);

/** The hits of the screening of which nobody has said yet whether they are the same one. */
export const openMatches = (desk) => (desk.detail ? matchesOf(desk).filter(isOpen) : []);

/** Each kind of open thing: how many there are, what they are called, and where they are dealt with. */
const KINDS = [
  {
    count: (desk) => openMatches(desk).length,
    one: "hit of the screening is not judged",
    many: "hits of the screening are not judged",
    section: "screening",
  },
  {
    count: (desk) => openDiscrepancies(desk).length,
    one: "discrepancy is open",
    many: "discrepancies are open",
    section: "discrepancies",
  },
  {
    count: (desk) => undecided(desk).length,
    one: "fact in the documents has no value yet",
    many: "facts in the documents have no value yet",
    section: "facts",
  },
  {
    count: (desk) => silent(desk).length,
    names: silent,
    one: "source could not be checked",
    many: "sources could not be checked",
    section: "facts",
  },
  {
    count: ({ detail }) => detail.officer_tasks.filter(({ done }) => !done).length,
    one: "look-up waits for an officer",
    many: "look-ups wait for an officer",
    section: "overview",
  },
  {
    count: ({ detail }) => (detail.mcc_classification && !detail.mcc_decision ? 1 : 0),
    one: "merchant category is not confirmed",
    many: "",
    section: "mcc",
  },
  {
    count: ({ detail }) => detail.follow_up_tasks.filter(({ answered, required }) => required && !answered).length,
    one: "required task has no answer",
    many: "required tasks have no answer",
    section: "tasks",
  },
];

/** What the open things are counted from: without it there may be more than is known. */
const GROUNDS = [
  { part: "profile", word: "what the sources say", section: "discrepancies" },
  { part: "features", word: "what the documents say", section: "facts" },
];
const NOT_KNOWN = {
  missing: (word) => `Not known yet: ${word} is still being read`,
  failed: (word) => `Not known: ${word} could not be read`,
  older: (word) => `Not known yet: ${word} may have changed since it was read`,
};

function notKnown(desk) {
  return GROUNDS.flatMap(({ part, word, section }) => {
    const text = NOT_KNOWN[stateOfPart(desk, part)]?.(word);
    return text ? [{ text, names: [], section, failed: desk.problems[part] ? part : null }] : [];
  });
}

/**
 * The open things as `{text, names, section, failed}`: first what is not known, because a part of the case is not there
 * as it is now (`failed` names one that could not be read), then the gravest kinds. None: nothing is open, for certain.
 */
export function unresolved(desk) {
  const open = KINDS.map(({ count, ...kind }) => ({ number: count(desk), ...kind })).filter(({ number }) => number > 0);
  return [
    ...notKnown(desk),
    ...open.map(({ number, one, many, names, section }) => ({
      text: plural(number, one, many),
      names: names ? names(desk) : [],
      section,
      failed: null,
    })),
  ];
}
