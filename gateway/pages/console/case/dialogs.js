/** The dialogs of a case, by the functions that open them: the code of each comes when it is first opened. */

import { openedOnDemand } from "./opening.js";

const choosing = () => import("./facts/choosing.js");

export const chooseCandidate = openedOnDemand(choosing, "chooseCandidate");
export const chooseValue = openedOnDemand(choosing, "chooseValue");
export const citeDialog = openedOnDemand(() => import("./viewer/citing.js"), "citeDialog");
export const decideDialog = openedOnDemand(() => import("./decide/dialog.js"), "decideDialog");
export const giveDialog = openedOnDemand(() => import("./giving.js"), "giveDialog");
export const judgeMatch = openedOnDemand(() => import("./screening/judging.js"), "judgeMatch");
export const keepOrLeave = openedOnDemand(choosing, "keepOrLeave");
export const mccDialog = openedOnDemand(() => import("./mcc/dialogs.js"), "mccDialog");
export const reclassifyDialog = openedOnDemand(() => import("./mcc/dialogs.js"), "reclassifyDialog");
export const showEvidence = openedOnDemand(() => import("./facts/evidence.js"), "showEvidence");
