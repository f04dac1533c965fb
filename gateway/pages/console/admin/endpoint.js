/** The form of one endpoint, new or known, and its secret, which is shown once. */

import { keepsEntered, openDialog } from "../../foundation/dialog.js";
import { EVENTS } from "../words/admin.js";
import { checks, field } from "./fields.js";
import { sendingForm } from "./form.js";
import { keptQuestion, shownOnce } from "./shown_once.js";

const ROOT = "/api/admin/webhooks/endpoints";
const OPTIONS = { "*": "Everything, also what is added later", ...EVENTS };
const WARNING = "Copy the secret now: it is never shown again. Whoever has it can sign as we do.";

/** Asks for an endpoint and makes or changes it; resolves with whether something was done. */
export async function endpointDialog(context, endpoint) {
  const state = { events: new Set(endpoint?.events ?? ["*"]), busy: false, problem: null, done: null };
  const dialog = openDialog({
    title: endpoint ? "Edit the endpoint" : "New endpoint",
    content: (close, leave) =>
      state.done?.secret
        ? secret(state.done, context, close)
        : form(context, endpoint, state, { redraw: () => dialog.update(), close, leave }),
    mayClose: (entered) => (state.done?.secret ? keptQuestion("secret") : keepsEntered(state)(entered)),
  });
  await dialog.closed;
  return state.done !== null;
}

/** Shows a secret that was just made. */
export async function secretDialog(made, context) {
  await openDialog({
    title: "The new secret",
    content: (close) => secret(made, context, close),
    mayClose: () => keptQuestion("secret"),
  }).closed;
}

const secret = (made, { toast }, close) =>
  shownOnce({ what: "secret", warning: WARNING, value: made.secret, toast, close });

const form = ({ api }, endpoint, state, { redraw, close, leave }) =>
  sendingForm(state, {
    names: ["url", "description", "events"],
    fields: (problem) => fields(endpoint, state, problem, redraw),
    async send(given) {
      const body = {
        url: given.get("url"),
        description: given.get("description"),
        events: state.events.has("*") ? ["*"] : [...state.events],
      };
      const path = endpoint ? `${ROOT}/${endpoint.endpoint_id}` : ROOT;
      state.done = await (await api.send(endpoint ? "PATCH" : "POST", path, { body })).json();
      if (endpoint) close(true);
    },
    yes: endpoint ? "Save" : "Register",
    busyWord: "Saving …",
    isReady: state.events.size > 0,
    redraw,
    leave,
  });

const fields = (endpoint, state, problem, redraw) => [
  field(
    {
      name: "url",
      word: "Address",
      hint: "An https address that anyone on the Internet could reach.",
      required: true,
      maxlength: 2048,
      value: endpoint?.url ?? "",
      inputmode: "url",
      spellcheck: "false",
    },
    problem,
  ),
  field({ name: "description", word: "Description", maxlength: 200, value: endpoint?.description ?? "" }, problem),
  checks({ name: "events", word: "Which events", options: OPTIONS, chosen: state.events, redraw }, problem),
];
