/** Giving cases to somebody: what has been done of it, and from whom each case is taken. */

import { visible } from "../../foundation/dom.js";
import { commandId } from "../../foundation/http.js";
import { Problem } from "../../foundation/problem.js";
import { problemWords } from "../words/problems.js";
import { holderOf, officerNamed } from "./holder.js";

/**
 * What is to be done with `cases`. `left` is what is not done yet, `holders` maps a case to who has it as it is shown:
 * only from that officer is it taken.
 */
export const giving = (cases) => ({
  to: "me",
  busy: false,
  problem: null,
  changed: false,
  id: commandId(),
  left: cases,
  holders: new Map(cases.map((item) => [item.case_id, holderOf(item)])),
});

/** Another one shall have them, those as well that were given already. */
export const giveTo = (state, to, cases) => Object.assign(state, { to, left: cases, problem: null, id: commandId() });

/** The key id of whoever shall have them; null: nobody. */
export const target = ({ to }, { me }) => (to === "me" ? me.key_id : to || null);

/** Gives what is left, one case after another. It ends at the first that is refused, and says why in `problem`. */
export async function giveAll(state, context) {
  Object.assign(state, { busy: true, problem: null });
  try {
    while (state.left.length) {
      const [item, ...others] = state.left;
      await give(item, state, context);
      state.holders.set(item.case_id, target(state, context));
      Object.assign(state, { left: others, changed: true });
    }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const taken = problem.code === "already_assigned";
    state.problem = taken ? await meanwhile(state.left[0], state, context) : visible(problemWords(problem));
  } finally {
    state.busy = false;
  }
}

function give(item, state, { api, me }) {
  const holder = state.holders.get(item.case_id);
  const from = holder && holder !== me.key_id ? { take_over: true, held_by: holder } : { take_over: false };
  const body = { assignee: state.to || null, ...from };
  return api.command(`/api/cases/${item.case_id}/assign`, body, { id: `${state.id}-${item.case_id}` });
}

/** Somebody else has it by now: whoever it is, is shown, and is asked for only once this is sent again. */
async function meanwhile(item, state, context) {
  Object.assign(state, { changed: true, id: commandId() });
  const name = `“${visible(item.company_name)}”`;
  try {
    const { current } = await context.api.get(`/api/cases/${item.case_id}/assignment`);
    state.holders.set(item.case_id, current?.assignee ?? null);
    if (!current) return `${name} has just changed hands, and nobody has it now. Send it again.`;
    const holder = visible(officerNamed(current.assignee, context));
    return `${holder} took ${name} just now. It is still theirs: send this again to take it from them.`;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return `Somebody else took ${name} just now. Close this and look again; then decide whether to take it from them.`;
  }
}
