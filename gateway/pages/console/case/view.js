/** The view of one case: its header, the sections on the left, the document viewer on the right. */

import { h, render, visible } from "../../foundation/dom.js";
import { decideDialog } from "./dialogs.js";
import { deskOf } from "./desk.js";
import { caseHeader } from "./header.js";
import { newsNote } from "./news.js";
import { haveSettled, loadingNote, notice, problemNotice } from "./parts_shown.js";
import { progressPanel } from "./progress.js";
import { recordedNotes } from "./recorded.js";
import { ALWAYS, SECTIONS, sectionOf } from "./sections.js";
import { viewerKeys, viewerPanel } from "./viewer/panel.js";

export function show(root, context, params, query) {
  const id = params.id;
  const desk = deskOf(context, id, sectionOf(query.get("section")).name, () => draw());
  let settled = false;
  const draw = () => {
    context.title(desk.detail ? `${visible(desk.detail.company_name)} · ${sectionOf(desk.section).word}` : "Case");
    render(caseView(desk), root);
    if (!settled && hasArrived(desk)) {
      settled = true;
      context.settled();
    }
  };
  const stopKeys = context.keys.use(keysOf(desk, root));
  const showTab = () =>
    root.querySelector(".case-tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  desk.redraw();
  sectionOf(desk.section).code.need().then(desk.redraw); // beside the case, not after it
  desk.need(ALWAYS);
  desk.refresh().then(showTab);
  return {
    leave() {
      stopKeys();
      desk.leave();
    },
    update(next, nextQuery) {
      if (next.id !== id) return false;
      desk.enter(sectionOf(nextQuery.get("section")).name);
      showTab();
      return true;
    },
  };
}

function caseView(desk) {
  const isGone = desk.problems.detail?.status === 404; // what was deleted is not shown any more
  if (!desk.detail || isGone) return h("div", { class: "case" }, desk.problems.detail ? notThere(desk) : arriving());
  const arrived = hasArrived(desk);
  return h(
    "div",
    { class: "case" },
    caseHeader(desk),
    desk.problems.detail && problemNotice(desk.problems.detail, () => desk.refresh()),
    desk.detail.record_source === "snapshot" &&
      notice(
        "warn",
        "Shown from the database: the workflow cannot be reached. What was done a moment ago may be missing.",
      ),
    recordedNotes(desk),
    newsNote(desk),
    progressPanel(desk.detail.progress),
    sectionLinks(desk),
    h(
      "div",
      { class: "case-desk" },
      h("div", { class: "case-left", key: "left" }, sectionPanel(desk)),
      h(
        "aside",
        {
          class: `case-right ${arrived ? "" : "case-waits"}`,
          id: "case-viewer",
          "aria-label": "Documents",
          key: "right",
        },
        viewerPanel(desk),
      ),
    ),
  );
}

/** Whether all is there, or is known not to come, that the section is shown from. */
function hasArrived(desk) {
  const { needs, code } = sectionOf(desk.section);
  return desk.detail && (code.it || code.missing) && haveSettled(desk, [...ALWAYS, ...needs]);
}

const arriving = () => [
  h("header", { class: "sheet case-head", key: "head" }, h("h1", { class: "quiet" }, "Case")),
  loadingNote("Opening the case …"),
];

function notThere(desk) {
  const problem = desk.problems.detail;
  const gone = problem.status === 404;
  return h(
    "div",
    { class: "sheet empty", key: "nothing" },
    h("h1", null, gone ? "There is no such case" : "This case cannot be shown now"),
    gone
      ? h("p", null, "It may have been deleted, or belong to another organisation.")
      : problemNotice(problem, () => desk.retry("detail")),
    h("p", null, h("a", { class: "button", href: "/console/" }, "To the queue")),
  );
}

function sectionLinks(desk) {
  return h(
    "nav",
    { class: "tabs case-tabs", key: "tabs", "aria-label": "Sections of the case" },
    SECTIONS.map(({ name, word, count, code }) => {
      const number = count?.(desk) ?? 0;
      return h(
        "a",
        {
          key: name,
          href: desk.address(name),
          "aria-current": name === desk.section ? "page" : null,
          onpointerenter: code.soon,
          onfocus: code.soon,
        },
        word,
        number > 0 && h("span", { class: "count" }, number),
      );
    }),
  );
}

/** A section that fails shows that it does, and takes nothing from the others. */
function sectionPanel(desk) {
  const { name, word, code } = sectionOf(desk.section);
  return h(
    "div",
    { class: "case-section stack", key: `section ${name}` },
    h("h2", { id: "case-section", tabindex: -1, class: "unseen" }, word),
    code.shown(desk.redraw, (panel) => panel(desk)),
  );
}

function keysOf(desk, root) {
  const to = async (name) => {
    await desk.showSection(name);
    root.querySelector("#case-section")?.focus({ preventScroll: true });
  };
  return [
    ...SECTIONS.map(({ name, word, key }) => ({ keys: `g ${key}`, does: `Show: ${word}`, run: () => to(name) })),
    { keys: "d", does: "Open the decision", run: () => desk.detail && decideDialog(desk) },
    ...viewerKeys(desk),
  ];
}
