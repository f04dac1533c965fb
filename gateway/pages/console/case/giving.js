/** Giving the case that lies open to somebody else. */

import { assignDialog } from "../queue/assign.js";

/** Asks who shall have the case of a desk, and reads it again where that has changed. */
export async function giveDialog(desk) {
  if (await assignDialog([listed(desk.detail)], desk.context)) await desk.refresh();
}

/** A case as the list has it, for whoever asks who has it. */
const listed = ({ assignment, ...detail }) => ({
  ...detail,
  assignee: assignment?.assignee ?? null,
  assignment_expires_at: assignment?.expires_at ?? null,
});
