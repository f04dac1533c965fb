/** Fields of the forms of administration, each with its problem beneath it. */

import { h } from "../../foundation/dom.js";
import { wrongAt, wrongElsewhere } from "../field_problem.js";

/** A labelled input. `problem` is the refusal of the whole form; it is shown here if it is about this field. */
export function field({ name, word, hint, ...props }, problem) {
  const wrong = wrongAt(problem, name);
  const about = [wrong && `f-${name}-wrong`, hint && `f-${name}-hint`].filter(Boolean).join(" ") || null;
  return h(
    "div",
    { key: name, class: "field" },
    h("label", { for: `f-${name}` }, word),
    h("input", {
      id: `f-${name}`,
      name,
      autocomplete: "off",
      ...props,
      "aria-describedby": about,
      "aria-invalid": wrong ? "true" : null,
    }),
    wrong && h("p", { class: "wrong", id: `f-${name}-wrong` }, wrong),
    hint && h("p", { class: "hint", id: `f-${name}-hint` }, hint),
  );
}

/** A group of boxes to tick: `options` maps a value to its word, `chosen` is a Set of values. */
export function checks({ name, word, options, chosen, redraw }, problem) {
  const wrong = wrongAt(problem, name);
  const toggle = (value, yes) => {
    chosen[yes ? "add" : "delete"](value);
    redraw();
  };
  return h(
    "fieldset",
    { key: name, class: "field" },
    h("legend", null, word),
    Object.entries(options).map(([value, told]) =>
      h(
        "label",
        { key: value, class: "choice" },
        h("input", {
          type: "checkbox",
          checked: chosen.has(value),
          onchange: (event) => toggle(value, event.target.checked),
        }),
        h("span", null, told, " ", h("code", { class: "quiet" }, value)),
      ),
    ),
    wrong && h("p", { class: "wrong" }, wrong),
  );
}

/** A problem that is about none of the fields named. */
export function elsewhere(problem, names) {
  const wrong = wrongElsewhere(problem, names);
  return wrong && h("p", { key: "elsewhere", class: "notice bad", role: "alert" }, wrong);
}
