/** Where a file is given for one thing that is asked for: what is there, what is on its way, and the buttons. */

import { h, said } from "../foundation/dom.js";
import { badge, icon } from "../foundation/icons.js";
import { acceptOf, namesOf, takesPhotos } from "./file_sniffing.js";
import { button, notice } from "./parts.js";
import { isUsable } from "./progress.js";
import { problemWords, refusalWords } from "./refusals.js";
import { RUNNING } from "./uploads.js";

const PAUSED = ["interrupted", "stopped"]; // what has arrived of it is kept
const TOUCH = matchMedia("(pointer: coarse)");

/** In one word how it stands with a file. Where none is there, `answered` and `required` say what that means. */
export function fileBadge(portal, { id, file, required, answered = false }) {
  const { say } = portal.voice;
  const slot = portal.uploads.at(id);
  if (slot && RUNNING.includes(slot.step)) return badge("info", say("state_on_its_way"), { shape: "upload" });
  if (slot && PAUSED.includes(slot.step)) return badge("warn", say("state_interrupted"));
  if (slot?.step === "refused") return badge("bad", say("state_not_accepted"));
  if (file && isUnreadable(portal, file)) return badge("bad", say("state_again"));
  if (file) return badge("good", say("state_received"));
  if (answered) return badge("good", say("state_answered"));
  return required ? badge("plain", say("state_needed"), { shape: "waiting" }) : badge("plain", say("state_optional"));
}

const isUnreadable = (portal, file) => !isUsable(file, portal.checks);

/**
 * Everything about the file of one item. `about` is `{id, name, formats, file}`: where it is uploaded, what is asked
 * for, which formats will do and the file that is there.
 */
export function uploadPart(portal, about) {
  const slot = portal.uploads.at(about.id);
  const running = slot && RUNNING.includes(slot.step);
  return h(
    "div",
    { class: "upload stack" },
    about.file && receivedFile(portal, about.file),
    about.file && !running && findings(portal, about),
    slot && (running ? onItsWay(portal, about.id, slot) : stopped(portal, about, slot)),
    remark(portal, about.id),
    !running && buttons(portal, about, slot),
  );
}

/** A file that is with the case, as one line. */
export function receivedFile(portal, file) {
  const { say, format } = portal.voice;
  return h(
    "p",
    { class: "file", key: "file" },
    icon("document", { size: 20 }),
    h("span", null, said(file.filename), " ", h("span", { class: "quiet small" },
      `${format.size(file.file_size)} · ${say("received_at", { moment: format.moment(file.uploaded_at) })}`)),
  );
}

/** What was found in it: at once by the check, or later by the case. */
function findings(portal, { file, name }) {
  const { say } = portal.voice;
  const check = portal.checks.of(file.document_id);
  if (file.readable === false) {
    return notice("bad", "note", file.message ? said(file.message) : problemWords(say, file.problem));
  }
  if (check === "looking") {
    return h("p", { class: "looking quiet", key: "note" }, icon("working", { class: "turning" }), say("check_looking"));
  }
  if (!check) return null;
  if (!check.readable) return notice("bad", "note", problemWords(say, check.problem));
  if (check.kind === "another" && check.document_type) {
    return notice("info", "note", say("check_another", { type: say(`type_${check.document_type}`), name: said(name) }));
  }
  return h("p", { class: "looking quiet", key: "note" }, icon("good"), say("check_readable"));
}

const TROUBLED = ["waiting", "held_up"];

function onItsWay(portal, id, slot) {
  const { say, format } = portal.voice;
  const share = slot.size ? slot.sent / slot.size : 0;
  const amount = { share: format.share(share), sent: format.size(slot.sent), size: format.size(slot.size) };
  const words = {
    queued: say("upload_queued"),
    sending: slot.sent ? say("upload_sending", amount) : say("upload_starting"),
    waiting: say("upload_waiting", amount),
    held_up: say("upload_held_up", amount),
  };
  return h(
    "div",
    { class: "on-its-way", key: "slot", "data-step": slot.step },
    h("p", { class: "file" }, icon("upload", { size: 20 }), said(slot.name)),
    h("progress", { max: "1", value: share, "aria-label": say("upload_progress", { name: slot.name }) }),
    h(
      "div",
      { class: "row spread" },
      h("p", { class: TROUBLED.includes(slot.step) ? "strong" : "quiet" }, words[slot.step]),
      button({ class: "plain" }, () => portal.cancel(id), icon("close"), say("upload_cancel")),
    ),
  );
}

function stopped(portal, about, slot) {
  const { say, format } = portal.voice;
  const name = said(slot.name);
  if (slot.step === "interrupted") {
    const share = format.share(slot.size ? slot.sent / slot.size : 0);
    return notice("warn", "slot", say("upload_interrupted", { name, share }));
  }
  if (slot.step === "stopped") return notice("warn", "slot", say("upload_stopped", { name }));
  return notice("bad", "slot", say("upload_refused", { name }), " ", whyRefused(portal, about, slot));
}

// What else would do, where a photograph will. `unsupported_picture` is one in a format that will not.
const PHOTO_HELPS = {
  unsupported_document_type: "refused_photo", file_infected: "refused_photo", unsupported_picture: "refused_picture",
};

/** Why a file was refused, and what would do here. */
function whyRefused({ voice }, { formats }, { code, problem }) {
  const { say, either } = voice;
  const why = code.startsWith("unsupported_")
    ? say("refused_type", { formats: either(namesOf(formats)) })
    : refusalWords(say, code, problem?.requestId);
  const photo = code in PHOTO_HELPS && takesPhotos(formats) && [" ", say(PHOTO_HELPS[code])];
  return [why, photo];
}

/** What was not taken of what somebody has just dropped or chosen here. */
function remark(portal, id) {
  const told = portal.remarks.get(id);
  return told && notice("warn", "remark", portal.voice.say(told.words, { name: said(told.name) }));
}

function buttons(portal, about, slot) {
  const { say } = portal.voice;
  const again = about.file && !isUnreadable(portal, about.file) && !slot;
  const word = again ? "choose_another" : slot?.step === "interrupted" ? "choose_same" : "choose_file";
  const tone = again || slot?.again ? "" : "primary";
  const file = { key: "file", class: tone, icon: "upload", word, props: { accept: acceptOf(about.formats) } };
  return h(
    "div",
    { class: "row choose", key: "buttons" },
    slot?.again && button({ class: "primary", key: "again" }, slot.again, icon("upload"), say("try_again")),
    picker(portal, about, file),
    TOUCH.matches && takesPhotos(about.formats) && picker(portal, about, CAMERA),
    slot && button({ class: "plain" }, () => portal.cancel(about.id), say("upload_forget")),
    !again && !TOUCH.matches && h("span", { class: "quiet small" }, say("or_drop")),
  );
}

const CAMERA = {
  key: "photo", class: "", icon: "camera", word: "take_photo", props: { accept: "image/*", capture: "environment" },
};

/** A button that opens a picker; the input itself stays unseen, as browsers draw it each in their own language. */
function picker(portal, { id, name }, { key, word, icon: shape, props, class: tone }) {
  const { say } = portal.voice;
  const taken = ({ target }) => {
    const files = [...target.files];
    target.value = "";
    portal.give(id, files);
  };
  return h(
    "span",
    { key },
    h("input", { type: "file", hidden: true, "aria-label": say(word), onchange: taken, ...props }),
    h(
      "button",
      { type: "button", class: tone, onclick: ({ currentTarget }) => currentTarget.previousSibling.click() },
      icon(shape),
      h("span", null, say(word), h("span", { class: "unseen" }, ": ", said(name))),
    ),
  );
}

/** Makes an element take files that are dropped on it. */
export function dropArea(portal, id) {
  const hover = (on) => (event) => {
    event.preventDefault();
    event.currentTarget.classList.toggle("drop-here", on);
  };
  return {
    ondragover: hover(true),
    ondragleave: hover(false),
    ondrop: (event) => {
      hover(false)(event);
      portal.give(id, [...event.dataTransfer.files]);
    },
  };
}
