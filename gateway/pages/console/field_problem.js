/** Which part of a refusal belongs to which field of a form. */

import { visible } from "../foundation/dom.js";
import { problemWords, sentence } from "./words/problems.js";

/** The field that a problem names, without what stands deeper in it. */
const nameOf = ({ field }) => field?.split(".")[0];

/** What a problem says of the field of this name, or null. The API names the field first: here it stands at it. */
export function wrongAt(problem, name) {
  if (!problem?.field || nameOf(problem) !== name) return null;
  return visible(problemWords(problem));
}

/** What a problem says that is about none of these fields, or null: it stands above them all. */
export const wrongElsewhere = (problem, names) =>
  problem && !names.includes(nameOf(problem)) ? visible(sentence(problem.detail)) : null;
