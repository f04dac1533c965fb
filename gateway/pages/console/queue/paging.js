/** Which part of the cases is shown, and the way to the next and the one before. */

import { h } from "../../foundation/dom.js";
import { icon } from "../../foundation/icons.js";
import { addressOf } from "./address.js";

/** `1–50 of 103,214`. */
export function extent({ page, per_page: perPage, total, cases }, format) {
  if (!total) return "No cases";
  const from = (page - 1) * perPage + 1;
  return cases.length
    ? `${format.number(from)}–${format.number(from + cases.length - 1)} of ${format.number(total)}`
    : `${format.number(total)} in all, none on this page`;
}

/** The addresses of the page before and the next one; null at an end. */
export function neighbours(wanted, page) {
  if (!page) return { previous: null, next: null };
  const last = Math.max(1, Math.ceil(page.total / page.per_page));
  const at = (number) => addressOf({ ...wanted, page: number });
  return {
    previous: wanted.page > 1 ? at(Math.min(wanted.page - 1, last)) : null,
    next: wanted.page < last ? at(wanted.page + 1) : null,
  };
}

/** The way from page to page; nothing where one page holds all. */
export function pager(wanted, page, format) {
  const { previous, next } = neighbours(wanted, page);
  if (!previous && !next) return null;
  const last = Math.ceil(page.total / page.per_page);
  return h(
    "nav",
    { class: "queue-pager", "aria-label": "Pages" },
    step(previous, [icon("previous"), "Previous"]),
    h("span", { class: "quiet" }, `Page ${format.number(wanted.page)} of ${format.number(last)}`),
    step(next, ["Next", icon("next")]),
  );
}

const step = (href, content) =>
  href
    ? h("a", { class: "button", href }, content)
    : h("span", { class: "button queue-off", "aria-hidden": "true" }, content);
