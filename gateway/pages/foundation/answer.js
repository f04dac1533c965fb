/** An answer that is here as a whole: one whose body was cut off on the way is no answer, and is thrown as such. */

import { unanswered } from "./problem.js";

/** What is used of a `Response`, its body read to the end. Throws whatever reading throws. */
export async function wholeAnswer(response) {
  const { ok, status, headers } = response;
  const body = await response.blob();
  return { ok, status, headers, blob: async () => body, text: () => body.text(), json: () => parsed(body) };
}

async function parsed(body) {
  try {
    return JSON.parse(await body.text());
  } catch (error) {
    throw unanswered(error);
  }
}
