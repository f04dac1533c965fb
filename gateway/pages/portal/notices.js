/** The foot of every page: what is done with what the customer gives, how software is used, and whom to ask. */

import { h, said } from "../foundation/dom.js";
import { webPage } from "../foundation/web_page.js";
import { contactOf } from "./brand.js";

/** `until` is when the link ends, where that is known. */
export function foot({ voice, brand, until = null }) {
  if (!brand.name) return null; // as long as nobody knows who asks, nothing can be promised in their name
  const { say, format } = voice;
  const name = said(brand.name);
  const contact = contactOf(brand);
  return h(
    "footer",
    { class: "foot" },
    unfolding(
      say("data_title"),
      [say("data_what"), say("data_why"), say("data_who", { brand: name }), privacyLink(say, brand)],
    ),
    unfolding(say("software_title"), [say("software_what"), say("software_people", { brand: name })]),
    h(
      "p",
      { class: "quiet" },
      contact ? say("ask_contact", { brand: name, contact }) : say("ask_brand", { brand: name }),
      until && [" ", say("link_until", { day: format.day(until) })],
    ),
  );
}

const unfolding = (title, paragraphs) =>
  h(
    "details",
    { key: title },
    h("summary", null, title),
    h("div", { class: "body" }, paragraphs.filter(Boolean).map((text) => h("p", null, text))),
  );

function privacyLink(say, brand) {
  const address = webPage(brand.privacy_url);
  if (!address) return null;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, say("data_more"));
}
