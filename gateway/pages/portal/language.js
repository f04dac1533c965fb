/** The languages of the page: which one, its words, and how numbers and dates are written in it. */

import { h } from "../foundation/dom.js";
import { formats } from "../foundation/format.js";
import { button } from "./parts.js";
import { memory } from "./remember.js";

const LANGUAGES = {
  nl: { name: "Nederlands", region: "nl-BE", words: () => import("./words/nl.js") },
  fr: { name: "Français", region: "fr-BE", words: () => import("./words/fr.js") },
  de: { name: "Deutsch", region: "de-DE", words: () => import("./words/de.js") },
  en: { name: "English", region: "en-GB", words: () => import("./words/en.js") },
};
const chosen = memory("language");
const known = (language) => (language in LANGUAGES ? language : null);

/** What the customer has asked for, by the address or on an earlier visit; null leaves it to the server. */
export function askedLanguage(address = location.href) {
  return known(new URL(address).searchParams.get("lang") ?? "") ?? known(chosen.read() ?? "");
}

/** The best guess where no server can say it. */
export function guessedLanguage() {
  const liked = navigator.languages.map((tag) => known(tag.split("-")[0].toLowerCase()));
  return askedLanguage() ?? liked.find(Boolean) ?? "en";
}

/** Remembers a choice, and puts it into the address; the link goes on working. */
export function chooseLanguage(language) {
  chosen.write(language);
  const address = new URL(location.href);
  address.searchParams.set("lang", language);
  history.replaceState(history.state, "", address);
}

/**
 * `{language, say, format, either}`. `either(list)` is "a, b or c". `say(key, values)` is a text, with `count` among
 * the values in the right plural; where a value is a description of an element, it is the parts of the text as a list.
 */
export async function speak(language) {
  const { region, words } = LANGUAGES[language];
  const { default: texts } = await words();
  const plural = new Intl.PluralRules(region);
  const format = formats(region);
  document.documentElement.lang = language;

  function say(key, values = {}) {
    const text = texts[key];
    if (text === undefined) throw new Error(`no words for ${key} in ${language}`);
    const form = typeof text === "string" ? text : text[plural.select(values.count)] ?? text.other;
    const parts = form.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? valueOf(values[part]) : part));
    return parts.some((part) => typeof part === "object") ? parts : parts.join("");
  }
  function valueOf(value) {
    if (typeof value === "number") return format.number(value);
    return typeof value === "object" && value !== null ? afresh(value) : value ?? "";
  }
  const list = new Intl.ListFormat(region, { type: "disjunction" });
  return { language, say, format, either: (words) => list.format(words) };
}

/** A description of its own for each place: one that is used twice would fight over one element. */
const afresh = ({ children, ...described }) => ({ ...described, ...(children && { children: children.map(afresh) }) });

/** The switch between the languages, each named in itself. */
export function languageSwitch({ language, say }, offered, choose) {
  const shown = Object.keys(LANGUAGES).filter((one) => offered.includes(one));
  const entry = (one) =>
    h(
      "li",
      { key: one },
      button(
        { class: "plain", lang: one, "aria-current": one === language ? "true" : null },
        () => choose(one),
        LANGUAGES[one].name,
      ),
    );
  return h("nav", { class: "languages", "aria-label": say("language") }, h("ul", null, shown.map(entry)));
}
