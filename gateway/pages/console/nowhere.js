/** The view of an address that leads nowhere. */

import { h, render } from "../foundation/dom.js";

export const title = "Not found";

export function show(root) {
  render(
    h("div", { class: "sheet empty" },
      h("h1", null, "There is no such page"),
      h("p", null, "The address may have been cut short when it was copied."),
      h("a", { class: "button primary", href: "/console/" }, "To the queue"),
    ),
    root,
  );
  return {};
}
