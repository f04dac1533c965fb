/** What narrows the queue: the search, the panel of filters, and a chip for each that is set. */

import { h, visible } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { countryName } from "../words/cases.js";
import { RISK_BANDS, statusOf } from "../words/statuses.js";
import { addressOf, changed, cleared, FILTERS, isFiltered } from "./address.js";
import { tabOf } from "./tabs.js";

const DIGITS = 4; // of a risk that is shown in a chip

/** The search field. `onSearch(text, now)` is called as somebody types, and with `now` true at Enter. */
export function searchField(wanted, onSearch) {
  const submitted = (event) => {
    event.preventDefault();
    onSearch(event.target.elements.q.value, true);
  };
  return h(
    "form",
    { class: "queue-search", role: "search", onsubmit: submitted },
    h("label", { class: "unseen", for: "queue-q" }, "Search by company, number or case"),
    icon("search", { class: "queue-glass" }),
    h("input", {
      id: "queue-q",
      name: "q",
      type: "search",
      maxlength: 200,
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "Company, number or case id",
      value: wanted.q,
      oninput: (event) => onSearch(event.target.value, false),
    }),
  );
}

/** The panel of filters. `choices` has `countries`, `templates` (null while they load); `onFilter` sets some. */
export function filterPanel(wanted, { choices, context, onFilter }) {
  const set = (name) => (event) => onFilter({ [name]: event.target.value });
  const listed = (name) => (event) => onFilter({ [name]: event.target.value ? [event.target.value] : [] });
  return h(
    "div",
    { class: "queue-panel", id: "queue-filters", role: "group", "aria-label": "Filters" },
    select("Country", wanted.country[0] ?? "", countryOptions(choices, wanted), listed("country")),
    select("Template", wanted.template[0] ?? "", templateOptions(choices, wanted), listed("template")),
    select("Assignee", wanted.assignee, assigneeOptions(context), set("assignee")),
    select("Risk from", bandValue(wanted.risk_min), riskOptions("Any", wanted.risk_min), set("risk_min")),
    input("Risk at most", {
      type: "number",
      min: 0,
      max: 1,
      step: 0.01,
      placeholder: "1.00",
      value: wanted.risk_max,
      onchange: set("risk_max"),
    }),
    input("Opened from", { type: "date", value: day(wanted.created_from), onchange: set("created_from") }),
    input("Opened until", { type: "date", value: day(wanted.created_to), onchange: set("created_to") }),
    input("Deadline until", { type: "date", value: day(wanted.due_to), onchange: set("due_to") }),
  );
}

const day = (moment) => moment.slice(0, 10);
const bandValue = (score) => (score === "" ? "" : String(Number(score)));
const idOf = (word) => `queue-${word.toLowerCase().replaceAll(" ", "-")}`;

const select = (word, value, options, onchange) =>
  h(
    "div",
    { key: word, class: "field" },
    h("label", { for: idOf(word) }, word),
    h(
      "select",
      { id: idOf(word), value, onchange },
      options.map(([given, told]) => h("option", { key: given, value: given }, told)),
    ),
  );

const input = (word, props) =>
  h(
    "div",
    { key: word, class: "field" },
    h("label", { for: idOf(word) }, word),
    h("input", { id: idOf(word), ...props }),
  );

/** The options, and whatever is set already though it is not among them. */
function withCurrent(options, current) {
  const known = options.some(([value]) => value === current);
  return known || !current ? options : [...options, [current, visible(current)]];
}

const countryOptions = ({ countries }, wanted) =>
  withCurrent([["", "All"], ...(countries ?? []).map(({ code, name }) => [code, name])], wanted.country[0]);

const templateOptions = ({ templates }, wanted) =>
  withCurrent([["", "All"], ...(templates ?? []).map(({ id, name }) => [id, visible(name)])], wanted.template[0]);

function assigneeOptions({ me, officers }) {
  const others = [...officers.values()].filter((one) => one.active && one.key_id !== me.key_id);
  return [
    ["", "Anyone or nobody"],
    ["me", "Me"],
    ["none", "Nobody"],
    ...others.map((one) => [one.key_id, visible(one.name)]),
  ];
}

const riskOptions = (none, score) =>
  withCurrent(
    [
      ["", none],
      ...RISK_BANDS.filter(({ from }) => from > 0).map(({ from, word }) => [
        String(from),
        `${from.toFixed(2)} (as a rule: ${word.toLowerCase()})`,
      ]),
    ],
    bandValue(score),
  );

/** What one set filter says in a chip. */
const WORDS = {
  q: (value) => `“${visible(value)}”`,
  assignee: (value, { me, officers }) => {
    const known = { me: "me", [me.key_id]: "me", none: "nobody" };
    return `Assignee: ${known[value] ?? visible(officers.get(value)?.name ?? value)}`;
  },
  country: (value) => countryName(value),
  template: (value, _, { templates }) =>
    `Template: ${visible(templates?.find(({ id }) => id === value)?.name ?? value)}`,
  risk_min: (value) => `Risk from ${value.slice(0, DIGITS)}`,
  risk_max: (value) => `Risk at most ${value.slice(0, DIGITS)}`,
  created_from: (value, { format }) => `Opened from ${moment(value, format)}`,
  created_to: (value, { format }) => `Opened until ${moment(value, format)}`,
  due_to: (value, { format }) => `Deadline until ${moment(value, format)}`,
};

const moment = (value, format) => (Number.isNaN(Date.parse(value)) ? visible(value) : format.day(value));

/** A chip for each filter that is set, each a link to the queue without it; nothing where none is. */
export function chips(wanted, context, choices) {
  const set = FILTERS.flatMap((name) =>
    [wanted[name]]
      .flat()
      .filter(Boolean)
      .map((value) => ({ name, value })),
  );
  const own = tabOf(wanted) ? [] : wanted.status;
  if (!isFiltered(wanted) && !own.length) return null;
  return h(
    "ul",
    { class: "queue-chips", "aria-label": "Filters that are set" },
    own.map((value) => chip(`Status: ${statusOf(value).word}`, without(wanted, "status", value))),
    set.map(({ name, value }) => chip(WORDS[name](value, context, choices), without(wanted, name, value))),
    h(
      "li",
      { key: "clear" },
      h("a", { href: addressOf(cleared(own.length ? { ...wanted, status: [] } : wanted)) }, "Clear"),
    ),
  );
}

const without = (wanted, name, value) =>
  changed(wanted, { [name]: Array.isArray(wanted[name]) ? wanted[name].filter((one) => one !== value) : "" });

const chip = (word, rest) =>
  h(
    "li",
    { key: word },
    h(
      "a",
      { class: "queue-chip", href: addressOf(rest), "aria-label": `Remove the filter ${word}` },
      word,
      icon("close", { size: 12 }),
    ),
  );
