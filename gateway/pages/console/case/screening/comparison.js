/** Who was screened and the entry that resembles them, side by side: what agrees, what differs, what is not known. */

import { h, said } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { featureWord, topicWord } from "../../words/screening.js";

/** Each thing that is compared: which features of the service speak of it, and where the two sides have it. */
const COMPARED = {
  person: [
    { word: "Date of birth", property: "birthDate", entry: "birth_date", features: ["dob_"] },
    { word: "Nationality", property: "nationality", entry: "country", features: ["country_"], isCountry: true },
  ],
  company: [
    { word: "Country", property: "jurisdiction", entry: "country", features: ["country_"], isCountry: true },
    {
      word: "Number", property: "registrationNumber", entry: null,
      features: ["identifier_", "lei_", "inn_", "ogrn_", "bic_", "isin_"],
    },
  ],
};
const NAME = ["name_", "weak_alias_"];

const RESULTS = {
  agrees: { shape: "good", word: "agrees", tone: "good" },
  differs: { shape: "bad", word: "differs", tone: "bad" },
  alike: { shape: "level", word: "alike", tone: "plain" },
  unknown: { shape: "unknown", word: "not known", tone: "warn" },
};

/** The parts of a text in which several stand, such as `topics`. */
export const split = (text) =>
  (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * The table. `match` is one of the case's; `fact` what the service said of it, null where that is in the evidence
 * only; `subjects` are those screened under the name: of namesakes it is not known who is meant.
 */
export function comparison(match, fact, subjects) {
  const details = fact?.details ?? {};
  const known = subjects.length === 1 ? subjects[0].details : {};
  const rows = COMPARED[details.kind ?? known.kind] ?? COMPARED.person;
  return h("div", { class: "scrolls", tabindex: 0, role: "region", "aria-label": "Side by side" },
    h("table", { class: "case-compared" },
      h("caption", { class: "unseen" }, "What is known in the case and in the list"),
      h("thead", null, h("tr", null,
        h("th", { scope: "col" }, h("span", { class: "unseen" }, "What is compared")),
        ["In the case", "In the list", "Compared"].map((word) => h("th", { scope: "col", key: word }, word)))),
      h("tbody", null,
        row("Name", match.subject || "somebody of the company", match.entry, saidOf(details, NAME) ?? "alike"),
        rows.map((one) => {
          const written = (value) => (one.isCountry ? value.toUpperCase() : value);
          const mine = known[one.property] ? written(known[one.property]) : null;
          const theirs = split(details[one.entry]).map(written);
          const result = saidOf(details, one.features) ?? seenIn(mine, theirs);
          return row(one.word, mine, theirs.join(" or ") || null, result);
        }))));
}

function row(word, mine, theirs, result) {
  const { shape, word: how, tone } = RESULTS[result];
  return h("tr", { key: word },
    h("th", { scope: "row" }, word),
    [mine, theirs].map((value) => h("td", null, value ? said(value) : h("span", { class: "quiet" }, "not known"))),
    h("td", null, h("span", { class: `mark-of ${tone}` }, icon(shape, { size: 12 })), " ", how));
}

/** What the service has said of this; null where it said nothing. */
function saidOf({ matched, contradicted }, features) {
  const speaks = (text) => split(text).some((name) => features.some((begun) => name.startsWith(begun)));
  if (speaks(contradicted)) return "differs";
  return speaks(matched) ? "agrees" : null;
}

/** What anybody sees: a list may know several, and of a date the year alone. */
function seenIn(mine, theirs) {
  if (!mine || !theirs.length) return "unknown";
  return theirs.some((one) => one.startsWith(mine) || mine.startsWith(one)) ? "agrees" : "differs";
}

/** What else the service compared, in words: `also differs: gender`; empty where that is all. */
export function alsoCompared({ details }) {
  const shown = [...NAME, ...COMPARED.person, ...COMPARED.company].flatMap((one) => one.features ?? one);
  const rest = (text) =>
    [...new Set(split(text).filter((name) => !shown.some((begun) => name.startsWith(begun))).map(featureWord))];
  return [["Agrees as well", details.matched], ["Differs as well", details.contradicted]]
    .map(([word, text]) => [word, rest(text).join(", ")])
    .filter(([, words]) => words);
}

/** What the lists are of, in words. */
export const topicsOf = ({ topics }) => topics.map(topicWord).join(", ") || "not said";
