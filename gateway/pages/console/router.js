/** Which view an address shows. Links work as links: they can be opened in another tab, and Back goes back. */

import { fetched } from "./unloaded.js";

const ROUTES = [
  { pattern: /^\/console\/$/, view: () => import("./queue/view.js"), names: [] },
  { pattern: /^\/console\/cases\/((?:case|wf)_[0-9a-f]{12})$/, view: () => import("./case/view.js"), names: ["id"] },
  { pattern: /^\/console\/admin\/([a-z]+)?$/, view: () => import("./admin/view.js"), names: ["section"] },
  { pattern: /.*/, view: () => import("./nowhere.js"), names: [] },
];

/** Calls `show(view, params, query)` for the address now and at every change of it. Gives `{go, reload}`. */
export function router(show) {
  async function follow() {
    const path = location.pathname;
    for (const { pattern, view, names } of ROUTES) {
      const match = pattern.exec(path);
      if (!match) continue;
      const params = Object.fromEntries(names.map((name, at) => [name, match[at + 1]]));
      const module = await fetched(view());
      if (location.pathname === path) show(module, params, new URLSearchParams(location.search));
      return;
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || !url.pathname.startsWith("/console/")) return;
    if (url.pathname === location.pathname && url.search === location.search && url.hash) return;
    event.preventDefault();
    go(url.pathname + url.search);
  });
  addEventListener("popstate", follow);

  function go(address, { replace = false } = {}) {
    history[replace ? "replaceState" : "pushState"]({}, "", address);
    return follow();
  }
  return { go, reload: follow };
}
