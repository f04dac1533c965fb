/** That others changed the case while somebody reads it. */

import { h } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { plural } from "../words/actions.js";
import { actorName, eventOf } from "../words/events.js";

/** What follows by itself from what somebody did, and what was refused: it has changed nothing. */
const NOTHING_NEW = new Set(["AGENT_EXECUTED", "REPORT_GENERATED", "HANDOFF_REPORT_GENERATED", "COMMAND_REFUSED"]);
/** Nor is, to whoever did something, what the software makes of it at once. */
const ANSWERS = new Set([
  "STATUS_CHANGED", "RISK_REASSESSED", "MCC_RECLASSIFIED", "TASKS_REGENERATED", "SOURCE_ANSWERED",
]);
const isSoftware = ({ role }) => role === "system";

/**
 * What others did between two readings of a case, for `me`. What the software does while somebody watches its steps is
 * no news; that one's own command was refused after all is told in `recorded.js`.
 */
export function eventsToTell(before, detail, me) {
  const last = before.audit_log.at(-1)?.sequence ?? 0;
  const watched = before.progress || detail.progress;
  let person = null; // who did something last
  return detail.audit_log.filter(({ sequence, actor, event }) => {
    if (!isSoftware(actor)) person = actor.id;
    if (sequence <= last || actor.id === me.key_id || NOTHING_NEW.has(event)) return false;
    if (watched) return !isSoftware(actor) && actor.role !== "customer";
    return !(isSoftware(actor) && person === me.key_id && ANSWERS.has(event));
  });
}

/** What an officer judges: each names what it was given for, so that nothing else of the case has to stand still. */
const JUDGEMENTS = new Set([
  "FACT_DECISION", "CANDIDATE_DECISION", "DISCREPANCY_RESOLVED", "SCREENING_DECISION", "MANUAL_CHECK_RECORDED",
]);

/**
 * Whether a case has moved by nothing but judgements of `me`, and by the software's reckoning the risk again after a
 * judgement. `changes` are told with a refusal; without any it is not known.
 */
export const isOwnDoing = (changes, me) =>
  Boolean(changes?.length) &&
  changes.every(({ event, actor }) =>
    isSoftware(actor) ? event === "RISK_REASSESSED" : actor.id === me.key_id && JUDGEMENTS.has(event),
  );

/** The place of the note is always there, so that what appears in it is read aloud. */
export function newsNote(desk) {
  return h("div", { class: "case-news", key: "news", role: "status" }, desk.news && note(desk));
}

function note(desk) {
  const last = desk.news.at(-1);
  const dismiss = () => {
    desk.news = null;
    desk.redraw();
  };
  return h(
    "div",
    { class: "notice" },
    icon("history"),
    h(
      "p",
      { class: "grow" },
      `This case changed: ${plural(desk.news.length, "new event")}. Last: ${eventOf(last.event).word}, by `,
      actorName(last.actor, desk.context.officers),
      ".",
    ),
    h("a", { class: "button", href: desk.address("timeline"), onclick: dismiss }, "Show in the timeline"),
    h(
      "button",
      { type: "button", class: "plain", onclick: dismiss, "aria-label": "Put this note away" },
      icon("close"),
    ),
  );
}
