/** The reason of a decision that is not taken yet: it belongs to the desk, so closing the dialog does not lose it. */

/** A draft that begins with what is `kept`; `reason` and `write(text)`. It is for one round of the case. */
export function draftReason(kept) {
  let round = null;
  const draft = {
    reason: "",
    write(text) {
      draft.reason = text;
      if (text) kept.write({ round, text });
      else kept.forget();
    },
    /** What was kept of an earlier round was about another state of things; what stands on the desk stays. */
    follow({ current_iteration: now }) {
      const before = round === null ? kept.read() : { round: now, text: draft.reason };
      round = now;
      draft.write(before?.round === now ? before.text : "");
    },
    reset: () => draft.write(""),
  };
  return draft;
}
