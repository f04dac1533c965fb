/** Administration: a menu at the side, and one section. Each section asks only for what it shows. */

import { h, render } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { fetched } from "../unloaded.js";
import { SECTIONS } from "../words/admin.js";

const MODULES = {
  health: () => import("./health.js"),
  keys: () => import("./keys.js"),
  officers: () => import("./officers.js"),
  webhooks: () => import("./webhooks.js"),
  deliveries: () => import("./deliveries.js"),
  templates: () => import("./templates.js"),
  policies: () => import("./policies.js"),
  agents: () => import("./agents.js"),
};

/** A section module exports `show(place, context, query) → {leave?(), update?(query)}`. */
export function show(root, context, params, query) {
  if (!context.me.permissions.includes("administer")) return noEntry(root, context);
  let name = null;
  let shown = null;
  const open = async (params, query) => {
    const wanted = Object.hasOwn(MODULES, params.section ?? "") ? params.section : "health";
    if (wanted === name) return shown?.update?.(query);
    shown?.leave?.();
    shown = null;
    name = wanted;
    context.title(SECTIONS[name].word);
    render(frame(name), root);
    root.querySelector("[aria-current]").scrollIntoView({ block: "nearest", inline: "nearest" });
    const module = await fetched(MODULES[wanted]());
    if (name === wanted) shown = module.show(root.querySelector(".admin-section"), context, query);
  };
  open(params, query);
  return {
    update(fresh, query) {
      open(fresh, query);
      return true;
    },
    leave() {
      name = null;
      shown?.leave?.();
    },
  };
}

function frame(name) {
  const { word, about } = SECTIONS[name];
  return h(
    "div",
    { class: "admin" },
    h(
      "nav",
      { class: "admin-menu", "aria-label": "Administration" },
      Object.entries(SECTIONS).map(([section, { word }]) =>
        h(
          "a",
          { key: section, href: `/console/admin/${section}`, "aria-current": section === name ? "page" : null },
          word,
        ),
      ),
    ),
    h(
      "div",
      { class: "admin-content" },
      h("div", { class: "view-head" }, h("div", null, h("h1", null, word), h("p", { class: "quiet" }, about))),
      h("div", { class: "admin-section", key: name }),
    ),
  );
}

function noEntry(root, { title }) {
  title("Administration");
  render(
    h(
      "div",
      { class: "sheet empty" },
      h("h1", null, icon("shield", { size: 20 }), " For administrators"),
      h(
        "p",
        null,
        "Keys, webhooks, templates, policies and the state of the installation are for administrators. ",
        "Ask a colleague who has an administrator's key.",
      ),
      h("a", { class: "button primary", href: "/console/" }, "To the queue"),
    ),
    root,
  );
  return {};
}
