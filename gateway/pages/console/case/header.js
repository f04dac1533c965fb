/** The head of a case: who it is, where it stands, whom it waits for, how high its risk is, and what can be done. */

import { h, said, visible } from "../../foundation/dom.js";
import { badge, icon } from "../../foundation/icons.js";
import { Problem } from "../../foundation/problem.js";
import { urgency } from "../queue/moments.js";
import { sparkline } from "../queue/sparkline.js";
import { countryName, DEADLINES } from "../words/cases.js";
import { DUE_DILIGENCE } from "../words/risk.js";
import { riskBadge, riskChange, statusBadge, WAITING } from "../words/statuses.js";
import { isDecided, mayDecide } from "./decide/choices.js";
import { decideDialog, giveDialog } from "./dialogs.js";
import { download } from "./downloads.js";
import { allScores, bandsOf } from "./scores.js";

export function caseHeader(desk) {
  const { detail } = desk;
  return h(
    "header",
    { class: "sheet case-head", key: "head", ref: measured },
    h(
      "div",
      { class: "case-title" },
      h("a", { class: "case-back", href: "/console/" }, icon("previous"), "Queue"),
      h("h1", null, said(detail.company_name)),
      statusBadge(detail.status),
      detail.waits_for && h("span", { class: "quiet" }, WAITING[detail.waits_for]?.sentence),
      detail.environment === "test" && badge("warn", "Test", { shape: "info", title: "Its registries are simulated." }),
      h("div", { class: "row case-acts no-print" }, acts(desk)),
    ),
    h(
      "dl",
      { class: "case-facts" },
      facts(desk)
        .filter(Boolean)
        .map(([word, ...told]) => h("div", { key: word }, h("dt", null, word), h("dd", null, told))),
    ),
  );
}

/** What is fixed to the window's top below the head needs to know how high the head is. */
function measured(element) {
  const tell = () => document.documentElement.style.setProperty("--case-head", `${element.offsetHeight}px`);
  new ResizeObserver(tell).observe(element);
  tell();
}

function acts(desk) {
  const { detail, context } = desk;
  const path = `/api/cases/${detail.case_id}`;
  const closed = detail.waits_for === null;
  return [
    detail.portal_url &&
      !closed &&
      h(
        "button",
        { type: "button", key: "link", onclick: () => copyLink(desk) },
        icon(desk.copied ? "good" : "open"),
        desk.copied ? "Link copied" : "Customer’s link",
      ),
    detail.report_available &&
      h(
        "button",
        { type: "button", key: "report", onclick: () => download(context, `${path}/report`, `${detail.case_id}.pdf`) },
        icon("download"),
        "Report",
      ),
    closed &&
      h(
        "button",
        {
          type: "button",
          key: "package",
          onclick: () => download(context, `${path}/package.zip`, `${detail.case_id}.zip`),
        },
        icon("download"),
        "Package",
      ),
    detail.workflow_url &&
      h(
        "a",
        { class: "button", key: "workflow", href: detail.workflow_url, target: "_blank", rel: "noreferrer" },
        icon("open"),
        "Workflow",
      ),
    mayDecide(desk) &&
      h(
        "button",
        {
          type: "button",
          key: "decide",
          class: "primary",
          disabled: isDecided(desk),
          title: isDecided(desk) ? "Your decision is recorded and waits to be applied" : null,
          onclick: () => decideDialog(desk),
        },
        icon("scales"),
        "Decide",
      ),
  ];
}

function facts(desk) {
  const {
    detail,
    context: { format },
  } = desk;
  return [
    ["Number", said(detail.company_registration_number ?? "not given")],
    detail.vat_number && ["VAT", said(detail.vat_number)],
    ["Country", [countryName(detail.country), ` (${visible(detail.country)})`]],
    ["Risk", risk(detail, format)],
    ["Due diligence", dueDiligence(detail)],
    ["Round", `${detail.current_iteration} of ${detail.max_iterations}`],
    ...detail.deadlines.filter(isAhead(detail)).map((one) => [DEADLINES[one.kind].fact, due(one, format)]),
    ["Assigned to", assignee(desk)],
  ];
}

const isAhead =
  ({ waits_for: waiting }) =>
  ({ kind, passed_at: passed }) =>
    waiting !== null && kind in DEADLINES && !passed;

function due({ due_at: at }, format) {
  const { word, tone, shape } = urgency(at);
  return [
    h("time", { datetime: at, title: format.exact(at) }, format.day(at)),
    " ",
    tone ? badge(tone, word, { shape }) : h("span", { class: "quiet" }, word),
  ];
}

function risk(detail, format) {
  const scores = allScores(detail);
  if (!scores.length) return h("span", { class: "quiet" }, "not assessed yet");
  const change = riskChange(scores, format);
  return h(
    "span",
    { class: "row" },
    riskBadge(scores.at(-1), format, bandsOf(detail)),
    change && sparkline(scores, format),
    change && h("span", { class: "quiet" }, icon(change.shape, { size: 12 }), " ", change.word),
  );
}

function dueDiligence({ investigation_results: results }) {
  if (!results.length) return h("span", { class: "quiet" }, "not known yet");
  const { word, tone, shape } = DUE_DILIGENCE[results.at(-1).due_diligence];
  return tone === "plain" ? word : badge(tone, word, { shape });
}

function assignee(desk) {
  const { detail, context } = desk;
  const held = detail.assignment?.assignee ?? null;
  const mine = held === context.me.key_id;
  const name = mine
    ? "you"
    : held
      ? said(context.officers.get(held)?.name ?? held)
      : h("span", { class: "quiet" }, "nobody");
  const acting = desk.can.write &&
    detail.waits_for !== null && [
      !held &&
        h(
          "button",
          { type: "button", class: "link", key: "mine", onclick: () => assign(desk, "me", "The case is yours.") },
          "assign to me",
        ),
      mine &&
        h(
          "button",
          {
            type: "button",
            class: "link",
            key: "release",
            onclick: () => assign(desk, null, "Released: anybody may take the case."),
          },
          "release",
        ),
      h("button", { type: "button", class: "link", key: "other", onclick: () => giveDialog(desk) }, "give to …"),
    ];
  return h("span", { class: "row" }, name, acting);
}

const assign = (desk, to, done) =>
  desk
    .command("/assign", { assignee: to }, { seen: null, done })
    .then(({ problem }) => problem && desk.context.failed(problem));

async function copyLink(desk) {
  try {
    await navigator.clipboard.writeText(desk.detail.portal_url);
    desk.copied = true;
    setTimeout(() => {
      desk.copied = null;
      desk.redraw();
    }, 4_000);
    desk.context.toast("good", "The customer’s link is in the clipboard. Whoever has it acts as the customer.");
  } catch {
    desk.context.failed(
      new Problem({
        status: 0,
        code: "no_clipboard",
        detail: `The browser does not let the page copy. The link: ${desk.detail.portal_url}`,
      }),
    );
  }
  desk.redraw();
}
