/** How the proposals of agents do: how many officers took as they were, changed, or put aside; week by week. */

import { h, visible } from "../../foundation/dom.js";
import { AGENTS } from "../words/events.js";
import { part, sheetTable } from "./part.js";

const HEIGHT = 24;
const BAR = 8;
const GAP = 3;

export function show(place, { api, format }) {
  const shown = part(place, {
    format,
    load: () => api.get("/api/agents/quality"),
    draw: ({ quality }) =>
      quality.length
        ? sheetTable(
            "Quality of agents",
            [
              "Agent",
              "Done by",
              "Runs",
              "Usable",
              "Judged",
              "Accepted",
              "Changed",
              "Rejected or overridden",
              "Accepted, by week",
              "Median time",
              "Cost",
            ],
            grouped(quality).map((group) => row(group, format)),
          )
        : h(
            "div",
            { class: "sheet empty" },
            h("h2", null, "No runs yet"),
            h("p", null, "Once cases are investigated, each proposal and what an officer made of it is counted here."),
          ),
  });
  return { leave: shown.stop };
}

/** The buckets of each agent by provider and model, oldest first. */
function grouped(quality) {
  const groups = new Map();
  for (const bucket of quality) {
    const key = [bucket.agent, bucket.provider, bucket.model].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), bucket]);
  }
  return [...groups].map(([key, buckets]) => ({ key, buckets }));
}

function row({ key, buckets }, format) {
  const sum = (name) => buckets.reduce((all, bucket) => all + bucket[name], 0);
  const [first] = buckets;
  const judged = sum("acted_on") - sum("asked_again");
  const share = (part, whole) => (whole ? format.share(part / whole) : h("span", { class: "quiet" }, "–"));
  return {
    key,
    cells: [
      h("span", { class: "strong" }, AGENTS[first.agent] ?? first.agent),
      [
        h("div", null, visible(first.provider)),
        first.model && h("code", { class: "admin-model quiet small" }, visible(first.model)),
      ],
      format.number(sum("runs")),
      share(sum("usable"), sum("runs")),
      format.number(judged),
      share(sum("accepted"), judged),
      share(sum("edited"), judged),
      share(sum("rejected") + sum("overridden"), judged),
      bars(buckets, format),
      `${format.number(Math.round(buckets.at(-1).median_latency_ms))} ms`,
      sum("without_price") ? h("span", { class: "quiet" }, "not known") : `$${sum("cost_usd").toFixed(2)}`,
    ],
  };
}

/** A bar a week; a week in which nothing was judged has none. */
function bars(buckets, format) {
  const told = buckets
    .map(
      ({ period_start: start, acceptance_rate: rate }) =>
        `${format.day(start)}: ${rate === null ? "nothing judged" : format.share(rate)}`,
    )
    .join("; ");
  const width = buckets.length * (BAR + GAP);
  return h(
    "svg",
    {
      class: "admin-bars",
      viewBox: `0 0 ${width} ${HEIGHT}`,
      width,
      height: HEIGHT,
      role: "img",
      "aria-label": told,
      focusable: "false",
    },
    h("title", null, told),
    buckets.map(({ acceptance_rate: rate }, at) => {
      const height = rate === null ? 0 : Math.max(2, rate * HEIGHT);
      return [
        h("rect", { class: "admin-ground", x: at * (BAR + GAP), y: 0, width: BAR, height: HEIGHT, rx: 1 }),
        h("rect", { x: at * (BAR + GAP), y: HEIGHT - height, width: BAR, height, rx: 1 }),
      ];
    }),
  );
}
