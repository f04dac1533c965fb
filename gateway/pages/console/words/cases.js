/** What a case is called by wherever it stands: its country, and what ends at its deadlines. */

import { visible } from "../../foundation/dom.js";

const COUNTRIES = new Intl.DisplayNames("en-GB", { type: "region", fallback: "code" });

/** The name of a country, or its code where it has none. */
export const countryName = (code) => (/^[A-Za-z]{2}$/.test(code) ? COUNTRIES.of(code.toUpperCase()) : visible(code));

/** What ends at a deadline, by its kind: in a column, as the name of a fact, as a sentence that its time follows. */
export const DEADLINES = {
  portal: { word: "link", fact: "Customer’s link until", sentence: "The customer's link ends" },
  timeline: { word: "case", fact: "Time limit", sentence: "The time for the whole case ends" },
};
