/**
 * Who is signed in: an officer's key, kept for as long as the tab lives and handed to further tabs of this browser.
 * It comes by hand, or in the fragment of the address that `make run` prints, which no server ever sees.
 */

import { keptInTab } from "../foundation/memory.js";
import { forgetBegun, isBegun } from "./begun.js";

const ASKED = 150; // milliseconds that another tab has to answer
const channel = new BroadcastChannel("casewright-session");
const kept = keptInTab("casewright-key");
const left = keptInTab("casewright-left"); // somebody signed out here, and shall not be signed in by another tab

let key = kept.read();
let onSignedOut = () => {};

channel.onmessage = ({ data }) => {
  if (data.kind === "asked" && key) channel.postMessage({ kind: "told", key });
  if (data.kind === "signed-out" && data.key === key && key) leave(data.keyId);
  if (data.kind === "begun?" && data.key === key && isBegun(data.keyId)) channel.postMessage({ kind: "begun", key });
};

/** The key, or null. */
export const currentKey = () => key;

export function signIn(given) {
  key = given.trim();
  kept.write(key);
  left.forget();
}

/** Forgets the key, and what its officer has begun, in every tab that has the same. */
export function signOut(keyId) {
  channel.postMessage({ kind: "signed-out", key, keyId });
  leave(keyId);
}

/** Where the officer has begun what signing out would forget: "here", "elsewhere" for another tab, or null. */
export async function whereBegun(keyId) {
  if (isBegun(keyId)) return "here";
  const told = await asked({ kind: "begun?", key, keyId }, (data) => data.kind === "begun" && data.key === key);
  return told ? "elsewhere" : null;
}

/** Forgets a key that the server refused, in this tab and only if it is still the one: others find out themselves. */
export function dropKey(refused) {
  if (refused === key && key !== null) forget();
}

export function whenSignedOut(then) {
  onSignedOut = then;
}

/** The key that the address brings, or null. The address is left without it. */
export function takeKeyOfAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get("key")?.trim();
  if (given === undefined) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return given || null;
}

/** Looks for a key: in this tab, then in the others, unless this one was left. Gives it or null. */
export async function findKey() {
  return key ?? (left.read() ? null : askOtherTabs());
}

async function askOtherTabs() {
  const told = await asked({ kind: "asked" }, (data) => data.kind === "told");
  if (told) signIn(told.key);
  return key;
}

/** Asks the other tabs something; gives the first answer that `isMeant`, or null where none comes in time. */
function asked(question, isMeant) {
  return new Promise((found) => {
    const end = (answer) => {
      clearTimeout(patience);
      channel.removeEventListener("message", hear);
      found(answer);
    };
    const hear = ({ data }) => isMeant(data) && end(data);
    const patience = setTimeout(end, ASKED, null);
    channel.addEventListener("message", hear);
    channel.postMessage(question);
  });
}

function leave(keyId) {
  forgetBegun(keyId);
  forget();
}

function forget() {
  key = null;
  kept.forget();
  left.write(true);
  onSignedOut();
}
