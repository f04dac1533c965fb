/** What the customer answered, round by round. */

import { h, said } from "../../foundation/dom.js";
import { block, emptySection, whenThere } from "./parts_shown.js";

export function answersSection(desk) {
  return whenThere(desk, ["responses"], () => {
    const { responses } = desk.responses;
    if (!responses.length) {
      return emptySection(
        "No answers yet",
        "What the customer answers to questions and tasks comes here once it is submitted.",
      );
    }
    return [...responses].reverse().map((response) => round(desk, response));
  });
}

function round(desk, { iteration, submitted_at: at, answers, task_responses: tasks }) {
  const { format } = desk.context;
  const questions = new Map(desk.detail.questions.map(({ id, text }) => [id, text]));
  const asked = new Map(desk.detail.follow_up_tasks.map((task) => [task.task_id, task.description]));
  const rows = [
    ...Object.entries(answers).map(([id, value]) => [id, questions.get(id) ?? id, value]),
    ...Object.entries(tasks).map(([id, value]) => [id, asked.get(id) ?? id, value]),
  ];
  return block(
    `Round ${iteration}`,
    h("time", { class: "quiet", datetime: at, title: format.exact(at) }, `submitted ${format.moment(at)}`),
    rows.length
      ? h(
          "dl",
          { class: "case-answers" },
          rows.map(([id, asking, value]) =>
            h("div", { key: id }, h("dt", null, said(asking)), h("dd", null, shown(value))),
          ),
        )
      : h("p", { class: "quiet" }, "Documents only; no question was to be answered."),
  );
}

function shown(value) {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value))
    return value.length
      ? h(
          "ul",
          null,
          value.map((one, at) => h("li", { key: at }, said(one))),
        )
      : h("span", { class: "quiet" }, "nothing chosen");
  return value === "" ? h("span", { class: "quiet" }, "left empty") : said(value);
}
