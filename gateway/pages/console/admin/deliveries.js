/** The log of deliveries: which event went where, how often it was tried, and what can be done about it. */

import { h, visible } from "../../foundation/dom.js";
import { badge } from "../../foundation/icons.js";
import { withQuery } from "../../foundation/http.js";
import { DELIVERY_STATES, eventWord } from "../words/admin.js";
import { deliveryDialog } from "./delivery.js";
import { moment, part, sheetTable } from "./part.js";

const ROOT = "/api/admin/webhooks";
const EVERY = 15_000; // milliseconds
const PAGE = 50;
const MOST = 200;
const NAMES = ["state", "endpoint_id", "case_id"];

export function show(place, context, query) {
  const { api, format, go } = context;
  let wanted = wantedOf(query);
  let shown = null;
  shown = part(place, { load, draw, format, every: EVERY });

  async function load() {
    const known = shown?.data()?.deliveries.length ?? 0;
    const limit = Math.min(MOST, Math.max(PAGE, known)); // what "Show more" brought stays
    const [{ endpoints }, page] = await Promise.all([
      api.get(`${ROOT}/endpoints`),
      api.get(withQuery(`${ROOT}/deliveries`, { ...wanted, limit })),
    ]);
    return { endpoints, deliveries: page.deliveries, next: page.next_cursor };
  }
  async function more() {
    const data = shown.data();
    const page = await api.get(withQuery(`${ROOT}/deliveries`, { ...wanted, limit: PAGE, cursor: data.next }));
    Object.assign(data, { deliveries: [...data.deliveries, ...page.deliveries], next: page.next_cursor });
    shown.redraw();
  }
  const filter = (name) => (event) =>
    go(withQuery("/console/admin/deliveries", { ...wanted, [name]: event.target.value.trim() }), { replace: true });
  const open = async (delivery) => {
    if (await deliveryDialog(delivery, context)) shown.reload();
  };

  function draw({ endpoints, deliveries, next }) {
    const urls = new Map(endpoints.map(({ endpoint_id: id, url }) => [id, url]));
    return [
      filters(wanted, endpoints, filter),
      deliveries.length
        ? sheetTable(
            "Deliveries",
            ["Event", "To", "Case", "State", "Attempts", "Last answer", "Next attempt", "Begun", ""],
            deliveries.map((one) => row(one, urls, format, open)),
          )
        : h(
            "div",
            { key: "none", class: "sheet empty" },
            h("h2", null, "Nothing here"),
            h(
              "p",
              null,
              Object.keys(wanted).length
                ? "No delivery fits these filters."
                : "Once an endpoint is registered, each event of a case that it wants stands here.",
            ),
          ),
      next &&
        h(
          "div",
          { key: "more", class: "row admin-acts" },
          h("button", { type: "button", onclick: () => more().catch(context.failed) }, "Show more"),
        ),
    ];
  }

  return {
    update(fresh) {
      wanted = wantedOf(fresh);
      shown.reload();
    },
    leave: () => shown.stop(),
  };
}

const wantedOf = (query) =>
  Object.fromEntries(NAMES.filter((name) => query.get(name)).map((name) => [name, query.get(name)]));

function filters(wanted, endpoints, filter) {
  const select = (name, word, options) =>
    h(
      "div",
      { key: name, class: "field" },
      h("label", { for: `d-${name}` }, word),
      h(
        "select",
        { id: `d-${name}`, value: wanted[name] ?? "", onchange: filter(name) },
        options.map(([value, told]) => h("option", { key: value, value }, told)),
      ),
    );
  return h(
    "div",
    { key: "filters", class: "admin-filters" },
    select("state", "State", [
      ["", "Any"],
      ...Object.entries(DELIVERY_STATES).map(([state, { word }]) => [state, word]),
    ]),
    select("endpoint_id", "Endpoint", [
      ["", "Any"],
      ...endpoints.map(({ endpoint_id: id, url }) => [id, visible(url)]),
    ]),
    h(
      "div",
      { key: "case_id", class: "field" },
      h("label", { for: "d-case" }, "Case id"),
      h("input", {
        id: "d-case",
        value: wanted.case_id ?? "",
        placeholder: "case_…",
        spellcheck: "false",
        autocomplete: "off",
        onchange: filter("case_id"),
      }),
    ),
  );
}

/** A delivery's state as a badge. */
export function stateBadge(state) {
  const { word, tone, shape } = DELIVERY_STATES[state] ?? { word: state, tone: "plain", shape: "unknown" };
  return badge(tone, word, { shape });
}

/** What the receiver answered last, in words. */
export const lastAnswer = ({ last_status: status, last_error: error }) =>
  [status, error && visible(error)].filter(Boolean).join(", ") || h("span", { class: "quiet" }, "–");

const row = (delivery, urls, format, open) => ({
  key: delivery.delivery_id,
  cells: [
    eventWord(delivery.event_type),
    h("span", { class: "small" }, visible(urls.get(delivery.endpoint_id) ?? "an endpoint that was removed")),
    delivery.case_id
      ? h("a", { href: `/console/cases/${delivery.case_id}` }, h("code", null, delivery.case_id))
      : h("span", { class: "quiet" }, "Test"),
    stateBadge(delivery.state),
    delivery.attempts,
    lastAnswer(delivery),
    moment(delivery.next_attempt_at, format),
    moment(delivery.created_at, format),
    h(
      "button",
      { type: "button", "aria-label": `Open the delivery ${delivery.delivery_id}`, onclick: () => open(delivery) },
      "Open",
    ),
  ],
});
