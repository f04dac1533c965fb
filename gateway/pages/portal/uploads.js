/**
 * The files that are on their way, at most one for each thing asked for and one after the other: on a poor connection
 * two at once would both come late. What was begun is remembered, so that after a reload the same file goes on.
 */

import { refusedAtOnce } from "./file_sniffing.js";
import { sendFile } from "./upload.js";

const LIFE = 24 * 3_600_000; // milliseconds; the server ends an unfinished upload after as long
/** The steps of a file that is on its way. */
export const RUNNING = ["queued", "sending", "waiting", "held_up"];
const MARK = ["name", "size", "lastModified"];

/**
 * `at(requirementId)` is null or `{step, name, size, sent, code, again}`, `step` one of
 * - `queued`, `sending`, `waiting` (for the connection), `held_up` (by the server, which answers and cannot take it),
 * - `interrupted`: begun before a reload; the same file has to be chosen again,
 * - `stopped`: the server could not take it for now; `again()` goes on with it,
 * - `refused`: `code` says why.
 * `received(requirementId)` is the document that a file became and that the case does not list yet, or null; `settle`
 * is told what the case lists. `tell.changed(requirementId, step)` is called at each change, `tell.received(document,
 * requirementId)` at the end, `tell.moved(problem)` where a refusal concerns the whole case.
 */
export function uploadsOf({ api, connection, memory, tell }) {
  const slots = new Map();
  const arrived = new Map();
  let line = Promise.resolve();

  function set(requirementId, slot) {
    if (slot) slots.set(requirementId, slot);
    else slots.delete(requirementId);
    tell.changed(requirementId, slot?.step ?? null);
  }

  const remembered = () => memory.read() ?? {};
  const keep = (requirementId, begun) => memory.write({ ...remembered(), [requirementId]: begun });
  function forget(requirementId) {
    const { [requirementId]: _, ...others } = remembered();
    if (Object.keys(others).length) memory.write(others);
    else memory.forget();
  }

  /** Goes on with a file begun before, if it is the same; ends the earlier upload otherwise. */
  function knownUpload(requirementId, file) {
    const begun = remembered()[requirementId];
    if (!begun) return null;
    if (MARK.every((name) => begun[name] === file[name])) return begun.id;
    forget(requirementId);
    abandon(begun.id);
    return null;
  }

  // If this fails the upload ends by itself after a day.
  const abandon = (id) => api.endUpload(id).catch((problem) => console.info("an upload ends later", problem.code));

  async function give(requirementId, file, formats) {
    if (RUNNING.includes(slots.get(requirementId)?.step)) return null;
    const controller = new AbortController();
    const slot = { step: "queued", name: file.name, size: file.size, sent: 0, controller };
    set(requirementId, slot);
    const code = await refusedAtOnce(file, formats);
    if (code) {
      set(requirementId, { ...slot, step: "refused", code });
      return null;
    }
    const { signal } = controller;
    const turn = line.then(() => (signal.aborted ? null : send(requirementId, file, { signal, formats })));
    line = turn.catch(() => null);
    return turn;
  }

  async function send(requirementId, file, { signal, formats }) {
    const known = knownUpload(requirementId, file);
    const mark = Object.fromEntries(MARK.map((name) => [name, file[name]]));
    const current = () => slots.get(requirementId);
    const told = {
      begun: (id) => keep(requirementId, { id, ...mark, begun: Date.now() }),
      moved: ({ step, sent }) => set(requirementId, { ...current(), step, sent }),
    };
    try {
      const document = await sendFile({ file, requirementId, known, signal }, { api, connection }, told);
      await arrive(requirementId, document);
    } catch (problem) {
      if (signal.aborted) return;
      if (problem.passing) return stop(requirementId, current(), () => give(requirementId, file, formats));
      forget(requirementId);
      set(requirementId, { ...current(), step: "refused", code: problem.code ?? "internal_error", problem });
      tell.moved(problem);
    }
  }

  /** What was begun stays remembered until the case lists the document: after a reload its upload tells it again. */
  async function arrive(requirementId, document) {
    arrived.set(requirementId, document);
    set(requirementId, null);
    await tell.received(document, requirementId);
  }

  const stop = (requirementId, slot, again) => set(requirementId, { ...slot, step: "stopped", again });

  /** Lets go of what the case lists now, or asks for no more; gives the ids of the documents that it has taken. */
  function settle(places) {
    // What seemed interrupted and is remembered no more has ended in another tab.
    for (const [id, { step }] of slots) if (step === "interrupted" && !(id in remembered())) slots.delete(id);
    const listed = new Map(places.map(({ id, file }) => [id, file]));
    const settled = [...arrived].filter(([id, document]) => !listed.has(id) || isListed(listed.get(id), document));
    for (const [id] of settled) {
      arrived.delete(id);
      if (!RUNNING.includes(slots.get(id)?.step)) forget(id);
    }
    return settled.filter(([id]) => listed.has(id)).map(([id]) => listed.get(id).document_id);
  }

  function cancel(requirementId) {
    const begun = remembered()[requirementId];
    slots.get(requirementId)?.controller?.abort();
    if (begun) abandon(begun.id);
    forget(requirementId);
    set(requirementId, null);
  }

  /** What a reload interrupted. What has arrived in full needs its file no more. */
  async function recall(isOpen) {
    for (const [requirementId, begun] of Object.entries(remembered())) {
      if (!isOpen(requirementId) || Date.now() - begun.begun > LIFE) forget(requirementId);
      else await recallOne(requirementId, begun);
    }
  }

  const interrupted = ({ name, size }, sent) => ({ step: "interrupted", name, size, sent });

  async function recallOne(requirementId, begun) {
    try {
      const sent = await api.uploadOffset(begun.id);
      if (slots.has(requirementId)) return;
      if (sent < begun.size) return set(requirementId, interrupted(begun, sent));
      const { document } = await api.sendPiece(begun.id, sent, new Blob([]));
      await arrive(requirementId, document);
    } catch (problem) {
      if (!problem.passing) return dropped(requirementId, begun, problem);
      const again = () => {
        slots.delete(requirementId);
        return recallOne(requirementId, begun);
      };
      stop(requirementId, { name: begun.name, size: begun.size, sent: 0 }, again);
    }
  }

  /** Where it was refused, and nobody has heard so, it is said now; an upload that has ended needs no word. */
  function dropped(requirementId, { name, size }, problem) {
    forget(requirementId);
    const ended = problem.code === "upload_not_found" || problem.code === "http_404";
    if (!ended) set(requirementId, { step: "refused", name, size, sent: 0, code: problem.code, problem });
  }

  return {
    at: (requirementId) => slots.get(requirementId) ?? null,
    received: (requirementId) => arrived.get(requirementId) ?? null,
    settle,
    give,
    cancel,
    recall,
    /** Whether something was received that the case does not list yet. */
    get unlisted() {
      return arrived.size > 0;
    },
    get busy() {
      return [...slots.values()].some(({ step }) => RUNNING.includes(step));
    },
  };
}

/** Whether the case lists this document, or one that has come after it. */
const isListed = (file, document) =>
  Boolean(file) &&
  (file.document_id === document.document_id || Date.parse(file.uploaded_at) > Date.parse(document.uploaded_at));
