/** The part of the viewer that scrolls: the page lies on it. */

import { onDemand } from "../../on_demand.js";

/** How a page is shown: its code comes when one is first opened. */
export const page = onDemand(() => import("./pane.js"), "paneView");

/** Brings a mark into the upper third of the stage, and moves nothing but the stage. */
export function showInStage(element) {
  const stage = element.closest(".stage");
  const [within, around] = [element.getBoundingClientRect(), stage.getBoundingClientRect()];
  stage.scrollTop += within.top - around.top - stage.clientHeight / 3;
  if (within.right > around.right || within.left < around.left) {
    stage.scrollLeft += within.left - around.left - stage.clientWidth / 3;
  }
}

/** Gives the keys to the page that lies open, once it does. */
export async function focusStage() {
  await page.need();
  document.querySelector(".stage")?.focus({ preventScroll: true });
}
