/** Files of a case: fetched with the officer's key, which no link may carry, and handed to the browser to keep. */

import { Problem } from "../../foundation/problem.js";

/** Downloads `path`; `fallback` is the name where the answer has none. What goes wrong is said as a message. */
export async function download(context, path, fallback) {
  try {
    const response = await context.api.read(path);
    const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? fallback;
    keep(await response.blob(), name);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    context.failed(error);
  }
}

function keep(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // once the browser has surely begun to write it
}
