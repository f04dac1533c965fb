/** Everything that happened to the case, by whom and when; each entry opens to what it changed. */

import { h } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { actorName, EVENT_SORTS, eventOf, eventSays } from "../../words/events.js";
import { plural } from "../../words/actions.js";
import { ROLES } from "../../words/people.js";
import { nothing } from "../parts_shown.js";
import { eventData } from "./data.js";

const NONE = ["Nothing of this sort yet", "What happens to the case is listed here, by whom and when."];
const FIRST = 200; // entries that are shown at once; more when they are asked for

export function timelineSection(desk) {
  const state = desk.timeline;
  const set = (changes) => {
    Object.assign(state, changes);
    desk.redraw();
  };
  const log = desk.detail.audit_log;
  const wanted = state.sort ? log.filter(({ event }) => eventOf(event).sort === state.sort) : log;
  const ordered = state.oldestFirst ? wanted : [...wanted].reverse();
  const shown = state.all ? ordered : ordered.slice(0, FIRST);
  return h(
    "div",
    { class: "sheet", key: "timeline" },
    h(
      "header",
      { class: "no-print" },
      h("label", { for: "timeline-sort", class: "case-inline-label" }, "Show"),
      h(
        "select",
        {
          id: "timeline-sort",
          class: "case-narrow",
          value: state.sort ?? "",
          onchange: ({ target }) => set({ sort: target.value, all: false }),
        },
        h("option", { value: "" }, `Everything (${log.length})`),
        Object.entries(EVENT_SORTS).map(([value, word]) => h("option", { key: value, value }, word)),
      ),
      h(
        "button",
        { type: "button", onclick: () => set({ oldestFirst: !state.oldestFirst }) },
        icon(state.oldestFirst ? "up" : "down"),
        state.oldestFirst ? "Oldest first" : "Newest first",
      ),
      h("span", { class: "quiet", role: "status" }, plural(wanted.length, "event")),
    ),
    shown.length
      ? h("ol", { key: "events", class: "case-timeline" }, shown.map((entry) => one(desk, entry)))
      : h("div", { key: "none" }, nothing(...NONE)),
    shown.length < ordered.length &&
      h(
        "p",
        { class: "case-more" },
        h("button", { type: "button", onclick: () => set({ all: true }) }, `Show all ${ordered.length}`),
      ),
  );
}

function one(desk, entry) {
  const { format, officers } = desk.context;
  const { word, sort, shape } = eventOf(entry.event);
  const says = eventSays(entry, format);
  const open = desk.open[`event ${entry.sequence}`] === true;
  const known = officers.get(entry.actor.id);
  const toggle = () => {
    desk.open[`event ${entry.sequence}`] = !open;
    desk.redraw();
  };
  return h(
    "li",
    { key: entry.sequence, id: `event-${entry.sequence}`, class: `of-${sort}` },
    icon(shape),
    h(
      "div",
      { class: "grow" },
      h("p", null, h("strong", null, word), says && [": ", says]),
      h(
        "p",
        { class: "quiet" },
        h("time", { datetime: entry.timestamp, title: format.exact(entry.timestamp) }, format.moment(entry.timestamp)),
        " · ",
        actorName(entry.actor, officers),
        known && `, ${ROLES[entry.actor.role] ?? entry.actor.role}`,
      ),
      open && eventData(entry, format),
    ),
    h(
      "button",
      {
        type: "button",
        class: "plain no-print",
        "aria-expanded": String(open),
        onclick: toggle,
        "aria-label": `Details of event ${entry.sequence}: ${word}`,
      },
      open ? "Less" : "Details",
    ),
  );
}
