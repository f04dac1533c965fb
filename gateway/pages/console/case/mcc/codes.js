/** The merchant category codes, to be found by a number or by words of what they are called. */

import { Problem } from "../../../foundation/problem.js";

let known = null; // `GET /api/mcc-codes`, once: they are the same for every case

/** Every code as `{mcc_code, description, also}`; null where they cannot be had now. */
export async function allCodes({ api }) {
  try {
    known ??= (await api.get("/api/mcc-codes")).map((code) => ({ ...code, sought: sought(code) }));
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
  }
  return known;
}

const plainly = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => plainly(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const sought = ({ mcc_code: code, description, also }) =>
  ({ first: wordsOf(description), all: wordsOf([code, description, ...also].join(" ")) });

/**
 * The codes that begin with a number, or that are called by words that begin with all those written, the closest first:
 * by their own description before what else they are called, and the shorter description before the longer.
 */
export function foundIn(codes, text) {
  const words = wordsOf(text);
  if (!words.length) return [];
  if (/^\d+$/.test(words.join(""))) return codes.filter(({ mcc_code: code }) => code.startsWith(words.join("")));
  const begins = (list) => words.every((word) => list.some((one) => one.startsWith(word)));
  return codes
    .filter(({ sought: { all } }) => begins(all))
    .sort((one, other) => rank(one, words, begins) - rank(other, words, begins));
}

function rank({ sought: { first } }, [word], begins) {
  return (begins(first) ? 0 : 1_000) + (first[0]?.startsWith(word) ? 0 : 100) + first.length;
}
