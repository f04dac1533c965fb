/** What an officer can do with a case, in words. */

/** Every `Decision`. `does` says what will happen; `done` that it has; `verb` names it on the button that confirms. */
export const DECISIONS = {
  approve: {
    word: "Approve",
    verb: "Approve",
    past: "approved",
    tone: "good",
    shape: "good",
    does: "Accepts the merchant. The case is closed and its report is made.",
    done: "Approved.",
  },
  follow_up: {
    word: "Ask the customer again",
    verb: "Send the tasks to",
    past: "asked again",
    tone: "info",
    shape: "upload",
    does: "Sends the tasks below to the customer, whose link works again. The case comes back when they are answered.",
    done: "The tasks were sent to the customer.",
  },
  escalate: {
    word: "Escalate",
    verb: "Escalate",
    past: "escalated",
    tone: "warn",
    shape: "up",
    does: "Hands the case to a senior officer. The customer is told nothing.",
    done: "Escalated to a senior officer.",
  },
  return: {
    word: "Return to the officers",
    verb: "Return",
    past: "returned",
    tone: "info",
    shape: "previous",
    does: "Hands the case back: an officer decides it. The customer is told nothing.",
    done: "Returned to the officers.",
  },
  reject: {
    word: "Reject",
    verb: "Reject",
    past: "rejected",
    tone: "bad",
    shape: "bad",
    does: "Refuses the merchant. The case is closed and its report is made.",
    done: "Rejected.",
  },
};

/** Every `RecommendedAction`. To reject is never recommended: that is a person's judgement. */
export const RECOMMENDED = {
  approve: { word: "Approve", tone: "good", shape: "good" },
  follow_up: { word: "Ask the customer again", tone: "info", shape: "upload" },
  escalate: { word: "Escalate", tone: "warn", shape: "up" },
};

/** What was decided about a merchant category. */
export const MCC_ACTIONS = { accept: "accepted", reject: "rejected", override: "overridden" };

/** `1 finding`, `2 findings`; `many` where an added s is wrong. */
export const plural = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** `a, b and c`. */
export function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
