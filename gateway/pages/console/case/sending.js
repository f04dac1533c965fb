/** Sends what an officer wants done with a case, once, on the version that the officer saw. */

import { commandId } from "../../foundation/http.js";
import { Problem } from "../../foundation/problem.js";
import { isOwnDoing } from "./news.js";

/**
 * Gives `command(path, body, options)`; `path` is below the case, or a whole one. `options`:
 * `done` is said when it is applied; `what` names it where it is only recorded; `seen` is the version to send instead
 * of the one on the screen, null for none; `onMoved(problem)` is called instead of `moved` where the case has moved;
 * `overOwn` sends it again on what the case is by then where it has moved by nothing but what this officer judged and
 * what the software made of it. A decision on the case is never sent so.
 * Never throws a refusal: `{ok: true, body, recorded}` or `{ok: false, problem}`.
 */
export function sending(desk, moved) {
  const ids = new Map(); // what is wanted → the id it is sent under, until an answer is certain

  return async function command(path, body = {}, options = {}) {
    const { done = null, what = null, seen, onMoved = moved, overOwn = false } = options;
    const version = seen === undefined ? desk.detail?.version ?? null : seen;
    const whole = version === null ? body : { ...body, seen_version: version };
    const wanted = `${path} ${JSON.stringify(whole)}`;
    if (!ids.has(wanted)) ids.set(wanted, commandId());
    const id = ids.get(wanted);
    try {
      const answer = await desk.context.api.command(desk.path(path), whole, { id });
      ids.delete(wanted);
      const recorded = answer.status === 202;
      if (recorded) desk.recorded.add({ id, path, what });
      else if (done) desk.context.toast("good", done);
      await desk.refresh();
      return { ok: true, body: answer.body, recorded };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!error.passing) ids.delete(wanted);
      if (overOwn && error.code === "case_moved" && isOwnDoing(error.changes, desk.context.me)) {
        return command(path, body, { ...options, seen: version + error.changes.length });
      }
      if (error.code === "case_moved") onMoved(error);
      return { ok: false, problem: error };
    }
  };
}
