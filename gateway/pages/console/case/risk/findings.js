/** The findings of an investigation, the gravest first. */

import { h, said } from "../../../foundation/dom.js";
import { icon } from "../../../foundation/icons.js";
import { webPage } from "../../../foundation/web_page.js";
import { factWord } from "../../words/facts.js";
import { byGravity, countedBySeverity, inWords, severityBadge } from "../../words/risk.js";
import { block } from "../parts_shown.js";
import { evidenceLink } from "./cites.js";

export function findingsBlock(desk, latest) {
  const sorted = [...latest.findings].sort(byGravity);
  const counts = countedBySeverity(sorted)
    .map(({ word, number }) => `${number} ${word.toLowerCase()}`)
    .join(", ");
  return block(
    `Findings (${sorted.length})`,
    h("span", { class: "quiet" }, counts),
    sorted.length
      ? h(
          "ul",
          { class: "case-findings" },
          sorted.map((finding) => one(desk, finding)),
        )
      : h("p", { class: "row" }, icon("good"), "Nothing was found that speaks against the company."),
  );
}

/** Where what a finding rests on is shown, and judged. */
const sectionOf = ({ fact }) => (fact === "screening_match" ? "screening" : "facts");

function one(desk, finding) {
  const requirement = desk.detail.document_requirements.find(({ id }) => id === finding.requirement_id);
  return h(
    "li",
    { key: finding.finding_id, id: finding.finding_id },
    h("p", { class: "row" }, severityBadge(finding.severity), h("strong", null, inWords(finding.category))),
    h("p", null, said(finding.description)),
    h(
      "p",
      { class: "quiet row" },
      said(finding.source),
      finding.fact && h("a", { href: desk.address(sectionOf(finding)) }, factWord(finding.fact)),
      requirement && h("span", null, "about: ", said(requirement.name)),
      finding.evidence_hash && h("span", null, "evidence ", evidenceLink(desk, finding.evidence_hash)),
      webPage(finding.deep_link) &&
        h("a", { href: webPage(finding.deep_link), target: "_blank", rel: "noreferrer" }, "Look it up"),
      desk.can.write &&
        h(
          "a",
          {
            class: "no-print",
            href: desk.address("notes"),
            onclick: () => {
              desk.notesDraft.about = finding.finding_id;
            },
          },
          "Add a note",
        ),
    ),
  );
}
