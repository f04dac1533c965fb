/** Opening a case: who the company is, and which template says what its customer is asked for. */

import { keepsEntered, openDialog } from "../../foundation/dialog.js";
import { h, said, visible } from "../../foundation/dom.js";
import { commandId } from "../../foundation/http.js";
import { Problem } from "../../foundation/problem.js";
import { wrongAt, wrongElsewhere } from "../field_problem.js";
import { openedCase } from "./opened_case.js";

const USUAL = "psp_merchant_onboarding";

/** The fields but the template: the name that the API has for each, and what its input is. */
const FIELDS = [
  {
    name: "company_name",
    word: "Company name",
    hint: "As it is registered, with its legal form.",
    required: true,
    autocomplete: "off",
    maxlength: 255,
  },
  { name: "country", word: "Country", required: true },
  {
    name: "vat_number",
    word: "VAT number",
    hint: "With or without the country prefix.",
    autocomplete: "off",
    maxlength: 100,
  },
  {
    name: "company_registration_number",
    word: "Registration number",
    hint: "In the national register. One of the two numbers is needed.",
    autocomplete: "off",
    maxlength: 100,
  },
  {
    name: "website_url",
    word: "Website",
    hint: "If there is one. It is looked at, and compared with what is registered.",
    inputmode: "url",
    autocomplete: "off",
    maxlength: 2000,
  },
];

const CASE_FIELDS = [...FIELDS.map(({ name }) => name), "template_id"];

const NO_NUMBER = new Problem({
  status: 422,
  code: "invalid_body",
  field: "vat_number",
  detail: "Give the VAT number or the registration number: without one of the two no registry can be asked.",
});

/**
 * Asks for a company and opens its case. `reference` loads what can be chosen. One command id is kept until something
 * is typed: pressing twice, or again after a lost answer, opens one case. While it is being opened nobody leaves: its
 * link would be shown to nobody.
 */
export async function newCaseDialog(context, reference) {
  const state = {
    given: { country: "", template_id: USUAL },
    id: commandId(),
    busy: false,
    problem: null,
    opened: null,
    template: null,
  };
  const dialog = openDialog({
    title: "New case",
    content: (close) =>
      state.opened ? openedCase(state.opened, context, close) : form(context, reference, state, redraw),
    mayClose: (entered) => (state.opened ? null : keepsEntered(state)(entered)),
  });
  function redraw() {
    dialog.update();
  }
  reference.load().then(redraw);
  showTemplate(reference, state, redraw);
  await dialog.closed;
  return state.opened;
}

async function showTemplate(reference, state, redraw) {
  const id = state.given.template_id;
  const template = await reference.template(id);
  if (state.given.template_id !== id) return;
  state.template = template;
  redraw();
}

function form(context, reference, state, redraw) {
  const typed = (name) => (event) => {
    state.given = { ...state.given, [name]: event.target.value };
    state.id = commandId();
    if (name === "template_id") showTemplate(reference, state, redraw);
    const redrawn = name === "country" || state.problem;
    state.problem = null;
    if (redrawn) redraw();
  };
  return h(
    "form",
    { class: "new-case", onsubmit: (event) => submit(event, context, state, redraw) },
    h(
      "div",
      { class: "body" },
      elsewhere(state.problem),
      FIELDS.map((field) =>
        field.name === "country" ? country(field, reference, state, typed) : input(field, state, typed),
      ),
      template(reference, state, typed),
    ),
    h(
      "footer",
      null,
      h("p", { class: "quiet small grow" }, "The registries are asked at once; that takes up to ten seconds."),
      h(
        "button",
        { type: "submit", class: "primary", disabled: state.busy },
        state.busy ? "Asking the registries …" : "Open the case",
      ),
    ),
  );
}

async function submit(event, { api }, state, redraw) {
  event.preventDefault();
  if (state.busy) return;
  const form = event.target;
  Object.assign(state, { busy: true, problem: null });
  redraw();
  try {
    if (!state.given.vat_number?.trim() && !state.given.company_registration_number?.trim()) throw NO_NUMBER;
    const given = Object.fromEntries(Object.entries(state.given).filter(([, value]) => value.trim() !== ""));
    const { body } = await api.command("/api/cases", given, { id: state.id });
    state.opened = body;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    state.problem = problem;
  } finally {
    state.busy = false;
  }
  redraw();
  if (state.problem) form.querySelector("[aria-invalid=true]")?.focus();
}

/** A problem that belongs to no field of the form stands above all. */
function elsewhere(problem) {
  const wrong = wrongElsewhere(problem, CASE_FIELDS);
  return wrong && h("div", { key: "problem", class: "notice bad", role: "alert" }, h("p", null, wrong));
}

function place({ name, word, hint, required }, state, control) {
  const wrong = wrongAt(state.problem, name);
  const about = [wrong && `${name}-wrong`, hint && `${name}-hint`].filter(Boolean).join(" ") || null;
  return h(
    "div",
    { key: name, class: "field" },
    h("label", { for: name }, word, !required && h("span", { class: "quiet queue-optional" }, " optional")),
    control({ id: name, name, required, "aria-describedby": about, "aria-invalid": wrong ? "true" : null }),
    wrong && h("p", { class: "wrong", id: `${name}-wrong` }, wrong),
    hint && h("p", { class: "hint", id: `${name}-hint` }, hint),
  );
}

const input = (field, state, typed) =>
  place({ ...field, required: field.required }, state, (props) => {
    const { autocomplete, maxlength, inputmode } = field;
    return h("input", {
      ...props,
      autocomplete,
      maxlength,
      inputmode: inputmode ?? null,
      spellcheck: "false",
      oninput: typed(field.name),
    });
  });

const country = (field, { countries, problem }, state, typed) =>
  place({ ...field, hint: problem }, state, (props) =>
    h(
      "select",
      { ...props, key: countries ? "known" : "unknown", value: state.given.country, onchange: typed("country") },
      h("option", { value: "" }, countries ? "Choose …" : "Loading …"),
      (countries ?? []).map(({ code, name }) => h("option", { key: code, value: code }, name)),
    ),
  );

function template({ templates }, state, typed) {
  const chosen = templates?.find(({ id }) => id === state.given.template_id);
  return place({ name: "template_id", word: "Template", required: true }, state, (props) => [
    h(
      "select",
      {
        ...props,
        key: templates ? "known" : "unknown",
        value: state.given.template_id,
        onchange: typed("template_id"),
      },
      (templates ?? [{ id: USUAL, name: "Loading …" }]).map(({ id, name }) =>
        h("option", { key: id, value: id }, visible(name)),
      ),
    ),
    h("div", { key: "asks", class: "asks" }, chosen && asks(chosen, state.template)),
  ]);
}

/** What the customer will be asked for; in numbers where the template itself could not be had. */
function asks(chosen, whole) {
  const documents = whole?.document_requirements;
  return [
    h("p", { class: "hint" }, said(chosen.description)),
    documents
      ? h(
          "p",
          { class: "hint" },
          "Asks for: ",
          documents.map((one, at) => [at > 0 && ", ", said(one.name), one.required ? null : " (optional)"]),
          `; ${chosen.question_count} questions.`,
        )
      : h("p", { class: "hint" }, `Asks for ${chosen.document_count} documents and ${chosen.question_count} answers.`),
  ];
}
