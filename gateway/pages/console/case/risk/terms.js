/** The terms of the risk score: how much each adds, why, and what it rests on. */

import { h, said } from "../../../foundation/dom.js";
import { DIMENSIONS, inWords } from "../../words/risk.js";
import { cites } from "./cites.js";

/** A policy lets no dimension hide behind the others: this term lifts the whole score to a share of the worst. */
const FLOOR = "worst_dimension";

export function termsTable(desk, latest) {
  const adding = latest.risk_terms.filter(({ points }) => points > 0);
  const rest = latest.risk_terms.filter(({ points }) => points === 0);
  return [
    table(desk, latest, adding, "Terms that add to the score", true),
    rest.length > 0 &&
      h(
        "details",
        { key: "rest" },
        h("summary", null, `${rest.length} more ${rest.length === 1 ? "adds" : "add"} nothing`),
        table(desk, latest, rest, "Terms that add nothing", false),
      ),
  ];
}

function table(desk, latest, terms, caption, summed) {
  return h(
    "div",
    { class: "scrolls", key: caption },
    h(
      "table",
      { class: "case-terms" },
      h("caption", { class: "unseen" }, caption),
      h(
        "thead",
        null,
        h("tr", null, h("th", { scope: "col", class: "number" }, "Adds"), h("th", { scope: "col" }, "Why")),
      ),
      h(
        "tbody",
        null,
        terms.map((term, at) =>
          h(
            "tr",
            { key: at },
            h("td", { class: "number strong" }, points(term.points)),
            h(
              "td",
              null,
              h(
                "p",
                null,
                h("strong", null, term.name === FLOOR ? "Floor of the worst dimension" : inWords(term.name)),
                h(
                  "span",
                  { class: "quiet" },
                  term.dimension ? ` · ${DIMENSIONS[term.dimension]}` : " · lifts the whole score",
                ),
              ),
              h("p", null, said(term.explanation)),
              cites(desk, latest, term),
            ),
          ),
        ),
      ),
      summed &&
        h(
          "tfoot",
          null,
          h(
            "tr",
            null,
            h("td", { class: "number strong" }, points(latest.risk_score)),
            h("th", { scope: "row" }, "The risk score"),
          ),
        ),
    ),
  );
}

/** Terms are whole ten-thousandths: shown as they are, so that they can be added up by hand. */
const exact = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 4 });
const points = (value) => exact.format(value);
