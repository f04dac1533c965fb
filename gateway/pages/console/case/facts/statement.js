/** What one source says of a fact: the value, who says it, since when, and the bytes it was read from. */

import { h, said, visible } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { detailsText, valueText } from "../../words/facts.js";
import { showEvidence } from "../dialogs.js";

const LONG = 300; // characters

/** A list item; `statement` is of a row of `factRows`. */
export function statementItem(desk, name, statement, key) {
  const { value, details, goneBy, differs, mayDiffer, partly } = statement;
  const told = detailsText(details);
  return h("li", { key, class: "statement" },
    h("div", { class: "statement-value" },
      valueShown(valueText(name, value, desk.context.format), "strong"),
      goneBy && badge("good", "Gone by"),
      differs && badge("bad", "Differs"),
      mayDiffer && badge("warn", "May differ",
        { shape: "unknown", title: "It is written differently, and may mean the same" }),
      partly && badge("warn", "Not by all",
        { shape: "unknown", title: "Not every source that names some names this one" }),
      told && said(told, { class: "quiet small" })),
    h("div", { class: "statement-source" }, sourceOf(desk, statement), evidenceOf(desk, statement)));
}

/** A value as text; of a very long one the beginning, which opens. */
export function valueShown(text, look) {
  if (text.length <= LONG) return said(text, { class: look });
  return h("details", { class: "long-value" },
    h("summary", null, said(`${text.slice(0, LONG)} …`, { class: look })), said(text));
}

/** Who says it and when: a document opens at the words. */
export function sourceOf(desk, { source, heading, place, moment, environment, details }) {
  const page = details.page ? `, page ${details.page}` : "";
  return h("span", { class: "row tight" },
    place
      ? h("button", { type: "button", class: "link", onclick: () => desk.look(place),
        title: "Show it in the document" },
        icon("document", { size: 14 }), said(`${heading}${page}`))
      : said(heading ?? source),
    h("time", { class: "quiet small", datetime: moment, title: desk.context.format.exact(moment) },
      desk.context.format.moment(moment)),
    environment === "test" && badge("warn", "test",
      { shape: "info", title: "From a simulated source: it proves nothing" }));
}

/** The hash of the bytes, short; it opens them. A document's hash is that of the file itself. */
export function evidenceOf(desk, { hash, heading, documentId, moment }) {
  if (!hash) return h("span", { class: "quiet small" }, "Typed in: no evidence");
  return h("button", {
    type: "button", class: "link small", onclick: () => showEvidence(desk, { hash, heading, documentId, moment }),
    "aria-label": `Evidence ${shortHash(hash)} of ${visible(heading)}`, title: hash,
  }, h("span", { class: "id" }, shortHash(hash)));
}

/** `08fb9096e742`: enough to tell hashes of one case apart. */
export const shortHash = (hash) => hash.replace(/^sha256:/, "").slice(0, 12);
