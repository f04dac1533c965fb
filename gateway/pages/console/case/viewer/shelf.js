/** The documents of a case as a list: what the customer sent, and, apart, the files that the software made of them. */

import { h, said, visible } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { Problem } from "../../../foundation/problem.js";
import { download } from "../downloads.js";
import { loadingNote, nothing, problemNotice } from "../parts_shown.js";
import { papersOf } from "./papers.js";
import { focusStage } from "./stage.js";
import { look } from "./state.js";

/** The list; folded away once a document lies open. */
export function shelf(desk) {
  const papers = papersOf(desk);
  if (!papers.length) {
    return h("div", { key: "shelf" }, nothing("The customer has sent nothing yet",
      "Documents come here as they are uploaded; each can be read and compared once the investigation has read it."),
      system(desk));
  }
  const isOpen = desk.viewer.shelf ?? true;
  const ontoggle = ({ target }) => {
    if (target.open === (desk.viewer.shelf ?? true)) return;
    desk.viewer.shelf = target.open;
    desk.redraw();
  };
  return h("details", { key: "shelf", class: "shelf", open: isOpen, ontoggle },
  h("summary", null, h("h2", null, "Documents"), h("span", { class: "quiet" }, papers.length)),
  h("ul", null, papers.map((paper) => item(desk, paper))), system(desk));
}

function item(desk, { document, askedAs, type, language, pages, problem, reading }) {
  const isOpen = desk.viewer.panes.some(({ documentId }) => documentId === document.document_id);
  const open = () => {
    look(desk.viewer, { documentId: document.document_id, pageIndex: 0 });
    desk.redraw();
    focusStage(); // the list folds away, and the button with it
  };
  return h("li", { key: document.document_id },
    h("button", { type: "button", class: "paper", "aria-current": isOpen ? "true" : null, onclick: open },
      icon("document"),
      h("span", { class: "paper-what" },
        said(askedAs, { class: "strong" }),
        said(document.filename, { class: "small quiet" }),
        h("span", { class: "small quiet" }, facts({ document, type, language, pages, reading }).join(" · ")),
        problem && h("span", { class: "paper-problem" }, badge("bad", "Not readable", { shape: "warn" }),
          said(problem, { class: "small" })))),
    downloadButton(desk, document));
}

const facts = ({ document, type, language, pages, reading }) => [
  type ?? (reading ? null : "Not read yet"),
  reading?.language !== "unknown" && language,
  pages && `${pages} ${pages === 1 ? "page" : "pages"}`,
  document.iteration > 1 && `round ${document.iteration}`,
].filter(Boolean);

export function downloadButton(desk, { filename, minio_key: key }) {
  const path = `/api/cases/${desk.detail.case_id}/documents/download?key=${encodeURIComponent(key)}`;
  return h("button", {
    type: "button", class: "plain", "aria-label": `Download ${visible(filename)}`, title: "Download",
    onclick: () => download(desk.context, path, filename),
  }, icon("download"));
}

/** The files of the software, listed when somebody asks for them. */
function system(desk) {
  const ontoggle = ({ target }) => target.open && !desk.viewer.system && loadSystem(desk);
  return h("details", { class: "shelf-system", key: "system", ontoggle },
    h("summary", null, "Files of the software"), systemFiles(desk, desk.viewer.system));
}

async function loadSystem(desk) {
  const listed = { files: null, problem: null };
  desk.viewer.system = listed;
  desk.redraw();
  try {
    const { documents } = await desk.context.api.get(`/api/cases/${desk.detail.case_id}/documents?source=all`);
    listed.files = documents.filter(({ source }) => source === "system");
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    listed.problem = problem;
  }
  desk.redraw();
}

function systemFiles(desk, listed) {
  if (!listed) return null;
  if (listed.problem) return problemNotice(listed.problem, () => loadSystem(desk));
  if (!listed.files) return loadingNote();
  if (!listed.files.length) return h("p", { class: "quiet" }, "The software has stored nothing for this case yet.");
  return h("ul", null, listed.files.map((file) => h("li", { key: file.minio_key },
    h("span", { class: "paper-what" },
      h("span", { class: "id" }, visible(file.minio_key.split("/").slice(1).join("/"))),
      h("span", { class: "small quiet" },
        `${desk.context.format.size(file.file_size)} · ${desk.context.format.moment(file.uploaded_at)}`)),
    downloadButton(desk, file))));
}
