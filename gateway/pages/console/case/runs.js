/** The agents' runs: who was asked what, what came of it, what officers made of it. An agent never decides. */

import { openDialog } from "../../foundation/dialog.js";
import { h, said } from "../../foundation/dom.js";
import { badge } from "../../foundation/icons.js";
import { Problem } from "../../foundation/problem.js";
import { actorName, AGENTS } from "../words/events.js";
import { problemWords } from "../words/problems.js";
import { inWords } from "../words/risk.js";
import { emptySection, whenThere } from "./parts_shown.js";

const OUTCOMES = {
  answered: { word: "Answered", tone: "good" },
  repaired: { word: "Answered at the second try", tone: "good" },
};
const LONGEST = 200_000; // characters of an input or output that are shown here

export function runsSection(desk) {
  return whenThere(desk, ["executions"], () => {
    const { executions } = desk.executions;
    if (!executions.length)
      return emptySection(
        "No runs yet",
        "Each time an agent proposes something, what went in and what came out is kept and listed here.",
      );
    return h(
      "div",
      { class: "sheet", key: "runs" },
      h(
        "div",
        { class: "body stack" },
        h("h3", null, `Runs (${executions.length})`),
        h(
          "ol",
          { class: "case-runs" },
          [...executions].reverse().map((run) => one(desk, run)),
        ),
      ),
    );
  });
}

function one(desk, run) {
  const { format, officers } = desk.context;
  const outcome = OUTCOMES[run.outcome] ?? { word: inWords(run.outcome), tone: "warn" };
  const document = desk.detail.documents.find(({ document_id: id }) => id === run.subject);
  const show = (url, title) =>
    h("button", { type: "button", class: "link", onclick: () => showText(desk.context, url, title) }, title);
  const title = `${AGENTS[run.agent] ?? inWords(run.agent)}, round ${run.iteration}`;
  return h(
    "li",
    { key: run.execution_id },
    h(
      "p",
      { class: "row" },
      h("strong", null, title),
      badge(outcome.tone, outcome.word),
      h(
        "span",
        { class: "quiet" },
        run.provider === "rules" ? "rules" : [said(run.provider), " ", said(run.model ?? "")],
      ),
    ),
    h(
      "p",
      { class: "quiet" },
      h("time", { datetime: run.started_at, title: format.exact(run.started_at) }, format.moment(run.started_at)),
      ` · ${format.number(run.latency_ms)} ms`,
      run.input_tokens + run.output_tokens > 0 && ` · ${format.number(run.input_tokens + run.output_tokens)} tokens`,
      document && [" · ", said(document.filename)],
    ),
    run.note && h("p", null, said(run.note)),
    run.actions.map((action) =>
      h(
        "p",
        { key: action.event_sequence },
        `${inWords(action.action)} by `,
        actorName(action.actor, officers),
        action.details && [": ", said(action.details)],
      ),
    ),
    h(
      "p",
      { class: "row no-print" },
      run.input_url && show(run.input_url, "What went in"),
      run.output_url && show(run.output_url, "What came out"),
    ),
  );
}

function showText(context, url, title) {
  const state = { text: null, problem: null };
  const { update } = openDialog({
    title,
    wide: true,
    content: (close) =>
      h(
        "div",
        { class: "form" },
        h(
          "div",
          { class: "body", tabindex: 0, role: "region", "aria-label": title },
          state.problem
            ? h("p", { class: "wrong" }, said(state.problem))
            : h("code", { class: "pre" }, state.text === null ? "Loading …" : said(state.text)),
        ),
        h("footer", null, h("button", { type: "button", class: "primary", onclick: () => close() }, "Close")),
      ),
  });
  read(context, url).then((read) => {
    Object.assign(state, read);
    update();
  });
}

async function read(context, url) {
  try {
    const text = laidOut(await (await context.api.read(url)).text());
    return { text: text.length > LONGEST ? `${text.slice(0, LONGEST)}\n… (cut here: it is longer)` : text };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problem: problemWords(error) };
  }
}

/** JSON with its lines; any other text as it is. */
function laidOut(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
