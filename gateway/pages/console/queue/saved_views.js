/** Saved views: filters, tab and sort of the queue under a name. The server keeps them, for this officer alone. */

import { h, said, visible } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { problemWords } from "../words/problems.js";
import { addressOf, asked, queryOf } from "./address.js";
import { firstTab } from "./tabs.js";

/**
 * What the queue remembers of the views: `load()`, `save(name, wanted)`, `remove(view)`; each ends with a redraw.
 * `views` is null until they are known, `problem` says why they are not.
 */
export function savedViews({ api, toast }, redraw) {
  const state = {
    views: null,
    problem: null,
    async load() {
      try {
        state.views = (await api.get("/api/me/views")).views;
        state.problem = null;
      } catch (problem) {
        state.problem = problemWords(problem);
      }
      redraw();
    },
    async save(name, wanted) {
      const query = queryOf({ ...wanted, page: 1 });
      const kept = await (await api.send("POST", "/api/me/views", { body: { name, query } })).json();
      state.views = [
        ...(state.views ?? []).filter((view) => view.view_id !== kept.view_id && view.name !== kept.name),
        kept,
      ];
      toast("good", `Saved as “${visible(kept.name)}”.`);
      redraw();
    },
    async remove(view) {
      await api.send("DELETE", `/api/me/views/${view.view_id}`);
      state.views = state.views.filter((one) => one !== view);
      redraw();
    },
  };
  return state;
}

const wantedOf = (view) => asked(new URLSearchParams(view.query), { status: [], sort: "-updated_at" });

/** The panel: a list to choose from, and a field to save what is shown. `failed` says what went wrong. */
export function viewsPanel(state, wanted, failed) {
  const current = queryOf({ ...wanted, page: 1 });
  const submitted = (event) => {
    event.preventDefault();
    const form = event.target;
    const name = form.elements.name.value.trim();
    if (name) state.save(name, wanted).then(() => form.reset(), failed);
  };
  return h(
    "div",
    { class: "queue-panel of-views", id: "queue-views", role: "group", "aria-label": "Saved views" },
    list(state, current, failed),
    h(
      "form",
      { class: "row", onsubmit: submitted },
      h("label", { for: "queue-view-name" }, "Save what is shown as"),
      h("input", {
        id: "queue-view-name",
        name: "name",
        required: true,
        maxlength: 80,
        autocomplete: "off",
        placeholder: "Such as: Belgian, high risk",
      }),
      h("button", { type: "submit" }, "Save"),
    ),
  );
}

function list(state, current, failed) {
  if (state.problem) {
    return h(
      "p",
      { class: "wrong" },
      `${state.problem} `,
      h("button", { type: "button", class: "link", onclick: state.load }, "Try again"),
    );
  }
  if (!state.views) return h("p", { class: "waits" }, "Loading your views …");
  if (!state.views.length)
    return h(
      "p",
      { class: "quiet" },
      "You have no saved views yet. Set filters, a tab and a sort, and save them under a name.",
    );
  return h(
    "ul",
    { class: "queue-views" },
    state.views.map((view) =>
      h(
        "li",
        { key: view.view_id },
        h(
          "a",
          { href: addressOf(wantedOf(view)), "aria-current": queryOf(wantedOf(view)) === current ? "true" : null },
          said(view.name),
        ),
        h(
          "button",
          {
            type: "button",
            class: "plain",
            "aria-label": `Delete the view ${visible(view.name)}`,
            title: "Delete",
            onclick: () => state.remove(view).catch(failed),
          },
          icon("close", { size: 12 }),
        ),
      ),
    ),
  );
}

/** The tab and filters of the first visit, for whoever has nothing else. */
export const firstWanted = (query) => asked(query, firstTab());
