/**
 * What is read of a case beside the case itself. Each part loads when a section first needs it and fails by itself, so
 * that a part that cannot be had takes nothing from the others.
 */

import { Problem } from "../../foundation/problem.js";
import { allNotes, allRuns } from "./whole.js";

/** By the name that the desk has it under: where it is read. */
const PATHS = {
  profile: "/company-profile",
  features: "/features",
  evidence: "/evidence",
  brief: "/ai-brief",
  notes: "/notes",
  responses: "/responses",
  executions: "/agent-executions",
};
/** What follows from the case alone: as long as it has not moved, neither has this. */
const OF_THE_VERSION = new Set(["profile", "features"]);
/** How those are read that come in pages. */
const WHOLE = { notes: allNotes, executions: allRuns };

/** A part that comes at once tells of which version of the case it is. */
async function atOnce(api, path) {
  const answer = await api.read(path);
  const [version] = /\d+/.exec(answer.headers.get("ETag") ?? "") ?? [];
  return { part: await answer.json(), version: version === undefined ? null : Number(version) };
}

/**
 * Loads parts into `desk`, their problems into `desk.problems`, and into `desk.readAt` the version of the case that
 * each is at least as new as. Gives `{need, retry, again, compare, outdate}`.
 */
export function partsOf(desk, redraw) {
  const loading = new Map(); // by name: the reading under way
  const outdated = new Set();
  const wanted = new Set(); // what was asked for again while it was read
  const readFor = new Map(); // by name: the version for which it was read once more

  function load(name) {
    if (loading.has(name)) wanted.add(name);
    else loading.set(name, readUntilCurrent(name).finally(() => loading.delete(name)));
    return loading.get(name);
  }

  /** Whatever changed during a reading may be lacking in it: then it is read once more. */
  async function readUntilCurrent(name) {
    do {
      outdated.delete(name);
      wanted.delete(name);
      await read(name);
      redraw();
    } while ((outdated.has(name) && wanted.has(name)) || isFirstFoundOlder(name));
  }

  async function read(name) {
    const version = desk.detail?.version ?? null;
    try {
      const [{ api }, path] = [desk.context, desk.path(PATHS[name])];
      const read = WHOLE[name] ? { part: await WHOLE[name](api, path) } : await atOnce(api, path);
      desk[name] = read.part;
      desk.readAt[name] = read.version ?? version;
      delete desk.problems[name];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      desk.problems[name] = error;
    }
  }

  /** Whether a part would not change by being read again. */
  const isOfNow = (name) =>
    OF_THE_VERSION.has(name) && desk.readAt[name] === desk.detail.version && !desk.problems[name];
  /** A part may be read before the case is, and be older: then it is read once more for that version alone. */
  function isFirstFoundOlder(name) {
    const now = desk.detail?.version;
    if (!OF_THE_VERSION.has(name) || !(desk.readAt[name] < now) || readFor.get(name) === now) return false;
    readFor.set(name, now);
    return true;
  }
  const isWanted = (name) => outdated.has(name) || (desk[name] === null && !desk.problems[name]);

  return {
    /** Loads what of these is not there yet, or is older than the case; resolves once they have come or failed. */
    need: (names) => Promise.all(names.map((name) => (isWanted(name) ? load(name) : loading.get(name)))),
    retry(name) {
      delete desk.problems[name];
      redraw();
      return load(name);
    },
    /** Reads once more what is there, or is being read: it may have changed without a word. */
    async again(name) {
      if (desk[name] === null && !loading.has(name)) return;
      outdated.add(name);
      await load(name);
    },
    /** The case has come for the first time: what is there already may be older. */
    compare() {
      for (const name of OF_THE_VERSION) if (desk[name] !== null && isFirstFoundOlder(name)) outdated.add(name);
    },
    /** Says that what was read, or is being read, may have changed; it is read again when it is needed. */
    outdate() {
      for (const name of Object.keys(PATHS)) {
        if (loading.has(name) || (desk[name] !== null && !isOfNow(name))) outdated.add(name);
        delete desk.problems[name];
      }
    },
  };
}

/** Whether a part is there as the case is now: `missing`, `failed`, `older` or `current`. */
export function stateOfPart({ detail, problems, readAt, ...parts }, name) {
  if (problems[name]) return "failed";
  if (parts[name] === null) return "missing";
  return readAt[name] === detail.version ? "current" : "older";
}

/** The version that somebody has seen who reads the case together with these parts: that of the oldest. */
export const versionSeen = ({ detail, readAt }, names) =>
  Math.min(detail.version, ...names.map((name) => readAt[name] ?? detail.version));

/** The names of all parts, none of them loaded. */
export const NO_PARTS = Object.fromEntries(Object.keys(PATHS).map((name) => [name, null]));
