/** What an officer has begun to write to colleagues. */

/** A note that is begun, which begins with what is `kept`; `write(changes)` changes it. */
export function draftNote(kept) {
  const draft = {
    ...{ text: "", about: "", ...kept.read() },
    write(changes) {
      Object.assign(draft, changes);
      if (draft.text) kept.write({ text: draft.text, about: draft.about });
      else kept.forget();
    },
  };
  return draft;
}
