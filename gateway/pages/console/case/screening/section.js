/** Screening against lists of sanctions, politically exposed persons and warnings: who was compared, what came near. */

import { h, said, visible } from "../../../foundation/dom.js";
import { badge, icon } from "../../../foundation/icons.js";
import { plural } from "../../words/actions.js";
import { actorName } from "../../words/events.js";
import { inWords } from "../../words/risk.js";
import { VERDICTS } from "../../words/screening.js";
import { reasonWords } from "../../words/sources.js";
import { judgeMatch } from "../dialogs.js";
import { block, emptySection, notice } from "../parts_shown.js";
import { evidenceLink } from "../risk/cites.js";
import { alsoCompared, comparison, split, topicsOf } from "./comparison.js";
import { isOpen, matchesOf, screened } from "./known.js";

const PROPERTIES = {
  birthDate: "born",
  nationality: "nationality",
  jurisdiction: "jurisdiction",
  registrationNumber: "number",
  country: "country",
  address: "address",
};

export function screeningSection(desk) {
  const answer = desk.detail.sources.screening;
  if (!answer)
    return emptySection(
      "Not screened yet",
      "Once the registries have named the directors and owners, they and the company are compared with lists of " +
        "sanctions, politically exposed persons and warnings.",
    );
  const people = answer.facts.filter(({ name }) => name === "screened");
  return [
    answer.state !== "found" &&
      notice("warn", `The screening was not made: ${reasonWords(answer.reason)}. This says nothing about the company.`),
    answer.not_renewed &&
      notice(
        "warn",
        `It could not be made again: ${reasonWords(answer.not_renewed)}. What was found before stands here.`,
      ),
    answer.state === "found" && hits(desk, people, answer),
    people.length > 0 && compared(people),
    answer.left_out > 0 && notice("warn", `${answer.left_out} more facts of the screening are in the evidence only.`),
  ];
}

/** What the screening came to. Only where somebody was compared, and nobody came near, is that good news. */
function hits(desk, people, answer) {
  const { format } = desk.context;
  const matches = matchesOf(desk);
  const open = matches.filter(isOpen).length;
  return block(
    `Hits (${matches.length})`,
    h(
      "time",
      { class: "quiet", datetime: answer.collected_at, title: format.exact(answer.collected_at) },
      `screened ${format.moment(answer.collected_at)}`,
    ),
    matches.length
      ? [
          h(
            "p",
            { key: "hint" },
            "A hit is a resemblance that software found. Whether it is the same one is for you to say: compare what " +
              "is known of both. ",
            open > 0 && h("strong", null, `${plural(open, "hit is", "hits are")} not judged yet.`),
          ),
          h(
            "ul",
            { key: "hits", class: "case-hits" },
            matches.map((match) => hit(desk, match)),
          ),
        ]
      : h(
          "p",
          { class: "row" },
          icon(people.length ? "good" : "unknown"),
          people.length ? "Nobody came near an entry of a list." : "Nobody was compared.",
        ),
  );
}

function hit(desk, match) {
  const { fact, subjects } = screened(desk, match);
  return h(
    "li",
    { key: match.match_id, id: match.match_id, class: "stack" },
    h(
      "h4",
      { class: "row" },
      standing(match),
      said(match.subject || "Somebody of the company"),
      h("span", { class: "quiet" }, "resembles"),
      said(match.entry),
      match.score && h("span", { class: "quiet" }, "score ", percent(match.score)),
    ),
    match.decision && judged(desk, match.decision),
    comparison(match, fact, subjects),
    subjects.length > 1 &&
      notice("info", `${subjects.length} persons of this name were compared. What you judge holds for each of them.`),
    h("dl", { class: "case-pairs" }, about(desk, match, fact)),
    judging(desk, match),
  );
}

function standing({ is_match: isMatch, decision }) {
  if (decision) {
    const { word, tone, shape } = VERDICTS[decision.decision];
    return badge(tone, word, { shape });
  }
  return isMatch ? badge("bad", "Hit", { shape: "warn" }) : badge("plain", "Near miss", { shape: "info" });
}

/** Who judged it, when, and why. */
function judged(desk, { decision, reason, actor, decided_at: at }) {
  const { format, officers } = desk.context;
  const { tone, shape, word } = VERDICTS[decision];
  return h(
    "div",
    { class: `notice ${tone}`, key: "judged" },
    icon(shape),
    h(
      "div",
      { class: "grow" },
      h("p", { class: "strong" }, word),
      h("p", null, said(reason)),
      h(
        "p",
        { class: "quiet small" },
        actorName(actor, officers),
        ", ",
        h("time", { datetime: at, title: format.exact(at) }, format.moment(at)),
      ),
    ),
  );
}

function about(desk, match, fact) {
  const details = fact?.details ?? {};
  return [
    ["On the list as", topicsOf(match)],
    ["Lists", match.datasets.join(", ") || "not named"],
    ...(fact ? alsoCompared(fact) : []),
    ["Entry", h("span", { class: "id" }, said(match.entity_id))],
    details.last_change && ["Changed last", dayOf(details.last_change, desk.context.format)],
    match.evidence_hash && ["Evidence", evidenceLink(desk, match.evidence_hash)],
  ]
    .filter(Boolean)
    .map(([word, told]) =>
      h("div", { key: word }, h("dt", null, word), h("dd", null, typeof told === "string" ? said(told) : told)),
    );
}

const OF_SANCTIONS = ["sanction", "sanction.control"];

/** Whether it is for others to say that this is somebody else, or nobody yet: for those who decide escalated cases. */
const isForSeniors = ({ context }, { topics }) =>
  topics.some((topic) => OF_SANCTIONS.includes(topic)) && !context.me.may_decide.includes("ESCALATED");

/** What may be said of it. What stands may be taken back; what only came near may be judged as well. */
function judging(desk, match) {
  if (!desk.can.write || desk.detail.waits_for === null) return null;
  const held = match.decision?.decision;
  const button = (decision, word, shape) =>
    held !== decision &&
    h(
      "button",
      {
        type: "button",
        key: decision,
        onclick: () => judgeMatch(desk, match, decision),
        "aria-label": visible(`${word} …: ${match.subject} and ${match.entry}`),
      },
      icon(shape),
      `${word} …`,
    );
  const forSeniors = isForSeniors(desk, match);
  return [
    h(
      "p",
      { class: "row no-print", key: "judging" },
      !forSeniors && button("false_positive", "Not the same", "level"),
      button("true_match", "The same", "warn"),
      held && !forSeniors && button("undecided", "Take it back", "previous"),
    ),
    forSeniors &&
      h(
        "p",
        { class: "hint no-print", key: "seniors" },
        "The entry is about sanctions: a senior officer judges whether it is somebody else.",
        desk.detail.status !== "ESCALATED" && " Escalate the case.",
      ),
  ];
}

const COUNTRIES = new Set(["nationality", "jurisdiction", "country"]);
const knownOf = (details) =>
  Object.entries(PROPERTIES)
    .filter(([name]) => details[name])
    .map(([name, word]) => `${word} ${COUNTRIES.has(name) ? details[name].toUpperCase() : details[name]}`);
/** A day of the service's own list; as it stands where it is none. */
const dayOf = (moment, format) => (Number.isNaN(Date.parse(moment)) ? moment : format.day(moment));

function percent(score) {
  const share = Number(score);
  return share >= 0 && share <= 1 ? `${Math.round(share * 100)} %` : said(score);
}

function compared(people) {
  return block(
    `Compared with the lists (${people.length})`,
    null,
    h(
      "div",
      { class: "scrolls", tabindex: 0, role: "region", "aria-label": "Compared with the lists" },
      h(
        "table",
        { class: "case-who" },
        h("caption", { class: "unseen" }, "Who was compared, and by what"),
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            ["Who", "Kind", "Compared by", "Left out", "Hits"].map((word) =>
              h("th", { scope: "col", key: word }, word),
            ),
          ),
        ),
        h(
          "tbody",
          null,
          people.map(({ value, details }, at) =>
            h(
              "tr",
              { key: at },
              h("th", { scope: "row" }, said(value)),
              h("td", null, inWords(details.kind ?? details.schema ?? "")),
              h("td", null, said(["name", ...knownOf(details)].join(", "))),
              h(
                "td",
                null,
                said(
                  split(details.dropped)
                    .map((name) => PROPERTIES[name] ?? name)
                    .join(", ") || "nothing",
                ),
              ),
              h("td", null, details.matches ?? "–"),
            ),
          ),
        ),
      ),
    ),
  );
}
