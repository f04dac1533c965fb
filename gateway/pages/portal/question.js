/** A question of the template: a text, one of several, or some of several. Each answer is kept as it is given. */

import { h, said, visible } from "../foundation/dom.js";
import { icon } from "../foundation/icons.js";

const LONGEST = 4_000; // characters, as the API takes them
const FEW = 7; // options that are shown at once

const FIELDS = { text: textField, textarea: textField, select: selectField, multi_select: manyField };

/** The question of an item of `asked()`, as a card. */
export function questionCard(portal, item) {
  const value = portal.draft.answers[item.id];
  const change = (given) => portal.answer("answers", item, given);
  return FIELDS[item.spec.type](portal, item, value, change);
}

/** The words of a question, with a mark where it may be left out. */
const label = (portal, item) => [
  said(item.title),
  !item.required && h("span", { class: "quiet optional" }, ` (${portal.voice.say("optional")})`),
];

/** What ties a control to its error; also for tasks. */
export function tied(portal, item) {
  const wrong = portal.wrong.has(item.key);
  return { "aria-invalid": wrong ? "true" : null, "aria-describedby": wrong ? `${item.key}-wrong` : null };
}

/** The error of an item, if it has one. */
export function wrongWords(portal, item) {
  const words = portal.wrong.get(item.key);
  const props = { class: "wrong", id: `${item.key}-wrong`, key: "wrong" };
  return words && h("p", props, icon("bad"), " ", portal.voice.say(words));
}

function textField(portal, item, value, change) {
  return h(
    "li",
    { key: item.key, class: "sheet ask" },
    h("label", { for: item.key, class: "question" }, label(portal, item)),
    longText(portal, item, { id: item.key, value, change, lines: item.spec.type === "textarea" ? 4 : 1 }),
    wrongWords(portal, item),
  );
}

/** A field for words of one's own. Whoever pastes more than fits is told so: the browser cuts it without a word. */
export function longText(portal, item, { id, value, change, lines }) {
  const written = typeof value === "string" ? value : "";
  const props = {
    id, value: written, maxlength: LONGEST, ...tied(portal, item),
    "aria-required": item.required ? "true" : null,
    oninput: (event) => change(event.target.value), onblur: portal.settle,
  };
  const isFull = written.length >= LONGEST;
  return [
    lines > 1 ? h("textarea", { ...props, rows: lines }) : h("input", { type: "text", ...props }),
    h("p", { class: "hint full", role: "status" }, isFull && portal.voice.say("text_full", { most: LONGEST })),
  ];
}

function selectField(portal, item, value, change) {
  const { options } = item.spec;
  if (item.required && options.length <= FEW) {
    return choices(portal, item, { type: "radio", isChosen: (option) => option === value, choose: change });
  }
  const { say } = portal.voice;
  const choose = (event) => {
    change(event.target.value);
    portal.settle();
  };
  return h(
    "li",
    { key: item.key, class: "sheet ask" },
    h("label", { for: item.key, class: "question" }, label(portal, item)),
    h(
      "select",
      {
        id: item.key, value: value ?? "", onchange: choose, ...tied(portal, item),
        "aria-required": item.required ? "true" : null,
      },
      h("option", { value: "" }, say("choose_option")),
      options.map((option, at) =>
        h("option", { key: option, value: option }, visible(item.spec.option_labels?.[at] ?? option))),
    ),
    wrongWords(portal, item),
  );
}

function manyField(portal, item, value, change) {
  const chosen = Array.isArray(value) ? value : value ? [value] : [];
  const choose = (option, on) =>
    change(item.spec.options.filter((each) => (each === option ? on : chosen.includes(each))));
  return choices(portal, item, { type: "checkbox", isChosen: (option) => chosen.includes(option), choose });
}

function choices(portal, item, { type, isChosen, choose }) {
  const { options, option_labels: labels } = item.spec;
  const hint = type === "checkbox" && h("p", { class: "hint" }, portal.voice.say("choose_several"));
  return choiceCard(portal, item, {
    type, hint, choose,
    options: options.map((option, at) => ({ value: option, words: labels?.[at] ?? option, chosen: isChosen(option) })),
  });
}

/** A card with large choices; also for tasks that are answered by yes or no. */
export function choiceCard(portal, item, { type, options, choose, hint = null, name = label(portal, item) }) {
  const one = ({ value, words, chosen }, at) =>
    h(
      "label",
      { key: String(value), class: "choice big" },
      h("input", {
        type, name: item.key, id: at === 0 ? item.key : null, checked: chosen,
        onchange: (event) => {
          choose(value, event.target.checked);
          portal.settle();
        },
        ...tied(portal, item),
      }),
      said(words),
    );
  return h(
    "li",
    { key: item.key, class: "sheet ask" },
    h(
      "fieldset",
      null,
      h("legend", { class: "question" }, name),
      hint,
      h("div", { class: "choices" }, options.map(one)),
    ),
    wrongWords(portal, item),
  );
}
