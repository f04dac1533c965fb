/** Refusals of the API and problems of documents, by code, in the customer's words: what it is and what to do. */

const REFUSALS = {
  file_empty: "refused_empty",
  file_missing: "refused_empty",
  file_too_large: "refused_too_large",
  body_too_large: "refused_other",
  file_infected: "refused_infected",
  file_moved: "refused_moved",
  scanner_unavailable: "refused_later",
  store_unavailable: "refused_later",
  worker_unavailable: "refused_later",
  rate_limited: "refused_later",
  too_many_documents: "refused_too_many",
  too_many_uploads: "refused_too_many_uploads",
  unknown_requirement: "refused_not_asked",
  wrong_state: "refused_moved_on",
  no_connection: "refused_no_connection",
  no_answer: "refused_no_connection",
  answer_required: "wrong_missing",
  invalid_answer: "wrong_answer",
};

/** The words for a code. What we have no words for is called a fault of ours, with the number to report it by. */
export function refusalWords(say, code, requestId = null) {
  const words = say(REFUSALS[code] ?? "refused_other");
  return requestId && !(code in REFUSALS) ? [words, " ", say("refused_number", { number: requestId })] : words;
}

/** Whether a refusal means that the link opens nothing any more. */
export const isEndOfLink = ({ code }) => code === "portal_expired" || code === "portal_not_found";

const PROBLEMS = [
  "missing_object", "altered", "password_protected", "damaged", "no_pages", "too_complex", "unreadable_in_time",
];

/** Why a document cannot be read, and what to do. */
export const problemWords = (say, problem) =>
  say(PROBLEMS.includes(problem) ? `problem_${problem}` : "problem_damaged");
