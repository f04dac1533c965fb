/** The queue: which cases wait, for whom, and since when. Its address says what is shown; see `address.js`. */

import { h, render } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { addressOf, changed, FILTERS, queryOf } from "./address.js";
import { assignDialog } from "./assign.js";
import { claimable, claimDialog } from "./claim.js";
import { chips, filterPanel, searchField } from "./filters.js";
import { endings } from "./holder.js";
import { queueKeys } from "./keys.js";
import { line } from "./line.js";
import { listing } from "./listing.js";
import { newCaseDialog } from "./new_case.js";
import { nothing, unavailable } from "./nothing.js";
import { neighbours, pager } from "./paging.js";
import { referenceOf } from "./reference.js";
import { firstWanted, savedViews, viewsPanel } from "./saved_views.js";
import { table } from "./table.js";
import { tabOf, tabs } from "./tabs.js";

const TYPING = 250; // milliseconds without a key before what was typed is looked for
const MINUTE = 60_000;

/** What was shown last, so that coming back from a case shows the queue at once, with the focus where it was. */
let remembered = { query: null, page: null, focus: null };

export function show(root, context, params, query) {
  context.title("Queue");
  return queueView(root, context, query);
}

function queueView(root, context, query) {
  const may = context.me.permissions.includes("write");
  const state = { wanted: firstWanted(query), chosen: new Set(), panel: null, pointed: false };
  const reference = referenceOf(context);
  const engaged = () =>
    state.pointed ||
    state.chosen.size > 0 ||
    Boolean(root.querySelector(".queue-table")?.contains(document.activeElement));
  const list = listing(context, engaged, redraw);
  const views = savedViews(context, redraw);
  const ends = endings(() => {
    redraw();
    list.refresh(); // under a filter by assignee, what nobody has any more goes or comes
  });
  let typing = null;

  const goTo = (changes, options) => context.go(addressOf(changed(state.wanted, changes)), options);
  const acts = {
    onSort: (sort) => goTo({ sort }),
    onFilter: (changes) => goTo(changes),
    onMine: () => goTo({ assignee: state.wanted.assignee === "me" ? "" : "me" }),
    onSearch(text, now) {
      clearTimeout(typing);
      const look = () => text.trim() !== state.wanted.q && goTo({ q: text.trim() }, { replace: true });
      typing = setTimeout(look, now ? 0 : TYPING);
    },
    onPanel(name) {
      state.panel = state.panel === name ? null : name;
      if (state.panel === "filters") reference.load().then(redraw);
      if (state.panel === "views" && !views.views) views.load();
      redraw();
    },
    onChoose(id, yes = !state.chosen.has(id)) {
      state.chosen[yes ? "add" : "delete"](id);
      redraw();
    },
    onChooseAll(yes) {
      state.chosen = new Set(yes ? list.page.cases.map(({ case_id: id }) => id) : []);
      redraw();
    },
    onUnchoose: () => acts.onChooseAll(false),
    onEnter: (event) => {
      state.pointed = event.pointerType === "mouse";
    },
    onLeave: () => {
      state.pointed = false;
    },
    onShow() {
      list.showWaiting();
      root.querySelector("#queue-extent")?.focus();
    },
    async onAssign(ids) {
      const cases = list.page.cases.filter(({ case_id: id }) => ids.includes(id));
      if (!(await assignDialog(cases, context))) return;
      state.chosen = new Set();
      list.refresh();
      redraw();
    },
    onNew: may
      ? async () => {
          if (await newCaseDialog(context, reference)) list.refresh();
        }
      : null,
    onClaim: may && claimable(context.me).length ? () => claimDialog(context, state.wanted) : null,
  };

  /** What is not on the page any more is not chosen: nothing is done to what nobody sees. */
  function prune() {
    const shown = new Set(list.page?.cases.map(({ case_id: id }) => id));
    state.chosen = new Set([...state.chosen].filter((id) => shown.has(id)));
  }
  function redraw() {
    const focused = document.activeElement;
    prune();
    ends.watch(list.page?.cases ?? []);
    const view = {
      ...acts,
      ...state,
      may,
      context,
      now: Date.now(),
      fresh: list.fresh,
      cases: list.page?.cases ?? null,
      page: list.page,
    };
    render(page(view, list, views, reference), root);
    const lost = focused !== document.activeElement && root.contains(focused); // its row moved
    if (lost) focused.focus({ preventScroll: true });
  }

  async function look(kept) {
    await list.load(state.wanted, kept);
    context.settled();
    remember();
    root.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  function remember() {
    const row = document.activeElement?.closest?.("tr[data-case]");
    remembered = { query: queryOf(state.wanted), page: list.page, focus: row?.dataset.case ?? remembered.focus };
  }

  const again = remembered.query === queryOf(state.wanted);
  look(again ? remembered.page : null);
  if (again) root.querySelector(`tr[data-case="${remembered.focus}"] a.case-link`)?.focus();
  if (state.wanted.template.length) reference.load().then(redraw);
  const stopKeys = context.keys.use(
    queueKeys({
      root,
      wanted: () => state.wanted,
      go: context.go,
      neighbours: () => neighbours(state.wanted, list.page),
      ...acts,
      onAssign: (id) => acts.onAssign([id]),
      onChoose: (id) => acts.onChoose(id),
    }),
  );
  const ageing = setInterval(() => !document.hidden && redraw(), MINUTE);

  return {
    update(params, fresh) {
      clearTimeout(typing);
      Object.assign(state, { wanted: firstWanted(fresh), chosen: new Set() });
      look();
      return true;
    },
    leave() {
      clearTimeout(typing);
      clearInterval(ageing);
      remember();
      ends.stop();
      stopKeys();
      list.stop();
    },
  };
}

function page(view, list, views, reference) {
  const { context, wanted } = view;
  return [
    head(view),
    h(
      "div",
      { class: "sheet queue" },
      tabs(wanted, list.page?.counts ?? null, context.format),
      tools(view),
      view.panel === "filters" && filterPanel(wanted, { choices: reference, context, onFilter: view.onFilter }),
      view.panel === "views" && viewsPanel(views, wanted, context.failed),
      chips(wanted, context, reference),
      list.problem ? unavailable(list.problem, list.again) : cases(view, list),
    ),
    h("p", { class: "unseen", role: "status" }, list.news),
  ];
}

const head = ({ onNew, onClaim }) =>
  h(
    "div",
    { class: "view-head" },
    h("h1", null, "Queue"),
    h("div", { class: "grow" }),
    onClaim &&
      h("button", { type: "button", onclick: onClaim, title: "Claim the next case (c)" }, icon("next"), "Claim next"),
    onNew &&
      h("button", { type: "button", class: "primary", onclick: onNew, title: "New case (n)" }, icon("add"), "New case"),
  );

function tools({ wanted, panel, may, onSearch, onMine, onPanel }) {
  const set = FILTERS.filter((name) => name !== "q" && wanted[name].length).length;
  return h(
    "div",
    { class: "queue-tools" },
    searchField(wanted, onSearch),
    may &&
      h(
        "button",
        {
          type: "button",
          class: "queue-pressed-or-not",
          "aria-pressed": String(wanted.assignee === "me"),
          onclick: onMine,
          title: "Only cases that you have (m)",
        },
        icon("person"),
        "Mine",
      ),
    opener("filters", set ? `Filters (${set})` : "Filters", "menu", panel, onPanel),
    opener("views", "Saved views", "document", panel, onPanel),
  );
}

const opener = (name, word, shape, panel, onPanel) =>
  h(
    "button",
    {
      type: "button",
      class: "queue-pressed-or-not",
      "aria-expanded": String(panel === name),
      "aria-controls": panel === name ? `queue-${name}` : null,
      onclick: () => onPanel(name),
    },
    icon(shape),
    word,
  );

function cases(view, list) {
  const caption = `Cases: ${tabOf(view.wanted)?.word ?? "chosen statuses"}`;
  return h(
    "div",
    { class: list.loading && list.page ? "queue-stale" : null },
    line(list, view),
    list.page && !list.page.cases.length ? nothing(view) : table({ ...view, caption }),
    pager(view.wanted, list.page, view.context.format),
  );
}
