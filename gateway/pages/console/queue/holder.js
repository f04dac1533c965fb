/** Who has a case now. An assignment that ran out counts as none, as for the server: no event tells of its end. */

const LONGEST = 2_147_483_647; // milliseconds that a timer of a browser can wait

/** The key id of whoever has a case of the list, or null. */
export const holderOf = ({ assignee, assignment_expires_at: end }, now = Date.now()) =>
  assignee && (!end || Date.parse(end) > now) ? assignee : null;

/** An officer by name: the reader is `You`. `known` is the name that came with the case. */
export const officerNamed = (id, { me, officers }, known = null) =>
  id === me.key_id ? "You" : (known ?? officers.get(id)?.name ?? id);

/** Who has a case, as a name; null: nobody. */
export function holderName(item, context, now) {
  const holder = holderOf(item, now);
  return holder && officerNamed(holder, context, item.assignee_name);
}

/** Calls `then` as soon as one of the assignments that are shown runs out: `watch(cases)` at each drawing, `stop()`. */
export function endings(then) {
  let timer = null;
  return {
    watch(cases) {
      clearTimeout(timer);
      const now = Date.now();
      const ahead = cases.map(({ assignment_expires_at: end }) => Date.parse(end) - now).filter((left) => left > 0);
      if (ahead.length) timer = setTimeout(then, Math.min(...ahead, LONGEST));
    },
    stop: () => clearTimeout(timer),
  };
}
