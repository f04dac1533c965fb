/** The people of the organisation, by their keys. */

import { h, said } from "../../foundation/dom.js";
import { badge } from "../../foundation/icons.js";
import { roleTitle } from "../words/people.js";
import { part, sheetTable } from "./part.js";

export function show(place, { api, format, me }) {
  const shown = part(place, {
    format,
    load: () => api.get("/api/officers"),
    draw: ({ officers }) =>
      sheetTable(
        "Officers",
        ["Name", "Role", "Key id", "State"],
        officers.map((one) => ({
          key: one.key_id,
          cells: [
            [said(one.name), one.key_id === me.key_id && h("span", { class: "quiet" }, " (you)")],
            roleTitle(one.role),
            h("code", null, one.key_id),
            one.active ? badge("good", "Works") : badge("plain", "Revoked or expired"),
          ],
        })),
      ),
  });
  return { leave: shown.stop };
}
