/** What went wrong with a request, in the words of the API or in ours where no answer came. */
export class Problem extends Error {
  /**
   * @param {{status: number, code: string, detail: string, field?: string, requestId?: string, retryAfter?: number,
   *   changes?: object[]}} facts
   *   `status` is 0 where no answer came; `retryAfter` is in seconds; `changes`, with `case_moved`, are the entries of the
   *   audit log since the version that the sender had seen.
   */
  constructor({ status, code, detail, field = null, requestId = null, retryAfter = null, changes = null }) {
    super(detail);
    Object.assign(this, { name: "Problem", status, code, detail, field, requestId, retryAfter, changes });
  }

  /** Whether the same request may succeed if it is sent again a little later. */
  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 502 || this.status === 503;
  }
}

/** The problem that an answer with a status of 400 or more tells. */
export async function problemOf(response) {
  const told = await response.json().catch(() => ({}));
  return new Problem({
    status: response.status,
    code: told.code ?? `http_${response.status}`,
    detail: told.detail ?? `the server answered ${response.status}`,
    field: told.field ?? null,
    requestId: told.request_id ?? response.headers.get("x-request-id"),
    retryAfter: Number(response.headers.get("retry-after")) || null,
    changes: told.changes ?? null,
  });
}

/** The problem of a request that no whole answer came to; `late` if it was given up. `error` is kept as its cause. */
export function unanswered(error, { late = false } = {}) {
  const problem = new Problem({
    status: 0,
    code: late ? "no_answer" : "no_connection",
    detail: late
      ? "The server did not answer in time. What you entered is still here: try again."
      : "The server cannot be reached. What you entered is still here: see whether you are connected, and try again.",
  });
  problem.cause = error;
  return problem;
}
