/** The audit log in plain English: what each event is called, what sort it is of, and the sentence it makes. */

import { said } from "../../foundation/dom.js";
import { DECISIONS, MCC_ACTIONS, plural } from "./actions.js";
import { nameOf } from "./people.js";
import { inWords } from "./risk.js";
import { VERDICTS } from "./screening.js";
import { DOCUMENT_TYPES, reasonWords, SOURCES } from "./sources.js";
import { statusOf } from "./statuses.js";

/** Every `AgentName`. */
export const AGENTS = { mcc: "Merchant category", tasks: "Follow-up tasks", candidates: "Values in documents" };

/** The sorts that a timeline can be filtered by. */
export const EVENT_SORTS = {
  decisions: "Decisions and judgements",
  customer: "The customer",
  investigation: "Investigation",
  sources: "Sources",
  documents: "Documents",
  agents: "Agents",
  case: "The case itself",
};

/**
 * Every `EventName`: its `word`, `sort` and `shape`; `says(data, format)` gives more, as text or parts of it. What
 * comes from customers, registries or officers is in it only through `said`.
 */
const EVENTS = {
  CASE_CREATED: { word: "Case opened", sort: "case", shape: "add" },
  SOURCE_ANSWERED: {
    word: "Source answered",
    sort: "sources",
    shape: "search",
    says: (data) => [sourceNamed(data.source), " ", sourceSaid(data)],
  },
  ENRICHMENT_COMPLETED: {
    word: "First look-ups done",
    sort: "sources",
    shape: "good",
    says: (data) => `${countOf(data, "found")} of ${plural(Object.keys(data).length, "source")} know the company`,
  },
  DOCUMENT_UPLOADED: {
    word: "Document uploaded",
    sort: "customer",
    shape: "upload",
    says: (data) => [said(data.filename), data.requirement_id && ` for “${documentNamed(data.requirement_id)}”`],
  },
  CUSTOMER_SUBMITTED: {
    word: "Customer submitted",
    sort: "customer",
    shape: "person",
    says: (data) => `round ${data.iteration}`,
  },
  STATUS_CHANGED: {
    word: "Status changed",
    sort: "case",
    shape: "level",
    says: (data) => `${statusOf(data.from).word} → ${statusOf(data.to).word}`,
  },
  DOCUMENTS_VALIDATED: {
    word: "Documents checked",
    sort: "documents",
    shape: "document",
    says: (data) => checked(data.results ?? []),
  },
  VALIDATION_BOUNCE_BACK: {
    word: "Sent back to the customer",
    sort: "customer",
    shape: "previous",
    says: () => "a required document could not be read",
  },
  DOCUMENT_READ: {
    word: "Document read",
    sort: "documents",
    shape: "document",
    says: (data) => [
      documentNamed(data.document_type ?? "unknown"),
      data.problem ? `: ${inWords(data.problem)}` : data.pages_read != null && `, ${plural(data.pages_read, "page")}`,
    ],
  },
  INVESTIGATION_COMPLETED: { word: "Investigation done", sort: "investigation", shape: "scales", says: assessed },
  RISK_REASSESSED: { word: "Risk assessed again", sort: "investigation", shape: "scales", says: assessed },
  AGENT_EXECUTED: {
    word: "Agent ran",
    sort: "agents",
    shape: "working",
    says: (data) => [
      AGENTS[data.agent] ?? inWords(data.agent),
      " by ",
      data.provider === "rules" ? "rules" : said(data.model ?? data.provider),
      data.outcome !== "answered" && `: ${inWords(data.outcome)}`,
    ],
  },
  MCC_CLASSIFIED: {
    word: "Merchant category proposed",
    sort: "investigation",
    shape: "info",
    says: (data) => category(data.classification),
  },
  MCC_RECLASSIFIED: {
    word: "Merchant category proposed again",
    sort: "investigation",
    shape: "info",
    says: (data) => category(data.classification),
  },
  TASKS_GENERATED: {
    word: "Tasks proposed",
    sort: "investigation",
    shape: "edit",
    says: (data) => plural(data.tasks?.length ?? 0, "task"),
  },
  TASKS_REGENERATED: {
    word: "Tasks proposed again",
    sort: "investigation",
    shape: "edit",
    says: (data) => plural(data.tasks?.length ?? 0, "task"),
  },
  OFFICER_DECISION: { word: "Decided", sort: "decisions", shape: "scales", says: decided },
  MCC_DECISION: {
    word: "Merchant category decided",
    sort: "decisions",
    shape: "good",
    says: (data) => [
      MCC_ACTIONS[data.action] ?? data.action,
      data.override_mcc
        ? `: ${data.override_mcc} instead of ${data.recommended_mcc ?? "none"}`
        : data.recommended_mcc && `: ${data.recommended_mcc}`,
    ],
  },
  FACT_DECISION: {
    word: "Value of a fact chosen",
    sort: "decisions",
    shape: "good",
    says: (data) => [inWords(data.name), ": ", said(data.value), ` (${data.source})`, because(data.reason)],
  },
  CANDIDATE_DECISION: {
    word: "Value in a document chosen",
    sort: "decisions",
    shape: "good",
    says: (data) => [inWords(data.feature ?? ""), because(data.reason)],
  },
  DISCREPANCY_RESOLVED: {
    word: "Discrepancy settled",
    sort: "decisions",
    shape: "good",
    says: (data) => [inWords(data.resolution), because(data.reason)],
  },
  SCREENING_DECISION: {
    word: "Hit of the screening judged",
    sort: "decisions",
    shape: "shield",
    says: (data) => [
      VERDICTS[data.decision]?.word ?? inWords(data.decision ?? ""),
      ": ",
      said(data.subject),
      " and ",
      said(data.entry),
      because(data.reason),
    ],
  },
  MANUAL_CHECK_RECORDED: {
    word: "Looked up by hand",
    sort: "decisions",
    shape: "search",
    says: (data) => [sourceNamed(data.answer?.source), data.note && [": ", said(data.note)]],
  },
  COMMAND_REFUSED: {
    word: "Refused",
    sort: "decisions",
    shape: "warn",
    says: (data) => [inWords(data.command), ": ", said(data.message)],
  },
  CUSTOMER_REMINDED: {
    word: "Customer reminded",
    sort: "customer",
    shape: "waiting",
    says: (data) =>
      data.delivered
        ? "the reminder was handed over"
        : `the reminder could not be handed over: ${inWords(data.reason ?? "unknown")}`,
  },
  PORTAL_EXPIRED: { word: "Customer’s link ended", sort: "customer", shape: "waiting" },
  TIMELINE_EXCEEDED: {
    word: "Time limit passed",
    sort: "case",
    shape: "waiting",
    says: (data) => `not decided within ${plural(data.max_timeline_days, "day")}`,
  },
  REPORT_GENERATED: { word: "Report made", sort: "case", shape: "document" },
  HANDOFF_REPORT_GENERATED: { word: "Report for other systems made", sort: "case", shape: "document" },
  CASE_CANCELLED: {
    word: "Ended by an operator",
    sort: "case",
    shape: "bad",
    says: (data) => data.reason && said(data.reason),
  },
};

/** The facts about an event; one that this page does not know is shown as it is called. */
export const eventOf = (name) => EVENTS[name] ?? { word: inWords(name.toLowerCase()), sort: "case", shape: "unknown" };

/** What an event says beyond its word, as parts; null if that is nothing. */
export const eventSays = ({ event, data }, format) => eventOf(event).says?.(data, format) ?? null;

/** Who did something, as an element. */
export const actorName = (actor, officers) => said(nameOf(actor, officers));

/** A text of the API with officers by their names: it knows them by the ids of their keys alone. */
export const withNames = (text, officers) => text.replace(/key_[0-9a-f]{12}/g, (id) => officers.get(id)?.name ?? id);

const SOURCE_STATES = {
  found: "knows the company",
  not_found: "does not know the company",
  unavailable: "could not be asked",
  not_configured: "is not set up",
  not_applicable: "has nothing it could be asked",
};

const sourceNamed = (source) => SOURCES[source] ?? inWords(source ?? "unknown");
const documentNamed = (name) => DOCUMENT_TYPES[name] ?? inWords(name);

/** Screening is not asked about one company alone, and knows nobody: it answers. */
function sourceSaid({ source, state, reason }) {
  if (source === "screening" && state === "found") return "compared everybody";
  return [SOURCE_STATES[state] ?? inWords(state), state === "unavailable" && [": ", said(reasonWords(reason))]];
}

const countOf = (data, wanted) => Object.values(data).filter((state) => state === wanted).length;
const because = (reason) => reason && [" — ", said(reason)];

function decided({ decision, reason }) {
  return [DECISIONS[decision]?.past ?? decision, because(reason)];
}

function assessed({ risk_score: score, findings = [], discrepancies = [] }, format) {
  const differing = plural(discrepancies.length, "discrepancy", "discrepancies");
  return `risk ${format.score(score)}, ${plural(findings.length, "finding")}, ${differing}`;
}

function category(classification) {
  const code = classification?.primary_recommendation;
  return code ? [code.mcc_code, " ", said(code.description)] : "too little is known of the business";
}

function checked(results) {
  const unreadable = results.filter(({ valid }) => !valid).length;
  return [plural(results.length, "document"), unreadable > 0 && `, ${unreadable} cannot be read`];
}
