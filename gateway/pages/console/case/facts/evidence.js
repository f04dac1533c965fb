/** The bytes a statement was read from: what a source sent, as text, with its hash and where it came from. */

import { h, said, visible } from "../../../foundation/dom.js";
import { openDialog } from "../../../foundation/dialog.js";
import { badge, icon } from "../../../foundation/icons.js";
import { Problem } from "../../../foundation/problem.js";
import { download } from "../downloads.js";
import { loadingNote, problemNotice } from "../parts_shown.js";
import { filename } from "./rows.js";

const SHOWN = 100_000; // characters; what is longer is downloaded

const PROBLEMS = {
  missing: "The stored bytes are missing.",
  altered: "The stored bytes are no longer those that were collected.",
  too_large: "The stored bytes are too large to be checked here.",
};
const OMITTED = {
  missing: "There are no stored bytes to show.",
  too_large: "It is too large to be shown here: download it.",
  total_limit: "There is too much evidence to show all of it here: download it.",
  not_text: "It is no text: download it.",
};

/** Opens the evidence of a statement. That of a document is the file itself. */
export function showEvidence(desk, { hash, heading, documentId }) {
  const known = desk.evidence?.evidence.some(({ data_hash: each }) => each === hash);
  let state = { chain: known ? desk.evidence : null, problem: null };
  const dialog = openDialog({
    title: documentId ? "Evidence: a document" : "Evidence",
    wide: true,
    content: () => h("div", { class: "form" }, h("div", { class: "body stack" }, content())),
  });
  const set = (change) => { state = { ...state, ...change }; dialog.update(); };
  if (!documentId && !state.chain) load();

  async function load() {
    set({ problem: null });
    try {
      desk.evidence = await desk.context.api.get(`/api/cases/${desk.detail.case_id}/evidence`);
      set({ chain: desk.evidence });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      set({ problem });
    }
  }

  function content() {
    if (documentId) return ofDocument(desk, hash, documentId);
    if (state.problem) return problemNotice(state.problem, load);
    if (!state.chain) return loadingNote("Reading the evidence …");
    const item = state.chain.evidence.find(({ data_hash: known }) => known === hash);
    return item ? ofSource(desk, item) : [
      lines([["Source", said(heading)], ["Hash", hashLine(desk, hash)]]),
      h("p", null, "These bytes are not in the case's chain of evidence."),
    ];
  }
}

function ofSource(desk, item) {
  return [
    lines([
      ["Source", h("span", { class: "row tight" }, said(item.source),
        item.environment === "test" && badge("warn", "test", { shape: "info" }))],
      ["Collected", desk.context.format.exact(item.collected_at)],
      ["Hash", hashLine(desk, item.data_hash)],
      ["Checked", item.verified ? badge("good", "The stored bytes still have this hash")
        : badge("bad", PROBLEMS[item.problem] ?? "Not verified")],
      ["Address", item.source_url ? said(item.source_url, { class: "id" }) : "none"],
    ]),
    h("button", { type: "button", onclick: () =>
      download(desk.context, item.download_url, item.storage.split("/").at(-1)) },
      icon("download"), "Download the bytes"),
    rawData(item),
  ];
}

function ofDocument(desk, hash, documentId) {
  const document = desk.detail.documents.find(({ document_id: id }) => id === documentId);
  return [
    lines([["Document", said(filename(documentId, desk.detail))], ["Hash", hashLine(desk, hash)]]),
    h("p", null, "The evidence is the file that the customer uploaded. Its hash was taken when it arrived."),
    document && h("button", { type: "button",
      onclick: () => download(desk.context, downloadPath(desk, document), document.filename) },
      icon("download"), "Download the file"),
  ];
}

/** Where a document of the case is downloaded. */
export const downloadPath = (desk, document) =>
  `/api/cases/${desk.detail.case_id}/documents/download?key=${encodeURIComponent(document.minio_key)}`;

const lines = (pairs) =>
  h("dl", { class: "facts-lines" }, pairs.map(([word, value]) =>
    h("div", { key: word }, h("dt", null, word), h("dd", null, value))));

const hashLine = (desk, hash) => h("span", { class: "row tight" }, h("span", { class: "id" }, hash),
  h("button", { type: "button", class: "plain small", onclick: () => copy(desk, hash) }, "Copy"));

async function copy(desk, text) {
  try {
    await navigator.clipboard.writeText(text);
    desk.context.toast("good", "The hash is copied.");
  } catch {
    desk.context.toast("warn", "This browser does not let the page copy. Mark the hash and copy it by hand.");
  }
}

function rawData({ raw_data: data, raw_data_omitted: omitted }) {
  if (omitted) return h("p", { class: "quiet" }, OMITTED[omitted] ?? "It cannot be shown here: download it.");
  const text = typeof data === "string" ? data : JSON.stringify(data, null, 2);
  return [
    h("pre", { class: "facts-raw", tabindex: 0, role: "region", "aria-label": "What the source sent" },
      visible(text.slice(0, SHOWN))),
    text.length > SHOWN && h("p", { class: "quiet" }, "Only the beginning is shown: download it to see the whole."),
  ];
}
