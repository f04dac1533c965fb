/** One document that is asked for, as a card that also takes dropped files. */

import { h, said } from "../foundation/dom.js";
import { dropArea, fileBadge, uploadPart } from "./upload_part.js";

/** `item` is of `asked()`; `next` marks the one to go on with; `formats` names the formats where they differ. */
export function requirementCard(portal, item, { next, formats }) {
  const { spec } = item;
  const about = { id: spec.id, name: spec.name, formats: spec.accepted_formats, file: item.file };
  return h(
    "li",
    {
      key: item.key, class: `sheet ask ${next ? "next" : ""} ${item.done ? "done" : ""}`, "data-home": item.key,
      ...dropArea(portal, spec.id),
    },
    h(
      "div",
      { class: "ask-head" },
      h("h2", { id: item.key, tabindex: "-1" }, said(spec.name)),
      fileBadge(portal, { ...about, required: spec.required }),
    ),
    h("p", { class: "quiet" }, said(spec.description)),
    formats && h("p", { class: "quiet small" }, formats),
    uploadPart(portal, about),
  );
}
