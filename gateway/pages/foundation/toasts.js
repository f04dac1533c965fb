/** Messages that say what just happened. They are read aloud, and what went wrong stays until it is put away. */

import { h, render } from "./dom.js";
import { icon } from "./icons.js";
import { whenTopChanges } from "./layers.js";

const STAYS = 6_000; // milliseconds
const AT_ONCE = 4; // more than these only where each says what went wrong

/**
 * Where messages appear: made once, `root` an empty element of the page. `words.dismiss` names the button. While a
 * dialog is open they stand in it: all that lies under a dialog is neither read aloud nor can it be pressed.
 */
export function toasts(root, words = { dismiss: "Dismiss" }) {
  const home = root.parentNode;
  let shown = [];
  let number = 0;
  root.className = "toasts no-print";
  root.setAttribute("role", "status");
  whenTopChanges((dialog) => (dialog ?? home).append(root));

  const draw = () => render(shown.map((toast) => one(toast)), root);
  const dismiss = (key) => {
    shown = shown.filter((toast) => toast.key !== key);
    draw();
  };
  const one = ({ key, tone, text }) =>
    h(
      "div",
      { key, class: `toast ${tone}` },
      icon(tone),
      h("div", null, text),
      h(
        "button",
        { type: "button", class: "plain", "aria-label": words.dismiss, onclick: () => dismiss(key) },
        icon("close"),
      ),
    );

  return (tone, text) => {
    const key = (number += 1);
    shown = roomFor([...shown.filter((toast) => !isSame(toast, { tone, text })), { key, tone, text }]);
    draw();
    if (tone !== "bad") setTimeout(() => dismiss(key), STAYS);
  };
}

/** What is said twice stands there once, as the latest. */
const isSame = (one, other) => typeof one.text === "string" && one.text === other.text && one.tone === other.tone;

/** Takes out the oldest of too many, but nothing that went wrong. */
function roomFor(toasts) {
  const surplus = toasts.length - AT_ONCE;
  const going = toasts.slice(0, -1).filter(({ tone }) => tone !== "bad").slice(0, Math.max(0, surplus));
  return toasts.filter((toast) => !going.includes(toast));
}
