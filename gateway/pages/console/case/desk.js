/** One case as it lies on an officer's desk: what is known of it, and what can be done with it. */

import { Problem } from "../../foundation/problem.js";
import { begunOf } from "../begun.js";
import { changedDialog } from "./decide/changes.js";
import { draftReason } from "./decide/draft.js";
import { hasMoved } from "./moving.js";
import { eventsToTell } from "./news.js";
import { draftNote } from "./note_draft.js";
import { NO_PARTS, partsOf } from "./parts.js";
import { recordedCommands } from "./recorded.js";
import { ALWAYS, sectionOf } from "./sections.js";
import { sending } from "./sending.js";
import { draftTasks } from "./tasks/draft.js";
import { look, viewerState } from "./viewer/state.js";

const SETTLES = 250; // milliseconds that changes of one moment have to come together
const RECENT = 5_000; // milliseconds within which a case counts as read just now
const WORKING = 2_000; // milliseconds between looks at a case that is being worked on
const RECORDED = 5_000; // and at one for which a command is recorded that is not applied yet

/**
 * The desk of case `id`; `draw` shows it. Every panel is handed it:
 * - `detail` is `GET /api/cases/{id}`, null until it is there; `profile`, `features`, `evidence`, `brief`, `notes`,
 *   `responses` and `executions` are the parts, null until they are; `problems` has what could not be read, by the same
 *   names, `readAt` the version of the case that each belongs to; `need(names)` loads parts and resolves once they have
 *   come or failed, `retry(name)` tries one again;
 * - `isLeft` says whether the officer has left the case;
 * - `section` names the section that is shown, `showSection(name)` shows another, `goTo(name, id)` also moves to
 *   the element with this id; `open` has which folds are open, by names of their own;
 * - `command`, see `sending.js`; `recorded`, see `recorded.js`; `refresh()` reads the case again; `redraw()` shows what
 *   has changed here, `whenDrawn(then)` calls `then` whenever it does, until what it gives is called;
 * - `tasks`, `reason` and `notesDraft` are what the officer has begun to write;
 * - `can.write` is whether this key may change a case, `can.decide` whether it may decide this one now;
 * - `viewer` is the state of the document viewer, `look(place)` opens a document there;
 * - `news` are the events that happened since the officer came, null where there are none.
 */
export function deskOf(context, id, section, draw) {
  let left = false;
  let timer = null;
  let readIn = null; // the status at which the parts were read: while the software works, once for each is enough
  const followers = new Set();
  const redraw = () => {
    if (left) return;
    draw();
    for (const follow of followers) follow();
  };
  const kept = (name) => begunOf(context, id, name);
  const desk = {
    context,
    id,
    get isLeft() {
      return left;
    },
    detail: null,
    ...NO_PARTS,
    problems: {},
    readAt: {},
    section,
    open: {},
    news: null,
    copied: null,
    viewer: viewerState(),
    tasks: draftTasks(kept("tasks")),
    reason: draftReason(kept("reason")),
    notesDraft: draftNote(kept("note")),
    recorded: recordedCommands(kept("recorded")),
    timeline: {},
    redraw,
    whenDrawn(then) {
      followers.add(then);
      return () => followers.delete(then);
    },
    can: { write: context.me.permissions.includes("write"), decide: false },
    path: (below) =>
      below.startsWith("/api/") ? below : `/api/cases/${id}${below && !below.startsWith("/") ? "/" : ""}${below}`,
    address: (name) => `/console/cases/${id}?section=${name}`,
  };
  const parts = partsOf(desk, redraw);
  Object.assign(desk, {
    need: (names) => parts.need(names),
    retry: (name) => (name === "detail" ? refresh() : parts.retry(name)),
    command: sending(desk, (problem) => changedDialog(desk, problem)),
    refresh,
    showSection: (name) => context.go(desk.address(name), { replace: true }),
    async goTo(name, target) {
      if (desk.section !== name) await desk.showSection(name);
      await sectionOf(name).code.need();
      redraw();
      reveal(target);
    },
    /** Shows a document at a place: `{documentId, pageIndex, start, end}`. */
    look(place) {
      look(desk.viewer, place);
      redraw();
      bringIntoView(document.getElementById("case-viewer"));
    },
    /** What was written for a decision is done with once it is taken. */
    decided() {
      desk.reason.reset();
      desk.tasks.reset(desk.detail);
    },
    /** Shows the section that the address names. */
    enter(name) {
      desk.section = name;
      needed();
      redraw();
    },
    leave() {
      left = true;
      clearTimeout(timer);
      stopListening();
    },
  });

  const refreshing = oneAtATime(read);
  let reading = null; // the last that was asked for
  let readAt = 0; // when it ended, in milliseconds
  function refresh() {
    reading = refreshing();
    return reading;
  }

  async function read() {
    try {
      take(await context.api.get(desk.path("")));
      readAt = Date.now();
      delete desk.problems.detail;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      desk.problems.detail = error;
    }
    needed();
    redraw();
    wait();
  }

  function take(detail) {
    const before = desk.detail;
    desk.detail = detail;
    desk.can.decide = desk.can.write && context.me.may_decide.includes(detail.status);
    desk.tasks.follow(detail);
    desk.reason.follow(detail);
    if (before) parts.outdate();
    else parts.compare();
    if (before) tellNews(before, detail);
    for (const { path, what } of desk.recorded.settle(detail)) {
      context.toast("good", `Applied: ${what}.`);
      if (path === "/decision") desk.decided();
    }
  }

  function tellNews(before, detail) {
    const others = eventsToTell(before, detail, context.me);
    if (others.length) desk.news = [...(desk.news ?? []), ...others];
  }

  /** While the software works, parts that are there are read once for each status, and not at every look. */
  function needed() {
    if (!desk.detail) return;
    const names = [...ALWAYS, ...sectionOf(desk.section).needs];
    const isRead = desk.detail.progress && desk.profile && desk.detail.status === readIn;
    readIn = desk.detail.status;
    desk.need(isRead ? names.filter((name) => desk[name] === null) : names);
  }

  function wait() {
    clearTimeout(timer);
    const pause = desk.detail?.progress ? WORKING : desk.recorded.waits() ? RECORDED : null;
    if (!left && pause) timer = setTimeout(() => (document.hidden ? wait() : refresh()), pause);
  }

  const settle = settled(SETTLES, () => !left && refresh());
  const stopListening = context.live.listen((change) => {
    if (change === null) lookAgain();
    else if (change.case_id === id || change.workflow_id === id) settle();
  });

  /** Changes may have been missed, as while an officer arrives: what was read a moment ago is seldom read twice. */
  async function lookAgain() {
    await reading;
    const isWhole = desk.detail?.record_source === "workflow" && !Object.keys(desk.problems).length;
    if (!isWhole || Date.now() - readAt > RECENT || (await hasMoved(desk))) settle();
    else if (!left) parts.again("notes"); // a note moves no case
  }

  return desk;
}

/** Runs one at a time; asked again meanwhile it runs once more, for all who asked. */
function oneAtATime(run) {
  let running = null;
  let next = null;
  return function start() {
    if (running) {
      next ??= running.then(() => {
        next = null;
        return start();
      });
      return next;
    }
    running = run().finally(() => {
      running = null;
    });
    return running;
  };
}

function settled(milliseconds, then) {
  let timer = null;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(then, milliseconds);
  };
}

/** Moves the page only where most of the element is out of sight: what somebody reads stays under their eyes. */
function bringIntoView(element) {
  const { top, height } = element.getBoundingClientRect();
  if (top < 0 || top + height / 2 > innerHeight) element.scrollIntoView({ block: "nearest" });
}

/** Brings an element into view and gives it the focus, so that a reader's next key starts there. */
function reveal(id) {
  const element = document.getElementById(id);
  if (!element) return;
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}
