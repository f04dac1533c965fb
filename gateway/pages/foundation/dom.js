/**
 * What a page looks like, as plain objects, and how they become elements.
 *
 * Everything is made with `createElement` and text nodes, never from a string of HTML: whatever a customer or a registry
 * wrote stays text. Rendering again changes only what differs, so focus, scroll position and half-typed input survive.
 */

import { giveBack, holder } from "./focus.js";

const SVG = "http://www.w3.org/2000/svg";
const OPEN = Symbol("what an element was last rendered from");

/**
 * Describes an element. `props` are attributes, but for
 * - `key`: tells siblings apart when they move; within one parent each key once;
 * - `ref`: called with the element once it is in the page;
 * - `on…`: a listener, such as `onclick`;
 * - `style`: an object of CSS properties, custom ones included;
 * - `value`, `checked`, `open`, `indeterminate`, `disabled` …: properties, set only when what is described changes, so
 *   that a page that is rendered while somebody types takes nothing from them.
 * Children are descriptions, text, numbers, lists of them; null, false and undefined stand for nothing. Each description is
 * one element: to show the same twice, describe it twice.
 */
export function h(type, props, ...children) {
  const { key, ...rest } = props ?? {};
  return { type, key, props: rest, children: flat(children) };
}

/** Makes the content of `parent` what is described. Who has the focus keeps it; if they go, what is near gets it. */
export function render(description, parent) {
  const wanted = flat([description]);
  const held = holder();
  patchChildren(parent, parent[OPEN] ?? adopt(parent), wanted);
  parent[OPEN] = wanted;
  giveBack(held);
}

function adopt(parent) {
  parent.replaceChildren();
  return [];
}

function flat(children) {
  const found = [];
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === true) continue;
    if (Array.isArray(child)) found.push(...flat(child));
    else found.push(typeof child === "object" ? child : { text: String(child) });
  }
  return found;
}

function create(described, parent) {
  if (described.text !== undefined) {
    described.node = document.createTextNode(described.text);
    return described.node;
  }
  const namespace = described.type === "svg" ? SVG : parent.namespaceURI;
  const inside = parent.localName === "foreignObject" ? "http://www.w3.org/1999/xhtml" : namespace;
  const node = document.createElementNS(inside, described.type);
  described.node = node;
  // Children first: a select takes its value only when the option is there.
  for (const child of described.children) node.append(create(child, node));
  for (const [name, value] of Object.entries(described.props)) setProp(node, name, value, undefined);
  return node;
}

function patch(known, described) {
  const node = known.node;
  described.node = node;
  if (described.text !== undefined) {
    if (known.text !== described.text) node.data = described.text;
    return;
  }
  patchChildren(node, known.children, described.children);
  for (const name of Object.keys(known.props)) {
    if (!(name in described.props)) setProp(node, name, undefined, known.props[name]);
  }
  for (const [name, value] of Object.entries(described.props)) {
    if (value !== known.props[name]) setProp(node, name, value, known.props[name]);
  }
}

function patchChildren(parent, known, wanted) {
  const keyed = new Map();
  const unkeyed = [];
  for (const child of known) {
    if (child.key === undefined) unkeyed.push(child);
    else keyed.set(child.key, child);
  }
  const kept = new Set();
  const fresh = [];
  for (const child of wanted) {
    const before = child.key === undefined ? takeAlike(unkeyed, child) : keyed.get(child.key);
    if (before && sort(before) === sort(child) && !kept.has(before)) {
      kept.add(before);
      patch(before, child);
    } else {
      create(child, parent);
      fresh.push(child);
    }
  }
  for (const child of known) if (!kept.has(child)) child.node.remove();
  place(parent, wanted);
  for (const child of fresh) tell(child);
}

/** The first that is left of the same sort, but none that comes after another sort: order is what tells them apart. */
function takeAlike(unkeyed, child) {
  const at = unkeyed.findIndex((candidate) => sort(candidate) === sort(child));
  return at < 0 ? undefined : unkeyed.splice(at, 1)[0];
}

const sort = (described) => (described.text === undefined ? described.type : "#text");

/** Puts the nodes in order, moving only those that stand elsewhere. */
function place(parent, wanted) {
  let next = parent.firstChild;
  for (const { node } of wanted) {
    if (node === next) next = next.nextSibling;
    else put(parent, node, next);
  }
}

/** Where browsers can, an element is moved with all that it holds: focus, scroll position, what plays in it. */
function put(parent, node, next) {
  if (parent.moveBefore && node.parentNode === parent && parent.isConnected) parent.moveBefore(node, next);
  else parent.insertBefore(node, next);
}

/** Calls the refs of what is new, the innermost first, once it is connected. */
function tell(described) {
  if (described.text !== undefined) return;
  if (!described.node.isConnected) {
    queueMicrotask(() => described.node.isConnected && tell(described));
    return;
  }
  for (const child of described.children) tell(child);
  described.props.ref?.(described.node);
}

const PROPERTIES = new Set(["value", "checked", "indeterminate", "selected", "disabled", "open", "hidden", "muted"]);

function setProp(node, name, value, before) {
  if (name === "ref") return;
  if (name === "style") setStyle(node, value ?? {}, before ?? {});
  else if (name.startsWith("on")) node[name] = value ?? null;
  else if (PROPERTIES.has(name) && name in node) node[name] = value ?? (name === "value" ? "" : false);
  else if (value === null || value === undefined) node.removeAttribute(name);
  else if (typeof value === "boolean" && !name.startsWith("aria-")) node.toggleAttribute(name, value);
  else node.setAttribute(name, value);
}

function setStyle(node, style, before) {
  for (const name of Object.keys(before)) if (!(name in style)) node.style.removeProperty(name);
  for (const [name, value] of Object.entries(style)) if (before[name] !== value) node.style.setProperty(name, value);
}

// Marks that turn the direction of a text, and those that cannot be seen: with them a name can look like another one.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A stranger's text with every mark that would turn or hide parts of it written out, as `⟨U+202E⟩`. */
export function visible(text) {
  const code = (mark) => mark.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return String(text).replace(UNSEEN, (mark) => `⟨U+${code(mark)}⟩`);
}

/** A stranger's text as an element of its own, whose direction touches nothing around it. */
export function said(text, props) {
  return h("bdi", { ...props, class: ["said", props?.class].filter(Boolean).join(" ") }, visible(text ?? ""));
}
