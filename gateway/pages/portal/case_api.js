/** What the page asks the portal API, under the token of its link. Refusals are thrown as `Problem`. */

import { api, withQuery } from "../foundation/http.js";

const PIECE = "application/offset+octet-stream";
const PIECE_TIMEOUT = 120_000; // milliseconds; enough for 256 KiB on a slow connection, and for judging the last piece

/** Text as Base64 of its UTF-8, which `Upload-Metadata` wants. */
const base64 = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));

/** The token in the path of a link; around it may be what a message has stuck to the link, such as a full stop. */
export const tokenIn = (path) => /pt_[A-Za-z0-9_-]{32}/.exec(path)?.[0] ?? path.split("/")[2] ?? "";

export function caseApi(token) {
  const requests = api();
  const base = `/api/portal/${encodeURIComponent(token)}`;
  const tus = (headers) => ({ "Tus-Resumable": "1.0.0", ...headers });
  const uploadAt = (id) => `${base}/uploads/${encodeURIComponent(id)}`;

  return {
    brand: () => requests.get("/api/brand"),
    /** The case; without a language in that of its session or of the browser. */
    look: (lang) => requests.get(withQuery(base, { lang })),
    saveDraft: async (body) => (await requests.send("PUT", `${base}/answers`, { body })).json(),
    /** `{status, body}`: 200 when the case has it, 202 when it is on record and will be taken up. */
    submit: (body, id) => requests.command(`${base}/submit`, body, { id }),
    /** `{status, body}`: 202 while the document is still being looked at. */
    async check(documentId) {
      const response = await requests.send("GET", `${base}/documents/${encodeURIComponent(documentId)}/check`);
      return { status: response.status, body: await response.json() };
    },
    /** Begins an upload and gives its id. */
    async beginUpload(file, requirementId, signal) {
      const name = file.name.toWellFormed?.() ?? file.name;
      const metadata = `filename ${base64(name)},requirement_id ${base64(requirementId)}`;
      const headers = tus({ "Upload-Length": String(file.size), "Upload-Metadata": metadata });
      const response = await requests.send("POST", `${base}/uploads`, { headers, signal });
      return response.headers.get("location").split("/").pop();
    },
    /** How many bytes of an upload are there. */
    async uploadOffset(id, signal) {
      const response = await requests.send("HEAD", uploadAt(id), { headers: tus({}), signal });
      return Number(response.headers.get("upload-offset"));
    },
    /** Sends bytes from `offset` on: `{offset}`, or `{document}` when the upload is complete. */
    async sendPiece(id, offset, bytes, signal) {
      const headers = tus({ "Content-Type": PIECE, "Upload-Offset": String(offset) });
      const options = { headers, body: bytes, signal, timeout: PIECE_TIMEOUT };
      const response = await requests.send("PATCH", uploadAt(id), options);
      if (response.status === 204) return { offset: Number(response.headers.get("upload-offset")) };
      return { document: await response.json() };
    },
    endUpload: (id) => requests.send("DELETE", uploadAt(id), { headers: tus({}) }),
  };
}
