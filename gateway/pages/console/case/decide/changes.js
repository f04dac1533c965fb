/** What happened to a case since the officer last looked, when that keeps a command from being taken. */

import { openDialog } from "../../../foundation/dialog.js";
import { h } from "../../../foundation/dom.js";
import { actorName, eventOf, eventSays } from "../../words/events.js";
import { notice } from "../parts_shown.js";

export const MOVED =
  "Nothing was done: the case has changed since you looked. Read what happened; do you still want it?";

/** What has happened after entry `last` of the audit log, as far as it is known now, with what a refusal `told`. */
export function changesSince({ detail }, last, told) {
  const since = [...told, ...detail.audit_log.filter(({ sequence }) => sequence > last)];
  const each = new Map(since.map((entry) => [entry.sequence, entry]));
  return [...each.values()].sort((one, other) => one.sequence - other.sequence);
}

/** The entries since, as a list: who, when, what. That one's own command was refused is said already. */
export function changesList(desk, changes) {
  const { format, officers, me } = desk.context;
  const told = changes.filter(({ event, actor }) => event !== "COMMAND_REFUSED" || actor.id !== me.key_id);
  return h(
    "ol",
    { class: "case-changes", key: "changes" },
    told.map((entry) => {
      const says = eventSays(entry, format);
      return h(
        "li",
        { key: entry.sequence },
        h("p", null, h("strong", null, eventOf(entry.event).word), says && [": ", says]),
        h(
          "p",
          { class: "quiet" },
          actorName(entry.actor, officers),
          " · ",
          h("time", { datetime: entry.timestamp, title: format.exact(entry.timestamp) }, format.exact(entry.timestamp)),
        ),
      );
    }),
  );
}

/** Opens by itself when a command was refused because the case has moved; what was typed elsewhere stays. */
export function changedDialog(desk, problem) {
  openDialog({
    title: "The case has changed",
    content: (close) =>
      h(
        "div",
        { class: "form" },
        h(
          "div",
          { class: "body stack" },
          notice("warn", MOVED),
          changesList(desk, problem.changes ?? []),
        ),
        h(
          "footer",
          null,
          h(
            "button",
            {
              type: "button",
              class: "primary",
              autofocus: true,
              onclick: () => {
                desk.refresh();
                close();
              },
            },
            "I have seen this",
          ),
        ),
      ),
  });
}
