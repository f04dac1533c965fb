/** What is around every view: where one is, who one is, and whether what is shown is live. */

import { h } from "../foundation/dom.js";
import { badge, icon } from "../foundation/icons.js";
import { themeButton } from "../foundation/theme.js";
import { roleTitle } from "./words/people.js";

const CONNECTIONS = {
  connecting: { tone: "plain", shape: "waiting", word: "Connecting" },
  live: { tone: "good", shape: "good", word: "Live" },
  polling: { tone: "warn", shape: "waiting", word: "Refreshing every 10 s" },
  unreachable: { tone: "bad", shape: "bad", word: "Cannot be reached" },
};

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** The shell: `set(changes)` draws it anew, `drawInto(root, render)` is called once. */
export function shellOf(me) {
  let state = {
    path: location.pathname, connection: { state: "connecting", asOf: null }, onHelp: () => {}, onSignOut: () => {},
  };
  let draw = () => {};
  return {
    set(changes) {
      state = { ...state, ...changes };
      draw();
    },
    drawInto(root, render) {
      draw = () => render(shell(me, state, draw), root);
      draw();
    },
  };
}

/** An empty place for the next view; what stood there before is gone with its listeners. */
export function frame() {
  const main = document.getElementById("main");
  const place = document.createElement("div");
  place.className = "view";
  main.replaceChildren(place);
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
  return place;
}

function shell(me, state, redraw) {
  return [
    h(
      "header",
      { class: "top no-print" },
      h("a", { class: "brand", href: "/console/" },
        h("img", { src: "/assets/foundation/mark.svg", width: 24, height: 24, alt: "" }), h("span", null, "Casewright")),
      me.environment === "test" && badge("warn", "Test mode", {
        shape: "info", title: "Registries are simulated; every record they give is labelled `test`.",
      }),
      h("nav", { "aria-label": "Main" }, places(me).map((place) => link(place, state.path))),
      h("div", { class: "grow" }),
      connection(state.connection),
      h("span", { class: "who" }, icon("person"), h("span", null, me.name, ", ", roleTitle(me.role))),
      h("button", { type: "button", class: "plain", onclick: state.onHelp, title: "Keys (?)", "aria-label": "Keys" },
        icon("keyboard")),
      themeButton(redraw),
      h("button", { type: "button", class: "plain", onclick: state.onSignOut }, "Sign out"),
    ),
    h("main", { id: "main", tabindex: -1 }),
  ];
}

const places = (me) => [
  { href: "/console/", word: "Queue", here: (path) => path === "/console/" || path.startsWith("/console/cases/") },
  ...(me.permissions.includes("administer")
    ? [{ href: "/console/admin/", word: "Administration", here: (path) => path.startsWith("/console/admin/") }]
    : []),
];

const link = ({ href, word, here }, path) =>
  h("a", { href, "aria-current": here(path) ? "page" : null }, word);

/** How current the page is. What cannot be refreshed says from when it is, so that nobody takes it for now. */
function connection({ state, asOf }) {
  const { tone, shape, word } = CONNECTIONS[state];
  const since = state === "unreachable" ? `; as of ${clock.format(asOf)}` : "";
  return h("span", { class: "connection", role: "status" }, badge(tone, `${word}${since}`, { shape }));
}
