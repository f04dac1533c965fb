/** Light or dark: the reader's own setting, unless they chose otherwise here. The choice is kept in this browser. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { keptInBrowser } from "./memory.js";

const choice = keptInBrowser("casewright-theme");
const root = document.documentElement;

const chosen = choice.read();
if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

const isDark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

function toggle() {
  root.dataset.theme = isDark() ? "light" : "dark";
  choice.write(root.dataset.theme);
}

/** The button that changes between the two. `words` names what it does. */
export function themeButton(redraw, words = { light: "Light colours", dark: "Dark colours" }) {
  const word = isDark() ? words.light : words.dark;
  return h(
    "button",
    { type: "button", class: "plain", "aria-label": word, title: word, onclick: () => { toggle(); redraw(); } },
    icon(isDark() ? "light" : "dark"),
  );
}
