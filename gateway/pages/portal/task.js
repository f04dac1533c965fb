/** Something an officer has asked for, in the officer's words: a text, a yes or no, or a document. */

import { h, said } from "../foundation/dom.js";
import { ANY } from "./progress.js";
import { choiceCard, longText, wrongWords } from "./question.js";
import { dropArea, fileBadge, uploadPart } from "./upload_part.js";

const LONG = 120; // characters; a whole paragraph in bold is hard to read

const CARDS = { text: textTask, yes_no: yesNoTask, document: documentTask };

/** The task of an item of `asked()`, as a card. */
export const taskCard = (portal, item) => CARDS[item.spec.response_type](portal, item);

const optional = (portal, item) =>
  !item.required && h("span", { class: "quiet optional" }, ` (${portal.voice.say("optional")})`);

const answering = (portal, item) => (given) => portal.answer("responses", item, given);

function textTask(portal, item) {
  const value = portal.draft.responses[item.id];
  return h(
    "li",
    { key: item.key, class: "sheet ask" },
    h("label", { for: item.key, class: "question" }, said(item.title), optional(portal, item)),
    longText(portal, item, { id: item.key, value, change: answering(portal, item), lines: 4 }),
    wrongWords(portal, item),
  );
}

function yesNoTask(portal, item) {
  const { say } = portal.voice;
  const value = portal.draft.responses[item.id];
  return choiceCard(portal, item, {
    type: "radio",
    choose: answering(portal, item),
    name: [said(item.title), optional(portal, item)],
    options: [
      { value: true, words: say("yes"), chosen: value === true },
      { value: false, words: say("no"), chosen: value === false },
    ],
  });
}

const wordy = ({ description }) => (description.length > LONG ? "wordy" : null);

/** Whoever does not have the document says so; the case takes that for an answer. */
function documentTask(portal, item) {
  const { say } = portal.voice;
  const { spec } = item;
  const why = portal.draft.responses[item.id];
  const about = { id: spec.upload_requirement_id, name: spec.description, formats: ANY, file: item.file };
  const id = `${item.key}-why`;
  return h(
    "li",
    {
      key: item.key, class: `sheet ask ${item.done ? "done" : ""}`, "data-home": item.key,
      ...dropArea(portal, about.id),
    },
    h(
      "div",
      { class: "ask-head" },
      h("h2", { id: item.key, tabindex: "-1", class: wordy(spec) }, said(spec.description), optional(portal, item)),
      fileBadge(portal, { ...about, required: spec.required, answered: item.done }),
    ),
    uploadPart(portal, about),
    h(
      "details",
      { class: "cannot", open: Boolean(why) },
      h("summary", null, say("task_cannot")),
      h("label", { for: id }, say("task_why")),
      longText(portal, { ...item, required: false }, { id, value: why, change: answering(portal, item), lines: 3 }),
    ),
    wrongWords(portal, item),
  );
}
