/**
 * What the customer has written, on its way to the server: kept in this browser with every key, and sent when nothing
 * more comes for a moment. Only what was changed here is sent: the rest may be newer on another device.
 */

import { Problem } from "../foundation/problem.js";
import { itemAtFault } from "./submission.js";
import { unsentOf } from "./unsent.js";

const MOMENT = 800; // milliseconds after the last key
const WAITS = ["no_connection", "waiting"];

/**
 * `{answers, responses, state, set(kind, id, value), flush(), meet(portalCase), body(), settled()}`. `state` is
 * `saved`, `unsaved` (will be sent), `saving`, `no_connection` and `waiting` (will be sent again by itself),
 * `here_only` (this server keeps no drafts) or `refused`.
 *
 * @param {{portalCase: object, memory: object, connection: object, save: (body: object) => Promise<object>}} of
 * @param {{changed: () => void, refused: (problem: Problem) => void}} tell
 */
export function draftOf({ portalCase, memory, connection, save }, tell) {
  const unsent = unsentOf(memory, { iteration: portalCase.iteration, asked: askedIn(portalCase) });
  const draft = { ...shown(portalCase, unsent.changes), set, flush, meet, body, settled };
  draft.state = unsent.pending() ? "unsaved" : "saved";
  let latest = momentOf(portalCase.draft);
  let isHalted = false; // what is written is not sent until it is changed
  let timer = null;
  let running = null;

  function enter(state) {
    if (draft.state === state) return;
    draft.state = state;
    tell.changed();
  }
  function body() {
    return { answers: filled(draft.answers), task_responses: filled(draft.responses) };
  }

  function set(kind, id, value) {
    draft[kind] = { ...draft[kind], [id]: value };
    unsent.set(kind, id, value);
    isHalted = false;
    clearTimeout(timer);
    timer = setTimeout(flush, MOMENT);
    if (!WAITS.includes(draft.state)) enter("unsaved");
  }

  /** Sends at once what is not sent; resolves when the server has it or has refused it. */
  function flush() {
    clearTimeout(timer);
    if (isHalted || !unsent.pending()) return running ?? Promise.resolve();
    running ??= sendAll().finally(() => { running = null; });
    return running;
  }

  async function sendAll() {
    let lost = 0;
    for (let sent; !isHalted && (sent = unsent.pending()); ) {
      if (!WAITS.includes(draft.state)) enter("saving");
      try {
        latest = momentOf(await save(written(sent)));
        unsent.taken(sent);
        connection.found();
        lost = 0;
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        if (!problem.passing) refused(problem, sent);
        else await waitAfter(problem, lost++);
      }
    }
    if (!isHalted) enter(unsent.isSetAside() ? "refused" : "saved");
  }

  async function waitAfter(problem, lost) {
    if (problem.status === 0) connection.lost();
    enter(problem.status === 0 ? "no_connection" : "waiting");
    await connection.whenBack(lost, { atLeast: (problem.retryAfter ?? 0) * 1000 });
  }

  /** One answer that does not fit keeps no other from being sent. */
  function refused(problem, sent) {
    const [kind, id] = answerAtFault(problem);
    if (kind && id in sent[kind]) unsent.setAside(kind, id);
    else isHalted = true;
    const unknown = problem.code !== "portal_not_found" && (problem.status === 404 || problem.status === 405);
    if (isHalted) enter(unknown ? "here_only" : "refused");
    if (!unknown) tell.refused(problem);
  }

  /** What another device has sent meanwhile, around what was changed here. Older than what was sent last, it is old. */
  function meet(now) {
    if (momentOf(now.draft) < latest) return;
    latest = momentOf(now.draft);
    Object.assign(draft, shown(now, unsent.changes));
  }

  /** Submitted: nothing is left to keep. */
  function settled() {
    clearTimeout(timer);
    unsent.forget();
  }

  if (unsent.pending()) timer = setTimeout(flush, 0);
  return draft;
}

/** Whether an answer says anything. A no is an answer. */
export const isGiven = (value) =>
  typeof value === "boolean" || (Array.isArray(value) ? value.length > 0 : Boolean(value?.trim?.()));

const filled = (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => isGiven(value)));

/** As the API wants it: what was emptied is taken back. */
const written = ({ answers, responses }) => ({ answers: orNull(answers), task_responses: orNull(responses) });
const orNull = (given) =>
  Object.fromEntries(Object.entries(given).map(([id, value]) => [id, isGiven(value) ? value : null]));

/** When it was saved by the server's clock; before everything if nothing was. */
const momentOf = (saved) => (saved ? Date.parse(saved.saved_at) : 0);

const askedIn = ({ questions, follow_up_tasks: tasks }) => ({
  answers: new Set(questions.map(({ id }) => id)),
  responses: new Set(tasks.map(({ id }) => id)),
});

/** What was submitted before, over it the draft of the server, and over that what was changed here. */
function shown({ questions, draft }, changes) {
  const submitted = questions.filter(({ answer }) => answer !== null).map(({ id, answer }) => [id, answer]);
  return {
    answers: { ...Object.fromEntries(submitted), ...draft?.answers, ...changes.answers },
    responses: { ...draft?.task_responses, ...changes.responses },
  };
}

/** `[kind, id]` of the answer that a refusal names; empty if it names none. */
function answerAtFault(problem) {
  const [, part, id] = /^(question|task)-(.+)$/.exec(itemAtFault(problem) ?? "") ?? [];
  return part ? [part === "question" ? "answers" : "responses", id] : [];
}
