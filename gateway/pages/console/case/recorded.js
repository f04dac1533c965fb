/**
 * Commands that the server has recorded and whose outcome it does not know yet. The officer who sent one is told that
 * it waits for as long as it does, and whether it was applied or refused in the end.
 */

import { h, said } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { withNames } from "../words/events.js";
import { sentence } from "../words/problems.js";
import { notice } from "./parts_shown.js";

/** What a command is called that does not name itself, by what its path ends in. */
const NAMES = [
  [/\/screening\/[^/]+\/decision$/, "How you judged a hit of the screening"],
  [/\/decision$/, "The value you chose"],
  [/\/resolve$/, "How you settled a discrepancy"],
  [/\/mcc-decision$/, "Your decision on the merchant category"],
  [/\/reclassify-mcc$/, "That it is to be classified again"],
  [/\/regenerate-tasks$/, "That tasks are to be proposed again"],
  [/\/checks\//, "What you looked up"],
];
const nameOf = (path) => NAMES.find(([pattern]) => pattern.test(path))?.[1] ?? "What you sent";

/** Those of one desk; `kept` holds them over a reload. */
export function recordedCommands(kept) {
  const own = { list: kept.read() ?? [] };
  const set = (list) => {
    own.list = list;
    if (list.length) kept.write(list);
    else kept.forget();
  };
  return Object.assign(own, {
    add({ id, path, what }) {
      set([...own.list, { id, path, what: what ?? nameOf(path), at: new Date().toISOString(), refusal: null }]);
    },
    /** Looks each up in the audit log; gives those that were applied. */
    settle({ audit_log: log }) {
      const applied = [];
      const left = own.list.flatMap((one) => {
        const event = one.refusal ? null : log.find(({ command_id: id }) => id?.endsWith(`:${one.id}`));
        if (!event) return [one];
        if (event.event === "COMMAND_REFUSED") return [{ ...one, refusal: event.data.message }];
        applied.push(one);
        return [];
      });
      if (own.list.length) set(left);
      return applied;
    },
    putAway: (id) => set(own.list.filter((one) => one.id !== id)),
    /** Whether the outcome of a command sent to this path, or of any, is not known yet. */
    waits: (path = null) => own.list.some((one) => !one.refusal && (path === null || one.path === path)),
  });
}

/** The notes about them, below the head of the case. The place is always there, so that a note is read aloud. */
export const recordedNotes = (desk) =>
  h("div", { class: "case-recorded stack", key: "recorded", role: "status" },
    desk.recorded.list.map((one) => (one.refusal ? refusedNote(desk, one) : waitingNote(desk, one))));

const sentAt = ({ what, at }, { context: { format } }) =>
  [what, ", sent ", h("time", { datetime: at, title: format.exact(at) }, format.moment(at))];

const waitingNote = (desk, one) =>
  h("div", { key: one.id }, notice("info", h("p", null, h("strong", null, "Recorded, not applied yet: "),
    sentAt(one, desk), ". It is applied once a worker is available; you are told here if it is refused.")));

function refusedNote(desk, one) {
  const putAway = () => {
    desk.recorded.putAway(one.id);
    desk.redraw();
  };
  return h("div", { key: one.id, class: "notice bad" }, icon("bad"),
    h("div", { class: "grow" }, h("p", null, h("strong", null, "Refused: "), sentAt(one, desk), ". ",
      said(sentence(withNames(one.refusal, desk.context.officers))))),
    h("button", { type: "button", class: "plain", "aria-label": "Put this note away", onclick: putAway },
      icon("close")));
}
