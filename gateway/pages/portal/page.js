/** What stands around every view: the company's mark and the languages above, the notices below. */

import { h } from "../foundation/dom.js";
import { brandMark } from "./brand.js";
import { languageSwitch } from "./language.js";
import { foot } from "./notices.js";

/** The heading that a view begins with; focus goes there when the view changes. */
export const heading = (words) => h("h1", { id: "heading", tabindex: "-1" }, words);

/** The whole page around `content`. `bar` is what stays in sight below it: what is to be done next. */
export function page(portal, content, bar = null) {
  const { voice, brand, portalCase } = portal;
  const offered = portalCase?.languages ?? ["nl", "fr", "de", "en"];
  const skip = (event) => {
    event.preventDefault();
    document.getElementById("heading")?.focus();
  };
  return [
    h("a", { class: "skip", href: "#heading", onclick: skip, key: "skip" }, voice.say("skip")),
    h(
      "header",
      { class: "head", key: "head" },
      h(
        "div",
        { class: "width" },
        brandMark(brand, portal.redraw),
        languageSwitch(voice, offered, portal.chooseLanguage),
      ),
    ),
    h("main", { id: "main", class: "width", key: "main" }, content, bottom(portal, bar)),
    h("div", { class: "width", key: "foot" }, foot({ voice, brand, until: portalCase?.expires_at ?? null })),
    h("p", { class: "unseen", role: "status", key: "said" }, portal.announcement),
  ];
}

/** The connection is said here, where it is in sight whatever is shown. */
function bottom({ voice, connection }, bar) {
  return h(
    "div",
    { class: `bar ${bar || !connection.online ? "" : "empty-bar"}`, key: "bar" },
    h("p", { class: "offline", role: "status" }, connection.online ? null : voice.say("offline")),
    bar,
  );
}
