/**
 * One file on its way, in pieces, by tus 1.0. It knows nothing of the page.
 *
 * When no answer comes it waits for the connection and asks how much has arrived; only the server knows that. For the
 * connection it waits as long as that takes, for a server that answers and cannot take it only a few times: other files
 * may have more luck. Whoever called it can go on with the same upload later.
 */

import { Problem } from "../foundation/problem.js";

const SMALL = 256 * 1024; // bytes; the first piece, and after a lost connection
const LARGE = 1024 * 1024;
const QUICK = 1_500; // milliseconds; after a piece that was faster the next one is larger
const TROUBLES = 3; // times in a row that a server in trouble is asked again
const LONGEST = 30; // seconds; a server that wants to be left alone for longer is not waited for
const FRUITLESS = 6; // times in a row that an upload may be begun anew or set right without a byte more arriving

/**
 * Sends the file; gives the document that it became, or throws the `Problem` that ended it, or what `signal` says.
 *
 * @param {{file: File, requirementId: string, known: ?string, signal: AbortSignal}} what `known` is the id of an upload
 *   that was begun before, to go on with.
 * @param {{api: object, connection: object}} through
 * @param {{begun: (id: string) => void, moved: (state: {step: string, sent: number}) => void}} tell `step` is
 *   `sending`, `waiting` (for the connection) or `held_up` (by the server).
 */
export async function sendFile({ file, requirementId, known, signal }, { api, connection }, tell) {
  const course = { id: known, offset: known ? null : 0, sent: 0, piece: SMALL, lost: 0, troubles: 0, fruitless: 0 };

  async function forward() {
    if (!course.id) {
      course.id = await api.beginUpload(file, requirementId, signal);
      course.offset = 0;
      tell.begun(course.id);
    }
    course.offset ??= await api.uploadOffset(course.id, signal);
    connection.found();
    tell.moved({ step: "sending", sent: course.offset });
    return onePiece(course, await bytesOf(file, course.offset, course.piece));
  }

  async function onePiece({ id, offset }, bytes) {
    const began = performance.now();
    const answer = await api.sendPiece(id, offset, bytes, signal);
    if (answer.document) return answer.document;
    if (performance.now() - began < QUICK) course.piece = Math.min(course.piece * 2, LARGE);
    if (answer.offset > offset) Object.assign(course, { lost: 0, troubles: 0, fruitless: 0 });
    course.offset = answer.offset;
    return null;
  }

  async function afterProblem(problem) {
    const remedy = remedyFor(problem);
    if (!remedy || course.fruitless >= FRUITLESS) throw problem;
    if (remedy === "wait") await wait(problem);
    else course.fruitless += 1;
    if (remedy === "begin_anew") course.id = null;
    course.offset = null;
  }

  async function wait(problem) {
    const answered = problem.status > 0;
    course.sent = course.offset ?? course.sent;
    if (answered) {
      connection.found();
      if (course.troubles >= TROUBLES || problem.retryAfter > LONGEST) throw problem;
    } else {
      connection.lost();
    }
    tell.moved({ step: answered ? "held_up" : "waiting", sent: course.sent });
    course.piece = SMALL;
    const attempt = answered ? course.troubles++ : course.lost++;
    await connection.whenBack(attempt, { atLeast: (problem.retryAfter ?? 0) * 1000, signal });
  }

  for (;;) {
    try {
      const document = await forward();
      if (document) return document;
    } catch (problem) {
      if (signal.aborted) throw problem;
      await afterProblem(problem);
    }
  }
}

/** What to do about a problem; null if it is a refusal, or no problem with the sending at all. */
function remedyFor(problem) {
  if (!(problem instanceof Problem)) return null;
  if (problem.passing) return "wait";
  if (problem.code === "upload_offset_conflict") return "ask_again";
  // To a HEAD there is no body that could say more than 404.
  return problem.code === "upload_not_found" || problem.code === "http_404" ? "begin_anew" : null;
}

/** The next bytes, read before they are sent: a file that has moved would look like a lost connection otherwise. */
async function bytesOf(file, offset, length) {
  try {
    return new Blob([await file.slice(offset, offset + length).arrayBuffer()]);
  } catch (error) {
    throw new Problem({ status: 400, code: "file_moved", detail: `the file cannot be read: ${error.name}` });
  }
}
