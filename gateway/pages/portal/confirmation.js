/** Asks whether to send although documents are missing: nobody is held up for good by one that they do not have. */

import { confirmed } from "../foundation/dialog.js";

export const confirmSending = (say, count) =>
  confirmed({
    title: say("confirm_title", { count }),
    text: say("confirm_text"),
    yes: say("confirm_yes"),
    no: say("confirm_no"),
    closeWord: say("close"),
  });
