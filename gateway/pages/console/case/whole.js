/** What the API gives in pages, read to the end: the newest of it stands last, and is what an officer looks for. */

import { withQuery } from "../../foundation/http.js";

const MOST = 200; // of one page

/** `GET …/notes` with every note. */
export async function allNotes(api, path) {
  const read = (page) => api.get(withQuery(path, { page, per_page: MOST }));
  const first = await read(1);
  const notes = [...first.notes];
  for (let page = 2; notes.length < first.total; page += 1) {
    const { notes: more } = await read(page);
    if (!more.length) break;
    notes.push(...more);
  }
  return { ...first, notes };
}

/** `GET …/agent-executions` with every run. */
export async function allRuns(api, path) {
  const executions = [];
  let page;
  do {
    page = await api.get(withQuery(path, { limit: MOST, after_cursor: page?.next_cursor }));
    executions.push(...page.executions);
  } while (page.has_more);
  return { ...page, executions };
}
