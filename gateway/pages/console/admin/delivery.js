/** One delivery: all its attempts, and sending it again or giving it up. */

import { confirmed, openDialog } from "../../foundation/dialog.js";
import { h, visible } from "../../foundation/dom.js";
import { Problem } from "../../foundation/problem.js";
import { eventWord } from "../words/admin.js";
import { problemWords } from "../words/problems.js";
import { lastAnswer, stateBadge } from "./deliveries.js";
import { moment, sheetTable } from "./part.js";

const ROOT = "/api/admin/webhooks/deliveries";

/** Shows it; resolves with whether something was asked for. */
export async function deliveryDialog(delivery, context) {
  const state = { delivery: null, problem: null, busy: false, done: false };
  const at = `${ROOT}/${delivery.delivery_id}`;
  async function ask(what, said) {
    if (state.busy) return;
    state.busy = true;
    await attempt(async () => {
      await context.api.send("POST", `${at}/${what}`);
      state.done = true;
      context.toast("good", said);
      dialog.close();
    });
    state.busy = false;
    dialog.update();
  }
  const acts = {
    redeliver: () => ask("redeliver", "It is sent again."),
    async skip() {
      if (await confirmed(SKIPPING)) await ask("skip", "It is skipped; those behind it go on.");
    },
  };
  const dialog = openDialog({
    title: eventWord(delivery.event_type),
    wide: true,
    content: (close) => content(state, context, acts, close),
    mayClose: () => (state.busy && !state.done ? "busy" : null),
  });
  async function attempt(work) {
    state.problem = null;
    dialog.update();
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      state.problem = problemWords(problem);
    }
    dialog.update();
  }
  attempt(async () => {
    state.delivery = await context.api.get(at);
  });
  await dialog.closed;
  return state.done;
}

const SKIPPING = {
  title: "Give this event up?",
  text: [
    "The other system is never told of it. The events of the case behind it are sent as if it had come.",
    "If the other system only has to be mended first, leave it, and send it again afterwards.",
  ],
  yes: "Skip it for good",
  tone: "danger",
};

function content({ delivery, problem, busy }, { format }, acts, close) {
  const open = delivery && delivery.state !== "delivered" && delivery.state !== "skipped";
  return h(
    "div",
    { class: "form" },
    h(
      "div",
      { class: "body stack" },
      problem && h("p", { class: "notice bad", role: "alert" }, visible(problem)),
      !delivery && !problem && h("p", { class: "waits" }, "Loading …"),
      delivery && [
        h(
          "p",
          null,
          stateBadge(delivery.state),
          " ",
          h("code", null, delivery.event_type),
          " ",
          h("code", { class: "quiet" }, delivery.delivery_id),
        ),
        delivery.next_attempt_at && h("p", null, "Next attempt: ", moment(delivery.next_attempt_at, format)),
        delivery.attempt_log.length
          ? sheetTable(
              "Attempts",
              ["Attempt", "When", "Answer", "Took"],
              delivery.attempt_log.map((one) => ({
                key: one.attempt,
                cells: [
                  one.attempt,
                  moment(one.at, format),
                  lastAnswer({ last_status: one.status, last_error: one.error }),
                  `${format.number(one.milliseconds)} ms`,
                ],
              })),
            )
          : h("p", { class: "quiet" }, "Not tried yet."),
      ],
    ),
    h(
      "footer",
      null,
      open &&
        h("button", { type: "button", class: "danger", disabled: busy, onclick: acts.skip }, "Skip it …"),
      delivery && h("button", { type: "button", disabled: busy, onclick: acts.redeliver }, "Send it again"),
      h("button", { type: "button", class: "primary", onclick: () => close() }, "Close"),
    ),
  );
}
