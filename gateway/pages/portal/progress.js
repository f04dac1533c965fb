/** What is asked of the customer now, what of it is done, and in which steps it is shown. Nothing here draws. */

import { isGiven } from "./draft.js";

/** The formats of a document that an officer asks for. */
export const ANY = ["pdf", "docx", "png", "jpg"];

/**
 * Every single thing that is asked for: `{key, kind, step, id, title, required, done, spec, file}`; `kind` is
 * `document`, `question` or `task`, `spec` what the API says of it, `file` what was received for it, also where the
 * case has not taken it up yet.
 * @param {{portalCase: object, draft: object, checks: object, uploads: object}} portal
 */
export function asked({ portalCase, draft, checks, uploads }) {
  if (portalCase.phase === "follow_up") {
    return [
      ...portalCase.follow_up_tasks.map((task) => taskItem(task, draft, { checks, uploads })),
      ...portalCase.questions.filter(isOpenQuestion).map((question) => questionItem(question, draft)),
    ];
  }
  if (portalCase.phase !== "initial_collection") return [];
  return [
    ...portalCase.document_requirements.map((requirement) => documentItem(requirement, { checks, uploads })),
    ...portalCase.questions.map((question) => questionItem(question, draft)),
  ];
}

// A question that was answered is not asked a second time.
const isOpenQuestion = (question) => question.required && !isGiven(question.answer);

function documentItem(spec, { checks, uploads }) {
  const file = uploads.received(spec.id) ?? spec.uploaded_file;
  return { ...itemOf("document", "documents", spec, { title: spec.name, done: isUsable(file, checks) }), file };
}

function questionItem(spec, draft) {
  const done = isGiven(draft.answers[spec.id]);
  return itemOf("question", "questions", spec, { title: spec.text, done });
}

function taskItem(spec, draft, { checks, uploads }) {
  const file = uploads.received(spec.upload_requirement_id) ?? spec.uploaded_file;
  const sent = spec.response_type === "document" && isUsable(file, checks);
  const done = sent || isGiven(draft.responses[spec.id]);
  return { ...itemOf("task", "tasks", spec, { title: spec.description, done }), file };
}

const itemOf = (kind, step, spec, { title, done }) =>
  ({ key: `${kind}-${spec.id}`, kind, step, id: spec.id, title, required: spec.required, done, spec });

/** Whether a file is there and nobody has found that it cannot be read. */
export function isUsable(file, checks) {
  if (!file || file.readable === false) return false;
  return checks.of(file.document_id)?.readable !== false;
}

/** `{done, total}` of what has to be given; of everything where nothing has to. */
export function share(items) {
  const required = items.filter((item) => item.required);
  const counted = required.length ? required : items;
  return { done: counted.filter((item) => item.done).length, total: counted.length };
}

/** The steps there are, in order; the last one is always `review`. */
export function stepsOf(items) {
  return [...new Set(items.map((item) => item.step)), "review"];
}

/** What tells this round of questions from another. */
export const roundOf = ({ phase, iteration, follow_up_tasks: tasks }) =>
  [phase, iteration, ...tasks.map((task) => task.id)].join(" ");

/** Everything that takes a file now: `{id, file, formats}`, with the file that the case lists and what will do. */
export function places({ phase, document_requirements: requirements, follow_up_tasks: tasks }) {
  const asks = phase === "follow_up" ? tasks : requirements;
  return asks.map((ask) => ({
    id: ask.upload_requirement_id ?? ask.id, file: ask.uploaded_file, formats: ask.accepted_formats ?? ANY,
  }));
}
