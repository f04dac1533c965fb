/** The document viewer of a case: the documents, and one page of them, or two beside each other. */

import { h } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { problemNotice } from "../parts_shown.js";
import { pageText } from "./loading.js";
import { pagesOf } from "./papers.js";
import { clearedIn, selectedIn, whenSelected } from "./selecting.js";
import { shelf } from "./shelf.js";
import { trimmed } from "./spans.js";
import { focusStage, page } from "./stage.js";
import { turnTo, zoom } from "./state.js";

const SETTLES = 150; // milliseconds that marking goes on before it is taken up

/** The viewer; `desk` is that of the case view. It loads what lies open. */
export function viewerPanel(desk) {
  const { panes } = desk.viewer;
  followMarking(desk);
  return h("div", { class: `viewer sheet${panes.length > 1 ? " double" : ""}` },
    shelf(desk),
    desk.problems.features && problemNotice(desk.problems.features, () => desk.retry("features")),
    panes.length > 1 && h("div", { class: "row spread viewer-beside no-print", key: "beside" },
      h("span", { class: "strong" }, "Side by side"),
      h("button", { type: "button", class: "plain", onclick: () => keepFirst(desk) }, icon("close"), "Show one page")),
    panes.length > 0 && page.shown(desk.redraw, (paneView) =>
      h("div", { class: "panes", key: "panes" }, panes.map((pane, at) => paneView(desk, pane, at)))),
    !panes.length && desk.detail.documents.length > 0 && h("p", { class: "quiet viewer-hint", key: "hint" },
      "Choose a document, or a value that was read in one: its page opens here with the words marked."));
}

function keepFirst(desk) {
  desk.viewer.panes = [desk.viewer.panes[desk.viewer.active] ?? desk.viewer.panes[0]];
  desk.viewer.active = 0;
  desk.redraw();
  focusStage();
}

let settling = null;

/** Takes up what somebody marks on a page. What is marked elsewhere, in a dialog say, changes nothing here. */
function followMarking(desk) {
  whenSelected(() => {
    clearTimeout(settling);
    settling = setTimeout(() => takeUp(desk), SETTLES);
  });
}

function takeUp(desk) {
  for (const stage of document.querySelectorAll(".stage[data-pane]")) {
    const pane = desk.viewer.panes[Number(stage.dataset.pane)];
    const text = pane && pageText(desk, pane.documentId, pane.pageIndex).value;
    const marked = text && selectedIn(stage);
    const span = marked && trimmed(text, marked);
    if (span) desk.viewer.selected = { documentId: pane.documentId, pageIndex: pane.pageIndex, ...span };
    else if (desk.viewer.selected && clearedIn(stage)) desk.viewer.selected = null;
    else continue;
    desk.redraw();
    return;
  }
}

/** The keys of the viewer; they act on the page that was used last. */
export function viewerKeys(desk) {
  const act = (change) => () => {
    const pane = desk.viewer.panes[desk.viewer.active];
    if (!pane) return;
    change(pane);
    desk.redraw();
  };
  const turn = (by) => act((pane) => turnTo(desk.viewer, pane, pane.pageIndex + by, pagesOf(desk, pane)));
  return [
    { keys: "[", does: "Previous page of the document", run: turn(-1) },
    { keys: "]", does: "Next page of the document", run: turn(1) },
    { keys: "+", does: "Enlarge the page", run: act((pane) => zoom(pane, 1)) },
    { keys: "-", does: "Make the page smaller", run: act((pane) => zoom(pane, -1)) },
    { keys: "0", does: "Fit the page to the viewer", run: act((pane) => zoom(pane, 0)) },
  ];
}
