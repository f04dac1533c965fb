/** Numbers and moments as people of one language read them. Moments come as ISO 8601 in UTC and are shown in local time. */

export function formats(language) {
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
  const moment = new Intl.DateTimeFormat(language, {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
  });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "long" });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "always", style: "short" });
  const whole = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const megabytes = new Intl.NumberFormat(language, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
  const kilobytes = new Intl.NumberFormat(language, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
  const score = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    day: (iso) => day.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
    /** To the second and with the time zone, for what is audited. */
    exact: (iso) => exact.format(new Date(iso)),
    /** `in 3 days`, `2 hr. ago`. */
    relative: (iso, now = Date.now()) => relativeTo(relative, new Date(iso).getTime() - now),
    number: (value) => whole.format(value),
    share: (value) => share.format(value),
    /** A risk of 0 to 1 with two digits. */
    score: (value) => score.format(value),
    size: (bytes) => (bytes < 1e6 ? kilobytes.format(Math.max(1, bytes / 1e3)) : megabytes.format(bytes / 1e6)),
  };
}

const UNITS = [["year", 31_557_600], ["month", 2_629_800], ["day", 86_400], ["hour", 3_600], ["minute", 60]];

function relativeTo(relative, milliseconds) {
  const seconds = milliseconds / 1000;
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return relative.format(Math.trunc(seconds), "second");
}
