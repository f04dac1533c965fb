/**
 * The field for a merchant category: somebody writes its number, or words, and chooses from what is found. A combobox
 * with a list, as the ARIA Authoring Practices of W3C have it: the arrows move in the list while the focus stays
 * in the field, Enter takes what is marked, Escape puts the list away and leaves the dialog open. The list stands in
 * the form and stays while somebody points elsewhere, so that nothing moves from under their hand.
 */

import { h, said } from "../../../foundation/dom.js";
import { allCodes, foundIn } from "./codes.js";

const SHOWN = 8; // found codes; whoever does not find theirs among them writes more

/** What the field begins with. `codes` is null until they are there, and stays so where they cannot be had. */
export const codeState = (code) => ({ code, codes: null, isAsked: false, isMissing: false, isOpen: false, at: -1 });

/** The field; `state.code` is what is written. `known` maps a code to its description, for those that were proposed. */
export function codeField(context, state, known, redraw) {
  if (!state.isAsked) load(context, state, redraw);
  const found = state.isOpen && state.codes ? foundIn(state.codes, state.code) : [];
  const options = found.slice(0, SHOWN);
  const act = (change) => {
    Object.assign(state, change);
    redraw();
  };
  const take = (option) => act({ code: option.mcc_code, isOpen: false, at: -1 });
  const marked = options[state.at] ?? null;
  return h("div", { class: "field", key: "code" },
    h("label", { for: "mcc-code" }, "Code of four digits (ISO 18245)"),
    h("input", {
      id: "mcc-code", role: "combobox", required: true, autocomplete: "off", spellcheck: "false", maxlength: 80,
      placeholder: "Number, or words such as “electronics”",
      value: state.code, "aria-autocomplete": "list", "aria-controls": "mcc-codes", "aria-describedby": "mcc-meaning",
      "aria-expanded": String(options.length > 0), "aria-activedescendant": marked ? `mcc-${marked.mcc_code}` : null,
      oninput: ({ target }) => act({ code: target.value, isOpen: true, at: -1 }),
      onkeydown: (event) => onKey(event, { state, options, marked, take, act }),
    }),
    h("ul",
      { class: "case-codes", id: "mcc-codes", role: "listbox", "aria-label": "Codes found", hidden: !options.length },
      options.map((option, at) => h("li", {
        key: option.mcc_code, id: `mcc-${option.mcc_code}`, role: "option", "aria-selected": String(at === state.at),
        onpointerdown: (event) => event.preventDefault(), // the focus stays in the field
        onclick: () => take(option),
      }, h("strong", { class: "number" }, option.mcc_code), h("span", null, said(option.description))))),
    h("p", { class: "hint", id: "mcc-meaning", role: "status" }, meaning(state, known, found)));
}

async function load(context, state, redraw) {
  state.isAsked = true;
  const codes = await allCodes(context);
  Object.assign(state, { codes, isMissing: codes === null });
  redraw();
}

function onKey(event, { state, options, marked, take, act }) {
  const { key } = event;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (event.isComposing) return;
  if (step && !options.length) act({ isOpen: true, at: -1 });
  else if (step) act({ at: (state.at + step + options.length + (state.at < 0 && step < 0 ? 1 : 0)) % options.length });
  else if (key === "Enter" && marked) take(marked);
  else if (key === "Escape" && options.length) act({ isOpen: false, at: -1 });
  else {
    if (key === "Tab" && state.isOpen) act({ isOpen: false, at: -1 });
    return;
  }
  event.preventDefault();
}

/** What stands below the field: what the code means, or how many were found, or what to do. */
function meaning({ code: written, codes, isMissing, isOpen }, known, found) {
  const code = written.trim();
  const exact = codes?.find(({ mcc_code: each }) => each === code)?.description ?? known.get(code);
  if (exact) return said(exact);
  if (isMissing) return "The list of codes could not be read. Write the code; it is checked when it is sent.";
  if (!codes) return "The codes are being read …";
  if (!code) return "Write a number, or words of what the business does, and choose with the arrows and Enter.";
  if (!isOpen) return "No code of this number is known.";
  if (!found.length) return "No code is called so. Try another word: shops, services, repair, wholesale …";
  const more = found.length - SHOWN;
  return more > 0 ? `The ${SHOWN} closest; ${more} more are called so: write another word.` : `${found.length} found.`;
}
