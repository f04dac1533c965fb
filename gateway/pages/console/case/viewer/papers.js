/**
 * What is known of the documents of a case: what each was asked as, what it was found to be, and what is wrong with
 * it.
 */

import { DOCUMENT_TYPES, LANGUAGES, READING_PROBLEMS } from "../../words/sources.js";

/** The document with this id and all that is known of it; null if there is none. */
export function paperOf(desk, documentId) {
  const document = desk.detail.documents.find(({ document_id: id }) => id === documentId);
  return document ? paper(desk, document) : null;
}

/** How many pages the document of a pane has, as far as it is known. */
export const pagesOf = (desk, pane) => paperOf(desk, pane.documentId)?.pages ?? pane.pageIndex + 1;

/** All documents that the customer sent, the latest round first. */
export const papersOf = (desk) =>
  desk.detail.documents.map((document) => paper(desk, document)).sort((one, other) =>
    other.document.iteration - one.document.iteration);

/** `pages` is null as long as the document was not read; `problem` is a sentence, null if there is none. */
function paper(desk, document) {
  const reading = desk.features?.readings.find(({ document_id: id }) => id === document.document_id) ?? null;
  const validation = desk.detail.validation_results?.find(({ document_id: id }) => id === document.document_id) ?? null;
  return {
    document, reading,
    askedAs: askedAs(desk.detail, document.requirement_id),
    type: reading && DOCUMENT_TYPES[reading.document_type],
    language: reading && LANGUAGES[reading.language],
    pages: reading && reading.pages_read > 0 ? Math.max(reading.page_count ?? 0, reading.pages_read) : null,
    problem: validation && !validation.valid ? validation.message : READING_PROBLEMS[reading?.problem] ?? null,
  };
}

/** The requirement or the task that a document answers, in the words it was asked with. */
function askedAs({ document_requirements: requirements = [], follow_up_tasks: tasks = [] }, id) {
  const task = id.startsWith("followup_") && tasks.find(({ task_id: known }) => `followup_${known}` === id);
  if (task) return task.description;
  const requirement = requirements.find((one) => one.id === id);
  return requirement?.name ?? id.replaceAll("_", " ");
}
