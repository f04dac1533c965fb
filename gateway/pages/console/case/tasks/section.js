/** What the customer is to do: tasks about to be sent, and those that were sent with what came of them. */

import { h, said } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { inWords } from "../../words/risk.js";
import { choicesOf, isDecided } from "../decide/choices.js";
import { decideDialog } from "../dialogs.js";
import { block } from "../parts_shown.js";
import { taskEditor } from "./editor.js";

export function tasksSection(desk) {
  return [proposed(desk), sent(desk)];
}

function proposed(desk) {
  const { detail } = desk;
  const review = choicesOf(detail).includes("follow_up");
  if (!review) {
    return block(
      "Tasks to send",
      null,
      h(
        "p",
        { class: "quiet" },
        detail.waits_for === null
          ? "The case is closed; nothing more is asked."
          : "When an investigation is done, tasks for the customer are proposed here. You edit them, and they are " +
              "sent when you decide to ask the customer again.",
      ),
    );
  }
  const { tasks_proposal: proposal } = detail;
  return block(
    "Tasks to send",
    again(desk),
    h("p", null, "Nothing here reaches the customer until you decide “Ask the customer again”."),
    proposal &&
      h(
        "details",
        null,
        h("summary", null, "Why these tasks"),
        h("p", null, said(proposal.reasoning)),
        proposal.notes.map((note, at) => h("p", { key: at, class: "quiet" }, said(note))),
        h("p", { class: "quiet" }, proposal.method === "llm" ? "Proposed by a language model." : "Proposed by rules."),
      ),
    desk.tasks.list.length === 0 &&
      h(
        "p",
        { class: "quiet", key: "none" },
        "No task is proposed: nothing was found that the customer could settle. You can add one.",
      ),
    desk.can.write ? taskEditor(desk, "section", desk.redraw) : readOnly(desk),
    desk.can.decide &&
      h(
        "p",
        { class: "row no-print", key: "send" },
        h(
          "button",
          {
            type: "button",
            class: "primary",
            disabled: isDecided(desk),
            onclick: () => decideDialog(desk, "follow_up"),
          },
          icon("upload"),
          "Send these tasks …",
        ),
      ),
  );
}

function again(desk) {
  if (!desk.can.write || desk.detail.status !== "REVIEW_PENDING") return null;
  const ask = async () => {
    desk.open.regenerating = true;
    desk.redraw();
    const { problem } = await desk.command("/regenerate-tasks", {}, { done: "Tasks are proposed again." });
    desk.open.regenerating = false;
    if (problem && problem.code !== "case_moved") desk.context.failed(problem);
    desk.redraw();
  };
  return h(
    "button",
    { type: "button", disabled: Boolean(desk.open.regenerating), onclick: ask },
    icon("working"),
    desk.open.regenerating ? "Proposing …" : "Propose again",
  );
}

const readOnly = (desk) =>
  h(
    "ol",
    { class: "case-tasks" },
    desk.tasks.list.map((task) =>
      h(
        "li",
        { key: task.key },
        h("p", null, said(task.description)),
        h("p", { class: "hint" }, h("strong", null, "For officers only: "), said(task.justification)),
      ),
    ),
  );

const ORIGINS = { officer: "asked by an officer", validation: "asked because a document could not be read" };

function sent(desk) {
  const tasks = desk.detail.follow_up_tasks;
  if (!tasks.length) return null;
  const rounds = [...new Set(tasks.map(({ iteration }) => iteration))].sort((one, other) => other - one);
  return block(
    `Tasks sent (${tasks.length})`,
    null,
    rounds.map((round) =>
      h(
        "div",
        { key: round, class: "stack" },
        h("h4", null, `Round ${round}`),
        h("ol", { class: "case-tasks" }, tasks.filter(({ iteration }) => iteration === round).map(sentTask)),
      ),
    ),
  );
}

function sentTask(task) {
  return h(
    "li",
    { key: task.task_id },
    h(
      "p",
      { class: "row" },
      task.answered ? badge("good", "Answered") : badge("plain", "Open", { shape: "waiting" }),
      !task.required && badge("plain", "Optional"),
      h("span", { class: "quiet" }, ORIGINS[task.origin]),
    ),
    h("p", null, said(task.description)),
    task.response !== null && h("p", { class: "case-answer" }, h("span", { class: "quiet" }, "Answer: "), answer(task)),
    task.document_type && h("p", { class: "hint" }, "Document: ", inWords(task.document_type)),
  );
}

function answer({ response }) {
  if (typeof response === "boolean") return response ? "Yes" : "No";
  return said(response);
}
