/**
 * What an officer has begun to write about cases, kept in this tab until it is sent: leaving a case, or loading the
 * page anew, takes nothing away. Another officer who signs in at the same tab does not find it, and forgets only their
 * own by signing out.
 */

import { keptInTab, namesInTab } from "../foundation/memory.js";

const BEGUN = "casewright-begun ";
/** What is kept of commands that were sent already: no work is lost with it. */
const SENT = "recorded";

/** One thing that is kept: `{read() → value or null, write(value), forget()}`. */
export const begunOf = ({ me }, caseId, name) => keptInTab(`${beginning(me.key_id)}${caseId} ${name}`);

const beginning = (keyId) => `${BEGUN}${keyId} `;

/** Whether the officer with this key id has begun anything in this tab that was not sent. */
export const isBegun = (keyId) => namesInTab(beginning(keyId)).some((name) => !name.endsWith(` ${SENT}`));

/** Forgets what that officer has begun in this tab. */
export const forgetBegun = (keyId) => namesInTab(beginning(keyId)).forEach((name) => keptInTab(name).forget());
