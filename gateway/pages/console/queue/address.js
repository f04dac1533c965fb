/**
 * The queue's address: its query is the one that `GET /api/cases` is asked with, so that a link, a saved view and a
 * request are the same words. A bare address is the first tab; any other always names its sort.
 */

const ONE = ["q", "assignee", "risk_min", "risk_max", "created_from", "created_to", "due_to"];
const MANY = ["status", "country", "template"];
export const SORTS = ["created_at", "updated_at", "company_name", "latest_risk_score", "due_at", "status"];
const SORT = new RegExp(`^-?(${SORTS.join("|")})$`);
export const PER_PAGE = 50;

/** The filters that are no tab, in the order in which they are shown. */
export const FILTERS = [
  "q",
  "assignee",
  "country",
  "template",
  "risk_min",
  "risk_max",
  "created_from",
  "created_to",
  "due_to",
];

/** What an address asks for: lists of `MANY`, strings of `ONE`, `sort`, `page`. `fallback` is what a bare one means. */
export function asked(query, fallback) {
  if (![...query.keys()].length) return { ...nothing(), ...fallback };
  const found = nothing();
  for (const name of MANY) found[name] = [...new Set(query.getAll(name).filter(Boolean))];
  for (const name of ONE) found[name] = query.get(name) ?? "";
  const sort = query.get("sort") ?? "";
  found.sort = SORT.test(sort) ? sort : "-updated_at";
  found.page = Math.max(1, Math.trunc(Number(query.get("page"))) || 1);
  return found;
}

const nothing = () => ({
  ...Object.fromEntries(MANY.map((name) => [name, []])),
  ...Object.fromEntries(ONE.map((name) => [name, ""])),
  sort: "-updated_at",
  page: 1,
});

/** The query string of what is asked, without a question mark. The page is left out where it is the first. */
export function queryOf(wanted) {
  const pairs = [
    ...MANY.flatMap((name) => wanted[name].map((value) => [name, value])),
    ...ONE.filter((name) => wanted[name] !== "").map((name) => [name, wanted[name]]),
    ["sort", wanted.sort],
    ...(wanted.page > 1 ? [["page", String(wanted.page)]] : []),
  ];
  return new URLSearchParams(pairs).toString();
}

export const addressOf = (wanted) => `/console/?${queryOf(wanted)}`;

/** Asks for something else: every change but that of the page begins with the first page again. */
export const changed = (wanted, changes) => ({ ...wanted, page: 1, ...changes });

/** Without any filter, in the same tab. */
export function cleared(wanted) {
  return changed(wanted, Object.fromEntries(FILTERS.map((name) => [name, Array.isArray(wanted[name]) ? [] : ""])));
}

/** Whether anything but the tab narrows what is shown. */
export const isFiltered = (wanted) => FILTERS.some((name) => wanted[name].length > 0);
