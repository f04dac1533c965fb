/** Claiming the next case that waits. It asks first: a claim keeps the case from colleagues for an hour. */

import { openDialog } from "../../foundation/dialog.js";
import { h } from "../../foundation/dom.js";
import { commandId } from "../../foundation/http.js";
import { Problem } from "../../foundation/problem.js";
import { problemWords } from "../words/problems.js";
import { statusOf } from "../words/statuses.js";

const STATUSES = ["REVIEW_PENDING", "ESCALATED"];

/** The statuses of which this officer may claim; none for whoever decides nothing. */
export const claimable = ({ may_decide: mayDecide }) => STATUSES.filter((status) => mayDecide.includes(status));

/** Asks, claims, and goes to the case. */
export async function claimDialog(context, wanted) {
  const mine = claimable(context.me);
  const state = {
    status: mine.find((one) => wanted.status.includes(one)) ?? mine[0],
    busy: false,
    problem: null,
    id: commandId(),
  };
  const { closed, update } = openDialog({
    title: "Claim the next case",
    content: (close, leave) => form(context, mine, state, { redraw: () => update(), close, leave }),
    mayClose: () => (state.busy ? "busy" : null), // what is chosen here is no work that could be lost
  });
  const claimed = await closed;
  if (claimed) context.go(`/console/cases/${claimed}`);
}

function form({ api, toast }, mine, state, { redraw, close, leave }) {
  const submitted = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    Object.assign(state, { busy: true, problem: null });
    redraw();
    try {
      const { body } = await api.command("/api/cases/claim-next", { status: state.status }, { id: state.id });
      if (!body) toast("info", `Nothing waits in “${statusOf(state.status).word}”: every case has somebody.`);
      close(body?.case.case_id);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      state.problem = problemWords(problem);
    } finally {
      state.busy = false;
    }
    redraw();
  };
  return h(
    "form",
    { onsubmit: submitted },
    h(
      "div",
      { class: "body stack" },
      h(
        "p",
        null,
        "You get the case that was opened first among those that nobody has. ",
        "It is yours for an hour; you can release it at any time.",
      ),
      mine.length > 1 &&
        h(
          "fieldset",
          null,
          h("legend", null, "From"),
          mine.map((status) => choice(status, state, redraw)),
        ),
      state.problem && h("p", { class: "wrong", role: "alert" }, state.problem),
    ),
    h(
      "footer",
      null,
      h("button", { type: "button", onclick: leave }, "Cancel"),
      h(
        "button",
        { type: "submit", class: "primary", autofocus: true, disabled: state.busy },
        state.busy ? "Claiming …" : "Claim and open",
      ),
    ),
  );
}

const choice = (status, state, redraw) =>
  h(
    "label",
    { key: status, class: "choice" },
    h("input", {
      type: "radio",
      name: "status",
      value: status,
      checked: state.status === status,
      onchange: () => {
        Object.assign(state, { status, id: commandId() });
        redraw();
      },
    }),
    h("span", null, statusOf(status).word),
  );
