/** The texts and pictures of pages: each is fetched once, with the officer's key, and the latest are kept. */

import { Problem } from "../../../foundation/problem.js";
import { withPoints } from "./spans.js";

const TEXTS = 60;
const PICTURES = 12; // each takes some megabytes

/** An empty store; `release()` gives back the memory of the pictures. */
export function pageStore() {
  const texts = new Map();
  const pictures = new Map();
  return {
    texts,
    pictures,
    release() {
      for (const { value } of pictures.values()) if (value) URL.revokeObjectURL(value);
      pictures.clear();
    },
  };
}

/** The text of a page: `{value, problem}`, both null while it loads. Loads it if it is not there. */
export const pageText = (desk, documentId, pageIndex) =>
  entry(desk, desk.viewer.store.texts, TEXTS, `/documents/${documentId}/pages/${pageIndex}`,
    async (path) => withPoints(await desk.context.api.get(path)));

/** The address of the picture of a page, as `pageText`. */
export const pagePicture = (desk, documentId, pageIndex) =>
  entry(desk, desk.viewer.store.pictures, PICTURES, `/documents/${documentId}/pages/${pageIndex}/picture`,
    async (path) => URL.createObjectURL(await (await desk.context.api.read(path)).blob()));

/** Forgets what could not be loaded, so that it is tried again. */
export function tryAgain(desk) {
  for (const known of [desk.viewer.store.texts, desk.viewer.store.pictures]) {
    for (const [path, { problem }] of known) if (problem) known.delete(path);
  }
  desk.redraw();
}

function entry(desk, known, most, below, read) {
  const path = `/api/cases/${desk.detail.case_id}${below}`;
  const found = known.get(path) ?? { value: null, problem: null };
  if (!known.has(path)) load(desk, path, found, read);
  known.delete(path);
  known.set(path, found); // the last that was looked at is the last to go
  for (const [oldest, { value }] of known) {
    if (known.size <= most) break;
    if (typeof value === "string") URL.revokeObjectURL(value);
    known.delete(oldest);
  }
  return found;
}

async function load(desk, path, found, read) {
  try {
    found.value = await read(path);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    found.problem = problem;
  }
  desk.redraw();
}
