/** Who works on cases: what roles are called, and which of them decide. */

/** What the roles of people and systems are called in a sentence. */
export const ROLES = {
  officer: "officer",
  senior_officer: "senior officer",
  admin: "administrator",
  auditor: "auditor",
  integration: "another system",
  customer: "customer",
  system: "Casewright",
  unknown: "unknown",
};

/** The name of a role where it stands by itself: `Senior officer`. */
export function roleTitle(role) {
  const word = ROLES[role] ?? role;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Who did something, as text: an officer by name, by the id of the key where that is unknown; others by their role. */
export function nameOf({ id, role }, officers) {
  const known = officers.get(id)?.name;
  return known ?? (DECIDING_ROLES.REVIEW_PENDING.includes(role) ? id : roleTitle(role));
}

/** Which roles may decide a case of each status; the API holds everybody to it. */
export const DECIDING_ROLES = {
  REVIEW_PENDING: ["officer", "senior_officer", "admin"],
  ESCALATED: ["senior_officer", "admin"],
};
