/**
 * Where the keyboard is when the place where it was is no more. Browsers leave it at the top of the page, as if
 * somebody had just come; here it stays near: at the home that the page names (`data-home`, the id of an element), or
 * at the nearest heading that is left.
 */

const HEADINGS = "h1, h2, h3, h4, h5, h6";

let resting = null; // who had the focus and was disabled, as a button is while it sends

/** Who has the focus, and all that it stands in: `{element, around}`, or null for nobody. */
export function holder() {
  if (isNobodys()) return null;
  const element = document.activeElement;
  return { element, around: ancestors(element) };
}

/** Gives the focus back to whom it was taken from, or to what is nearest where they are gone. */
export function giveBack(held) {
  if (held?.element.isConnected && held.element.matches(":disabled")) resting = held;
  else if (!isNobodys()) resting = null;
  else restore(held ?? resting);
}

function restore(wanted) {
  if (!wanted || wanted.element.matches(":disabled")) return;
  resting = null;
  if (wanted.element.isConnected) take(wanted.element);
  else bringNear(wanted.around);
}

const isNobodys = () => !document.activeElement || document.activeElement === document.body;

function bringNear(around) {
  const named = around.map(({ dataset }) => dataset.home && document.getElementById(dataset.home)).find(Boolean);
  const left = around.filter((element) => element.isConnected);
  const nearest = named ?? left.map(headingIn).find(Boolean);
  if (nearest) take(nearest);
}

const headingIn = (element) =>
  [...element.querySelectorAll(HEADINGS)].find((heading) => heading.getClientRects().length > 0);

function take(element) {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.tabIndex = -1; // a heading takes the focus only once it is told that it may
  element.focus({ preventScroll: true });
}

function ancestors(element) {
  const found = [];
  for (let one = element.parentElement; one; one = one.parentElement) found.push(one);
  return found;
}
