/** What a decision rests on, and what is still open when it is taken. */

import { h, said } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { MCC_ACTIONS, plural, RECOMMENDED } from "../../words/actions.js";
import { countedBySeverity, DUE_DILIGENCE } from "../../words/risk.js";
import { riskBadge } from "../../words/statuses.js";
import { unresolved } from "../unresolved.js";

/** `shown` is the case as the dialog shows it: `context`, `detail` and the parts that are there. */
export function restsOn({ detail, context: { format } }) {
  const latest = detail.investigation_results.at(-1);
  return h(
    "section",
    { class: "case-grounds", key: "grounds" },
    h("h3", null, "What it rests on"),
    h(
      "dl",
      { class: "case-pairs" },
      [
        ["Recommended", recommended(detail)],
        latest && [
          "Risk",
          h(
            "span",
            { class: "row" },
            riskBadge(latest.risk_score, format, latest.bands),
            DUE_DILIGENCE[latest.due_diligence].sentence,
          ),
        ],
        latest && [
          "Findings",
          countedBySeverity(latest.findings)
            .map(({ word, number }) => `${number} ${word.toLowerCase()}`)
            .join(", ") || "none",
        ],
        latest && [
          "Red flags",
          latest.red_flags.length
            ? h(
                "ul",
                null,
                latest.red_flags.map((flag) => h("li", { key: flag.rule_id }, said(flag.title))),
              )
            : "none",
        ],
        ["MCC", mcc(detail)],
        ["Documents", documents(detail)],
        ["Version", `${format.number(detail.version)}, round ${detail.current_iteration} of ${detail.max_iterations}`],
      ]
        .filter(Boolean)
        .map(([word, told]) => h("div", { key: word }, h("dt", null, word), h("dd", null, told))),
    ),
  );
}

function recommended({ recommended_action: action }) {
  if (!action) return "nothing yet";
  const { word, tone, shape } = RECOMMENDED[action];
  return badge(tone, word, { shape });
}

function mcc({ mcc_classification: classification, mcc_decision: taken }) {
  const code = taken?.override_mcc ?? classification?.primary_recommendation?.mcc_code;
  if (!code) return "not known";
  return taken ? `${code}, ${MCC_ACTIONS[taken.action]}` : `${code}, proposed and not confirmed`;
}

function documents({ documents: all, validation_results: results }) {
  const unreadable = results.filter(({ valid }) => !valid).length;
  const uploaded = all.filter(({ source }) => source === "customer").length;
  const lacking = unreadable ? `, of which ${unreadable} could not be read` : "";
  return `${plural(uploaded, "document")} of the customer${lacking}`;
}

/** What is still open in `shown`, and what of that is not known; `retry(part)` reads again what could not be read. */
export function openStill(shown, retry) {
  const open = unresolved(shown);
  return h(
    "section",
    { key: "open" },
    h("h3", null, "What is still open"),
    open.length
      ? h(
          "ul",
          { class: "case-open" },
          open.map(({ text, names, failed }) =>
            h(
              "li",
              { key: text },
              icon("warn"),
              h(
                "span",
                null,
                text,
                names.length > 0 &&
                  h(
                    "span",
                    { class: "quiet" },
                    ": ",
                    names.map((name, at) => [at > 0 && ", ", said(name)]),
                  ),
                failed && [
                  " ",
                  h("button", { type: "button", class: "link", onclick: () => retry(failed) }, "Try again"),
                ],
              ),
            ),
          ),
        )
      : h("p", { class: "row" }, icon("good"), "Nothing."),
  );
}

/** Who else has to agree. No rule asks for it yet: the list is empty, and nothing is shown. */
export function approvals(list = []) {
  if (!list.length) return null;
  return h(
    "section",
    { key: "approvals" },
    h("h3", null, "Who has to agree"),
    h(
      "ul",
      null,
      list.map(({ role, officer }) => h("li", { key: role }, role, officer && [": ", said(officer)])),
    ),
  );
}
