/** What an officer calls what the software found, how grave it is, and what it adds to the risk. */

import { badge } from "../../foundation/icons.js";

/** Every `Severity`, the gravest first. */
export const SEVERITIES = {
  critical: { word: "Critical", tone: "bad", shape: "bad" },
  high: { word: "High", tone: "bad", shape: "up" },
  medium: { word: "Medium", tone: "warn", shape: "warn" },
  low: { word: "Low", tone: "plain", shape: "down" },
  info: { word: "For information", tone: "plain", shape: "info" },
};

const GRAVITY = Object.keys(SEVERITIES);

/** Compares two things with a severity: the graver first. */
export const byGravity = (one, other) => GRAVITY.indexOf(one.severity) - GRAVITY.indexOf(other.severity);

export function severityBadge(severity) {
  const { word, tone, shape } = SEVERITIES[severity] ?? { word: inWords(severity), tone: "plain", shape: "unknown" };
  return badge(tone, word, { shape });
}

/** How many there are of each severity, the gravest first: `[{severity, word, number}]`. */
export function countedBySeverity(list) {
  return GRAVITY.map((severity) => ({
    severity,
    word: SEVERITIES[severity].word,
    number: list.filter((item) => item.severity === severity).length,
  })).filter(({ number }) => number > 0);
}

/** The five dimensions of the risk score (EBA/GL/2021/02). */
export const DIMENSIONS = {
  customer: "The customer",
  geographic: "Geography",
  product: "Product and activity",
  transaction: "Transactions",
  delivery_channel: "Way of onboarding",
};

/** Every `DueDiligence`. */
export const DUE_DILIGENCE = {
  standard: { word: "Standard", sentence: "Standard due diligence", tone: "plain", shape: "plain" },
  edd_recommended: {
    word: "Enhanced recommended",
    sentence: "Enhanced due diligence is recommended",
    tone: "warn",
    shape: "warn",
  },
  edd_mandatory: {
    word: "Enhanced mandatory",
    sentence: "Enhanced due diligence is mandatory",
    tone: "bad",
    shape: "shield",
  },
};

/** What the brief says of how the risk moved. */
export const TRENDS = {
  IMPROVING: { word: "Improving", tone: "good", shape: "down" },
  STABLE: { word: "Stable", tone: "plain", shape: "level" },
  WORSENING: { word: "Worsening", tone: "bad", shape: "up" },
  INSUFFICIENT_DATA: { word: "Nothing to compare yet", tone: "plain", shape: "unknown" },
};

/** The tiers of a merchant category. */
export const TIERS = {
  low: { word: "Low-risk category", tone: "good", shape: "good" },
  medium: { word: "Medium-risk category", tone: "warn", shape: "warn" },
  high: { word: "High-risk category", tone: "bad", shape: "up" },
};

/** A code of the API as words: `sanction_match` is `Sanction match`. */
export function inWords(code) {
  const text = String(code).replaceAll("_", " ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
