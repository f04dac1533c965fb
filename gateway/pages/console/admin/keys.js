/** Keys of other systems: which there are, making one, revoking one. */

import { confirmed } from "../../foundation/dialog.js";
import { h, said, visible } from "../../foundation/dom.js";
import { badge, icon } from "../../foundation/icons.js";
import { SCOPES } from "../words/admin.js";
import { newKeyDialog } from "./new_key.js";
import { moment, part, sheetTable } from "./part.js";

export function show(place, context) {
  const { api, format, toast, failed } = context;
  const shown = part(place, {
    format,
    load: () => api.get("/api/admin/integration-keys"),
    draw: ({ keys }) => content(keys),
  });
  const make = async () => {
    if (await newKeyDialog(context)) shown.reload();
  };
  const revoke = async (key) => {
    const meant = await confirmed({
      title: "Revoke this key?",
      text: [
        `“${visible(key.name)}” opens nothing any more after ten seconds. Whatever uses it stops working.`,
        "It cannot be given back: a new key would be another one.",
      ],
      yes: "Revoke the key",
      tone: "danger",
    });
    if (!meant) return;
    try {
      await api.send("DELETE", `/api/admin/integration-keys/${key.key_id}`);
      toast("good", `The key “${visible(key.name)}” is revoked.`);
      shown.reload();
    } catch (problem) {
      failed(problem);
    }
  };

  function content(keys) {
    return [
      h(
        "div",
        { key: "acts", class: "row admin-acts" },
        h("button", { type: "button", class: "primary", onclick: make }, icon("add"), "New key"),
      ),
      keys.length
        ? sheetTable("Keys", ["Name", "May", "Requests a minute", "Last used", "Ends", "State", ""], keys.map(row))
        : h(
            "div",
            { key: "none", class: "sheet empty" },
            h("h2", null, "No keys yet"),
            h("p", null, "Another system needs a key to open cases, read them, or be told of events."),
          ),
    ];
  }
  const row = (key) => ({
    key: key.key_id,
    cells: [
      [h("div", { class: "strong" }, said(key.name)), h("code", { class: "quiet" }, key.key_id)],
      h(
        "ul",
        null,
        key.scopes.map((scope) => h("li", { key: scope, class: "small" }, SCOPES[scope] ?? scope)),
      ),
      h("span", { class: "number" }, format.number(key.rate_limit)),
      moment(key.last_used_at, format, "Never"),
      moment(key.expires_at, format, "Never"),
      state(key),
      !key.revoked_at &&
        h(
          "button",
          { type: "button", class: "danger", "aria-label": `Revoke ${visible(key.name)}`, onclick: () => revoke(key) },
          "Revoke",
        ),
    ],
  });
  return { leave: shown.stop };
}

function state({ environment, revoked_at: revoked, expires_at: expires }) {
  if (revoked) return badge("plain", "Revoked");
  if (expires && Date.parse(expires) < Date.now()) return badge("plain", "Expired");
  return badge("good", environment === "test" ? "Works, test" : "Works, live");
}
