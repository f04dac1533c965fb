/** What stands in the dialog once a case is open: the customer's link, and what the registries said at once. */

import { h, said } from "../../foundation/dom.js";
import { badge, icon } from "../../foundation/icons.js";
import { copyField } from "../copy_field.js";

/** `opened` is the answer of `POST /api/cases`. */
export function openedCase(opened, context, close) {
  const goes = (event) => {
    event.preventDefault();
    close();
    context.go(`/console/cases/${opened.case_id}`);
  };
  return h(
    "div",
    { class: "form opened", key: "opened" },
    h(
      "div",
      { class: "body stack" },
      h(
        "p",
        { class: "notice good", role: "status" },
        icon("good"),
        h("span", null, "The case is open. Send the customer this link: it is how they upload and answer."),
      ),
      copyField({
        id: "portal-url",
        label: "The customer's link",
        value: opened.portal_url,
        what: "The link",
        toast: context.toast,
      }),
      h("h3", null, "What the registries said at once"),
      h(
        "ul",
        { class: "said-at-once" },
        SOURCES.map((source) => h("li", { key: source.word }, answer(source, opened))),
      ),
    ),
    h(
      "footer",
      null,
      h("button", { type: "button", onclick: () => close() }, "Close"),
      h(
        "a",
        {
          class: "button primary",
          href: `/console/cases/${opened.case_id}`,
          onclick: goes,
          ref: (element) => element.focus(),
        },
        "Open the case",
      ),
    ),
  );
}

/** Each source of the answer: `of` finds what it said, `tells` puts it into `{tone, word, more}`. */
const SOURCES = [
  {
    word: "VIES (VAT)",
    of: (opened) => opened.vies_enrichment,
    tells: ({ vies_valid: valid, vies_name: name, vies_address: address }) =>
      valid ? { tone: "good", word: "Valid", more: [name, address] } : { tone: "bad", word: "Not valid", more: [] },
  },
  {
    word: "NorthData",
    of: (opened) => opened.northdata_enrichment,
    tells: (given) =>
      found(given, [given.company_name, given.legal_form, given.registered_address, given.company_status]),
  },
  {
    word: "Crunchbase",
    of: (opened) => opened.crunchbase_enrichment,
    tells: (given) => found(given, [given.company_name, given.country, given.description]),
  },
  {
    word: "Website",
    of: (opened) => opened.website_validation,
    tells: ({ accessible, status_code: code, url }) =>
      accessible
        ? { tone: "good", word: "Answers", more: [url] }
        : { tone: "warn", word: code ? `Answers ${code}` : "Does not answer", more: [url] },
  },
];
const WHY_NOT = {
  unknown_company: "Does not know it",
  ambiguous: "Knows several such",
  other_company: "Knows another by it",
};

const found = (given, more) =>
  given.found
    ? { tone: "good", word: "Found", more }
    : { tone: "plain", word: WHY_NOT[given.reason] ?? "Not found", more: [] };

function answer({ word, of, tells }, opened) {
  const given = of(opened);
  const {
    tone,
    word: told,
    more,
  } = given
    ? tells(given)
    : {
        tone: "plain",
        word: "No answer yet",
        more: ["Not asked, or asked again in the background: unavailable is not invalid."],
      };
  const lines = more.filter(Boolean);
  return [
    h("span", { class: "strong" }, word),
    badge(tone, told, { shape: given ? tone : "waiting" }),
    lines.length > 0 &&
      h("span", { class: "quiet" }, given ? lines.map((line, at) => [at > 0 && " · ", said(line)]) : lines),
  ];
}
