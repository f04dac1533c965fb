/** The merchant category: what is recommended, what speaks for it, what else it may be, and what an officer decides. */

import { h, said } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { MCC_ACTIONS } from "../../words/actions.js";
import { actorName } from "../../words/events.js";
import { factWord } from "../../words/facts.js";
import { inWords, TIERS } from "../../words/risk.js";
import { mccDialog, reclassifyDialog } from "../dialogs.js";
import { block, emptySection } from "../parts_shown.js";
import { evidenceLink } from "../risk/cites.js";

const UNDER_REVIEW = new Set(["REVIEW_PENDING", "ESCALATED"]);

export function mccSection(desk) {
  const { mcc_classification: classification } = desk.detail;
  if (!classification) {
    return emptySection(
      "Not classified yet",
      "Once the customer has submitted, a merchant category (ISO 18245) is proposed from the answers, the registered " +
        "activities and the website.",
    );
  }
  return [recommendation(desk, classification), alternatives(desk, classification), reasons(desk, classification)];
}

function recommendation(desk, classification) {
  const { format } = desk.context;
  const {
    primary_recommendation: code,
    confidence,
    risk_tier: tier,
    risk_flags: risks,
    notes,
    method,
  } = classification;
  const { word, tone, shape } = TIERS[tier];
  return block(
    "Recommended category",
    null,
    h(
      "p",
      { class: "case-mcc" },
      code
        ? [h("strong", null, code.mcc_code), " ", said(code.description)]
        : h("strong", null, "None: too little is known of the business"),
    ),
    h(
      "p",
      { class: "row" },
      code && h("span", null, `Confidence ${format.share(confidence)}`),
      badge(tone, word, { shape }),
      risks.map((risk, at) => badge("warn", said(inWords(risk)), { shape: "warn", key: at })),
      h("span", { class: "quiet" }, method === "llm" ? "proposed by a language model" : "proposed by rules"),
    ),
    notes.map((note, at) => h("p", { key: `note ${at}`, class: "quiet" }, said(note))),
    decisionTaken(desk),
    buttons(desk, code),
  );
}

function decisionTaken(desk) {
  const { mcc_decision: taken } = desk.detail;
  if (!taken)
    return h(
      "p",
      { class: "row" },
      badge("warn", "Not decided", { shape: "waiting" }),
      "An officer confirms the category.",
    );
  const { format, officers } = desk.context;
  return h(
    "div",
    null,
    h(
      "p",
      { class: "row" },
      badge(taken.action === "reject" ? "bad" : "good", inWords(MCC_ACTIONS[taken.action])),
      taken.override_mcc && h("strong", null, taken.override_mcc),
      h("span", null, "by ", actorName(taken.actor, officers)),
      h(
        "time",
        { class: "quiet", datetime: taken.decided_at, title: format.exact(taken.decided_at) },
        format.moment(taken.decided_at),
      ),
    ),
    taken.notes && h("p", null, said(taken.notes)),
  );
}

function buttons(desk, code) {
  const { status } = desk.detail;
  if (!desk.can.write || !UNDER_REVIEW.has(status)) return null;
  const ask = (action, preset) => () => mccDialog(desk, action, preset);
  return h(
    "p",
    { class: "row no-print" },
    code &&
      h(
        "button",
        { type: "button", class: "primary", key: "accept", onclick: ask("accept") },
        icon("good"),
        `Accept ${code.mcc_code}`,
      ),
    h("button", { type: "button", key: "override", onclick: ask("override") }, icon("edit"), "Choose another code"),
    code &&
      h("button", { type: "button", class: "danger", key: "reject", onclick: ask("reject") }, icon("bad"), "Reject"),
    status === "REVIEW_PENDING" &&
      h(
        "button",
        { type: "button", key: "again", onclick: () => reclassifyDialog(desk) },
        icon("working"),
        "Classify again",
      ),
  );
}

function alternatives(desk, { alternatives: codes }) {
  if (!codes.length) return null;
  const { format } = desk.context;
  const may = desk.can.write && UNDER_REVIEW.has(desk.detail.status);
  return block(
    "It may also be",
    null,
    h(
      "table",
      null,
      h("caption", { class: "unseen" }, "Other categories, the likeliest first"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("th", { scope: "col", class: "whole" }, "Code"),
          h("th", { scope: "col" }, "Category"),
          h("th", { scope: "col", class: "number" }, "Score"),
          may && h("th", { scope: "col" }, h("span", { class: "unseen" }, "Take it instead")),
        ),
      ),
      h(
        "tbody",
        null,
        codes.map((code) =>
          h(
            "tr",
            { key: code.mcc_code },
            h("th", { scope: "row", class: "whole" }, code.mcc_code),
            h("td", null, said(code.description)),
            h("td", { class: "number" }, format.score(code.score)),
            may &&
              h(
                "td",
                { class: "number" },
                h(
                  "button",
                  {
                    type: "button",
                    class: "link",
                    onclick: () => mccDialog(desk, "override", code),
                    "aria-label": `Take ${code.mcc_code} instead`,
                  },
                  "Take this",
                ),
              ),
          ),
        ),
      ),
    ),
  );
}

const CITED = {
  officer_notes: "Officer’s notes",
  website_title: "Title of the website",
  website_text: "Text of the website",
  activity_code: "Registered activity",
  company_name: "Company name",
};

function reasons(desk, { reasons: words, citations }) {
  const questions = new Map(desk.detail.questions.map(({ id, text }) => [id, text]));
  const where = (source) => CITED[source] ?? questions.get(source) ?? factWord(source);
  if (!words.length && !citations.length) return null;
  return block(
    "What speaks for it",
    null,
    citations.length > 0 &&
      h(
        "ul",
        { class: "case-quotes" },
        citations.map((cited, at) =>
          h(
            "li",
            { key: at },
            h("q", null, said(cited.quote)),
            " ",
            h(
              "span",
              { class: "quiet" },
              said(where(cited.source)),
              ` → ${cited.mcc_code}`,
              cited.evidence_hash && [" · evidence ", evidenceLink(desk, cited.evidence_hash)],
            ),
          ),
        ),
      ),
    words.length > 0 &&
      h(
        "details",
        null,
        h("summary", null, `All ${words.length} reasons, also for the other categories`),
        h(
          "ul",
          { class: "case-signals" },
          words.map((reason, at) => h("li", { key: at }, said(reason))),
        ),
      ),
  );
}
