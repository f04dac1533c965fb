/** Which dialog lies on top: all under it is out of reach, so what must be heard and pressed has to lie in it. */

const layers = [];
const listeners = new Set();
const tell = () => listeners.forEach((listener) => listener(topmost()));

/** The dialog on top, or null. */
export const topmost = () => layers.at(-1) ?? null;

/** Calls `then(dialog or null)` whenever another one is on top. */
export const whenTopChanges = (then) => listeners.add(then);

export function laid(dialog) {
  layers.push(dialog);
  tell();
}

export function lifted(dialog) {
  layers.splice(layers.indexOf(dialog), 1);
  tell();
}
