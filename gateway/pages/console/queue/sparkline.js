/** The scores of a case over time as a small line. What it shows is said in words for whoever does not see it. */

import { h } from "../../foundation/dom.js";
import { riskChange, scoreWords } from "../words/statuses.js";

const WIDTH = 44;
const HEIGHT = 18;
const MARGIN = 3;

/** A line of scores of 0 to 1, oldest first. One alone has no course, and gives an empty place of the same width. */
export function sparkline(scores, format) {
  const size = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT };
  const shape = { class: "queue-spark", ...size, focusable: "false" };
  if (!scores || scores.length < 2) return h("svg", { ...shape, "aria-hidden": "true" });
  const points = scores.map((score, at) => [
    MARGIN + (at * (WIDTH - 2 * MARGIN)) / (scores.length - 1),
    HEIGHT - MARGIN - score * (HEIGHT - 2 * MARGIN),
  ]);
  const [x, y] = points.at(-1);
  const said = `${scoreWords(scores.at(-1), format)}, ${riskChange(scores, format).word}`;
  return h(
    "svg",
    { ...shape, role: "img", "aria-label": said },
    h("title", null, scores.map((score) => scoreWords(score, format)).join(" → ")),
    h("polyline", { points: points.map((point) => point.map((value) => value.toFixed(1)).join(",")).join(" ") }),
    h("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: 2.2 }),
  );
}
