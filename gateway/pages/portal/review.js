/** The last step: everything that is to be sent, what is missing, and the button. */

import { h, said } from "../foundation/dom.js";
import { icon } from "../foundation/icons.js";
import { notice } from "./parts.js";

const PARTS = [["documents", "step_documents"], ["tasks", "step_tasks"], ["questions", "step_questions"]];

export function reviewStep(portal) {
  const { say } = portal.voice;
  const missing = portal.items.filter((item) => item.required && !item.done);
  return [
    portal.submitProblem && brought("bad", "problem", portal.submitProblem),
    portal.uploads.busy && brought("info", "busy", say("review_busy")),
    missing.length ? missingList(portal, missing) : allDone(portal),
    PARTS.map(([step, title]) => part(portal, title, portal.items.filter((item) => item.step === step))),
  ];
}

/** A remark that is brought into sight when somebody presses the button and it is why nothing is sent. */
const brought = (tone, id, words) => h("div", { id, key: id, tabindex: "-1" }, notice(tone, "words", words));

const allDone = ({ voice }) => notice("good", "all", voice.say("review_complete"));

function missingList(portal, missing) {
  const { say } = portal.voice;
  return h(
    "div",
    { class: "notice warn", key: "missing", id: "missing", tabindex: "-1" },
    icon("warn"),
    h(
      "div",
      null,
      h("h2", { class: "notice-title" }, say("review_missing", { count: missing.length })),
      h("ul", { class: "missing" }, missing.map((item) =>
        h("li", { key: item.key }, toItem(portal, item, said(item.title))))),
    ),
  );
}

function toItem(portal, item, words) {
  const follow = (event) => {
    event.preventDefault();
    portal.go(item.step, item.key);
  };
  return h("a", { href: `#${item.step}`, onclick: follow }, words);
}

function part(portal, title, items) {
  if (!items.length) return null;
  return h(
    "section",
    { class: "sheet review", key: title, "aria-labelledby": `review-${title}` },
    h("header", null, h("h2", { id: `review-${title}` }, portal.voice.say(title))),
    h("ul", null, items.map((item) => line(portal, item))),
  );
}

function line(portal, item) {
  const { say } = portal.voice;
  const word = say(item.done ? "review_change" : "review_add");
  const change = [word, h("span", { class: "unseen" }, ": ", said(item.title))];
  return h(
    "li",
    { key: item.key },
    h("div", { class: "grow" }, h("p", { class: "strong" }, said(item.title)), given(portal, item)),
    toItem(portal, item, change),
  );
}

/** What the customer gave, as he will recognise it. */
function given(portal, item) {
  const { say } = portal.voice;
  const { file } = item;
  const answer = item.kind === "task" ? portal.draft.responses[item.id] : portal.draft.answers[item.id];
  if (!item.done && item.required) return h("p", { class: "lacks" }, icon("warn"), " ", say("review_lacks"));
  if (!item.done) return h("p", { class: "quiet" }, say("review_left_out"));
  const name = file ? [icon("document"), " ", said(file.filename), " "] : null;
  return h("p", null, name, answerWords(say, item.spec, answer));
}

function answerWords(say, spec, answer) {
  if (typeof answer === "boolean") return say(answer ? "yes" : "no");
  const labelOf = (value) => spec.option_labels?.[spec.options.indexOf(value)] ?? value;
  return said([answer ?? ""].flat().map(labelOf).join("\n"));
}
