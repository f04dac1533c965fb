/** The tasks that are about to be sent, each to be changed, moved, taken out; nothing is sent from here. */

import { h, said, visible } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { inWords } from "../../words/risk.js";
import { DOCUMENT_TYPES } from "../../words/sources.js";
import { MOST_TASKS } from "./draft.js";

const RESPONSES = { text: "A text", yes_no: "Yes or no", document: "A document" };

/**
 * The editor of `desk.tasks`. `place` tells the fields of two editors on one page apart; `showProblems` marks what
 * cannot be sent.
 */
export function taskEditor(desk, place, redraw, showProblems = false) {
  const draft = desk.tasks;
  const problems = showProblems ? draft.problems() : new Map();
  const changed = (act) => {
    act();
    redraw();
    if (redraw !== desk.redraw) desk.redraw();
  };
  const add = () => {
    let key;
    changed(() => {
      key = draft.add();
    });
    document.getElementById(`${place}-${key}`)?.focus();
  };
  return h(
    "div",
    { class: "stack", key: "editor" },
    draft.offered &&
      h(
        "div",
        { class: "notice" },
        icon("info"),
        h("p", { class: "grow" }, "Other tasks are proposed now than those you edited."),
        h("button", { type: "button", onclick: () => changed(() => draft.takeOffered()) }, "Take the new ones"),
      ),
    draft.list.length > 0 &&
      h(
        "ol",
        { class: "case-tasks" },
        draft.list.map((task, at) => item(desk, task, at, { place, changed, problem: problems.get(task.key) })),
      ),
    h(
      "p",
      { class: "row" },
      h(
        "button",
        { type: "button", class: "case-add-task", disabled: draft.list.length >= MOST_TASKS, onclick: add },
        icon("add"),
        "Add a task",
      ),
      draft.edited &&
        h(
          "button",
          { type: "button", class: "link", onclick: () => changed(() => draft.reset(desk.detail)) },
          "Back to what was proposed",
        ),
    ),
  );
}

function item(desk, task, at, { place, changed, problem }) {
  const id = `${place}-${task.key}`;
  const { list } = desk.tasks;
  const change = (changes) => changed(() => desk.tasks.change(task.key, changes));
  const move = (by) => () => {
    changed(() => desk.tasks.move(task.key, by));
    document.getElementById(`${id}-${by < 0 ? "up" : "down"}`)?.focus();
  };
  return h(
    "li",
    { key: task.key },
    h(
      "div",
      { class: "row spread" },
      h("label", { for: id }, `Task ${at + 1}, as the customer will read it`),
      h(
        "span",
        { class: "row" },
        h(
          "button",
          {
            type: "button",
            class: "plain",
            id: `${id}-up`,
            "aria-label": `Move task ${at + 1} up`,
            "aria-disabled": at === 0 ? "true" : null,
            onclick: at > 0 ? move(-1) : null,
          },
          icon("up"),
        ),
        h(
          "button",
          {
            type: "button",
            class: "plain",
            id: `${id}-down`,
            "aria-label": `Move task ${at + 1} down`,
            "aria-disabled": at === list.length - 1 ? "true" : null,
            onclick: at < list.length - 1 ? move(1) : null,
          },
          icon("down"),
        ),
        h(
          "button",
          {
            type: "button",
            class: "plain",
            "aria-label": `Take task ${at + 1} out`,
            onclick: () => changed(() => desk.tasks.remove(task.key)),
          },
          icon("close"),
        ),
      ),
    ),
    h("textarea", {
      id,
      maxlength: 4000,
      value: task.description,
      "aria-invalid": problem ? "true" : null,
      "aria-describedby": problem ? `${id}-problem` : null,
      oninput: ({ target }) => change({ description: target.value }),
    }),
    problem && h("p", { class: "wrong", id: `${id}-problem` }, problem),
    h(
      "div",
      { class: "row case-task-kind" },
      h("label", { for: `${id}-kind`, class: "unseen" }, `What task ${at + 1} is answered with`),
      h(
        "select",
        {
          id: `${id}-kind`,
          value: task.response_type,
          onchange: ({ target }) => change({ response_type: target.value }),
        },
        Object.entries(RESPONSES).map(([value, word]) => h("option", { key: value, value }, word)),
      ),
      task.response_type === "document" && [
        h("label", { for: `${id}-document`, class: "unseen", key: "label" }, `Which document task ${at + 1} asks for`),
        h(
          "select",
          {
            id: `${id}-document`,
            key: "document",
            value: task.document_type ?? "",
            onchange: ({ target }) => change({ document_type: target.value || null }),
          },
          documentTypes(desk.detail, task.document_type).map(([value, word]) =>
            h("option", { key: value, value }, word),
          ),
        ),
      ],
      h(
        "label",
        { class: "choice" },
        h("input", {
          type: "checkbox",
          checked: task.required,
          onchange: ({ target }) => change({ required: target.checked }),
        }),
        h("span", null, "Required"),
      ),
    ),
    task.justification && h("p", { class: "hint" }, h("strong", null, "For officers only: "), said(task.justification)),
  );
}

/** All kinds of documents, with those of this sort of case, and the one that a task has though it is none of them. */
function documentTypes({ document_requirements: requirements }, chosen) {
  const known = { ...Object.fromEntries(requirements.map(({ id, name }) => [id, visible(name)])), ...DOCUMENT_TYPES };
  const all = Object.entries(known).filter(([value]) => value !== "unknown");
  const more = chosen && !known[chosen] ? [[chosen, inWords(chosen)]] : [];
  return [["", "Which document?"], ...more, ...all];
}
