/**
 * What a browser keeps for the page. Where it keeps nothing (a private window, a full disk, storage switched off), the
 * page works all the same and forgets on reload.
 */

/** One thing that is kept, as JSON: `{read() → value or null, write(value), forget()}`. `store` gives where. */
const memory = (store) => (name) => ({
  read: () => attempt(() => JSON.parse(store().getItem(name) ?? "null")),
  write: (value) => attempt(() => store().setItem(name, JSON.stringify(value))),
  forget: () => attempt(() => store().removeItem(name)),
});

/** Kept until it is forgotten. */
export const keptInBrowser = memory(() => localStorage);
/** Kept for as long as the tab lives, and seen by no other. */
export const keptInTab = memory(() => sessionStorage);
/** The names of what is kept in the tab that begin so. */
export const namesInTab = (beginning) =>
  attempt(() => Object.keys(sessionStorage).filter((name) => name.startsWith(beginning))) ?? [];

function attempt(action) {
  try {
    return action() ?? null;
  } catch (error) {
    console.info("this browser keeps nothing for the page", error.name);
    return null;
  }
}
