/** Small pictures, drawn as lines in the colour of the text. They never speak alone: a word stands beside each. */

import { h } from "./dom.js";

const SHAPES = {
  // What a case or a check is: each a shape of its own, so that colour is not needed to tell them apart.
  good: ["M3 8.5 6.5 12 13 4.5"],
  bad: ["M4 4 12 12M12 4 4 12"],
  warn: ["M8 2 15 14H1ZM8 6.5V9.5M8 11.5V12"],
  info: ["M8 1.5A6.5 6.5 0 1 1 8 14.5 6.5 6.5 0 1 1 8 1.5M8 7V11.5M8 4.5V5"],
  plain: ["M3 8H13"],
  waiting: ["M8 1.5A6.5 6.5 0 1 1 8 14.5 6.5 6.5 0 1 1 8 1.5M8 4.5V8L10.5 9.5"],
  working: ["M8 1.5A6.5 6.5 0 0 1 14.5 8M8 14.5A6.5 6.5 0 0 1 1.5 8"],
  person: ["M8 2A2.75 2.75 0 1 1 8 7.5 2.75 2.75 0 1 1 8 2M2.5 14C2.5 11 5 9.5 8 9.5S13.5 11 13.5 14"],
  up: ["M8 13V3M4 7 8 3 12 7"],
  down: ["M8 3V13M4 9 8 13 12 9"],
  level: ["M3 8H13M10 5 13 8 10 11"],
  unknown: ["M5.5 6A2.5 2.5 0 1 1 8 8.5V10M8 12.5V13"],
  // How high a risk is: bars that stand, of four.
  risk_0: ["M2.5 13V12.5M6.2 13V12.5M9.8 13V12.5M13.5 13V12.5"],
  risk_1: ["M2.5 13V10.5M6.2 13V12.5M9.8 13V12.5M13.5 13V12.5"],
  risk_2: ["M2.5 13V10.5M6.2 13V8M9.8 13V12.5M13.5 13V12.5"],
  risk_3: ["M2.5 13V10.5M6.2 13V8M9.8 13V5.5M13.5 13V12.5"],
  risk_4: ["M2.5 13V10.5M6.2 13V8M9.8 13V5.5M13.5 13V3"],
  // What can be done.
  search: ["M7 2A5 5 0 1 1 7 12 5 5 0 1 1 7 2M11 11 14.5 14.5"],
  close: ["M4 4 12 12M12 4 4 12"],
  add: ["M8 3V13M3 8H13"],
  next: ["M6 3 11 8 6 13"],
  previous: ["M10 3 5 8 10 13"],
  open: ["M9 2H14V7M14 2 7.5 8.5M12 9.5V14H2V4H6.5"],
  download: ["M8 2V10.5M4.5 7 8 10.5 11.5 7M2.5 14H13.5"],
  upload: ["M8 11V2.5M4.5 6 8 2.5 11.5 6M2.5 14H13.5"],
  document: ["M3.5 1.5H9.5L12.5 4.5V14.5H3.5ZM9.5 1.5V4.5H12.5M5.5 8H10.5M5.5 11H10.5"],
  camera: ["M2 5H5L6.5 3H9.5L11 5H14V13H2ZM8 6.5A2.25 2.25 0 1 1 8 11 2.25 2.25 0 1 1 8 6.5"],
  edit: ["M10.5 2.5 13.5 5.5 5.5 13.5H2.5V10.5Z"],
  zoom_in: ["M7 2A5 5 0 1 1 7 12 5 5 0 1 1 7 2M11 11 14.5 14.5M7 5V9M5 7H9"],
  zoom_out: ["M7 2A5 5 0 1 1 7 12 5 5 0 1 1 7 2M11 11 14.5 14.5M5 7H9"],
  turn: ["M13 8A5 5 0 1 1 8 3H12M9.5 0.5 12 3 9.5 5.5"],
  menu: ["M2 4H14M2 8H14M2 12H14"],
  keyboard: ["M1.5 4H14.5V12H1.5ZM4 6.5H4.5M7 6.5H7.5M10 6.5H10.5M12 6.5H12.5M4 9.5H12"],
  shield: ["M8 1.5 13.5 3.5V8C13.5 11.5 11 13.5 8 14.5 5 13.5 2.5 11.5 2.5 8V3.5Z"],
  scales: ["M8 2V14M4 14H12M3 4H13M3 4 1 9.5H5ZM13 4 11 9.5H15Z"],
  history: ["M2 8A6 6 0 1 0 4 3.5M4 1.5V4H6.5M8 5V8.5L10.5 10"],
  light: ["M8 5A3 3 0 1 1 8 11 3 3 0 1 1 8 5M8 1V2.5M8 13.5V15M1 8H2.5M13.5 8H15M3 3 4 4M12 12 13 13M3 13 4 12M12 4 13 3"],
  dark: ["M13.5 9.5A6 6 0 0 1 6.5 2.5 6 6 0 1 0 13.5 9.5"],
};

/** An icon by its name, `size` in pixels. */
export function icon(name, { size = 16, title = null, ...props } = {}) {
  const lines = SHAPES[name] ?? SHAPES.unknown;
  const told = title ? { role: "img", "aria-label": title } : { "aria-hidden": "true" };
  return h(
    "svg",
    { viewBox: "0 0 16 16", width: size, height: size, fill: "none", stroke: "currentColor", "stroke-width": 1.6,
      "stroke-linecap": "round", "stroke-linejoin": "round", focusable: "false", ...told, ...props },
    lines.map((line) => h("path", { d: line })),
  );
}

/** A word with its shape. `tone` is `good`, `warn`, `bad`, `info` or `plain`. */
export function badge(tone, word, { shape = tone, ...props } = {}) {
  return h("span", { ...props, class: `badge ${tone}` }, icon(shape, { size: 12 }), word);
}
