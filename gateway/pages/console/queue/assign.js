/** Giving cases to somebody, or to nobody. It restricts nobody: whoever may decide a case still may. */

import { openDialog } from "../../foundation/dialog.js";
import { h, said, visible } from "../../foundation/dom.js";
import { DECIDING_ROLES } from "../words/people.js";
import { giveAll, giveTo, giving, target } from "./giving.js";
import { holderName, officerNamed } from "./holder.js";

/** Asks who shall have these cases, as the list shows them, and sees to it. Resolves with whether the list has aged. */
export async function assignDialog(cases, context) {
  const state = giving(cases);
  const { closed, update } = openDialog({
    title: cases.length === 1 ? "Who shall have this case?" : `Who shall have these ${cases.length} cases?`,
    content: (close, leave) => form(cases, context, state, { redraw: () => update(), close, leave }),
    mayClose: () => (state.busy ? "busy" : null),
  });
  await closed;
  return state.changed;
}

function form(cases, context, state, { redraw, close, leave }) {
  const submitted = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    const given = giveAll(state, context);
    redraw();
    await given;
    if (state.problem) redraw();
    else close(true);
  };
  return h(
    "form",
    { onsubmit: submitted },
    h(
      "div",
      { class: "body stack" },
      cases.length === 1 &&
        h("p", null, h("strong", null, said(cases[0].company_name)), " · ", held(cases[0], context)),
      h(
        "fieldset",
        null,
        h("legend", null, "Give to"),
        choices(context).map(([value, word]) =>
          h(
            "label",
            { key: value, class: "choice" },
            h("input", {
              type: "radio",
              name: "to",
              value,
              checked: state.to === value,
              onchange: () => {
                giveTo(state, value, cases);
                redraw();
              },
            }),
            h("span", null, word),
          ),
        ),
      ),
      takesAway(cases, context, state),
      state.problem && h("p", { class: "wrong", role: "alert" }, state.problem),
    ),
    h(
      "footer",
      null,
      h("button", { type: "button", onclick: leave }, "Cancel"),
      h(
        "button",
        { type: "submit", class: "primary", disabled: state.busy },
        state.busy ? "Giving …" : state.to === "" ? "Release" : "Assign",
      ),
    ),
  );
}

function choices({ me, officers }) {
  const others = [...officers.values()].filter(
    ({ active, role, key_id: id }) => active && DECIDING_ROLES.REVIEW_PENDING.includes(role) && id !== me.key_id,
  );
  return [["me", "Me"], ["", "Nobody: release it"], ...others.map((one) => [one.key_id, said(one.name)])];
}

const held = (item, context) => {
  const name = holderName(item, context);
  return name === null ? "nobody has it" : name === "You" ? "you have it" : [said(name), " has it"];
};

/** Says whose case is taken, so that it is never taken unawares. */
function takesAway(cases, context, state) {
  const keep = [context.me.key_id, target(state, context)];
  const holders = state.left.map(({ case_id: id }) => state.holders.get(id));
  const losing = new Set(holders.filter((id) => id && !keep.includes(id)));
  if (!losing.size) return null;
  const names = [...losing].map((id) => visible(officerNamed(id, context))).join(", ");
  return h("p", { class: "notice warn" }, `This takes ${cases.length === 1 ? "it" : "some"} from ${names}.`);
}
