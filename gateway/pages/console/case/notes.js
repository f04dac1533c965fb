/** Notes that officers leave for each other. The customer never sees them, and nobody can change or remove one. */

import { h, said, visible } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { actorName } from "../words/events.js";
import { factWord } from "../words/facts.js";
import { inWords } from "../words/risk.js";
import { block, problemNotice, whenThere } from "./parts_shown.js";

export function notesSection(desk) {
  return [
    desk.can.write && writing(desk),
    block(
      "Notes",
      null,
      whenThere(desk, ["notes"], () => list(desk)),
    ),
  ];
}

function list(desk) {
  const { notes } = desk.notes;
  if (!notes.length)
    return h(
      "p",
      { class: "quiet", key: "none" },
      "No notes yet. What a colleague should know of this case goes here; the customer never sees it.",
    );
  const { format, officers } = desk.context;
  const words = new Map(subjects(desk).map(({ id, word }) => [id, word]));
  return h(
    "ol",
    { key: "list", class: "case-notes" },
    notes.map((note) =>
      h(
        "li",
        { key: note.note_id },
        h(
          "p",
          { class: "quiet" },
          actorName(note.author, officers),
          " · ",
          h(
            "time",
            { datetime: note.created_at, title: format.exact(note.created_at) },
            format.moment(note.created_at),
          ),
          note.about && [" · about ", said(words.get(note.about) ?? note.about)],
        ),
        h("p", null, said(note.text)),
      ),
    ),
  );
}

function writing(desk) {
  const draft = desk.notesDraft;
  const add = async (event) => {
    event.preventDefault();
    if (draft.busy) return;
    Object.assign(draft, { busy: true, problem: null });
    desk.redraw();
    const body = { text: draft.text.trim(), ...(draft.about && { about: draft.about }) };
    const { ok, problem } = await desk.command("/notes", body, { seen: null, done: "The note is kept." });
    draft.write({ ...(ok ? { text: "", about: "", round: (draft.round ?? 0) + 1 } : { problem }), busy: false });
    desk.redraw();
  };
  const known = subjects(desk);
  return block(
    "Write a note",
    null,
    h(
      "form",
      { key: `round ${draft.round ?? 0}`, class: "stack", onsubmit: add },
      h(
        "div",
        { class: "field" },
        h("label", { for: "note-text" }, "Note for colleagues"),
        h("textarea", {
          id: "note-text",
          required: true,
          maxlength: 10_000,
          value: draft.text,
          oninput: ({ target }) => {
            draft.write({ text: target.value });
          },
        }),
      ),
      h(
        "div",
        { class: "field" },
        h("label", { for: "note-about" }, "About"),
        h(
          "select",
          {
            id: "note-about",
            value: draft.about,
            onchange: ({ target }) => {
              draft.write({ about: target.value });
            },
          },
          h("option", { value: "" }, "The case as a whole"),
          known.map(({ id, word }) => h("option", { key: id, value: id }, visible(shortened(word)))),
        ),
      ),
      draft.problem && problemNotice(draft.problem),
      h(
        "p",
        null,
        h(
          "button",
          { type: "submit", class: "primary", disabled: Boolean(draft.busy) },
          icon("edit"),
          draft.busy ? "Keeping …" : "Keep the note",
        ),
      ),
    ),
  );
}

const LONGEST = 90; // characters of what a note is about, in the list to choose from
const shortened = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Everything in the case that a note can be about, each id once. */
function subjects({ detail, profile }) {
  const latest = detail.investigation_results.at(-1);
  const all = [
    ...(latest?.findings ?? []).map(({ finding_id: id, category, description }) => ({
      id,
      word: `Finding: ${inWords(category)}: ${description}`,
    })),
    ...(profile?.discrepancies ?? latest?.discrepancies ?? []).map(({ discrepancy_id: id, field }) => ({
      id,
      word: `Discrepancy: ${factWord(field)}`,
    })),
    ...detail.documents
      .filter(({ document_id: id }) => id)
      .map(({ document_id: id, filename }) => ({ id, word: `Document: ${filename}` })),
    ...detail.follow_up_tasks.map(({ task_id: id, description }) => ({ id, word: `Task: ${description}` })),
  ];
  return [...new Map(all.map((subject) => [subject.id, subject])).values()];
}
