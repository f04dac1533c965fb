/** What a term or a red flag rests on: findings, discrepancies and facts as links, and the bytes behind them. */

import { h, visible } from "../../../foundation/dom.js";
import { factWord } from "../../words/facts.js";
import { inWords } from "../../words/risk.js";
import { showEvidence } from "../dialogs.js";

/** `latest` is the investigation that the ids are of. Nothing where it rests on nothing that can be opened. */
export function cites(desk, latest, { cites: ids, facts, evidence }) {
  if (!ids.length && !facts.length && !evidence.length) return null;
  return h(
    "ul",
    { class: "case-cites" },
    ids.map((id) => h("li", { key: id }, link(desk, latest, id))),
    facts.length > 0 &&
      h(
        "li",
        { key: "facts" },
        facts.length > 1 ? "Facts: " : "Fact: ",
        facts.map((name, at) => [at > 0 && ", ", h("a", { href: desk.address("facts") }, factWord(name))]),
      ),
    evidence.length > 0 &&
      h(
        "li",
        { key: "evidence" },
        "Evidence: ",
        evidence.map((hash, at) => [at > 0 && ", ", evidenceLink(desk, hash)]),
      ),
  );
}

/** A hash short enough to be read, whole in its title, that opens the bytes: of a source's answer or of a document. */
export function evidenceLink(desk, hash) {
  const digest = hash.replace("sha256:", "");
  const document = desk.detail.documents.find(({ sha256 }) => sha256 === digest);
  const short = visible(digest.slice(0, 12));
  const open = () =>
    showEvidence(desk, { hash, heading: document?.filename ?? short, documentId: document?.document_id ?? null });
  return h(
    "button",
    { type: "button", class: "link", title: visible(hash), "aria-label": `Evidence ${short}`, onclick: open },
    h("code", null, short),
  );
}

function link(desk, latest, id) {
  const finding = latest.findings.find((item) => item.finding_id === id);
  if (finding) return to(desk, "risk", id, `Finding: ${inWords(finding.category)}`);
  const discrepancy = latest.discrepancies.find((item) => item.discrepancy_id === id);
  if (discrepancy) return to(desk, "discrepancies", id, `Discrepancy: ${factWord(discrepancy.field)}`);
  const flag = latest.red_flags.find((item) => item.rule_id === id);
  if (flag) return to(desk, "risk", `flag-${id}`, `Red flag: ${flag.title}`);
  return h("span", { class: "id" }, visible(id));
}

const to = (desk, section, id, words) =>
  h(
    "a",
    {
      href: desk.address(section),
      onclick: (event) => {
        event.preventDefault();
        desk.goTo(section, id);
      },
    },
    visible(words),
  );
