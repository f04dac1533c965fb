/** Findings and risk: the score opened to its terms, the dimensions, the red flags, and every finding. */

import { h, said } from "../../../foundation/dom.js";
import { badge } from "../../../foundation/icons.js";
import { sparkline } from "../../queue/sparkline.js";
import { DUE_DILIGENCE, DIMENSIONS, byGravity, severityBadge } from "../../words/risk.js";
import { riskBadge, riskBand, riskChange, scoreWords } from "../../words/statuses.js";
import { block, emptySection } from "../parts_shown.js";
import { allScores } from "../scores.js";
import { cites } from "./cites.js";
import { findingsBlock } from "./findings.js";
import { termsTable } from "./terms.js";

export function riskSection(desk) {
  const latest = desk.detail.investigation_results.at(-1);
  if (!latest) {
    return emptySection(
      "Nothing was assessed yet",
      "Once the customer has submitted, the documents are read and compared with the registries. What is found, and " +
        "the risk that follows from it, come here.",
    );
  }
  return [score(desk, latest), flags(desk, latest), findingsBlock(desk, latest), terms(desk, latest), rounds(desk)];
}

const assessed = ({ risk_score: score, bands }, format) => riskBadge(score, format, bands);
const earlier = ({ earlier_scores: scores, bands }, format) => scores.map((one) => scoreWords(one, format, bands));

function score(desk, latest) {
  const { format } = desk.context;
  const scores = allScores(desk.detail);
  const change = riskChange(scores, format);
  const { sentence, tone, shape } = DUE_DILIGENCE[latest.due_diligence];
  return block(
    "Risk",
    change && [sparkline(scores, format), h("span", { class: "quiet" }, change.word)],
    h("p", { class: "row case-score" }, assessed(latest, format), badge(tone, sentence, { shape })),
    h("p", null, said(latest.summary)),
    h(
      "table",
      { class: "case-dimensions" },
      h("caption", { class: "unseen" }, "The five dimensions of the risk"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          h("th", { scope: "col" }, "Dimension"),
          h("th", { scope: "col" }, h("span", { class: "unseen" }, "As a bar")),
          h("th", { scope: "col", class: "number" }, "Score"),
          h("th", { scope: "col", class: "number" }, "Weight"),
          h("th", { scope: "col", class: "number" }, "Adds"),
        ),
      ),
      h(
        "tbody",
        null,
        latest.dimensions.map((dimension) => dimensionRow(dimension, latest.bands, format)),
      ),
    ),
    h(
      "p",
      { class: "hint" },
      "Rules: ",
      h("span", { class: "id" }, said(latest.rule_set)),
      ` · assessed ${format.moment(latest.completed_at)}`,
      latest.judgements > 0 && ` · takes ${latest.judgements} of the officers’ judgements into account`,
    ),
  );
}

const BARS = { bad: "bad", warn: "warn" }; // tones of a band that colour a bar

function dimensionRow({ name, score: value, weight }, bands, format) {
  return h(
    "tr",
    { key: name },
    h("th", { scope: "row" }, DIMENSIONS[name]),
    h(
      "td",
      { class: "case-bar-cell" },
      h(
        "div",
        { class: `case-bar ${BARS[riskBand(value, bands).tone] ?? ""}` },
        h("span", { style: { "inline-size": `${Math.round(value * 100)}%` } }),
      ),
    ),
    h("td", { class: "number" }, scoreWords(value, format, bands)),
    h("td", { class: "number" }, format.share(weight)),
    h("td", { class: "number" }, format.score(value * weight)),
  );
}

function flags(desk, latest) {
  const sorted = [...latest.red_flags].sort(byGravity);
  if (!sorted.length) return null;
  return block(
    `Red flags (${sorted.length})`,
    null,
    h(
      "ul",
      { class: "case-flags" },
      sorted.map((flag) => {
        const diligence = DUE_DILIGENCE[flag.due_diligence];
        return h(
          "li",
          { key: flag.rule_id, id: `flag-${flag.rule_id}` },
          h(
            "p",
            { class: "row" },
            severityBadge(flag.severity),
            h("strong", null, said(flag.title)),
            flag.due_diligence !== "standard" && badge(diligence.tone, diligence.sentence, { shape: diligence.shape }),
          ),
          h("p", null, said(flag.explanation)),
          h("p", { class: "quiet" }, `${DIMENSIONS[flag.dimension]} · Basis: `, said(flag.legal_basis)),
          cites(desk, latest, flag),
        );
      }),
    ),
  );
}

function terms(desk, latest) {
  return block(
    "How the score comes about",
    null,
    h("p", null, "The score is the sum of these terms. Each says why it is there and what it rests on."),
    termsTable(desk, latest),
  );
}

function rounds(desk) {
  const results = desk.detail.investigation_results;
  if (results.length < 2 && !results[0].earlier_scores.length) return null;
  const { format } = desk.context;
  return block(
    "Round by round",
    null,
    h(
      "table",
      null,
      h("caption", { class: "unseen" }, "The risk after each round"),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          ["Round", "Assessed", "Before judgements", "Risk", "Findings"].map((word) =>
            h("th", { scope: "col", key: word }, word),
          ),
        ),
      ),
      h(
        "tbody",
        null,
        results.map((result) =>
          h(
            "tr",
            { key: `${result.iteration} ${result.completed_at}` },
            h("th", { scope: "row" }, result.iteration),
            h("td", null, format.moment(result.completed_at)),
            h("td", null, earlier(result, format).join(" → ") || "–"),
            h("td", null, assessed(result, format)),
            h("td", null, result.findings.length),
          ),
        ),
      ),
    ),
  );
}
