/**
 * Places in the text of a page, and where they stand on it. The API counts in Unicode code points, a browser in units
 * of UTF-16: a page's `points` are its characters as the API counts them.
 */

/** A page as it is shown: what the API gave, with its text cut into characters. */
export const withPoints = (page) => ({ ...page, points: Array.from(page.text) });

export const textOf = (page, start, end) => page.points.slice(start, end).join("");

/** How many characters a part of a text has, as the API counts. */
export const pointsIn = (text) => Array.from(text).length;

/**
 * The span `{start, end}` that a place means on this page: its own, or that of its quote; null if it stands nowhere.
 */
export function spanOf(page, place) {
  if (!place) return null;
  if (Number.isInteger(place.start) && place.end > place.start) return { start: place.start, end: place.end };
  const at = place.quote ? page.text.indexOf(place.quote) : -1;
  if (at < 0) return null;
  const start = pointsIn(page.text.slice(0, at));
  return { start, end: start + pointsIn(place.quote) };
}

/** A span without the spaces at its ends; null if nothing is left. */
export function trimmed(page, { start, end }) {
  const text = textOf(page, start, end);
  const from = start + pointsIn(text) - pointsIn(text.trimStart());
  const to = from + pointsIn(text.trim());
  return to > from ? { start: from, end: to } : null;
}

/** Whether a page has a layout; a text document has none. */
export const hasLayout = (page) => page.width > 0 && page.height > 0;

/** The boxes of a span, one for each line it runs over, as CSS lengths in shares of the page. */
export function boxesOf(page, { start, end }) {
  const words = page.words.filter((word) => word.char_start < end && word.char_end > start);
  return lines(words.map((word) => cropped(word, start, end))).map((line) => boxOf(page, line));
}

/** A rectangle of a page as CSS lengths. */
export function boxOf({ width, height }, { x0, y0, x1, y1 }) {
  const share = (length, whole) => `${((100 * length) / whole).toFixed(3)}%`;
  return { left: share(x0, width), top: share(y0, height), width: share(x1 - x0, width),
    height: share(y1 - y0, height) };
}

/** The part of a word that is within the span, as far as its letters are equally wide. */
function cropped(word, start, end) {
  const letters = word.char_end - word.char_start;
  const at = (place) => word.x0 + ((word.x1 - word.x0) * (place - word.char_start)) / letters;
  return { ...word, x0: at(Math.max(start, word.char_start)), x1: at(Math.min(end, word.char_end)) };
}

function lines(words) {
  const found = [];
  for (const { x0, y0, x1, y1 } of words) {
    const last = found.at(-1);
    if (last && isBeside(last, { x0, y0, y1 })) {
      Object.assign(last, { y0: Math.min(last.y0, y0), x1: Math.max(last.x1, x1), y1: Math.max(last.y1, y1) });
    } else found.push({ x0, y0, x1, y1 });
  }
  return found;
}

/** Whether a word continues a line: at about its height, and further on. */
function isBeside(line, word) {
  const shared = Math.min(line.y1, word.y1) - Math.max(line.y0, word.y0);
  return word.x0 >= line.x0 && shared > Math.min(line.y1 - line.y0, word.y1 - word.y0) / 2;
}
