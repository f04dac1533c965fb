/** Templates, each as its customer reads it, in every language it has. */

import { h, said } from "../../foundation/dom.js";
import { badge } from "../../foundation/icons.js";
import { LANGUAGES } from "../words/sources.js";
import { part } from "./part.js";

export function show(place, { api, format }) {
  const chosen = new Map();
  const shown = part(place, {
    format,
    async load() {
      const listed = await api.get("/api/templates");
      return Promise.all(listed.map(({ id }) => api.get(`/api/templates/${encodeURIComponent(id)}`)));
    },
    draw: (templates) =>
      h(
        "div",
        { class: "stack admin-wide" },
        templates.map((one) => card(one, chosen.get(one.id) ?? "en", choose)),
      ),
  });
  const choose = (id, language) => {
    chosen.set(id, language);
    shown.redraw();
  };
  return { leave: shown.stop };
}

const languagesOf = ({ document_requirements: documents, questions }) => [
  "en",
  ...new Set([...documents, ...questions].flatMap(({ translations }) => Object.keys(translations ?? {}))),
];

/** The words of a requirement or question in a language; its own where they are not translated. */
const inLanguage = (item, language) => ({ ...item, ...item.translations?.[language] });

function card(template, language, choose) {
  const id = `language-${template.id}`;
  const words = (items) => items.map((item) => inLanguage(item, language));
  return h(
    "section",
    { key: template.id, class: "sheet", "aria-labelledby": `template-${template.id}` },
    h(
      "header",
      null,
      h(
        "div",
        { class: "grow" },
        h("h2", { id: `template-${template.id}` }, said(template.name)),
        h("p", { class: "quiet" }, said(template.description)),
      ),
      h(
        "div",
        { class: "row" },
        h("label", { for: id }, "Read in"),
        h(
          "select",
          { id, class: "admin-short", value: language, onchange: (event) => choose(template.id, event.target.value) },
          languagesOf(template).map((code) => h("option", { key: code, value: code }, LANGUAGES[code] ?? code)),
        ),
      ),
    ),
    h(
      "div",
      { class: "body stack" },
      h(
        "p",
        { class: "quiet" },
        `At most ${template.max_iterations} rounds; ${template.max_timeline_days} days for the case; `,
        `a link works ${template.portal_token_days} days, `,
        `with reminders ${template.reminder_days.join(" and ")} days before it ends.`,
      ),
      h(
        "div",
        { class: "admin-columns", lang: language },
        h(
          "div",
          null,
          h("h3", { lang: "en" }, "Documents"),
          h("ol", { class: "admin-asked" }, words(template.document_requirements).map(requirement)),
        ),
        h(
          "div",
          null,
          h("h3", { lang: "en" }, "Questions"),
          h("ol", { class: "admin-asked" }, words(template.questions).map(question)),
        ),
      ),
    ),
  );
}

const requirement = ({ id, name, description, required, max_age_days: age }) =>
  h(
    "li",
    { key: id },
    h("span", { class: "strong" }, said(name)),
    " ",
    !required && badge("plain", "optional"),
    age && badge("info", `at most ${age} days old`, { shape: "waiting" }),
    h("div", { class: "quiet" }, said(description)),
    h("div", null, h("code", { class: "quiet" }, id)),
  );

const question = ({ id, text, required, options }) =>
  h(
    "li",
    { key: id },
    h("span", { class: "strong" }, said(text)),
    " ",
    !required && badge("plain", "optional"),
    options?.length > 0 &&
      h(
        "div",
        { class: "quiet" },
        options.map((option, at) => [at > 0 && " · ", said(option)]),
      ),
    h("div", null, h("code", { class: "quiet" }, id)),
  );
