/** Which words of a page somebody has marked: on its picture or in its text. */

import { pointsIn } from "./spans.js";

let listener = null; // told of every change of what is marked; one page of the console is shown at a time

document.addEventListener("selectionchange", () => listener?.());

/** Calls `then()` whenever something else is marked, in place of whoever was called before. */
export function whenSelected(then) {
  listener = then;
}

/** The span `{start, end}` that is marked within `stage`; null if nothing is. */
export function selectedIn(stage) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!stage.contains(range.commonAncestorContainer)) return null;
  const touched = [...stage.querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
  if (!touched.length) return null;
  const start = placeIn(touched[0], range.startContainer, range.startOffset, "start");
  const end = placeIn(touched.at(-1), range.endContainer, range.endOffset, "end");
  return end > start ? { start, end } : null;
}

/** Where a boundary stands; one outside the piece means all of it. */
function placeIn(piece, node, offset, side) {
  const edge = Number(piece.dataset[side]);
  if (!piece.contains(node) || "whole" in piece.dataset || node.nodeType !== Node.TEXT_NODE) return edge;
  return Number(piece.dataset.start) + pointsIn(node.data.slice(0, offset));
}

/** Whether a click on this stage has just taken away what was marked on it. */
export function clearedIn(stage) {
  const selection = getSelection();
  return selection !== null && selection.isCollapsed && stage.contains(selection.anchorNode);
}
