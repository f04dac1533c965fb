/** What the software is doing with a case, step by step, in words. */

import { h } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";

/** Every `ProgressStep`. */
const STEPS = {
  check_documents: "Checking that the documents can be read",
  ask_sources: "Asking the sources",
  read_documents: "Reading the documents",
  classify: "Finding the merchant category",
  assess: "Assessing the risk",
  propose_tasks: "Proposing tasks for the customer",
};
const STATES = {
  done: { shape: "good", word: "done" },
  running: { shape: "working", word: "running" },
  waiting: { shape: "waiting", word: "not begun" },
};

/** The steps of an investigation that runs; null for a case that rests. `progress` is that of `GET /api/cases/{id}`. */
export function progressPanel(progress) {
  if (!progress) return null;
  const running = progress.steps.filter(({ state }) => state === "running");
  return h(
    "section",
    { class: "sheet case-progress", key: "progress", "aria-labelledby": "case-progress-title" },
    h(
      "div",
      { class: "body" },
      h("h2", { id: "case-progress-title" }, "The software is working on this case"),
      h(
        "p",
        { class: "quiet", role: "status" },
        running.length ? running.map(stepWords).join(" · ") : "The next step begins in a moment",
        ". This page follows by itself; nothing has to be done.",
      ),
      h("ol", { class: "case-steps" }, progress.steps.map(step)),
    ),
  );
}

function step(item) {
  const { shape, word } = STATES[item.state];
  return h(
    "li",
    { key: item.step, class: item.state },
    icon(shape, { class: item.state === "running" ? "turning" : null }),
    h("span", null, stepWords(item), h("span", { class: "unseen" }, ` (${word})`)),
  );
}

/** `Reading the documents: 3 of 5`. */
function stepWords({ step: name, done, total }) {
  return `${STEPS[name] ?? name}${total ? `: ${done} of ${total}` : ""}`;
}
