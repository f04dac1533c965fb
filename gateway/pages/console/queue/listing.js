/**
 * The cases that are shown: asked for when the address changes, and again when something has changed on the server.
 * Only the last question counts; an older answer that comes late is dropped.
 */

import { Problem } from "../../foundation/problem.js";
import { withQuery } from "../../foundation/http.js";
import { PER_PAGE } from "./address.js";
import { altered, inPlace, moves } from "./arrivals.js";

const PAUSE = 1_000; // milliseconds between two refreshes by themselves
const FRESH = 5_000; // how long a row that changed is marked

/**
 * `{page, problem, loading, waiting, fresh, news}`, and `load(wanted, kept)`, `again()`, `refresh()`, `showWaiting()`,
 * `stop()`.
 * `engaged()` says whether somebody is in the table, `redraw()` draws what this holds.
 */
export function listing({ api, live }, engaged, redraw) {
  const told = new Map();
  let wanted = null;
  let asking = null;
  let timer = null;
  let missed = false;
  let last = 0;
  const state = { page: null, problem: null, loading: false, waiting: null, fresh: new Set(), news: "" };

  async function ask(byItself) {
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      const path = withQuery("/api/cases", { ...wanted, per_page: PER_PAGE });
      const answer = await api.get(path, { signal: mine.signal });
      if (mine !== asking) return;
      take(answer, byItself);
    } catch (problem) {
      if (mine !== asking || mine.signal.aborted) return;
      if (!(problem instanceof Problem)) throw problem;
      // What is shown stays: the bar above says from when it is.
      if (byItself && state.page) live.behind(true);
      else state.problem = problem;
    }
    state.loading = false;
    last = Date.now();
    redraw();
  }

  function take(answer, byItself) {
    live.behind(false);
    state.problem = null;
    if (!byItself || !state.page) {
      Object.assign(state, { page: answer, waiting: null });
      told.clear();
      return;
    }
    const before = state.page.cases;
    const stays = moves(before, answer.cases) > 0 && engaged();
    const cases = stays ? inPlace(before, answer.cases, told) : answer.cases;
    mark([
      ...altered(before, cases),
      ...cases.filter(({ case_id: id }) => !before.some((one) => one.case_id === id)).map(({ case_id: id }) => id),
    ]);
    state.waiting = stays ? answer : null;
    state.page = stays ? { ...answer, cases, total: state.page.total } : answer;
    if (!stays) told.clear();
  }

  function mark(changed) {
    if (!changed.length) return;
    state.news = changed.length === 1 ? "1 case changed." : `${changed.length} cases changed.`;
    state.fresh = new Set([...state.fresh, ...changed]);
    setTimeout(() => {
      changed.forEach((id) => state.fresh.delete(id));
      state.news = "";
      redraw();
    }, FRESH);
  }

  function refresh() {
    missed = document.hidden;
    if (missed || timer || !wanted) return;
    timer = setTimeout(
      () => {
        timer = null;
        if (state.loading) refresh();
        else ask(true);
      },
      Math.max(150, last + PAUSE - Date.now()),
    );
  }

  const stopListening = live.listen((change) => {
    if (change?.status) told.set(change.case_id, change.status);
    refresh();
  });
  const seen = () => !document.hidden && missed && refresh();
  document.addEventListener("visibilitychange", seen);

  return Object.assign(state, {
    /** Asks for another part. What is shown stays until the answer comes; `kept` is what was last known of it. */
    load(asked, kept = state.page) {
      wanted = asked;
      Object.assign(state, { loading: true, page: kept, problem: null, waiting: null });
      redraw();
      return ask(false);
    },
    /** Asks once more for the same, as somebody wishes it. */
    again: () => state.load(wanted),
    refresh,
    showWaiting() {
      if (state.waiting) state.page = state.waiting;
      state.waiting = null;
      told.clear();
      redraw();
    },
    stop() {
      live.behind(false);
      stopListening();
      document.removeEventListener("visibilitychange", seen);
      clearTimeout(timer);
      asking?.abort();
    },
  });
}
