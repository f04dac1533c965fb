/**
 * Deciding a case. The dialog shows what the decision rests on, asks for a reason where one is needed, and sends the
 * version that the officer saw. If the case has moved meanwhile, it stays open with all that was entered, shows what
 * happened, and asks to look again: nothing is ever decided on what an officer has not seen.
 */

import { openDialog } from "../../../foundation/dialog.js";
import { h, said } from "../../../foundation/dom.js";
import { DECISIONS } from "../../words/actions.js";
import { statusOf } from "../../words/statuses.js";
import { changesSince } from "./changes.js";
import { choicesOf, isDecided, mayDecide, whoMayDecide, whyReason } from "./choices.js";
import { decisionForm } from "./form.js";
import { approvals } from "./grounds.js";

/**
 * Opens the dialog; `preset` is chosen at first. Where the officer may not decide, it says who may. The reason and the
 * tasks belong to the desk: whoever closes the dialog finds them again.
 */
export function decideDialog(desk, preset = null) {
  if (!mayDecide(desk) || isDecided(desk)) return notNow(desk);
  const state = {
    decision: preset,
    seen: desk.detail.version,
    shown: null,
    busy: false,
    problem: null,
    moved: null,
    tried: false,
  };
  const redraw = () => dialog.update();
  const dialog = openDialog({
    title: "Decide this case",
    wide: true,
    mayClose: () => (state.busy ? "busy" : null),
    content: (close, leave) =>
      decisionForm(desk, state, { redraw, leave, submit: () => decide(desk, state, dialog) }),
    onClose: () => stopFollowing(),
  });
  // What had not come when it opened still comes, and what it shows is to say so.
  const stopFollowing = desk.whenDrawn(redraw);
  desk.need(["profile", "features"]);
  return dialog;
}

function notNow(desk) {
  return openDialog({
    title: "This case cannot be decided by you now",
    content: (close) =>
      h(
        "div",
        { class: "form" },
        h("div", { class: "body stack" }, whyNotNow(desk), approvals()),
        h(
          "footer",
          null,
          h("button", { type: "button", class: "primary", autofocus: true, onclick: () => close() }, "Close"),
        ),
      ),
  });
}

function whyNotNow(desk) {
  const { detail, context: { me } } = desk;
  if (isDecided(desk)) return h("p", null, "Your decision is recorded already, and waits to be applied.");
  const { word, meaning } = statusOf(detail.status);
  if (choicesOf(detail).length === 0) {
    return h("p", null, `The case is “${word}”. ${meaning} It can be decided while it is “To review” or “Escalated”.`);
  }
  const who = whoMayDecide(detail);
  return h("p", null, `The case is “${word}”: it is decided by ${who}. You are signed in as `, said(me.name), ".");
}

/** Where something is lacking, as a selector; null where nothing is. */
function lacks(desk, { decision }) {
  if (!decision) return "input[name=decision]";
  if (decision === "follow_up" && !desk.tasks.list.length) return ".case-add-task";
  if (decision === "follow_up" && desk.tasks.problems().size) return ".case-tasks [aria-invalid]";
  return whyReason(decision, desk.detail) && !desk.reason.reason.trim() ? "#decision-reason" : null;
}

async function decide(desk, state, dialog) {
  const redraw = dialog.update;
  if (state.busy || state.moved) return;
  state.tried = true;
  const lacking = lacks(desk, state);
  if (lacking) {
    redraw();
    dialog.element.querySelector(lacking)?.focus();
    return;
  }
  Object.assign(state, { busy: true, problem: null });
  redraw();
  const { ok, recorded, problem } = await desk.command("/decision", bodyOf(desk, state), {
    seen: state.seen,
    done: DECISIONS[state.decision].done,
    what: DECISIONS[state.decision].word,
    onMoved: () => {}, // said in this dialog
  });
  state.busy = false;
  if (ok && !recorded) desk.decided();
  if (ok) dialog.close(true);
  else if (!dialog.element.isConnected) desk.context.failed(problem);
  else await refused(desk, state, problem, dialog);
}

const bodyOf = (desk, { decision }) => ({
  decision,
  ...(desk.reason.reason.trim() && { reason: desk.reason.reason.trim() }),
  ...(decision === "follow_up" && { follow_up_tasks: desk.tasks.toSend() }),
});

/** A refusal because of what others did shows what they did; any other is shown as it is. */
async function refused(desk, state, problem, dialog) {
  if (problem.code !== "case_moved" && problem.code !== "wrong_state") {
    state.problem = problem;
    dialog.update();
    return;
  }
  const last = state.shown.detail.audit_log.at(-1)?.sequence ?? 0;
  state.moved = {
    code: problem.code,
    detail: problem.detail,
    changes: () => changesSince(desk, last, problem.changes ?? []),
  };
  await desk.refresh();
  dialog.update();
  document.getElementById("case-moved")?.focus();
}
