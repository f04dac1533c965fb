/** A page as a picture: over it the words to be marked, the places that were read, and the quote that is looked at. */

import { h } from "../../../foundation/dom.js";
import { boxesOf, boxOf, textOf } from "./spans.js";
import { showInStage } from "./stage.js";

/**
 * `shown` is `{page, picture, span, others, selected, label}`: the page with its text, the address of its picture or
 * null, the span that is looked at, other spans that were read as `{start, end, title}`, and what is marked by hand.
 */
export function pictureOf(pane, shown) {
  const { page, picture, label } = shown;
  const [width, height] = pane.turned % 2 ? [page.height, page.width] : [page.width, page.height];
  return h("div", { class: "leaf", key: "leaf",
    style: { width: `${pane.zoom * 100}%`, "aspect-ratio": `${width} / ${height}` } },
    h("div", { class: "leaf-face", style: faceStyle(page, pane.turned) },
      picture
        ? h("img", { src: picture, alt: label, draggable: "false", key: picture })
        : h("p", { class: "waits leaf-waits", key: "waits" }, "Loading the page …"),
      layer(pane, page),
      marks(shown)));
}

/** The face is as large as the page lies, and turned about its middle. */
function faceStyle({ width, height }, turned) {
  const across = turned % 2 ? width / height : 1;
  return { width: `${across * 100}%`, "aspect-ratio": `${width} / ${height}`,
    transform: `translate(-50%, -50%) rotate(${turned * 90}deg)` };
}

/** The words as text that can be marked but not seen. It is described once for each page. */
function layer(pane, page) {
  if (pane.layer?.page !== page) pane.layer = { page, described: words(page) };
  return pane.layer.described;
}

const words = (page) => h("div", { class: "leaf-words", key: "words", "aria-hidden": "true" },
  page.words.map((word) => h("span", {
    "data-start": word.char_start, "data-end": word.char_end,
    style: { ...boxOf(page, word), "font-size": `${((90 * (word.y1 - word.y0)) / page.height).toFixed(3)}cqh` },
  }, textOf(page, word.char_start, word.char_end))));

function marks({ page, span, others, selected }) {
  return h("div", { class: "leaf-marks", key: "marks" },
    others.map((other) => boxes(page, other, "mark-other")),
    span && boxes(page, span, "mark-quote", { ref: showInStage }),
    selected && boxes(page, selected, "mark-selected", selected.isFound ? { ref: showInStage } : {}));
}

const boxes = (page, span, kind, props = {}) => boxesOf(page, span).map((style, line) =>
  h("div", { key: `${kind} ${span.start}-${span.end} ${line}`, class: kind, style, ...props,
    ref: line === 0 ? props.ref : undefined }));
