/** Where sources contradict each other: every side with its source, and how an officer has settled it. */

import { h, said } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { factWord, valueText } from "../../words/facts.js";
import { byGravity, severityBadge } from "../../words/risk.js";
import { sourceWord } from "../../words/sources.js";
import { nothing, whenThere } from "../parts_shown.js";
import { officerName } from "./officer.js";
import { RESOLUTIONS, resolveDialog } from "./resolving.js";
import { filename, placeOf } from "./rows.js";
import { weighs } from "./states.js";
import { evidenceOf, sourceOf, valueShown } from "./statement.js";

const TYPES = {
  name: "Names differ", address: "Addresses differ", legal_form: "Legal forms differ", director: "Directors differ",
  number: "Numbers differ", activity: "Activities differ", status: "Statuses differ",
  incorporation_date: "Dates of incorporation differ",
};

/** The section; `desk` is that of the case view. */
export function discrepanciesPanel(desk) {
  return whenThere(desk, ["profile"], () => {
    const found = [...desk.profile.discrepancies].sort(byWeight);
    if (!found.length) {
      return h("section", { class: "sheet", key: "none" }, nothing("No discrepancies",
        "Where two sources contradict each other, both sides come here, to be settled by an officer."));
    }
    return h("div", { class: "stack", key: "discrepancies" }, found.map((one) => discrepancy(desk, one)));
  });
}

const byWeight = (one, other) => weighs(other) - weighs(one) || byGravity(one, other);

function discrepancy(desk, found) {
  const { discrepancy_id: id, severity, type, description, field, sides, resolution } = found;
  return h("article", { class: `sheet discrepancy${weighs(found) ? "" : " facts-settled"}`, key: id, id },
    h("header", null, h("h3", null, TYPES[type] ?? factWord(field)),
      severityBadge(severity), !weighs(found) && badge("good", "Settled"),
      h("div", { class: "grow" }), actions(desk, found)),
    h("div", { class: "body stack" },
      resolution && settled(desk, resolution),
      h("ul", { class: "sides", "aria-label": "What each side says" },
        bySide(sides).map((group) => side(desk, field, group))),
      h("details", { class: "facts-in-words" }, h("summary", null, "In words"), h("p", null, said(description)))));
}

/** The sides that say the same, together: one side of the dispute each. */
function bySide(sides) {
  const groups = new Map();
  for (const each of sides) {
    const said = String(each.value);
    groups.set(said, [...(groups.get(said) ?? []), each]);
  }
  return [...groups.values()];
}

function side(desk, field, facts) {
  return h("li", { class: "side", key: String(facts[0].value) },
    valueShown(valueText(field, facts[0].value, desk.context.format), "strong side-value"),
    h("ul", null, facts.map((fact, at) => h("li", { class: "side-source", key: at },
      sourceOf(desk, sourced(desk, field, fact)), evidenceOf(desk, sourced(desk, field, fact))))));
}

/** A side as a statement of the facts: who says it, and where it stands if that is a document. */
function sourced(desk, field, fact) {
  const inDocument = ofDocument(desk, field, fact);
  const documentId = inDocument?.details.document_id ?? null;
  return {
    source: fact.source, moment: fact.timestamp, environment: fact.environment, hash: fact.evidence_hash,
    details: inDocument?.details ?? fact.details, documentId,
    heading: documentId ? filename(documentId, desk.detail) : sourceWord(fact.source),
    place: documentId ? placeOf(inDocument, readings(desk)) : null,
  };
}

/** The fact of a document that a side rests on: the side itself, or the first of the several that it sums up. */
function ofDocument({ profile }, field, side) {
  if (side.details.document_id) return side;
  return profile.facts[field]?.find(({ source, details }) => source === side.source && details.document_id) ?? null;
}

const readings = ({ features }) => Object.values(features?.features ?? {});

function actions(desk, found) {
  const documents = bySide(found.sides)
    .flatMap((facts) => facts.map((fact) => sourced(desk, found.field, fact).place).filter(Boolean).slice(0, 1));
  return h("div", { class: "row no-print" },
    documents.length === 1 && h("button", { type: "button", onclick: () => desk.look(documents[0]) },
      icon("document"), "Show in the document"),
    documents.length > 1 && h("button", { type: "button",
      onclick: () => desk.look({ documents: documents.slice(0, 2) }) },
      icon("document"), "Show side by side"),
    desk.can.write && h("button", { type: "button", onclick: () => resolveDialog(desk, found, TYPES[found.type]) },
      icon("scales"), found.resolution ? "Settle again …" : "Settle …"));
}

function settled(desk, { resolution, reason, actor, resolved_at: when }) {
  const { word, shape, tone } = RESOLUTIONS[resolution];
  return h("div", { class: `notice ${tone}` }, icon(shape),
    h("div", null,
      h("p", { class: "strong" }, word),
      h("p", null, said(reason)),
      h("p", { class: "quiet small" }, `${officerName(desk, actor)}, ${desk.context.format.moment(when)}`)));
}
