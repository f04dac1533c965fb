/** What stands there before anybody is known: the question for an officer's key, or why it cannot be asked now. */

import { h, render } from "../foundation/dom.js";
import { icon } from "../foundation/icons.js";
import { problemWords } from "./words/problems.js";

/** Shows the question in `root` and calls `then` with a key that was given. */
export function askForKey(root, then) {
  document.title = "Sign in · Casewright";
  const given = (event) => {
    event.preventDefault();
    then(new FormData(event.target).get("key"));
  };
  alone(
    root,
    "ask",
    h("form", { class: "sheet", onsubmit: given },
      h("div", { class: "body stack" },
        heading(),
        h("p", null, "Sign in with your officer's key. It stays in this browser until you close its tabs."),
        h("div", { class: "field" },
          h("label", { for: "key" }, "Key"),
          h("input", {
            id: "key", name: "key", type: "password", required: true, autocomplete: "off", spellcheck: "false",
          })),
        h("button", { class: "primary", type: "submit" }, "Sign in"),
        h("p", { class: "hint" },
          "On your own machine `make run` prints an address that signs you in, and the keys of all roles."),
      ),
    ),
  );
  document.getElementById("key").focus();
}

/** Shows that the console could not be begun, and calls `again` when it shall be tried once more. */
export function tellTrouble(root, problem, again) {
  document.title = "Not reached · Casewright";
  const number = problem.requestId ? ` (request ${problem.requestId})` : "";
  alone(
    root,
    "trouble",
    h("div", { class: "sheet" },
      h("div", { class: "body stack", role: "alert" },
        heading(),
        h("h2", null, problem.passing ? "The server cannot be reached" : "The console could not be opened"),
        problem.status !== 0 && h("p", null, `${problemWords(problem)}${number}`),
        h("p", null, "You are still signed in, and nothing is lost. ",
          problem.status === 0 ? "See whether you are connected, and try again." : "Try again in a moment."),
        h("button", { class: "primary", type: "button", onclick: again, ref: (button) => button.focus() }, "Try again"),
      ),
    ),
  );
}

const heading = () => h("h1", null, icon("shield", { size: 24 }), " Casewright");

const alone = (root, key, content) =>
  render(h("main", { key, id: "main", class: "sign-in", tabindex: -1 }, content), root);
