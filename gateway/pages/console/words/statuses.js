/** What an officer calls the statuses of a case, whom it waits for, and how high its risk is; each with its shape. */

import { badge, icon } from "../../foundation/icons.js";
import { h } from "../../foundation/dom.js";

/** Every `CaseStatus`: its `word`, `tone` and `shape` for a badge, and `meaning`: what happens while a case has it. */
export const STATUSES = {
  CREATED: { word: "Opening", tone: "plain", shape: "add", meaning: "The registries are asked about the company." },
  AWAITING_DOCUMENTS: {
    word: "Documents awaited",
    tone: "plain",
    shape: "upload",
    meaning: "The customer has a link and is to upload documents.",
  },
  DOCUMENTS_RECEIVED: {
    word: "Documents received",
    tone: "plain",
    shape: "document",
    meaning: "The customer has submitted; the investigation begins.",
  },
  VALIDATING_DOCUMENTS: {
    word: "Checking documents",
    tone: "plain",
    shape: "search",
    meaning: "Each document is checked: is it readable, and what was asked?",
  },
  PROCESSING: {
    word: "Investigating",
    tone: "plain",
    shape: "working",
    meaning: "Documents are read and compared with the registries.",
  },
  GENERATING_TASKS: {
    word: "Preparing tasks",
    tone: "plain",
    shape: "edit",
    meaning: "What is still open is turned into tasks for the customer.",
  },
  REVIEW_PENDING: {
    word: "To review",
    tone: "info",
    shape: "scales",
    meaning: "An officer reads the case and decides.",
  },
  FOLLOW_UP_REQUIRED: {
    word: "Asked again",
    tone: "plain",
    shape: "waiting",
    meaning: "The customer was sent further tasks and is to answer them.",
  },
  ESCALATED: { word: "Escalated", tone: "warn", shape: "up", meaning: "A senior officer decides." },
  APPROVED: {
    word: "Approved",
    tone: "good",
    shape: "good",
    meaning: "The merchant was accepted. The case is closed.",
  },
  REJECTED: { word: "Rejected", tone: "bad", shape: "bad", meaning: "The merchant was refused. The case is closed." },
  FAILED: {
    word: "Lapsed",
    tone: "plain",
    shape: "plain",
    meaning: "The time for the case ran out before it was decided.",
  },
};

const UNKNOWN = { word: "Unknown", tone: "plain", shape: "unknown", meaning: "" };

/** The facts about a status; one that this page does not know is shown as it is called. */
export const statusOf = (status) => STATUSES[status] ?? { ...UNKNOWN, word: String(status) };

/** A status as a badge. */
export function statusBadge(status, props = {}) {
  const { word, tone, shape, meaning } = statusOf(status);
  return badge(tone, word, { shape, title: meaning || null, ...props });
}

/** Whom a case waits for (`waits_for` of a case): `word` alone, `sentence` with its verb. Null: it is closed. */
export const WAITING = {
  customer: { word: "Customer", sentence: "Waits for the customer", shape: "upload" },
  officer: { word: "Officer", sentence: "Waits for an officer", shape: "person" },
  senior_officer: { word: "Senior officer", sentence: "Waits for a senior officer", shape: "shield" },
  case: { word: "Software", sentence: "The software works on it", shape: "working" },
};

const BY_STATUS = {
  AWAITING_DOCUMENTS: "customer",
  FOLLOW_UP_REQUIRED: "customer",
  REVIEW_PENDING: "officer",
  ESCALATED: "senior_officer",
  APPROVED: null,
  REJECTED: null,
  FAILED: null,
};

/** Whom a case waits for, also where the answer does not say it. */
export function waitsFor({ status, waits_for: told }) {
  if (told !== undefined) return told;
  return status in BY_STATUS ? BY_STATUS[status] : "case";
}

/** The bands of risk with the scores at which each begins, the highest first: those of the standard policy. */
export const RISK_BANDS = [
  { name: "CRITICAL", from: 0.9, word: "Critical", tone: "bad", shape: "risk_4" },
  { name: "HIGH", from: 0.7, word: "High", tone: "bad", shape: "risk_3" },
  { name: "MEDIUM", from: 0.4, word: "Medium", tone: "warn", shape: "risk_2" },
  { name: "LOW", from: 0.2, word: "Low", tone: "plain", shape: "risk_1" },
  { name: "CLEAR", from: 0, word: "Clear", tone: "good", shape: "risk_0" },
];

/**
 * The band of a score of 0 to 1, or null where there is no score. `bands` are those of the policy that gave it, as the
 * result of an investigation has them (`{critical, high, medium, low}`); null for the standard ones. Or they are the
 * name of the band, where the API tells no more.
 */
export function riskBand(score, bands = null) {
  if (typeof score !== "number") return null;
  if (typeof bands === "string") return RISK_BANDS.find(({ name }) => name === bands) ?? riskBand(score);
  return RISK_BANDS.find(({ name, from }) => score >= (bands?.[name.toLowerCase()] ?? from));
}

/**
 * A score with two digits; cut off where rounding would lift it into the next band, so that number and band agree:
 * 0.698 is 0.69 while 0.70 is high. `bands` as in `riskBand`; bands begin at whole hundredths.
 */
export function scoreWords(score, format, bands = null) {
  const [rounded, cut] = [Math.round(score * 100) / 100, Math.floor(score * 100) / 100];
  const isSafe = typeof bands !== "string" || riskBand(score) === riskBand(score, bands);
  const known = typeof bands === "string" ? null : bands;
  return format.score(isSafe && riskBand(rounded, known) === riskBand(score, known) ? rounded : cut);
}

/** A score as a badge: its band in a word, and the number; `bands` as in `riskBand`. No score: a dash that says so. */
export function riskBadge(score, format, bands = null) {
  const band = riskBand(score, bands);
  if (!band)
    return h(
      "span",
      { class: "quiet", title: "Not investigated yet" },
      "–",
      h("span", { class: "unseen" }, " not investigated yet"),
    );
  return badge(band.tone, `${band.word} ${scoreWords(score, format, bands)}`, { shape: band.shape });
}

/** How a score moved: `{shape, word}`; null where there are no two scores to compare. */
export function riskChange(scores, format) {
  if (!scores || scores.length < 2) return null;
  const [before, now] = scores.slice(-2);
  const shape = now > before ? "up" : now < before ? "down" : "level";
  const verb = { up: "up from", down: "down from", level: "the same as" }[shape];
  return { shape, word: `${verb} ${scoreWords(before, format)}` };
}

/** Whom a case waits for, with its shape; a dash for a case that is closed. */
export function waitingMark(who) {
  const told = WAITING[who];
  if (!told) return h("span", { class: "quiet" }, "–", h("span", { class: "unseen" }, " closed"));
  return h("span", { class: "queue-mark", title: told.sentence }, icon(told.shape, { size: 14 }), told.word);
}
