/** Deciding a merchant category, and asking for another proposal. */

import { h, said } from "../../../foundation/dom.js";
import { askAndSend } from "../asking.js";
import { codeField, codeState } from "./code_field.js";

const ASKED = {
  accept: { title: "Accept this category?", button: "Accept", done: "The category is accepted." },
  reject: {
    title: "Reject this category?",
    button: "Reject",
    done: "The category is rejected. Choose another code when it is known.",
  },
  override: { title: "Which category is it?", button: "Set this category", done: "The category is set." },
};

const NO_CODE = "Write a code of four digits, or choose one of those that are found.";

/** Asks for the decision `action`; `preset` is a code that it may begin with. */
export function mccDialog(desk, action, preset = null) {
  const { title, button, done } = ASKED[action];
  let { recommended, known } = proposedNow(desk, preset); // as it is shown
  const state = { ...codeState(preset?.mcc_code ?? ""), notes: "" };
  return askAndSend(desk, {
    title,
    yes: button,
    lacks: () => (action === "override" && !/^[0-9]{4}$/.test(state.code.trim()) ? NO_CODE : null),
    entered: () => Boolean(state.notes.trim()) || state.code !== (preset?.mcc_code ?? ""),
    again: () => ({ recommended, known } = proposedNow(desk, preset)),
    fields: (redraw) => [
      action === "override"
        ? codeField(desk.context, state, known, redraw)
        : h("p", { key: "code" }, h("strong", null, recommended.mcc_code), " ", said(recommended.description)),
      notesField("Notes (if there are any)", state),
    ],
    send: (options) =>
      desk.command(
        "/mcc-decision",
        {
          action,
          ...(action === "override" && { override_mcc: state.code.trim() }),
          ...(state.notes.trim() && { notes: state.notes.trim() }),
        },
        { ...options, done },
      ),
  });
}

function proposedNow({ detail: { mcc_classification: proposal } }, preset) {
  const { primary_recommendation: recommended, alternatives } = proposal;
  const all = [recommended, ...alternatives, preset].filter(Boolean);
  return { recommended, known: new Map(all.map((code) => [code.mcc_code, code.description])) };
}

export function reclassifyDialog(desk) {
  const state = { notes: "" };
  return askAndSend(desk, {
    title: "Classify again",
    yes: "Classify again",
    busyWord: "Classifying …",
    entered: () => Boolean(state.notes.trim()),
    fields: () => [
      notesField("What did the proposal overlook?", state),
      h("p", { class: "hint", key: "hint" }, "What you write is taken into account, now and in later rounds."),
    ],
    send: (options) =>
      desk.command("/reclassify-mcc", state.notes.trim() ? { notes: state.notes.trim() } : {}, {
        ...options,
        done: "A category is proposed again.",
      }),
  });
}

const notesField = (word, state) =>
  h(
    "div",
    { class: "field", key: "notes" },
    h("label", { for: "mcc-notes" }, word),
    h("textarea", {
      id: "mcc-notes",
      maxlength: 4000,
      value: state.notes,
      oninput: ({ target }) => {
        state.notes = target.value;
      },
    }),
  );
