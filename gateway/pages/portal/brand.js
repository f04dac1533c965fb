/** In whose name the page asks: name, logo, and a colour that is checked before it is used. */

import { h, said, visible } from "../foundation/dom.js";
import { paletteOf } from "./colour.js";

const GROUNDS = ["--sheet", "--paper", "--desk", "--shade", "--warn-wash"]; // links stand on the last one, too
const PAIR = /light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)/i;
const COLOUR = /^#[0-9a-f]{6}$/i;

/** What stands for the brand until it is known, or where nobody says it. */
export const NO_BRAND = { name: "", primary_color: null, logo_url: null, contact: null, privacy_url: null };

/** Colours the page. The grounds are read from the tokens, so that they have one home. */
export function paint(brand) {
  if (!COLOUR.test(brand.primary_color ?? "")) return;
  const root = document.documentElement;
  const tokens = getComputedStyle(root);
  const grounds = GROUNDS.map((name) => PAIR.exec(tokens.getPropertyValue(name)))
    .filter(Boolean)
    .map(([, light, dark]) => ({ light, dark }));
  if (!grounds.length) return;
  for (const [name, value] of Object.entries(paletteOf(brand.primary_color, grounds))) {
    root.style.setProperty(name, value);
  }
}

/** The company's logo, or its name where there is none or it does not load. */
export function brandMark(brand, redraw) {
  if (!brand.logo_url || brand.logoFailed) return h("p", { class: "brand-name" }, said(brand.name));
  const failed = () => {
    brand.logoFailed = true;
    redraw();
  };
  return h("img", { class: "brand-logo", src: brand.logo_url, alt: visible(brand.name), onerror: failed });
}

const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const TELEPHONE = /^\+?[\d\s()./-]{6,}$/;

/** Whom to ask, as a link where it is an address or a number; null if nobody is named. */
export function contactOf(brand) {
  const contact = brand.contact?.trim();
  if (!contact) return null;
  if (MAIL.test(contact)) return h("a", { href: `mailto:${encodeURI(contact)}` }, said(contact));
  if (TELEPHONE.test(contact)) return h("a", { href: `tel:${contact.replace(/[^\d+]/g, "")}` }, said(contact));
  return said(contact);
}
