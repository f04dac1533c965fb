/** What can be said of a file before a byte of it is sent. The server judges again, and more closely. */

export const LARGEST = 20 * 1024 * 1024; // bytes, as the API takes them

// How each format begins, as the API tells them apart; before the text of a PDF there may be a mark of its encoding.
const STARTS = {
  pdf: ["%PDF", "\u00ef\u00bb\u00bf%PDF"],
  docx: ["PK\u0003\u0004"],
  png: ["\u0089PNG"],
  jpg: ["\u00ff\u00d8\u00ff"],
};

// How pictures begin that are none of these: HEIC and AVIF of phones behind four bytes of length, WebP, GIF, TIFF, BMP.
const OTHER_PICTURE = /^(?:[^]{4}ftyp(?:hei|hev|mif|msf|avi)|RIFF[^]{4}WEBP|GIF8|II\*\0|MM\0\*|BM)/;

/** The code under which the file would be refused where these formats are asked for, or null if it may be sent. */
export async function refusedAtOnce(file, formats) {
  if (file.size === 0) return "file_empty";
  if (file.size > LARGEST) return "file_too_large";
  let start;
  try {
    start = String.fromCharCode(...new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  } catch {
    return "file_moved"; // a folder, or a file that its owner has removed
  }
  const isOne = formats.some((format) => STARTS[format].some((mark) => start.startsWith(mark)));
  if (isOne) return null;
  return OTHER_PICTURE.test(start) && takesPhotos(formats) ? "unsupported_picture" : "unsupported_document_type";
}

const ACCEPTED = {
  pdf: ["application/pdf", ".pdf"],
  docx: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"],
  png: ["image/png", ".png"],
  jpg: ["image/jpeg", ".jpg", ".jpeg"],
};

/** The `accept` of a file picker for these formats. A phone turns its photographs into JPG for it. */
export const acceptOf = (formats) => formats.flatMap((format) => ACCEPTED[format] ?? []).join(",");

/** The formats as a customer knows them. */
export const namesOf = (formats) => formats.map((format) => (format === "docx" ? "Word (DOCX)" : format.toUpperCase()));

/** Whether a photograph will do. */
export const takesPhotos = (formats) => formats.includes("jpg");
