/** What a key or a secret is handed over in: it is shown this once, and asks whether it was kept. */

import { h } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { copyField } from "../copy_field.js";

/** What is asked before it is put away: `what` is one word for it. */
export const keptQuestion = (what) => ({
  title: `Have you kept the ${what}?`,
  text: `It is never shown again. Without it a new ${what} has to be made.`,
  yes: "I have kept it",
  no: "Show it again",
  tone: "primary",
});

/** The content of a dialog. `what` is one word for it, `warning` says what to do with it. */
export const shownOnce = ({ what, warning, value, toast, close }) =>
  h(
    "div",
    { class: "form", key: "once" },
    h(
      "div",
      { class: "body stack" },
      h("p", { class: "notice warn", role: "status" }, icon("warn"), h("span", null, warning)),
      copyField({ id: `new-${what}`, label: `The ${what}`, value, what: `The ${what}`, toast }),
    ),
    h("footer", null, h("button", { type: "button", class: "primary", onclick: () => close(true) }, "I have kept it")),
  );
