/** All keys that work on the view that is open, and the switch that turns them off. */

import { openDialog } from "../foundation/dialog.js";
import { h } from "../foundation/dom.js";

export function helpDialog(keys) {
  const dialog = openDialog({
    title: "Keys",
    content: (close) =>
      h("div", { class: "form" },
        h("div", { class: "body", tabindex: 0, role: "region", "aria-label": "Keys and what they do" },
          workSwitch(keys, () => dialog.update()),
          h("table", null,
            h("thead", null,
              h("tr", null, h("th", { scope: "col" }, "Key"), h("th", { scope: "col" }, "What it does"))),
            h("tbody", null, keys.all().map(row)),
          ),
          h("p", { class: "hint" }, "Keys move and open things. Whatever changes a case asks first."),
        ),
        h("footer", null, h("button", { type: "button", class: "primary", onclick: () => close() }, "Close")),
      ),
  });
}

/** For whoever dictates, or presses keys without meaning to: this dialog is opened by its button as well. */
function workSwitch(keys, redraw) {
  const switched = (event) => {
    keys.setWork(event.target.checked);
    redraw();
  };
  return [
    h("label", { class: "choice" },
      h("input", {
        type: "checkbox", checked: keys.work(), onchange: switched, "aria-describedby": "keys-work",
      }),
      h("span", null, "These keys work")),
    h("p", { id: "keys-work", class: "hint", role: "status" },
      keys.work() ? "Kept in this browser." : "They are off in this browser. The button “Keys” opens this again."),
  ];
}

const row = ({ keys, does }) => h("tr", { key: keys }, h("td", null, pressed(keys)), h("td", null, does));
const pressed = (keys) => keys.split(" ").map((key, at) => [at > 0 && " then ", h("kbd", null, key)]);
