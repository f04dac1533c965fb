/** The view of an address whose code could not be fetched: the connection was lost, or the server is being changed. */

import { h, render } from "../foundation/dom.js";

/**
 * The module that `coming` brings, or this one where it cannot be fetched: browsers say so with a TypeError. Whatever
 * else is wrong with it is thrown.
 */
export const fetched = (coming) =>
  coming.catch((error) => {
    if (!(error instanceof TypeError)) throw error;
    return { show };
  });

function show(root, { title }) {
  title("Not loaded");
  render(
    h("div", { class: "sheet empty", role: "alert" },
      h("h1", null, "This page could not be loaded"),
      h("p", null, "You are not connected, or Casewright was updated meanwhile. What you began to write is kept."),
      h("button", { type: "button", class: "primary", onclick: () => location.reload() }, "Try again"),
    ),
    root,
  );
  return {};
}
