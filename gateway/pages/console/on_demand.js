/** Code that is fetched once it is first needed: nobody waits for what they do not open. */

import { h } from "../foundation/dom.js";

/**
 * What the module that `load()` brings exports under `name`.
 * `need()` fetches it, and resolves once it is there (`it`) or could not be had (`missing`): then the next `need()` asks
 * once more. `soon()` fetches it beforehand, for whoever may open it. `shown(redraw, then)` is what `then(it)`
 * describes; until it is there, that it loads or did not come.
 */
export function onDemand(load, name) {
  let coming = null;
  let isShown = false; // and was asked for because of that
  const code = {
    it: null,
    missing: false,
    need() {
      coming ??= begin();
      return coming;
    },
    soon() {
      if (navigator.onLine) code.need();
    },
    shown(redraw, then) {
      if (code.it) return then(code.it);
      if (code.missing && isShown) return notCome();
      isShown = true;
      code.need().then(redraw);
      return h("p", { class: "waits case-loads", key: "loads", role: "status" }, "Loading …");
    },
  };
  function begin() {
    code.missing = false;
    return load().then(take).catch(miss);
  }
  function take(module) {
    if (!module[name]) throw new ReferenceError(`there is no ${name}`);
    code.it = module[name];
  }
  /** What could not be fetched is a TypeError, and no defect; it is told to whoever asked. */
  function miss(error) {
    console[error instanceof TypeError ? "info" : "error"](error);
    coming = null;
    code.missing = true;
  }
  return code;
}

/** Most browsers fetch what failed once only when the page is loaded anew. */
const notCome = () =>
  h("div", { class: "sheet empty", key: "missing", role: "alert" },
    h("h3", null, "This part could not be loaded"),
    h("p", null, "You are not connected, or Casewright was updated meanwhile. What you began to write is kept."),
    h("button", { type: "button", class: "primary", onclick: () => location.reload() }, "Try again"));
