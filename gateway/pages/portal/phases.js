/** What is shown in each phase of a case: something to give, something that is being looked at, or the end. */

import { h, said } from "../foundation/dom.js";
import { icon } from "../foundation/icons.js";
import { webPage } from "../foundation/web_page.js";
import { namesOf, takesPhotos } from "./file_sniffing.js";
import { heading, page } from "./page.js";
import { button, notice } from "./parts.js";
import { ANY, share, stepsOf } from "./progress.js";
import { questionCard } from "./question.js";
import { requirementCard } from "./requirement.js";
import { reviewStep } from "./review.js";
import { taskCard } from "./task.js";
import { receivedFile } from "./upload_part.js";

const PHASES = {
  initial_collection: collecting,
  follow_up: collecting,
  under_review: resting("received"),
  terminal: resting("closed"),
};
const STEPS = { documents: documentsStep, questions: questionsStep, tasks: tasksStep, review: reviewStep };

/** The page of a case in the phase that it is in, or is as good as in once everything was sent. */
export const phasePage = (portal) => PHASES[portal.phase](portal);

function collecting(portal) {
  const { say } = portal.voice;
  const { step, portalCase } = portal;
  return page(
    portal,
    [
      h("p", { class: "kicker", key: "company" }, said(portalCase.company_name)),
      h("div", { class: "title", key: `title-${step}` }, heading(say(`title_${step}`))),
      portal.notice && notice("info", "notice", say(portal.notice)),
      stepper(portal),
      progressBar(portal),
      h("p", { class: "lead", key: "lead" }, leadOf(portal)),
      h("div", { class: "step stack", key: `step-${step}` }, STEPS[step](portal)),
      step === "review" && next(portal, "after_sending"),
    ],
    actions(portal),
  );
}

/** Our neutral words for why something more is asked come in the customer's language from the API. */
function leadOf({ voice, step, portalCase }) {
  const { say } = voice;
  if (step === "tasks" && portalCase.follow_up_reason) return said(portalCase.follow_up_reason);
  const asks = step === "documents" ? portalCase.document_requirements : [];
  const photos = asks.length > 0 && asks.every((ask) => takesPhotos(ask.accepted_formats));
  return [say(`lead_${step}`), photos && [" ", say("photo_will_do")]];
}

function stepper(portal) {
  const { say } = portal.voice;
  const one = (step, at) => {
    const items = portal.items.filter((item) => item.step === step);
    const done = items.length > 0 && items.every((item) => item.done || !item.required);
    return h(
      "li",
      { key: step },
      button(
        { class: "plain", "aria-current": step === portal.step ? "step" : null },
        () => portal.go(step),
        h("span", { class: `number-mark ${done ? "done" : ""}` }, done ? tick(say) : at + 1),
        h("span", null, say(`step_${step}`)),
      ),
    );
  };
  const steps = stepsOf(portal.items).map(one);
  return h("nav", { class: "steps", key: "steps", "aria-label": say("steps") }, h("ol", null, steps));
}

const tick = (say) => icon("good", { size: 14, title: say("step_done") });

function progressBar(portal) {
  const { say } = portal.voice;
  const { done, total } = share(portal.items);
  if (!total) return null;
  return h(
    "div",
    { class: "how-far", key: "progress" },
    h("label", { for: "progress", class: "quiet" }, say("progress", { done, total, count: done })),
    h("progress", { id: "progress", max: String(total), value: done }),
  );
}

function documentsStep(portal) {
  const items = portal.items.filter((item) => item.step === "documents");
  const formatsOf = (item) => formatWords(portal, item.spec.accepted_formats);
  const alike = new Set(items.map(formatsOf)).size === 1;
  const first = items.find((item) => item.required && !item.done);
  return [
    h("p", { class: "quiet", key: "formats" }, alike ? [formatsOf(items[0]), " "] : null, portal.voice.say("one_file")),
    h("ul", { class: "asks", key: "asks" }, items.map((item) =>
      requirementCard(portal, item, { next: item === first, formats: alike ? null : formatsOf(item) }))),
  ];
}

const formatWords = ({ voice }, formats) => voice.say("formats", { formats: voice.either(namesOf(formats)) });

function questionsStep(portal) {
  return cards(portal, "questions", questionCard);
}

function cards(portal, step, card) {
  const items = portal.items.filter((item) => item.step === step);
  return h("ul", { class: "asks", key: "asks" }, items.map((item) => card(portal, item)));
}

function tasksStep(portal) {
  const asksForFiles = portal.items.some((item) => item.step === "tasks" && item.spec.response_type === "document");
  const formats = [formatWords(portal, ANY), " ", portal.voice.say("one_file")];
  return [
    asksForFiles && h("p", { class: "quiet", key: "formats" }, formats),
    cards(portal, "tasks", taskCard),
    sentBefore(portal),
  ];
}

/** What came in earlier rounds: there, and not asked again. */
function sentBefore(portal) {
  const { say } = portal.voice;
  const sent = sentIn(portal.portalCase);
  if (!sent.length) return null;
  return h(
    "details",
    { class: "before", key: "before" },
    h("summary", null, say("sent_before", { count: sent.length })),
    sentList(portal, sent),
  );
}

/** Every file that is with the case: those of the template, and those that officers asked for. */
const sentIn = ({ document_requirements: requirements, answered_tasks: tasks }) =>
  [...requirements, ...tasks].filter((asked) => asked.uploaded_file);

const sentList = (portal, sent) =>
  h("ul", { class: "sent" }, sent.map(({ id, name, description, uploaded_file: file }) =>
    h("li", { key: id }, h("p", { class: "strong" }, said(name ?? description)), receivedFile(portal, file))));

const SAVING = {
  saved: "draft_saved", unsaved: "draft_saving", saving: "draft_saving", no_connection: "draft_no_connection",
  waiting: "draft_waiting", here_only: "draft_here_only", refused: "draft_refused",
};

/** Back and on, and whether what was written is kept. */
function actions(portal) {
  const { say } = portal.voice;
  const steps = stepsOf(portal.items);
  const at = steps.indexOf(portal.step);
  const writes = portal.step === "questions" || portal.step === "tasks";
  const saving = say(SAVING[portal.draft.state]);
  return h(
    "div",
    { class: "actions" },
    at > 0 && button({ key: "back" }, () => portal.go(steps[at - 1]), icon("previous"), say("back")),
    h("p", { class: "quiet saving", role: "status", key: "saving" }, writes && portal.wrote ? saving : null),
    portal.step === "review"
      ? sendButton(portal)
      : button({ class: "primary", key: "on" }, () => portal.go(steps[at + 1]), say("on"), icon("next")),
  );
}

function sendButton({ voice, sending, send }) {
  const turning = sending ? icon("working", { class: "turning" }) : null;
  const props = { class: "primary", key: "send", "aria-disabled": sending ? "true" : null };
  return button(props, send, turning, voice.say(sending ? "sending" : "send"));
}

/** Nothing is asked now. */
function resting(kind) {
  return (portal) => {
    const { say } = portal.voice;
    const { brand, portalCase } = portal;
    const told = portal.recorded ? "text_recorded" : `text_${kind}`;
    const sent = sentIn(portalCase);
    const name = said(brand.name);
    return page(portal, [
      h("p", { class: "kicker", key: "company" }, said(portalCase.company_name)),
      h("div", { class: "title", key: `title-${kind}` }, heading(say(`title_${kind}`))),
      portal.notice && notice("info", "notice", say(portal.notice)),
      notice(kind === "received" ? "good" : "info", "told", say(told, { brand: name })),
      kind === "received" && next(portal, "after_review"),
      sent.length > 0 && h(
        "section",
        { class: "sheet received", key: "sent", "aria-labelledby": "sent" },
        h("header", null, h("h2", { id: "sent" }, say("sent_documents"))),
        h("div", { class: "body" }, sentList(portal, sent)),
      ),
      backLink(portal, name),
    ]);
  };
}

function backLink({ voice, portalCase }, name) {
  const address = webPage(portalCase.return_url);
  if (!address) return null;
  const words = h("span", null, voice.say("return_to", { brand: name }));
  return h(
    "p",
    { key: "return" },
    h("a", { class: "button", href: address, rel: "noopener noreferrer" }, icon("previous"), words),
  );
}

/** What happens next, in order. */
function next({ voice, brand }, key) {
  const line = (at) => h("li", { key: String(at) }, voice.say(`${key}_${at}`, { brand: said(brand.name) }));
  return h(
    "section",
    { class: "next-steps", key: "next", "aria-labelledby": "next" },
    h("h2", { id: "next" }, voice.say("what_next")),
    h("ol", null, [1, 2, 3].map(line)),
  );
}
