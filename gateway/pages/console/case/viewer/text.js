/**
 * A page as its text: what was read, with the quote marked in it. What somebody marks by hand is left to the browser:
 * to draw it here would take it apart.
 */

import { h, visible } from "../../../foundation/dom.js";
import { textOf } from "./spans.js";
import { showInStage } from "./stage.js";

/** The text of a page; `shown` as in `picture.js`. */
export function textPage({ page, span, others }) {
  if (!page.points.length) return h("p", { class: "quiet leaf-text", key: "text" }, "There is no text on this page.");
  const cuts = new Set([0, page.points.length]);
  for (const each of [span, ...others]) if (each) cuts.add(each.start).add(each.end);
  const places = [...cuts].filter((at) => at <= page.points.length).sort((one, other) => one - other);
  return h("div", { class: "leaf-text", key: "text", lang: "" }, places.slice(0, -1).map((start, at) =>
    part(page, start, places[at + 1], { span, others })));
}

const within = (span, start, end) => span && span.start <= start && end <= span.end;

function part(page, start, end, { span, others }) {
  const text = pieces(textOf(page, start, end), start);
  if (within(span, start, end)) return h("mark",
    { key: `quote ${start}`, ref: start === span.start ? showInStage : undefined }, text);
  const other = others.find((one) => within(one, start, end));
  return other ? h("span", { key: `read ${start}`, class: "text-other", title: visible(other.title) }, text)
    : h("span", { key: `text ${start}` }, text);
}

/** A text in pieces that know where they begin: marks that cannot be seen stand apart, written out. */
function pieces(text, start) {
  const found = [];
  let at = start;
  let plain = "";
  const end = () => {
    if (plain) found.push(h("span", { "data-start": at - Array.from(plain).length, "data-end": at }, plain));
    plain = "";
  };
  for (const point of text) {
    const shown = visible(point);
    if (shown !== point) {
      end();
      found.push(h("span", { "data-start": at, "data-end": at + 1, "data-whole": true, class: "quiet" }, shown));
    } else plain += point;
    at += 1;
  }
  end();
  return found;
}
