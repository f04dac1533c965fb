/** Endpoints of webhooks: which there are, how each does, and everything that can be done to one. */

import { confirmed } from "../../foundation/dialog.js";
import { h, said, visible } from "../../foundation/dom.js";
import { badge, icon } from "../../foundation/icons.js";
import { EVENTS } from "../words/admin.js";
import { withNames } from "../words/events.js";
import { endpointDialog, secretDialog } from "./endpoint.js";
import { moment, part } from "./part.js";

const ROOT = "/api/admin/webhooks";

export function show(place, context) {
  const { api, format, toast, failed } = context;
  const shown = part(place, {
    format,
    load: () => api.get(`${ROOT}/endpoints`),
    draw: ({ endpoints }) => content(endpoints, context, acts),
  });
  const at = (endpoint, rest = "") => `${ROOT}/endpoints/${endpoint.endpoint_id}${rest}`;
  const doing = (work) => async (endpoint) => {
    try {
      if ((await work(endpoint)) !== false) shown.reload();
    } catch (problem) {
      failed(problem);
    }
  };
  const acts = {
    add: doing(() => endpointDialog(context, null)),
    edit: doing((endpoint) => endpointDialog(context, endpoint)),
    test: doing(async (endpoint) => {
      await api.send("POST", `${ROOT}/test`, { body: { endpoint_id: endpoint.endpoint_id } });
      toast("info", "A test event is on its way; see Deliveries for what came of it.");
      return false;
    }),
    pause: doing(async (endpoint) => {
      await api.send("POST", at(endpoint, "/pause"));
      toast("info", "Nothing more is sent there until it is resumed.");
    }),
    resume: doing(async (endpoint) => {
      await api.send("POST", at(endpoint, "/resume"));
      toast("good", "Events are sent again, those that waited first.");
    }),
    rotate: doing(async (endpoint) => {
      const meant = await confirmed({
        title: "Make a new secret?",
        text: [
          "The secret of now signs beside the new one for a while, so that the receiver can change over.",
          "The new one is shown once.",
        ],
        yes: "Make a new secret",
      });
      if (!meant) return false;
      const made = await (await api.send("POST", at(endpoint, "/rotate-secret"))).json();
      return secretDialog(made, context);
    }),
    remove: doing(async (endpoint) => {
      const meant = await confirmed({
        title: "Remove this endpoint?",
        text: [visible(endpoint.url), "Nothing is sent there any more, and what waits is dropped."],
        yes: "Remove",
        tone: "danger",
      });
      if (meant) await api.send("DELETE", at(endpoint));
      return meant;
    }),
  };
  return { leave: shown.stop };
}

function content(endpoints, context, acts) {
  return [
    h(
      "div",
      { key: "acts", class: "row admin-acts" },
      h("button", { type: "button", class: "primary", onclick: acts.add }, icon("add"), "New endpoint"),
    ),
    endpoints.length
      ? h(
          "ul",
          { key: "all", class: "stack" },
          endpoints.map((one) => h("li", { key: one.endpoint_id }, card(one, context, acts))),
        )
      : h(
          "div",
          { key: "none", class: "sheet empty" },
          h("h2", null, "No endpoints yet"),
          h(
            "p",
            null,
            "Register an https address of another system: it is told, signed and in order, what happens to cases.",
          ),
        ),
  ];
}

function card(endpoint, { format, officers }, acts) {
  const {
    url,
    description,
    events,
    status,
    paused_reason: why,
    paused_at: since,
    previous_secret_until: overlap,
  } = endpoint;
  const paused = status === "paused";
  const act = (word, run, props) =>
    h(
      "button",
      { type: "button", ...props, "aria-label": `${word}: ${visible(url)}`, onclick: () => run(endpoint) },
      word,
    );
  return h(
    "article",
    { class: "sheet admin-endpoint", "aria-label": visible(url) },
    h(
      "header",
      null,
      h("h2", { class: "grow" }, said(url)),
      paused ? badge("warn", "Paused", { shape: "waiting" }) : badge("good", "Active"),
    ),
    h(
      "div",
      { class: "body stack" },
      description && h("p", null, said(description)),
      paused &&
        h(
          "p",
          { class: "notice warn" },
          icon("warn"),
          h(
            "span",
            null,
            "Paused since ",
            moment(since, format),
            why && [": ", said(withNames(why, officers))],
            ". Events wait, and come in order once it is resumed.",
          ),
        ),
      h(
        "p",
        null,
        h("span", { class: "quiet" }, "Is told: "),
        events.includes("*") ? "everything" : events.map((name) => EVENTS[name] ?? name).join("; "),
      ),
      overlap &&
        h("p", { class: "quiet" }, "The secret before this one signs as well until ", moment(overlap, format), "."),
      h(
        "p",
        { class: "quiet small" },
        h("code", null, endpoint.endpoint_id),
        " · since ",
        moment(endpoint.created_at, format),
      ),
      h(
        "div",
        { class: "row" },
        paused ? act("Resume", acts.resume, { class: "primary" }) : act("Pause", acts.pause),
        act("Edit", acts.edit),
        act("Send a test", acts.test),
        act("New secret", acts.rotate),
        h(
          "a",
          { class: "button", href: `/console/admin/deliveries?endpoint_id=${endpoint.endpoint_id}` },
          "Deliveries",
        ),
        act("Remove", acts.remove, { class: "danger" }),
      ),
    ),
  );
}
