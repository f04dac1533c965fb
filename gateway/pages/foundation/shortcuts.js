/**
 * Keys that move or open something. None of them decides anything: what changes a case is confirmed in a dialog.
 * Keys never fire while somebody types, while a dialog is open, or together with Ctrl, Alt or Meta. They can be
 * switched off, for whoever speaks to their computer or presses keys by accident; this browser keeps that.
 */

import { keptInBrowser } from "./memory.js";

const SEQUENCE = 1_200; // milliseconds between the keys of a sequence such as `g q`

const off = keptInBrowser("casewright-keys-off");

/**
 * Listens, and gives `{use(list) → stop, all(), work(), setWork(yes)}`.
 * A list has `{keys, does, run}`: `keys` as `j` or `g q`.
 */
export function shortcuts(target = document) {
  const lists = [];
  let first = null;
  let since = 0;
  let works = off.read() !== true;
  const known = () => lists.flat();

  target.addEventListener("keydown", (event) => {
    if (!works || event.defaultPrevented || isCommand(event) || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const fresh = Date.now() - since < SEQUENCE;
    const keys = first && fresh ? `${first} ${event.key}` : event.key;
    const match = known().findLast((one) => one.keys === keys) ?? known().findLast((one) => one.keys === event.key);
    first = match ? null : event.key;
    since = Date.now();
    if (!match) return;
    event.preventDefault();
    match.run(event);
  });

  return {
    use(list) {
      lists.push(list);
      return () => lists.splice(lists.indexOf(list), 1);
    },
    all: known,
    work: () => works,
    setWork(yes) {
      works = yes;
      if (yes) off.forget();
      else off.write(true);
    },
  };
}

/** Whether a key is meant for the browser or the system. AltGr, which says Ctrl and Alt on Windows, only writes `[`. */
function isCommand(event) {
  if (event.metaKey) return true;
  return (event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph");
}

function isTyping(element) {
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || element.matches("textarea, select, input:not([type=checkbox]):not([type=radio])");
}
