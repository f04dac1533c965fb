/**
 * A dialog that asks and sends. While it sends it stays; a refusal is shown in it, with all that was entered; and what
 * was entered is not thrown away by a key. It sends the version that stood on the screen when it opened: if others
 * have moved the case meanwhile it shows what happened, and sends again only once the officer has seen that.
 */

import { openDialog } from "../../foundation/dialog.js";
import { h, said } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { changesList, changesSince, MOVED } from "./decide/changes.js";
import { isOwnDoing } from "./news.js";
import { notice, problemNotice } from "./parts_shown.js";
import { versionSeen } from "./parts.js";

const LOST = { title: "Leave without sending?", text: "What you entered here is not kept." };
/** The parts that are shown, or that what is shown was taken from. */
const SHOWN = ["profile", "features"];

const lastSeen = ({ detail }) => detail.audit_log.at(-1)?.sequence ?? 0;

/** What is to be sent rests on the case as it stands now. */
const lookedAt = (desk, state) =>
  Object.assign(state, { seen: desk.detail.version, version: desk.detail.version, last: lastSeen(desk) });

/** Whether the officer saw all of the case when they opened it, and only their own judgements have moved it since. */
const isMovedByThem = (desk, { seen, version, last }) =>
  seen === version && isOwnDoing(changesSince(desk, last, []), desk.context.me);

/**
 * Opens it; resolves with true once it is sent.
 * `fields(redraw)` describes what is asked; `lacks()` says what is still to be entered, or null; `entered()` whether
 * anything was; `send(options)` gives the outcome of `desk.command`, which is to be handed these options;
 * `again()` takes over what the case says now, after it has moved; `yes` and `busyWord` stand on the button.
 */
export function askAndSend(desk, asked) {
  const state = {
    busy: false, wrong: null, problem: null,
    moved: null, // what happened, as it was told with the refusal
    seen: versionSeen(desk, SHOWN),
    version: desk.detail.version,
    last: lastSeen(desk),
  };
  const redraw = () => dialog.update();
  const dialog = openDialog({
    title: asked.title,
    wide: asked.wide,
    mayClose: () => (state.busy ? "busy" : asked.entered() ? LOST : null),
    content: (close, leave) => form(desk, asked, state, { redraw, leave, submit: () => submit(close) }),
    onClose: () => stopFollowing(),
  });
  const stopFollowing = desk.whenDrawn(redraw);

  async function submit(close) {
    if (state.busy || state.moved) return;
    Object.assign(state, { wrong: asked.lacks?.() ?? null, problem: null });
    state.busy = !state.wrong;
    redraw();
    if (state.wrong) return;
    if (isMovedByThem(desk, state)) lookedAt(desk, state);
    const onMoved = () => {}; // said here
    const { ok, problem } = await asked.send({ seen: state.seen, overOwn: true, onMoved });
    state.busy = false;
    if (ok) close(true);
    else if (!dialog.element.isConnected) desk.context.failed(problem);
    else if (problem.code === "case_moved") await hasMoved(problem);
    else Object.assign(state, { problem });
    redraw();
  }

  async function hasMoved({ changes }) {
    state.moved = changes ?? [];
    await desk.refresh();
    redraw();
    dialog.element.querySelector(".case-moved")?.focus();
  }
  return dialog.closed;
}

function form(desk, asked, state, act) {
  const submitted = (event) => {
    event.preventDefault();
    act.submit();
  };
  return h("form", { onsubmit: submitted, novalidate: Boolean(asked.lacks) },
    h("div", { class: "body stack" },
      state.moved && moved(desk, asked, state, act.redraw),
      asked.fields(act.redraw),
      state.problem && problemNotice(state.problem),
      h("p", { class: "wrong", role: "alert", key: "wrong" }, state.wrong && said(state.wrong))),
    h("footer", null,
      h("button", { type: "button", onclick: act.leave }, "Cancel"),
      h("button", {
        type: "submit", class: "primary", disabled: Boolean(state.moved), "aria-disabled": state.busy ? "true" : null,
      }, state.busy ? asked.busyWord ?? "Sending …" : asked.yes)));
}

function moved(desk, asked, state, redraw) {
  const seenIt = async () => {
    if (state.busy) return;
    lookedAt(desk, state); // at what is listed; parts that fail keep nobody waiting
    state.busy = true;
    redraw();
    await desk.need(SHOWN);
    asked.again?.();
    Object.assign(state, { busy: false, moved: null });
    redraw();
  };
  return h("div", { key: "moved", class: "stack case-moved", tabindex: -1 },
    notice("warn", MOVED),
    changesList(desk, changesSince(desk, state.last, state.moved)),
    h("p", null, h("button", { type: "button", class: "primary", onclick: seenIt }, icon("good"), "I have seen this")));
}
