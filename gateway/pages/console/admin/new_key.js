/** Making a key for another system. The key itself is shown once. */

import { keepsEntered, openDialog } from "../../foundation/dialog.js";
import { SCOPES } from "../words/admin.js";
import { checks, field } from "./fields.js";
import { sendingForm } from "./form.js";
import { keptQuestion, shownOnce } from "./shown_once.js";

const WARNING = "Copy the key now, and keep it where secrets are kept: it is never shown again.";

/** Asks and makes. Resolves with true if a key was made. */
export async function newKeyDialog({ api, toast }) {
  const state = { scopes: new Set(["cases:read"]), busy: false, problem: null, made: null };
  const redraw = () => dialog.update();
  const dialog = openDialog({
    title: "New key",
    content: (close, leave) =>
      state.made
        ? shownOnce({ what: "key", warning: WARNING, value: state.made.key, toast, close })
        : form(api, state, redraw, leave),
    mayClose: (entered) => (state.made ? keptQuestion("key") : keepsEntered(state)(entered)),
  });
  await dialog.closed;
  return state.made !== null;
}

const form = (api, state, redraw, leave) =>
  sendingForm(state, {
    names: ["name", "scopes", "expires_in_days", "rate_limit"],
    fields: (problem) => fields(state, problem, redraw),
    async send(given) {
      const days = given.get("expires_in_days");
      const body = {
        name: given.get("name"),
        scopes: [...state.scopes],
        rate_limit: Number(given.get("rate_limit")),
        ...(days && { expires_in_days: Number(days) }),
      };
      state.made = await (await api.send("POST", "/api/admin/integration-keys", { body })).json();
    },
    yes: "Make the key",
    busyWord: "Making …",
    isReady: state.scopes.size > 0,
    redraw,
    leave,
  });

const fields = (state, problem, redraw) => [
  field(
    {
      name: "name",
      word: "Name",
      hint: "What it is for, so that whoever revokes it one day knows what will stop.",
      required: true,
      maxlength: 200,
    },
    problem,
  ),
  checks({ name: "scopes", word: "What it may do", options: SCOPES, chosen: state.scopes, redraw }, problem),
  field(
    {
      name: "expires_in_days",
      word: "Ends after (days)",
      hint: "Left empty: never.",
      type: "number",
      min: 1,
      max: 3650,
    },
    problem,
  ),
  field(
    {
      name: "rate_limit",
      word: "Requests a minute",
      type: "number",
      min: 1,
      max: 100_000,
      value: "100",
      required: true,
    },
    problem,
  ),
];
