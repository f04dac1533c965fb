/** What a first look at each document finds: whether it can be read, and whether it is what was asked for. */

import { Problem } from "../foundation/problem.js";
import { rest } from "../foundation/http.js";

const PAUSE = 1_500; // milliseconds; the server itself waits some ten seconds for an answer
const LONGEST = 30; // seconds; who is told to wait longer goes on without
const AT_MOST = 20; // times that it is asked about one document

/**
 * `of(documentId)` is undefined, `"looking"`, `null` where nobody can tell, or the check; `changed(documentId, found)`
 * is called when it changes. A document stays received whatever becomes of its check: a failed one is not shown.
 */
export function checksOf({ api, changed }) {
  const known = new Map();
  const set = (documentId, found) => {
    known.set(documentId, found);
    changed(documentId, found);
  };

  async function look(documentId) {
    if (known.has(documentId)) return;
    set(documentId, "looking");
    set(documentId, await answerOf(documentId));
  }

  async function answerOf(documentId) {
    for (let time = 0; time < AT_MOST; time += 1) {
      let pause = PAUSE;
      try {
        const { status, body } = await api.check(documentId);
        if (status === 200) return body;
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        // A case that is told of its document a little later does not know it yet.
        if (!problem.passing && problem.code !== "document_not_found") return null;
        if (problem.retryAfter > LONGEST) return null;
        pause = Math.max(PAUSE, (problem.retryAfter ?? 0) * 1000);
      }
      await rest(pause);
    }
    return null;
  }

  return { of: (documentId) => known.get(documentId), look };
}
