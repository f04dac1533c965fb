/** A form of administration: sent once at a time; a refusal stands in it, with all that was entered. */

import { h } from "../../foundation/dom.js";
import { Problem } from "../../foundation/problem.js";
import { elsewhere } from "./fields.js";

/**
 * `state` keeps `busy` and `problem`. `fields(problem)` describes the fields, `names` those that a refusal can be
 * about; `send(data)` is handed the `FormData` and sends them; `yes` and `busyWord` stand on the button, `isReady` says
 * whether it can be pressed. `redraw` and `leave` are those of the dialog.
 */
export function sendingForm(state, { names, fields, send, yes, busyWord, isReady, redraw, leave }) {
  const submitted = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    const given = new FormData(event.target);
    Object.assign(state, { busy: true, problem: null });
    redraw();
    try {
      await send(given);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      state.problem = problem;
    } finally {
      state.busy = false;
    }
    redraw();
  };
  return h(
    "form",
    { onsubmit: submitted },
    h("div", { class: "body" }, elsewhere(state.problem, names), fields(state.problem)),
    h(
      "footer",
      null,
      h("button", { type: "button", onclick: leave }, "Cancel"),
      h(
        "button",
        { type: "submit", class: "primary", disabled: state.busy || !isReady },
        state.busy ? busyWord : yes,
      ),
    ),
  );
}
