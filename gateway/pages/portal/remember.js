/** What this browser keeps until the server has it. Names hold the id of the case and never the token of the link. */

import { keptInBrowser } from "../foundation/memory.js";

/** One thing that is kept: `{read() → value or null, write(value), forget()}`. */
export const memory = (name) => keptInBrowser(`casewright-portal-${name}`);
