/** Something to be copied: a link, a key. Where the clipboard cannot be written, the text is selected instead. */

import { h } from "../foundation/dom.js";
import { icon } from "../foundation/icons.js";

/** A labelled field that cannot be changed, with a button. `what` names it in a sentence: `The link is copied.` */
export function copyField({ id, label, value, what, toast }) {
  const copy = async (event) => {
    event.currentTarget.parentNode.querySelector("input").select();
    try {
      await navigator.clipboard.writeText(value);
      toast("good", `${what} is copied.`);
    } catch {
      toast("info", `${what} is selected: copy it with Ctrl and C.`); // no clipboard outside https, or not allowed
    }
  };
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    h(
      "div",
      { class: "copies" },
      h("input", { id, value, readonly: true, onfocus: (event) => event.target.select() }),
      h("button", { type: "button", onclick: copy }, icon("document"), "Copy"),
    ),
  );
}
