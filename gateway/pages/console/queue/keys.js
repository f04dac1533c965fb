/** The keys of the queue. Those that would change something open a dialog that asks. */

import { TABS } from "../words/queue.js";
import { addressOf } from "./address.js";
import { inTab } from "./tabs.js";

/**
 * The list for `context.keys.use`. `queue` has `root`, `wanted()`, `go(address)`, `neighbours()`, and what is done:
 * `onNew`, `onClaim` (null where not allowed), `onMine`, `onAssign(id)`, `onChoose(id)`.
 */
export function queueKeys(queue) {
  const links = () => [...queue.root.querySelectorAll("a.case-link")];
  const current = () => document.activeElement?.closest?.("tr[data-case]");
  const move = (by) => {
    const all = links();
    const at = all.indexOf(current()?.querySelector("a.case-link"));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
    next?.focus({ preventScroll: true });
    next?.closest("tr").scrollIntoView({ block: "nearest" });
  };
  const onRow = (then) => () => {
    const id = current()?.dataset.case;
    if (id) then(id);
  };
  const page = (way) => () => {
    const address = queue.neighbours()[way];
    if (address) queue.go(address);
  };
  return [
    { keys: "j", does: "Next case", run: () => move(1) },
    { keys: "k", does: "Case before", run: () => move(-1) },
    { keys: "o", does: "Open the case (Enter too)", run: () => current()?.querySelector("a.case-link").click() },
    { keys: "/", does: "Search", run: () => queue.root.querySelector("#queue-q")?.select() },
    { keys: "m", does: "Only my cases, or all again", run: queue.onMine },
    ...TABS.map((tab, at) => ({
      keys: String(at + 1),
      does: `Tab: ${tab.word}`,
      run: () => queue.go(addressOf(inTab(queue.wanted(), tab))),
    })),
    { keys: "]", does: "Next page", run: page("next") },
    { keys: "[", does: "Page before", run: page("previous") },
    ...(queue.onNew
      ? [
          { keys: "n", does: "New case (opens a form)", run: queue.onNew },
          { keys: "x", does: "Choose this case, or not", run: onRow(queue.onChoose) },
          { keys: "a", does: "Assign this case (asks first)", run: onRow(queue.onAssign) },
        ]
      : []),
    ...(queue.onClaim ? [{ keys: "c", does: "Claim the next case (asks first)", run: queue.onClaim }] : []),
  ];
}
