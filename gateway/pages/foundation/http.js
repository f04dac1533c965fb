import { wholeAnswer } from "./answer.js";
import { limit } from "./limit.js";
import { Problem, problemOf, unanswered } from "./problem.js";

const TIMEOUT = 40_000; // milliseconds; a command may wait 25 s for what is computed
const PAUSES = [400, 1_500]; // before a request that may be repeated is sent again

/** A new id for one thing that somebody wants done: the same request under the same id takes effect once. */
export function commandId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends requests to the API of this origin. `credential()` gives the bearer key, or null for none.
 * Every function gives what was answered, parsed; a refusal, or no answer, is thrown as a `Problem`.
 * Reads, and commands with an id of their own, are repeated where no answer came: they take effect once.
 * `told(problem or null, key)` hears how each ended, and with which key it was begun.
 */
export function api(credential = () => null, told = () => {}) {
  async function once(method, path, { body, headers = {}, signal, timeout = TIMEOUT } = {}) {
    const key = credential();
    const limited = limit(timeout, signal);
    const request = {
      method,
      headers: { ...(key && { Authorization: `Bearer ${key}` }), ...typed(body), ...headers },
      body: isJson(body) ? JSON.stringify(body) : body,
      signal: limited.signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
    };
    try {
      return await wholeAnswer(await fetch(path, request));
    } catch (error) {
      if (signal?.aborted) throw signal.reason ?? error;
      throw unanswered(error, { late: limited.isLate() });
    } finally {
      limited.release();
    }
  }

  async function sent(method, path, options = {}) {
    const answer = await once(method, path, options);
    if (answer.ok) return answer;
    throw await problemOf(answer);
  }

  /** Sends, and again where no answer came. `taken` takes out of it what is wanted: it came only if that succeeds. */
  async function repeated(method, path, options, taken = (answer) => answer) {
    for (const pause of PAUSES) {
      try {
        return await taken(await sent(method, path, options));
      } catch (problem) {
        if (!(problem instanceof Problem) || !problem.passing) throw problem;
        await rest(Math.min(problem.retryAfter * 1000 || pause, 3_000));
      }
    }
    return taken(await sent(method, path, options));
  }

  const telling = (request) => async (...given) => {
    const key = credential();
    try {
      const taken = await request(...given);
      told(null, key);
      return taken;
    } catch (problem) {
      if (problem instanceof Problem) told(problem, key);
      throw problem;
    }
  };

  return {
    get: telling((path, options) => repeated("GET", path, options, (answer) => answer.json())),
    /** A read with its headers, for versions (`ETag`) and files. */
    read: telling((path, options) => repeated("GET", path, options)),
    /** A request as it is, sent once. */
    send: telling(sent),
    /** A command: `{status, body}`. `id` stays the same for as long as the same thing is wanted. */
    command: telling((path, body, { id = commandId(), method = "POST", headers = {}, ...options } = {}) => {
      const named = { "Idempotency-Key": id, ...headers };
      return repeated(method, path, { body, headers: named, ...options }, async (answer) => ({
        status: answer.status,
        body: answer.status === 204 ? null : await answer.json(),
      }));
    }),
  };
}

/** Waits this many milliseconds. */
export const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Adds a query string to a path; lists are repeated, what is null or empty is left out. */
export function withQuery(path, query) {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  const given = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

const isJson = (body) => body !== undefined && body !== null && !(body instanceof FormData) && !(body instanceof Blob);
const typed = (body) => (isJson(body) ? { "Content-Type": "application/json" } : {});
