/** Opens the dialogs of a case whose code is fetched when one is first opened. */

import { onDemand } from "../on_demand.js";
import { changesSince } from "./decide/changes.js";
import { isOwnDoing } from "./news.js";

const NOT_COME =
  "This could not be opened: you are not connected, or Casewright was updated meanwhile. Reload the page; what you " +
  "began to write is kept.";
const MOVED = "The case changed while this was opened. Look at it as it is now, and open it again.";

let opening = false; // of all dialogs together: none opens over another that was asked for before

/**
 * A dialog: `(desk, ...asked)` gives what its own function gives, or null after saying why it could not be opened.
 * What is `asked` was taken from the case as it was shown at the press: if others move the case until the code is
 * there, that is said instead, for what is sent would bear a version that the officer has not seen.
 */
export function openedOnDemand(load, name) {
  const dialog = onDemand(load, name);
  return async (desk, ...asked) => {
    if (opening) return null;
    const { version, audit_log: log } = desk.detail;
    const is = (yes) => document.body.classList.toggle("opening", (opening = yes));
    is(true);
    await dialog.need().finally(() => is(false));
    const hasMoved = asked.length > 0 && desk.detail.version !== version && !isOwn(desk, log.at(-1)?.sequence ?? 0);
    if (dialog.it && !hasMoved) return desk.isLeft ? null : dialog.it(desk, ...asked);
    desk.context.toast("bad", dialog.it ? MOVED : NOT_COME);
    return null;
  };
}

const isOwn = (desk, last) => isOwnDoing(changesSince(desk, last, []), desk.context.me);
