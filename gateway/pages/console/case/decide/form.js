/** The form of a decision: what it rests on, the choices, the tasks that would be sent, the reason. */

import { h, said, visible } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { DECISIONS } from "../../words/actions.js";
import { withNames } from "../../words/events.js";
import { sentence } from "../../words/problems.js";
import { statusOf } from "../../words/statuses.js";
import { notice, problemNotice } from "../parts_shown.js";
import { taskEditor } from "../tasks/editor.js";
import { changesList } from "./changes.js";
import { choicesOf, mayDecide, whyNot, whyReason } from "./choices.js";
import { approvals, openStill, restsOn } from "./grounds.js";

const MOST_CHARACTERS = 4_000; // of a reason
const LONGEST_NAME = 40; // characters of a company's name on the button

/**
 * The form of `state`: `decision`, `seen` (the version that is sent), `shown` (the case as it is shown), `moved` (what
 * others did, until the officer has seen it), `problem`, `busy`, `tried`. `act` has `redraw`, `leave` and `submit`.
 */
export function decisionForm(desk, state, act) {
  if (state.moved && !mayDecide(desk)) return overtaken(desk, state, act.leave);
  const shown = shownCase(desk, state);
  const submitted = (event) => {
    event.preventDefault();
    act.submit();
  };
  return h(
    "form",
    { onsubmit: submitted, novalidate: true },
    h(
      "div",
      { class: "body stack case-decide" },
      h("p", { class: "case-decide-who" }, h("strong", null, said(shown.detail.company_name))),
      state.moved ? movedNote(desk, state, act.redraw) : state.problem && problemNotice(state.problem),
      h("div", { class: "case-decide-grounds" }, restsOn(shown), openStill(shown, desk.retry)),
      approvals(),
      choices(shown, state, act.redraw),
      state.decision === "follow_up" && tasks(desk, state, act.redraw),
      reason(desk, state, state.decision && whyReason(state.decision, shown.detail)),
    ),
    footer(shown, state, act.leave),
  );
}

/** The case as the officer sees it here: it stands still, however it moves behind the dialog, until they look again. */
function shownCase(desk, state) {
  const { context, detail, profile, features } = desk;
  if (detail.version === state.seen) {
    const [problems, readAt] = [{ ...desk.problems }, { ...desk.readAt }];
    state.shown = { context, detail, profile, features, problems, readAt };
  }
  return state.shown;
}

function choices(shown, state, redraw) {
  return [
    h(
      "fieldset",
      { key: "choices" },
      h("legend", null, "Your decision"),
      choicesOf(shown.detail).map((decision) => choice(shown, state, decision, redraw)),
    ),
    state.tried && !state.decision && h("p", { class: "wrong", role: "alert", key: "none" }, "Choose what you decide."),
  ];
}

function choice({ detail }, state, decision, redraw) {
  const { word, does } = DECISIONS[decision];
  const barred = whyNot(decision, detail);
  const chosen = () => {
    Object.assign(state, { decision, problem: null });
    redraw();
  };
  return h(
    "label",
    { key: decision, class: "choice case-choice" },
    h("input", {
      type: "radio",
      name: "decision",
      value: decision,
      checked: state.decision === decision,
      disabled: Boolean(barred),
      onchange: chosen,
    }),
    h(
      "span",
      null,
      h(
        "span",
        { class: "row" },
        h("strong", null, word),
        detail.recommended_action === decision && badge("info", "Recommended", { shape: "good" }),
      ),
      h("span", { class: "quiet" }, barred ?? does),
    ),
  );
}

function tasks(desk, state, redraw) {
  return h(
    "section",
    { key: "tasks" },
    h("h3", null, "Tasks for the customer"),
    taskEditor(desk, "dialog", redraw, state.tried),
    state.tried &&
      !desk.tasks.list.length &&
      h("p", { class: "wrong", role: "alert" }, "Add at least one task: the customer is asked for something."),
  );
}

function reason(desk, state, why) {
  const lacking = state.tried && why && !desk.reason.reason.trim();
  return h(
    "div",
    { class: "field", key: "reason" },
    h("label", { for: "decision-reason" }, why ? "Reason (needed)" : "Reason (if you want to give one)"),
    h("textarea", {
      id: "decision-reason",
      maxlength: MOST_CHARACTERS,
      value: desk.reason.reason,
      "aria-describedby": "decision-reason-hint",
      "aria-required": why ? "true" : null,
      "aria-invalid": lacking ? "true" : null,
      oninput: ({ target }) => desk.reason.write(target.value),
    }),
    h(
      "p",
      { class: lacking ? "wrong" : "hint", id: "decision-reason-hint", role: lacking ? "alert" : null },
      why ?? "For colleagues, auditors and the report; the customer does not see it.",
    ),
  );
}

function footer({ detail }, state, leave) {
  return h(
    "footer",
    null,
    h("button", { type: "button", onclick: leave }, "Cancel"),
    h(
      "button",
      {
        type: "submit",
        class: state.decision === "reject" ? "danger" : "primary",
        disabled: state.busy || Boolean(state.moved),
      },
      state.busy ? "Sending …" : confirmWords(detail, state.decision),
    ),
  );
}

/** `Approve Acme Trading BVBA`: the button names what it does, and to whom. */
function confirmWords({ company_name: company }, decision) {
  if (!decision) return "Decide";
  const name = visible(company);
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return h("span", null, `${DECISIONS[decision].verb} `, h("bdi", null, short));
}

function movedNote(desk, state, redraw) {
  const seenIt = () => {
    const decision = choicesOf(desk.detail).includes(state.decision) ? state.decision : null;
    Object.assign(state, { moved: null, problem: null, seen: desk.detail.version, decision });
    redraw();
  };
  return h(
    "div",
    { key: "moved", class: "stack", id: "case-moved", tabindex: -1 },
    notice(
      "warn",
      state.moved.code === "case_moved"
        ? "Nothing was decided: the case has changed since you looked. Your reason and tasks are kept."
        : said(sentence(withNames(state.moved.detail, desk.context.officers))),
    ),
    changesList(desk, state.moved.changes()),
    h("p", null, h("button", { type: "button", class: "primary", onclick: seenIt }, icon("good"), "I have seen this")),
  );
}

/** Somebody else was faster, and nothing is left to decide here. What was written stays, to be copied. */
function overtaken(desk, state, leave) {
  const { word, meaning } = statusOf(desk.detail.status);
  return h(
    "div",
    { class: "form", key: "overtaken" },
    h(
      "div",
      { class: "body stack", id: "case-moved", tabindex: -1 },
      notice("warn", `Nothing was decided by you: the case is “${word}” now. ${meaning}`),
      changesList(desk, state.moved.changes()),
      desk.reason.reason.trim() &&
        h("div", null, h("h3", null, "What you had written"), h("p", null, said(desk.reason.reason))),
    ),
    h("footer", null, h("button", { type: "button", class: "primary", onclick: leave }, "Close")),
  );
}
