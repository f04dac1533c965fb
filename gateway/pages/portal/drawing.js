/** Draws the page from the state that it is handed, keeps the focus where somebody is, and says aloud what changes. */

import { render } from "../foundation/dom.js";
import { door } from "./doors.js";
import { phasePage } from "./phases.js";

/**
 * `{redraw(), focusLater(id), announce(words)}`. `focusLater` names what gets the focus with the next drawing;
 * `prepare()` brings up to date what follows from the case.
 */
export function drawingOf(portal, root, prepare) {
  let focusNext = null;

  function redraw() {
    if (!portal.voice || (!portal.portalCase && !portal.problem)) return;
    const held = document.activeElement;
    const home = held?.closest("[data-home]")?.dataset.home;
    if (portal.portalCase) prepare();
    render(portal.problem ? door(portal, portal.problem) : phasePage(portal), root);
    const heading = document.getElementById("heading")?.textContent ?? "";
    document.title = [heading, portal.brand.name].filter(Boolean).join(" · ");
    const wanted = focusNext ?? (held?.isConnected ? null : home);
    focusNext = null;
    if (wanted) bringTo(wanted);
  }

  return {
    redraw,
    focusLater: (id) => { focusNext = id; },
    /** Takes text, or the parts of one; what is drawn later is left out of it. */
    announce(words) {
      portal.announcement = [words].flat().filter((part) => typeof part === "string").join("");
    },
  };
}

function bringTo(id) {
  const element = document.getElementById(id);
  if (!element) return;
  element.focus({ preventScroll: true });
  if (id === "heading") scrollTo({ top: 0 });
  else (element.closest(".sheet") ?? element).scrollIntoView({ block: "start" });
}
