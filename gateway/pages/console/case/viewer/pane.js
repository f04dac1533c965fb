/** One open page: what it is, how to turn and enlarge it, the page itself, and what was read on it. */

import { h, said, visible } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { featureWord } from "../../words/facts.js";
import { citeDialog } from "../dialogs.js";
import { loadingNote, problemNotice } from "../parts_shown.js";
import { findingForm } from "./finding.js";
import { pagePicture, pageText, tryAgain } from "./loading.js";
import { pagesOf, paperOf } from "./papers.js";
import { pictureOf } from "./picture.js";
import { downloadButton } from "./shelf.js";
import { hasLayout, spanOf, textOf } from "./spans.js";
import { turnTo, zoom } from "./state.js";
import { textPage } from "./text.js";

const LONGEST = 1000; // characters of a quote

/** The pane at `at` of the viewer. */
export function paneView(desk, pane, at) {
  const paper = paperOf(desk, pane.documentId);
  if (!paper) return h("p", { class: "notice warn", key: `pane ${at}` }, icon("warn"),
    "This document is no longer part of the case.");
  const text = textOfPane(desk, pane, paper);
  const page = text?.value ?? null;
  return h("section", { class: "pane", key: `pane ${at}`, "aria-label": visible(paper.document.filename),
    onfocusin: () => { desk.viewer.active = at; } },
    bar(desk, pane, paper, page, text !== null),
    h("div", {
      class: "stage", key: "stage", tabindex: 0, role: "region", "data-pane": at,
      "aria-label": visible(`Page ${pane.pageIndex + 1} of ${paper.document.filename}`),
    }, stage(desk, pane, paper, text)),
    page && desk.viewer.panes.length === 1 && [
      desk.can.write && findingForm(desk, pane, page, at), marking(desk, pane, page), readHere(desk, pane),
    ]);
}

/** The text as `pageText` gives it; null where nothing was read. What was read is told by the features. */
function textOfPane(desk, pane, paper) {
  if (!desk.features && !desk.problems.features) return { value: null, problem: null };
  if (desk.features && paper.pages === null) return null;
  return pageText(desk, pane.documentId, pane.pageIndex);
}

const isText = (pane, page) => pane.asText || (page !== null && !hasLayout(page));

function bar(desk, pane, paper, page, isReadable) {
  const act = (change) => () => { change(); desk.redraw(); };
  const flat = page !== null && !hasLayout(page);
  const button = (name, word, onclick, disabled = false) => h("button", {
    type: "button", class: "plain", "aria-label": word, title: word, onclick, disabled, key: word,
  }, icon(name));
  return h("div", { class: "pane-bar no-print", key: "bar" },
    h("div", { class: "pane-head" },
      said(paper.document.filename, { class: "strong pane-name" }), downloadButton(desk, paper.document)),
    isReadable && h("div", { class: "row", key: "tools" }, pager(desk, pane, button, act),
      h("div", { class: "segments", role: "group", "aria-label": "Shown as" },
        [[false, "Page"], [true, "Text"]].map(([asText, word]) => h("button", {
          type: "button", key: word, "aria-pressed": String(isText(pane, page) === asText), disabled: flat && !asText,
          title: flat && !asText ? "This document has no pictures of its pages" : null,
          onclick: act(() => { pane.asText = asText; }),
        }, word))),
      !isText(pane, page) && h("div", { class: "row tight", key: "size" },
        button("zoom_out", "Smaller (-)", act(() => zoom(pane, -1))),
        h("button", { type: "button", class: "plain", onclick: act(() => zoom(pane, 0)), title: "Fit the width (0)",
          "aria-label": `Fit the width; now ${pane.zoom * 100} %` },
          `${pane.zoom * 100} %`),
        button("zoom_in", "Larger (+)", act(() => zoom(pane, 1))),
        button("turn", "Turn the page", act(() => { pane.turned = (pane.turned + 3) % 4; })))));
}

function pager(desk, pane, button, act) {
  const pages = pagesOf(desk, pane);
  const to = (pageIndex) => act(() => turnTo(desk.viewer, pane, pageIndex, pages));
  return h("div", { class: "row tight", key: "pager" },
    button("previous", "Previous page ([)", to(pane.pageIndex - 1), pane.pageIndex === 0),
    h("label", { class: "page-number" }, "Page",
      h("input", {
        type: "text", inputmode: "numeric", key: `${pane.documentId} ${pane.pageIndex}`,
        value: String(pane.pageIndex + 1),
        onchange: ({ target }) => {
          to(Number(target.value) - 1)();
          target.value = String(pane.pageIndex + 1);
        },
      }), `of ${pages}`),
    button("next", "Next page (])", to(pane.pageIndex + 1), pane.pageIndex >= pages - 1));
}

function stage(desk, pane, paper, text) {
  if (text === null) return unread(paper);
  if (text.problem) return notLoaded(desk, pane, paper, text.problem);
  if (!text.value) return h("div", { class: "leaf blank", key: "leaf" }, loadingNote("Loading the page …"));
  const page = text.value;
  const shown = {
    page, span: spanOf(page, pane.target), others: others(desk, pane), selected: selectedOn(desk, pane),
    label: visible(`Page ${pane.pageIndex + 1} of ${paper.document.filename}`),
  };
  if (isText(pane, page)) return textPage(shown);
  const picture = pagePicture(desk, pane.documentId, pane.pageIndex);
  return [
    picture.problem && failed("The picture of this page could not be loaded. Its text can be read all the same.",
      () => tryAgain(desk)),
    !picture.problem && pictureOf(pane, { ...shown, picture: picture.value }),
  ];
}

const failed = (words, again) => problemNotice({ detail: words, status: 0 }, again);

function unread({ problem }) {
  return h("div", { class: "empty", key: "unread" },
    h("h3", null, problem ? "This document cannot be shown" : "Not read yet"),
    h("p", null, problem ? said(problem) : "Its pages come here once the investigation has read it.",
      " You can download it as it was sent."));
}

function notLoaded(desk, pane, paper, problem) {
  if (problem.status === 404) {
    return h("div", { class: "empty", key: "beyond" }, h("h3", null, "This page was not read"),
      h("p", null, paper.problem ? said(paper.problem)
        : "A document is read up to a limit of pages, and only once the investigation begins.",
        " You can download it as it was sent."));
  }
  return problemNotice(problem, () => tryAgain(desk));
}

/** What was read on this page, place by place. */
function readings(desk, { documentId, pageIndex }) {
  return Object.entries(desk.features?.features ?? {}).flatMap(([feature, { candidates }]) =>
    candidates.flatMap((candidate) => candidate.evidence
      .filter(({ doc_id: id, page_index: at }) => id === documentId && at === pageIndex)
      .map(({ evidence_id: id, location }) => ({
        id: `${candidate.candidate_id} ${id}`, feature, value: candidate.value_normalized,
        start: location.char_start, end: location.char_end,
      }))));
}

const isTarget = ({ target }, { start, end }) => target?.start === start && target?.end === end;

const others = (desk, pane) => readings(desk, pane).filter((one) => !isTarget(pane, one))
  .map(({ start, end, feature, value }) => ({ start, end, title: `${featureWord(feature)}: ${value}` }));

function readHere(desk, pane) {
  const found = readings(desk, pane);
  if (!found.length) return null;
  return h("details", { class: "read-here", key: "read" },
    h("summary", null, "Read on this page", h("span", { class: "quiet" }, ` ${found.length}`)),
    h("ul", null, found.map(({ id, feature, value, start, end }) => h("li", { key: id },
      h("button", {
        type: "button", class: "link", "aria-current": isTarget(pane, { start, end }) ? "true" : null,
        onclick: () => { pane.target = { start, end, quote: null }; desk.redraw(); },
      }, h("span", { class: "quiet" }, `${featureWord(feature)}: `), said(value))))));
}

const selectedOn = ({ viewer }, { documentId, pageIndex }) =>
  viewer.selected?.documentId === documentId && viewer.selected.pageIndex === pageIndex ? viewer.selected : null;

/** What somebody has marked, and what can be made of it. The line is always there, so that nothing moves. */
function marking(desk, pane, page) {
  if (!desk.can.write) return null;
  const selected = selectedOn(desk, pane);
  const quote = selected && textOf(page, selected.start, selected.end);
  const tooLong = selected && selected.end - selected.start > LONGEST;
  return h("div", { class: "marking no-print", key: "marking" },
    h("p", { class: "small clip grow", "aria-live": "polite" }, selected
      ? [tooLong ? `Too long: at most ${LONGEST} characters. ` : "Marked: ",
        h("q", null, said(quote.replace(/\s+/g, " ")))]
      : h("span", { class: "quiet" }, "Mark words on the page, or write them above, to put them on record.")),
    h("button", {
      type: "button", disabled: !selected || tooLong, onclick: () => cite(desk, { ...selected, quote }),
    }, "Use this as …"));
}

/** What is on record is marked no longer. */
async function cite(desk, cited) {
  if (!(await citeDialog(desk, cited))) return;
  desk.viewer.selected = null;
  desk.redraw();
}
