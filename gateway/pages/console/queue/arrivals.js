/**
 * How an answer that nobody asked for joins what is on the screen. Cells change in place; but rows that would come, go
 * or move wait while somebody points at the table or is in it, so that nothing jumps away under a click.
 */

const SHOWN_AS = [
  "status",
  "latest_risk_score",
  "assignee",
  "assignment_expires_at",
  "due_at",
  "waits_for",
  "company_name",
  "version",
];

/** Whether a row would look different. */
const differs = (before, after) => SHOWN_AS.some((name) => before[name] !== after[name]);

const ids = (cases) => cases.map(({ case_id: id }) => id);

/** The ids of the rows that are in both and look different. */
export function altered(before, after) {
  const known = new Map(before.map((item) => [item.case_id, item]));
  return ids(after.filter((item) => known.has(item.case_id) && differs(known.get(item.case_id), item)));
}

/** How many rows would come, go or move: 0 where the same ones stand in the same order. */
export function moves(before, after) {
  const [old, fresh] = [ids(before), ids(after)];
  const gone = old.filter((id) => !fresh.includes(id)).length;
  const come = fresh.filter((id) => !old.includes(id)).length;
  if (gone || come) return Math.max(gone, come);
  return old.filter((id, at) => fresh[at] !== id).length;
}

/** The rows as they stand, each with its newest content; `told` maps an id to the status it was told with. */
export function inPlace(before, after, told) {
  const newest = new Map(after.map((item) => [item.case_id, item]));
  return before.map((item) => {
    const known = newest.get(item.case_id);
    if (known) return known;
    const status = told.get(item.case_id);
    return status && status !== item.status ? { ...item, status, waits_for: undefined } : item;
  });
}
