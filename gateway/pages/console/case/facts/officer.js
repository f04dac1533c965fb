/** Who has judged. */

import { visible } from "../../../foundation/dom.js";
import { nameOf } from "../../words/people.js";

/** An officer by name; one who is not known any more by the id of the key. */
export const officerName = (desk, actor) => visible(nameOf(actor, desk.context.officers));
