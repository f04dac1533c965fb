/** A dialog: the page behind it rests, Escape closes it, and focus goes back to where it came from. */

import { h, render } from "./dom.js";
import { giveBack, holder } from "./focus.js";
import { icon } from "./icons.js";
import { laid, lifted } from "./layers.js";

let number = 0;

/** What is asked where `mayClose` names no words of its own for the two buttons. */
const LEAVING = { yes: "Close", no: "Stay here", tone: "danger" };

const LOSES = {
  title: "Close without sending?",
  text: "What you entered here has not been sent. It is lost when you close.",
  yes: "Close and lose it",
};

/** The usual `mayClose`: it stays while `state.busy`, and asks once something was entered. */
export const keepsEntered = (state) => (entered) => (state.busy ? "busy" : entered ? LOSES : null);

/**
 * Opens a dialog and gives `{update, close, closed, element}`. `content(close, leave)` describes what stands under the
 * title, a form or `div.form` with `.body` and `footer`; it is asked again on `update()`. `closed` resolves with what
 * `close(value)` was given; `leave()` is for a Cancel button: it does what Escape and the cross do. `told` is the id of
 * what in it is read out at its opening, besides the title.
 *
 * `mayClose(entered)` is asked before somebody leaves: null lets them, "busy" keeps the dialog until an answer came,
 * and `{title, text, yes?, no?, tone?}` asks whether it is meant. `entered` tells whether anything was typed or chosen
 * in it. It is asked at each drawing as well, the first before this function returns. `close(value)` asks nobody.
 */
export function openDialog({
  title, content, told = null, wide = false, closeWord = "Close", onClose = () => {}, mayClose = () => null,
}) {
  const opener = holder();
  const element = document.createElement("dialog");
  const id = `dialog-${(number += 1)}`;
  if (wide) element.className = "wide";
  element.setAttribute("aria-labelledby", id);
  if (told) element.setAttribute("aria-describedby", told);
  document.body.append(element);
  let value;
  let meant = false;
  let entered = false;
  const answer = () => mayClose(entered);
  const close = (given) => {
    meant = true;
    value = given;
    if (element.open) element.close();
  };
  const leave = leaving(answer, close, closeWord);
  const update = () => {
    if (!element.isConnected) return;
    render([heading(), content(close, leave)], element);
    // Nor is the foot the page's.
    for (const foot of element.querySelectorAll("footer")) foot.setAttribute("role", "presentation");
  };
  const heading = () =>
    h(
      "header",
      { role: "presentation" }, // the page has its banner already
      h("h2", { id }, title),
      h(
        "button",
        {
          type: "button", class: "plain", "aria-label": closeWord, onclick: leave,
          "aria-disabled": answer() === "busy" ? "true" : null,
        },
        icon("close"),
      ),
    );
  const closed = new Promise((done) => {
    element.onclose = () => {
      if (!meant && answer() !== null) {
        element.showModal(); // a browser closes at the second "back" whatever it is told
        leave();
        return;
      }
      lifted(element);
      element.remove();
      giveBack(opener);
      onClose(value);
      done(value);
    };
  });
  element.addEventListener("input", () => { entered = true; });
  listenForLeaving(element, leave);
  update();
  element.showModal();
  laid(element);
  element.querySelector("[autofocus], .body input, .body textarea, .body select")?.focus();
  return { update, close, closed, element };
}

/** What closes a dialog if it may be closed, and asks at most once at a time. */
function leaving(mayClose, close, closeWord) {
  let asking = false;
  return async () => {
    const question = mayClose();
    if (asking || question === "busy") return;
    if (question !== null) {
      asking = true;
      const meant = await confirmed({ ...LEAVING, closeWord, ...question });
      asking = false;
      if (!meant || mayClose() === "busy") return;
    }
    close();
  };
}

/** Escape as a key, and as whatever else a device has for "back". */
function listenForLeaving(element, leave) {
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  });
  element.addEventListener("cancel", (event) => {
    if (event.target !== element) return; // a file chooser that was put away says the same
    event.preventDefault();
    leave();
  });
}

/** Asks whether something is meant; resolves with true or false. The text is read out, and `no` has the focus. */
export async function confirmed({ title, text, yes, no = "Cancel", tone = "primary", closeWord }) {
  const told = `told-${(number += 1)}`;
  const { closed } = openDialog({
    title,
    told,
    closeWord,
    content: (close) =>
      h(
        "div",
        { class: "form" },
        h("div", { class: "body", id: told }, [text].flat().map((line) => h("p", null, line))),
        h(
          "footer",
          null,
          h("button", { type: "button", autofocus: true, onclick: () => close(false) }, no),
          h("button", { type: "button", class: tone, onclick: () => close(true) }, yes),
        ),
      ),
  });
  return (await closed) === true;
}
