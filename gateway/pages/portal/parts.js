/** What several views are made of: a notice, a button. */

import { h } from "../foundation/dom.js";
import { icon } from "../foundation/icons.js";

/** A remark that stands out, with the shape of its tone: `good`, `info`, `warn` or `bad`. */
export const notice = (tone, key, ...words) =>
  h("div", { class: `notice ${tone}`, key }, icon(tone), h("p", null, words));

/** A button that does `onclick`; `props` may name its class and key. */
export const button = (props, onclick, ...content) => h("button", { type: "button", ...props, onclick }, content);
