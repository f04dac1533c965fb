/** Where a link leads nowhere: what is the matter, and whom to ask. */

import { h, said } from "../foundation/dom.js";
import { contactOf } from "./brand.js";
import { heading, page } from "./page.js";
import { button } from "./parts.js";

const KINDS = { portal_not_found: "wrong", portal_expired: "expired", no_connection: "offline", no_answer: "offline" };
const BY_STATUS = { 404: "wrong", 410: "expired", 0: "offline" };

/** The page for the problem that the case could not be shown for. */
export function door(portal, problem) {
  const { say } = portal.voice;
  const kind = KINDS[problem.code] ?? BY_STATUS[problem.status] ?? "later";
  const lasting = kind === "wrong" || kind === "expired";
  return page(portal, [
    h(
      "div",
      { class: "sheet door stack", key: `door-${kind}` },
      heading(say(`door_${kind}_title`)),
      h("p", null, say(`door_${kind}_text`)),
      lasting && h("p", null, whom(portal)),
      !lasting && h("p", null, button({ class: "primary" }, portal.reload, say("try_again"))),
      kind === "later" && problem.requestId &&
        h("p", { class: "quiet small" }, say("refused_number", { number: problem.requestId })),
    ),
  ]);
}

function whom({ voice, brand }) {
  const contact = contactOf(brand);
  const name = said(brand.name);
  if (!brand.name) return voice.say("door_ask_sender");
  return contact ? voice.say("door_ask_contact", { brand: name, contact }) : voice.say("door_ask", { brand: name });
}
