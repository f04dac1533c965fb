/** The customer's page: finds out what the link opens, shows it, and does what is done on it. */

import { Problem } from "../foundation/problem.js";
import { NO_BRAND, paint } from "./brand.js";
import { caseApi, tokenIn } from "./case_api.js";
import { checksOf } from "./checks.js";
import { connectionWatch } from "./connection.js";
import { confirmSending } from "./confirmation.js";
import { draftOf } from "./draft.js";
import { drawingOf } from "./drawing.js";
import { givingOf } from "./giving.js";
import { askedLanguage, chooseLanguage, guessedLanguage, speak } from "./language.js";
import { asked, places, roundOf, stepsOf } from "./progress.js";
import { isEndOfLink, refusalWords } from "./refusals.js";
import { memory } from "./remember.js";
import { forgetStep, goOn, stayAt, stepOfEntry } from "./step_history.js";
import { itemAtFault, submit } from "./submission.js";
import { uploadsOf } from "./uploads.js";

const LOOK_AGAIN = 20_000; // milliseconds between looks at a case that is with the officers, or out of reach
const RECORDED = 3_600_000; // how long something sent and not yet taken up counts as sent

const api = caseApi(tokenIn(location.pathname));

/** Everything the views are drawn from, and what they can do. */
const portal = {
  voice: null, brand: NO_BRAND, portalCase: null, problem: null, phase: null, recorded: false,
  draft: null, uploads: null, checks: null, items: [], step: null,
  wrong: new Map(), wrote: false, sending: false, submitProblem: null, notice: null, announcement: "",
  connection: connectionWatch((online) => { redraw(); if (online && portal.problem) reload(); }),
  redraw: () => redraw(), reload, go,
  answer, settle: () => portal.draft.flush(), send, chooseLanguage: changeLanguage,
};
const { redraw, focusLater, announce } = drawingOf(portal, document.getElementById("portal"), recount);
Object.assign(portal, givingOf(portal, announce));
let kept = null; // what this browser remembers of the case
let round = null;
let looks = 0;
let taken = 0;

async function loadBrand() {
  try {
    takeBrand(await api.brand());
    redraw();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem; // without it the page is in our own colours
  }
}

function takeBrand(brand) {
  portal.brand = brand;
  paint(brand);
}

/** Looks at the case afresh. What was shown stays where no answer comes. */
async function reload() {
  const look = ++looks;
  try {
    const found = await api.look(askedLanguage());
    if (look < taken) return; // a later look was answered sooner
    taken = look;
    take(found);
    portal.problem = null;
    portal.connection.found();
    const { language } = portal.portalCase;
    if (language !== portal.voice.language) portal.voice = await speak(language);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 0) portal.connection.lost();
    if (!portal.portalCase || isEndOfLink(problem)) portal.problem = problem;
  }
  redraw();
}

function take(portalCase) {
  const before = portal.phase;
  portal.portalCase = portalCase;
  kept ??= rememberedOf(portalCase.case_id);
  portal.recorded = isRecorded(portalCase);
  portal.phase = portal.recorded ? "under_review" : portalCase.phase;
  if (portal.brand === NO_BRAND) takeBrand(portalCase.brand);
  const isFresh = roundOf(portalCase) !== round;
  if (isFresh) beginRound(portalCase);
  else portal.draft.meet(portalCase);
  for (const documentId of portal.uploads.settle(places(portalCase))) portal.checks.look(documentId);
  recount();
  if (before && before !== portal.phase) {
    forgetStep();
    portal.step = null;
    focusLater("heading");
  }
  if (!portal.step) {
    portal.step = stepNow();
    stayAt(portal.step, round);
  }
  if (isFresh && isCollecting(portal.phase)) lookAtFiles(portalCase);
}

const rememberedOf = (caseId) => ({
  draft: memory(`draft-${caseId}`),
  uploads: memory(`uploads-${caseId}`),
  submission: memory(`submission-${caseId}`),
  sent: memory(`sent-${caseId}`),
});

/** Whether all of this round was sent and is on record, and the case has only not taken it up yet. */
function isRecorded(portalCase) {
  const sent = kept.sent.read();
  return sent?.round === roundOf(portalCase) && Date.now() - sent.at < RECORDED && isCollecting(portalCase.phase);
}

const isCollecting = (phase) => phase === "initial_collection" || phase === "follow_up";

function beginRound(portalCase) {
  round = roundOf(portalCase);
  portal.wrong.clear();
  portal.wrote = false;
  portal.submitProblem = null;
  portal.checks ??= checksOf({ api, changed: checkChanged });
  portal.uploads ??= uploadsOf({
    api, connection: portal.connection, memory: kept.uploads,
    tell: { changed: uploadChanged, received: uploadReceived, moved: refusedByCase },
  });
  portal.draft = draftOf(
    { portalCase, memory: kept.draft, connection: portal.connection, save: api.saveDraft },
    { changed: redraw, refused: refusedByCase },
  );
}

function lookAtFiles(portalCase) {
  portal.uploads.recall((id) => places(portalCase).some((place) => place.id === id));
  for (const { file } of places(portalCase)) if (file && file.readable === null) portal.checks.look(file.document_id);
}

function recount() {
  portal.items = asked(portal);
  if (portal.step && !stepsOf(portal.items).includes(portal.step)) portal.step = stepNow();
}

/** The step to go on with: what the address or the history says, or the first with something to do. */
function stepNow() {
  const steps = stepsOf(portal.items);
  const named = stepOfEntry(round);
  if (steps.includes(named)) return named;
  return portal.items.find((item) => item.required && !item.done)?.step ?? "review";
}

// What is done on the page.

function go(step, key = null) {
  if (step !== portal.step) goOn(step, round);
  portal.step = step;
  portal.notice = null;
  focusLater(key ?? "heading");
  redraw();
}

addEventListener("popstate", () => {
  if (!portal.portalCase || location.hash === "#heading") return;
  portal.step = stepNow();
  focusLater("heading");
  redraw();
});

function answer(kind, item, value) {
  portal.wrote = true;
  portal.wrong.delete(item.key);
  portal.draft.set(kind, item.id, value);
  redraw();
}

async function changeLanguage(language) {
  try {
    portal.voice = await speak(language);
  } catch (error) {
    console.info("the words could not be loaded", error.name); // the language stays as it is, and can be chosen again
    return portal.connection.lost();
  }
  chooseLanguage(language);
  redraw();
  return reload();
}

const UPLOAD_SAID = { sending: "announce_sending", refused: "announce_refused", stopped: "announce_stopped" };
let saidOf = null;

function uploadChanged(requirementId, step) {
  const event = `${requirementId} ${step}`;
  if (UPLOAD_SAID[step] && event !== saidOf) announce(portal.voice.say(UPLOAD_SAID[step]));
  saidOf = event;
  redraw();
}

/** What it looks like is asked once the case lists it. */
async function uploadReceived(document, requirementId) {
  portal.hasArrived(requirementId, document);
  await reload();
}

function checkChanged(documentId, found) {
  if (found && found !== "looking") {
    const readable = found.kind === "another" ? "announce_another" : "check_readable";
    announce(portal.voice.say(found.readable ? readable : "announce_unreadable"));
  }
  redraw();
}

/** A refusal that concerns more than what was sent: the case has moved on, or the link has ended. */
function refusedByCase(problem) {
  if (portal.sending || portal.recorded) return;
  if (problem.code === "wrong_state") movedOn();
  else if (isEndOfLink(problem)) portal.problem = problem;
  else markWrong(problem);
  redraw();
}

function markWrong(problem) {
  const key = itemAtFault(problem);
  const item = portal.items.find((one) => one.key === key);
  if (item) portal.wrong.set(key, problem.code === "answer_required" ? "wrong_missing" : "wrong_answer");
  return item;
}

async function movedOn() {
  portal.notice = "moved_on";
  portal.draft.settled();
  announce(portal.voice.say("moved_on"));
  focusLater("heading");
  await reload();
}

// Sending everything.

async function send() {
  if (portal.sending || !(await mayBeSent())) return;
  Object.assign(portal, { sending: true, submitProblem: null });
  redraw();
  try {
    const status = await submit({ api, memory: kept.submission }, portal.draft.body());
    portal.draft.settled();
    if (status === 202) kept.sent.write({ round, at: Date.now() });
    portal.connection.found();
    focusLater("heading");
    announce(portal.voice.say("title_received"));
    await reload();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    await notSent(problem);
  } finally {
    portal.sending = false;
    redraw();
  }
}

/** Questions and tasks have to be answered; a document may be missing if that is meant. */
async function mayBeSent() {
  const missing = portal.items.filter((item) => item.required && !item.done);
  const unanswered = missing.filter((item) => item.kind !== "document");
  if (portal.uploads.busy || unanswered.length) {
    for (const item of unanswered) portal.wrong.set(item.key, "wrong_missing");
    focusLater(unanswered.length ? "missing" : "busy");
    announce(portal.voice.say(unanswered.length ? "announce_missing" : "review_busy"));
    redraw();
    return false;
  }
  return !missing.length || confirmSending(portal.voice.say, missing.length);
}

async function notSent(problem) {
  if (problem.code === "wrong_state" || problem.code === "case_moved") return movedOn();
  if (isEndOfLink(problem)) {
    portal.problem = problem;
    return null;
  }
  const item = markWrong(problem);
  if (item) return go(item.step, item.key);
  if (problem.status === 0) portal.connection.lost();
  const words = refusalWords(portal.voice.say, problem.code, problem.requestId);
  portal.submitProblem = [portal.voice.say("not_sent"), " ", words];
  focusLater("problem");
  return null;
}

// What happens by itself.

/** Whether something may have changed that nobody here has done, or no answer came when it was asked for. */
function isToBeLookedAt() {
  if (document.hidden || !portal.voice) return false;
  if (portal.phase === "under_review" || portal.uploads?.unlisted) return true;
  return portal.problem?.passing || !portal.connection.online;
}

/** Whoever comes back may have written on another device meanwhile. */
const isComingBack = () => !document.hidden && portal.voice && isCollecting(portal.phase) && !portal.sending;

setInterval(() => isToBeLookedAt() && reload(), LOOK_AGAIN);
document.addEventListener("visibilitychange", () => {
  if (isToBeLookedAt() || isComingBack()) reload();
  if (document.hidden && portal.draft) portal.draft.flush();
});
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
addEventListener("beforeunload", (event) => {
  if (portal.uploads?.busy) event.preventDefault();
});

portal.voice = await speak(guessedLanguage());
await Promise.all([loadBrand(), reload()]);
