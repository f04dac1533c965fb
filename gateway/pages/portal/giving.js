/** What somebody does with files: gives one, or takes one back. What was not taken of several is remarked on. */

import { places } from "./progress.js";
import { RUNNING } from "./uploads.js";

/**
 * `{remarks, give(requirementId, files), cancel(requirementId), hasArrived(requirementId, document)}`. `remarks` are
 * `{words, name}` by the id of what is asked for: there is room for one file each, and for one at a time.
 */
export function givingOf(portal, announce) {
  const remarks = new Map();
  const before = new Map(); // by what is asked for: the document that was here when a file was given

  function remark(requirementId, words, name) {
    remarks.set(requirementId, { words, name });
    announce(portal.voice.say(words, { name }));
  }

  return {
    remarks,
    give(requirementId, [file, ...others]) {
      if (!file) return;
      const isBusy = RUNNING.includes(portal.uploads.at(requirementId)?.step);
      if (isBusy || others.length) remark(requirementId, isBusy ? "not_taken_busy" : "not_taken_others", file.name);
      else remarks.delete(requirementId);
      const place = places(portal.portalCase).find(({ id }) => id === requirementId);
      if (!isBusy && place) {
        before.set(requirementId, (portal.uploads.received(requirementId) ?? place.file)?.document_id);
        portal.uploads.give(requirementId, file, place.formats);
      }
      portal.redraw();
    },
    cancel(requirementId) {
      remarks.delete(requirementId);
      portal.uploads.cancel(requirementId);
    },
    /** The one that was in the way is in the way no more. Whoever sent the same once more is told so. */
    hasArrived(requirementId, { document_id: documentId, filename }) {
      if (remarks.get(requirementId)?.words === "not_taken_busy") remarks.delete(requirementId);
      const isSame = before.get(requirementId) === documentId;
      before.delete(requirementId);
      if (isSame) remark(requirementId, "same_file", filename);
      else announce(portal.voice.say("announce_received"));
    },
  };
}
