/** Whether a case has moved since it was read, asked of the list: a fiftieth of the bytes of the case. */

import { withQuery } from "../../foundation/http.js";
import { Problem } from "../../foundation/problem.js";

/** True as well where that cannot be known: then the case is to be read again. */
export async function hasMoved({ context: { api }, detail }) {
  try {
    const { cases } = await api.get(withQuery("/api/cases", { q: detail.case_id, per_page: 1 }));
    const [row] = cases;
    return row?.updated_at !== detail.updated_at || row.assignee !== (detail.assignment?.assignee ?? null);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return true;
  }
}
