/**
 * Who works here: found out before anything is shown. A link may bring a key, but it never changes who somebody is
 * without asking them: whatever they did from then on would be recorded under another name.
 */

import { confirmed } from "../foundation/dialog.js";
import { visible } from "../foundation/dom.js";
import { api } from "../foundation/http.js";
import { Problem } from "../foundation/problem.js";
import { currentKey, dropKey, findKey, signIn } from "./session.js";
import { problemWords } from "./words/problems.js";

/** What the server says of a key when it knows it but not as that of an officer, or knows it no more. */
const REFUSALS = [401, 403];

/**
 * Takes up the key that an address brought (or null); true if who one is has changed by it. `toast` says why a key was
 * not taken. Throws the `Problem` of a server that cannot say whose a key is.
 */
export async function takeUp(given, toast) {
  const held = await findKey();
  if (!given || given === held) return false;
  const now = held && (await ownerOf(held));
  if (now instanceof Problem || !held) {
    signIn(given);
    return true;
  }
  const other = await ownerOf(given);
  if (other instanceof Problem) {
    toast("bad", `The key in the address is not accepted: ${other.detail}. You are still ${visible(now.name)}.`);
    return false;
  }
  if (other.key_id === now.key_id || !(await isMeant(now, other))) return false;
  signIn(given);
  return true;
}

/** `GET /api/me` under the key that is held; null without a key, or after saying that it is refused. */
export async function whoAmI(toast) {
  const key = currentKey();
  if (!key) return null;
  const me = await ownerOf(key);
  if (!(me instanceof Problem)) return me;
  dropKey(key);
  toast("bad", problemWords(me));
  return null;
}

/** Whose a key is, or the `Problem` that says that it is nobody's; any other problem is thrown. */
async function ownerOf(key) {
  try {
    return await api(() => key).get("/api/me");
  } catch (problem) {
    if (problem instanceof Problem && REFUSALS.includes(problem.status)) return problem;
    throw problem;
  }
}

const isMeant = (now, other) =>
  confirmed({
    title: `Sign in as ${visible(other.name)} instead of ${visible(now.name)}?`,
    text: [
      "The address you opened brings the key of somebody else.",
      `What you do in this tab from then on is recorded as done by ${visible(other.name)}.`,
    ],
    yes: `Sign in as ${visible(other.name)}`,
    no: `Stay ${visible(now.name)}`,
  });
