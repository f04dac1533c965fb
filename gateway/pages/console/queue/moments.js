/** How long ago, and how soon, in words short enough for a column. */

const LENGTHS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const UNITS = Object.fromEntries(
  LENGTHS.map(([unit]) => [unit, new Intl.NumberFormat("en-GB", { style: "unit", unit, unitDisplay: "long" })]),
);
const DAY = 86_400_000;
const SOON = 2 * DAY;
const NEAR = 7 * DAY;

/** A length of time in its largest unit: `3 days`, `12 minutes`; less than a minute is `seconds`. */
export function span(milliseconds) {
  const seconds = Math.abs(milliseconds) / 1000;
  const [unit, length] = LENGTHS.find(([, least]) => seconds >= least) ?? [];
  return unit ? UNITS[unit].format(Math.trunc(seconds / length)) : "seconds";
}

/** How old something is. */
export const age = (iso, now = Date.now()) => span(Math.max(0, now - new Date(iso).getTime()));

/** `5 minutes ago`, or `just now`. */
export function since(iso, now = Date.now()) {
  const passed = now - new Date(iso).getTime();
  return passed < 60_000 ? "just now" : `${span(passed)} ago`;
}

/** How urgent a deadline is: `{word, tone, shape}`. Only what is near has the tone of a badge; else `tone` is null. */
export function urgency(iso, now = Date.now()) {
  const left = new Date(iso).getTime() - now;
  if (left < 0) return { word: `${span(left)} late`, tone: "bad", shape: "warn" };
  const word = `in ${span(left)}`;
  if (left < SOON) return { word, tone: "warn", shape: "warn" };
  return { word, tone: left < NEAR ? "info" : null, shape: "waiting" };
}
