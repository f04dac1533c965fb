/** Sending everything, once: the same body goes under the same id until the server has said yes or no to it. */

import { commandId } from "../foundation/http.js";
import { Problem } from "../foundation/problem.js";

/**
 * Submits, and gives the status: 200 taken, 202 on record. A refusal is thrown as `Problem`; after one the next attempt
 * is another command, because the same would be refused the same. Where no answer comes the id stays, over reloads too.
 */
export async function submit({ api, memory }, body) {
  const written = JSON.stringify(body);
  const before = memory.read();
  const attempt = before?.written === written ? before : { id: commandId(), written };
  memory.write(attempt);
  try {
    const { status } = await api.submit(body, attempt.id);
    memory.forget();
    return status;
  } catch (problem) {
    if (problem instanceof Problem && !problem.passing) memory.forget();
    throw problem;
  }
}

const FIELD = /\b(answers|task_responses)\.([a-z][a-z0-9_]*)/;

/** The item that a refusal is about, `question-…` or `task-…`; null if it names none. */
export function itemAtFault(problem) {
  const [, part, id] = FIELD.exec(problem.field ?? "") ?? [];
  if (!part) return null;
  return `${part === "answers" ? "question" : "task"}-${id}`;
}
