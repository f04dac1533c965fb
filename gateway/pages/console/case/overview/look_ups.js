/** What only a person may look up: the page to look at, and the form to say what was seen there. */

import { h, said } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { Problem } from "../../../foundation/problem.js";
import { webPage } from "../../../foundation/web_page.js";
import { actorName } from "../../words/events.js";
import { askAndSend } from "../asking.js";
import { block } from "../parts_shown.js";

/** The officer tasks of the case; nothing where it calls for none. */
export function lookUps(desk) {
  const closed = desk.detail.waits_for === null;
  const tasks = desk.detail.officer_tasks.filter(({ done }) => done || !closed);
  if (!tasks.length) return null;
  return block(
    "To look up by hand",
    null,
    tasks.map((task) => lookUp(desk, task)),
  );
}

function lookUp(desk, task) {
  const { format, officers } = desk.context;
  const seen = desk.detail.sources.withholding;
  const open = desk.detail.waits_for !== null;
  return h(
    "div",
    { class: "case-look-up", key: task.task },
    h(
      "p",
      { class: "row" },
      task.done ? badge("good", "Done") : badge("warn", "To do", { shape: "waiting" }),
      h("strong", null, task.title),
    ),
    task.done_at &&
      h(
        "p",
        { class: "quiet" },
        "Looked up ",
        format.moment(task.done_at),
        seen?.recorded_by && [" by ", actorName({ id: seen.recorded_by, role: "officer" }, officers)],
        task.valid_until && `; it holds until ${format.day(task.valid_until)}`,
        !task.done && ". What was found has expired: look again",
        ".",
      ),
    h(
      "p",
      { class: "row no-print" },
      webPage(task.deep_link) &&
        h(
          "a",
          { class: "button", href: webPage(task.deep_link), target: "_blank", rel: "noreferrer" },
          icon("open"),
          "Open the page",
        ),
      desk.can.write &&
        open &&
        h(
          "button",
          { type: "button", onclick: () => withholdingDialog(desk, task) },
          icon("edit"),
          "Record what you saw",
        ),
    ),
  );
}

const QUESTIONS = [
  { name: "social_debt", text: "Are 35 % to be withheld for social contributions?" },
  { name: "tax_debt", text: "Are 15 % to be withheld for taxes?" },
];

function withholdingDialog(desk, task) {
  const state = { social_debt: null, tax_debt: null, out_of_scope: false, valid_until: "", note: "", file: null };
  const before = { ...state };
  return askAndSend(desk, {
    title: "What does the page say?",
    yes: "Record",
    busyWord: "Recording …",
    fields: (redraw) => fields(desk, task, state, redraw),
    lacks: () =>
      state.out_of_scope || QUESTIONS.every(({ name }) => state[name] !== null) ? null : "Answer both questions.",
    entered: () => Object.keys(state).some((name) => state[name] !== before[name]),
    send: (options) => record(desk, state, options),
  });
}

function fields(desk, task, state, redraw) {
  const set = (changes) => {
    Object.assign(state, changes);
    redraw();
  };
  return [
    h(
      "p",
      null,
      webPage(task.deep_link)
        ? h("a", { href: webPage(task.deep_link), target: "_blank", rel: "noreferrer" }, "Open the page")
        : "Open the page",
      " and say what it shows for ",
      said(desk.detail.company_name),
      ".",
    ),
    h(
      "label",
      { class: "choice" },
      h("input", {
        type: "checkbox",
        checked: state.out_of_scope,
        onchange: ({ target }) => set({ out_of_scope: target.checked }),
      }),
      h("span", null, "The page says that the obligation does not concern this company"),
    ),
    !state.out_of_scope && QUESTIONS.map(({ name, text }) => yesNo(name, text, state, set)),
    h(
      "div",
      { class: "field" },
      h("label", { for: "valid_until" }, "It holds until (if the page says so)"),
      h("input", {
        id: "valid_until",
        type: "date",
        value: state.valid_until,
        onchange: ({ target }) => {
          state.valid_until = target.value;
        },
      }),
    ),
    h(
      "div",
      { class: "field" },
      h("label", { for: "proof" }, "Proof (if you have it)"),
      h("input", {
        id: "proof",
        type: "file",
        accept: "application/pdf,image/png,image/jpeg",
        "aria-describedby": "proof-hint",
        onchange: ({ target }) => {
          state.file = target.files[0] ?? null;
        },
      }),
      h(
        "p",
        { class: "hint", id: "proof-hint" },
        "A PDF or a picture of the page, at most 10 MB. It becomes evidence.",
      ),
    ),
    h(
      "div",
      { class: "field" },
      h("label", { for: "look-up-note" }, "Note (if there is one)"),
      h("textarea", {
        id: "look-up-note",
        maxlength: 4000,
        value: state.note,
        oninput: ({ target }) => {
          state.note = target.value;
        },
      }),
    ),
  ];
}

const yesNo = (name, text, state, set) =>
  h(
    "fieldset",
    { key: name },
    h("legend", null, text),
    [
      [true, "Yes"],
      [false, "No"],
    ].map(([value, word]) =>
      h(
        "label",
        { key: word, class: "choice" },
        h("input", {
          type: "radio",
          name,
          required: true,
          checked: state[name] === value,
          onchange: () => set({ [name]: value }),
        }),
        h("span", null, word),
      ),
    ),
  );

/** Uploads the proof, if there is one, and records what was seen; gives the outcome of that. */
async function record(desk, state, options) {
  const { social_debt: social, tax_debt: tax, out_of_scope: outside, valid_until: until, note, file } = state;
  const proof = await proofOf(desk, file);
  if (proof instanceof Problem) return { ok: false, problem: proof };
  const body = {
    social_debt: !outside && social === true,
    tax_debt: !outside && tax === true,
    out_of_scope: outside,
    ...(until && { valid_until: until }),
    ...(note.trim() && { note: note.trim() }),
    ...(proof && { proof_key: proof }),
  };
  return desk.command("/checks/withholding", body, { ...options, done: "Recorded. It is among the sources now." });
}

async function proofOf(desk, file) {
  if (!file) return null;
  const body = new FormData();
  body.append("file", file);
  try {
    const response = await desk.context.api.send("POST", desk.path("/checks/withholding/proof"), { body });
    return (await response.json()).object_key;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error;
  }
}
