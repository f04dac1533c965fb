/** How what is loaded by itself is shown: while it loads, when it failed, and when there is nothing. */

import { h, said } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { problemWords } from "../words/problems.js";

/** What `then()` describes once all parts named are there; until then that they load, or the problem of one. */
export function whenThere(desk, names, then) {
  const failed = names.find((name) => desk[name] === null && desk.problems[name]);
  if (failed) return problemNotice(desk.problems[failed], () => desk.retry(failed));
  if (names.some((name) => desk[name] === null)) return loadingNote();
  const stale = names.find((name) => desk.problems[name]);
  return [stale && problemNotice(desk.problems[stale], () => desk.retry(stale)), then()];
}

/** Whether each of these parts has come, or has failed: then what stands below them will not move any more. */
export const haveSettled = (desk, names) => names.every((name) => desk[name] !== null || desk.problems[name]);

export const loadingNote = (word = "Loading …") =>
  h("p", { class: "waits case-loads", key: "loads", role: "status" }, word);

/** What went wrong, where the part would be, and the way to try again. */
export function problemNotice(problem, again) {
  const number = problem.status >= 500 && problem.requestId ? ` (request ${problem.requestId})` : "";
  return h(
    "div",
    { class: "notice bad", key: "problem", role: "alert" },
    icon("warn"),
    h(
      "div",
      { class: "grow" },
      h("p", null, said(problemWords(problem)), number),
      again && h("button", { type: "button", onclick: again }, "Try again"),
    ),
  );
}

/** Something that calls for attention without being a failure. */
export const notice = (tone, ...children) =>
  h("div", { class: `notice ${tone}` }, icon(tone), h("div", { class: "grow" }, children));

/** A place that is empty, and what comes there. */
export const nothing = (title, text) => h("div", { class: "empty" }, h("h3", null, title), h("p", null, text));

/** A section that is empty, and what comes there. */
export const emptySection = (title, text) => h("div", { class: "sheet", key: "empty" }, nothing(title, text));

/** A block of a section: a heading, what stands beside it, and the content. */
export function block(title, beside, ...children) {
  return h(
    "section",
    { class: "sheet case-block", key: `block ${title}` },
    h("header", null, h("h3", null, title), h("div", { class: "grow" }), beside),
    h("div", { class: "body stack" }, children),
  );
}
