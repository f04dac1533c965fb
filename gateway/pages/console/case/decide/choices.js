/** Which decisions a case allows, and which need a reason: as the API says, which holds every decision against it. */

import { DECISIONS, listed } from "../../words/actions.js";
import { ROLES } from "../../words/people.js";

const REASONS = {
  always: "This decision needs a reason.",
  less_careful: "This is less careful than what is recommended, and therefore needs a reason.",
};
const BARS = {
  max_iterations_reached: ({ current_iteration: round }) =>
    `The customer was asked ${round} times already, the most that this kind of case allows.`,
};

const possible = ({ possible_decisions: all }, decision) => all.find((one) => one.decision === decision);

/** The decisions that a case allows now, in the order of their words; none while it waits for something else. */
export const choicesOf = (detail) => Object.keys(DECISIONS).filter((decision) => possible(detail, decision));

export const mayDecide = ({ can, detail }) => can.decide && choicesOf(detail).length > 0;

/** Whether a decision of this officer is recorded already, and only waits to be applied. */
export const isDecided = ({ recorded }) => recorded.waits("/decision");

/** Who may decide a case as it is, in words. */
export const whoMayDecide = ({ decided_by: roles }) => listed(roles.map((role) => `${ROLES[role]}s`));

/** Why a decision cannot be taken now, or null. */
export const whyNot = (decision, detail) => BARS[possible(detail, decision)?.barred_by]?.(detail) ?? null;

/** Why a decision needs a reason, or null where it needs none. */
export const whyReason = (decision, detail) => REASONS[possible(detail, decision)?.reason_needed] ?? null;
