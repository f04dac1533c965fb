/** What a case knows of its screening: the matches, and what the service said of each and of whoever was screened. */

/** The matches of a case, those first that weigh; of a case of before they were told, what the service said of them. */
export function matchesOf({ detail }) {
  return detail.screening_matches ?? [];
}

/** What the service said of a match (null where that is in the evidence only), and who was screened under its name. */
export function screened({ detail }, match) {
  const facts = detail.sources.screening?.facts ?? [];
  const isIt = ({ name, value, details }) => name === "screening_match" &&
    (details.subject ?? "") === match.subject && (details.entity_id ?? value) === match.entity_id;
  return {
    fact: facts.find(isIt) ?? null,
    subjects: facts.filter(({ name, value }) => name === "screened" && value === match.subject),
  };
}

/** Whether a match is to be judged yet. What only came near weighs nothing, and need not be. */
export const isOpen = ({ is_match: isMatch, decision }) => isMatch && decision === null;
