/** The case at a glance: the brief, what is still open, what only a person can look up, and what was decided so far. */

import { h, said } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { DECISIONS, RECOMMENDED } from "../../words/actions.js";
import { actorName, withNames } from "../../words/events.js";
import { TRENDS } from "../../words/risk.js";
import { block, haveSettled, loadingNote, whenThere } from "../parts_shown.js";
import { unresolved } from "../unresolved.js";
import { lookUps } from "./look_ups.js";

export function overview(desk) {
  if (!haveSettled(desk, ["brief", "profile", "features"])) return loadingNote();
  return [briefing(desk), openThings(desk), lookUps(desk), decisionsTaken(desk), company(desk)];
}

function briefing(desk) {
  return block(
    "Brief",
    null,
    whenThere(desk, ["brief"], () => {
      const { summary, risk_trend: trend, key_signals: signals, recommended_action: recommended } = desk.brief;
      const moved = desk.brief.risk_scores.length > 1;
      const { word, tone, shape } = RECOMMENDED[recommended];
      return h(
        "div",
        { class: "stack", key: "brief" },
        h("p", null, said(withNames(summary, desk.context.officers))),
        desk.detail.recommended_action &&
          h(
            "p",
            { class: "row", key: "recommended" },
            h("span", { class: "strong" }, desk.detail.waits_for === null ? "Was recommended:" : "Recommended:"),
            badge(tone, word, { shape }),
            moved && [
              h("span", { class: "quiet" }, "Risk:"),
              badge(TRENDS[trend].tone, TRENDS[trend].word, { shape: TRENDS[trend].shape }),
            ],
          ),
        signals.length > 0 &&
          h(
            "ul",
            { class: "case-signals" },
            signals.map((signal, at) => h("li", { key: at }, said(signal))),
          ),
        h("p", { class: "hint" }, "Written by rules from what was found. A person decides."),
      );
    }),
  );
}

function openThings(desk) {
  const open = unresolved(desk);
  const closed = desk.detail.waits_for === null;
  if (closed && !open.length) return null;
  return block(
    closed ? "Left open" : "Still open",
    null,
    open.length
      ? h(
          "ul",
          { class: "case-open" },
          open.map(({ text, names, section }) =>
            h(
              "li",
              { key: text },
              icon("warn"),
              h("a", { href: desk.address(section) }, text),
              names.length > 0 &&
                h(
                  "span",
                  { class: "quiet" },
                  " ",
                  names.map((name, at) => [at > 0 && ", ", said(name)]),
                ),
            ),
          ),
        )
      : h(
          "p",
          { class: "row" },
          icon("good"),
          "Nothing: what was found is settled.",
        ),
  );
}

function decisionsTaken(desk) {
  const { decisions } = desk.detail;
  if (!decisions.length) return null;
  const { format, officers } = desk.context;
  return block(
    "Decisions",
    null,
    h(
      "ol",
      { class: "case-decisions" },
      decisions.map((taken, at) => {
        const { word, tone, shape } = DECISIONS[taken.decision];
        return h(
          "li",
          { key: at },
          h(
            "p",
            { class: "row" },
            badge(tone, word, { shape }),
            h("span", null, "by ", actorName(taken.actor, officers)),
            h(
              "time",
              { class: "quiet", datetime: taken.decided_at, title: format.exact(taken.decided_at) },
              format.moment(taken.decided_at),
            ),
            taken.recommended_action &&
              taken.recommended_action !== taken.decision &&
              h(
                "span",
                { class: "quiet" },
                `recommended was: ${RECOMMENDED[taken.recommended_action].word.toLowerCase()}`,
              ),
          ),
          taken.reason && h("p", null, said(taken.reason)),
        );
      }),
    ),
  );
}

function company(desk) {
  const {
    detail,
    context: { format },
  } = desk;
  const rows = [
    ["Company", said(detail.company_name)],
    ["Kind of case", said(detail.template_name)],
    ["Website", detail.website_url ? said(detail.website_url) : "not given"],
    ["Opened", format.moment(detail.created_at)],
    ["Case", h("span", { class: "id" }, detail.case_id)],
    ["Version", format.number(detail.version)],
    ...Object.entries(detail.additional_data).map(([name, value]) => [
      said(name),
      said(typeof value === "string" ? value : JSON.stringify(value)),
    ]),
  ];
  return block(
    "As it was opened",
    null,
    h(
      "dl",
      { class: "case-pairs" },
      rows.map(([word, told], at) => h("div", { key: at }, h("dt", null, word), h("dd", null, told))),
    ),
  );
}
