/** What lies open in the document viewer: one page, or two beside each other, and how each is looked at. */

import { pageStore } from "./loading.js";

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]; // of the width of the viewer

let last = null;

/** A viewer in which nothing lies open. The pictures of the one before are given back. */
export function viewerState() {
  last?.store.release();
  last = { panes: [], active: 0, shelf: null, system: null, selected: null, store: pageStore() };
  return last;
}

/**
 * Opens a place: `{documentId, pageIndex, start, end}`, without a span the page, or with `quote` in place of a span; or
 * two beside each other: `{documents: [place, place]}`.
 */
export function look(state, place) {
  const places = place.documents ?? [place];
  state.panes = places.map((each, at) => pane(each, places.length === state.panes.length ? state.panes[at] : null));
  state.active = 0;
  state.selected = null;
  state.shelf = false;
}

/** Shows another page in a pane, without a place to be marked. */
export function turnTo(state, pane, pageIndex, pages) {
  const wanted = Math.min(Math.max(0, pageIndex), pages - 1);
  if (!Number.isInteger(wanted) || wanted === pane.pageIndex) return;
  Object.assign(pane, { pageIndex: wanted, target: null });
  state.selected = null;
}

/** A step nearer (`1`) or further (`-1`); `0` fits the page to the viewer. */
export function zoom(pane, way) {
  const steps = way < 0 ? STEPS.filter((step) => step < pane.zoom).slice(-1) : STEPS.filter((step) => step > pane.zoom);
  pane.zoom = way === 0 ? 1 : steps[0] ?? pane.zoom;
}

/** What was set for the pane before stays, but for how a page was turned, which belongs to one document. */
function pane({ documentId, pageIndex = 0, start = null, end = null, quote = null }, before) {
  const same = before?.documentId === documentId;
  return {
    documentId, pageIndex,
    target: start !== null || quote ? { start, end, quote } : null,
    zoom: before?.zoom ?? 1,
    turned: same ? before.turned : 0,
    asText: before?.asText ?? false,
    layer: null,
  };
}
