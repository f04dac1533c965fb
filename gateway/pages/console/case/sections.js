/** The sections of a case: what each is called, which key opens it, which parts it needs, and what shows it. */

import { onDemand } from "../on_demand.js";
import { choicesOf } from "./decide/choices.js";
import { openDiscrepancies, openMatches } from "./unresolved.js";

export const SECTIONS = [
  {
    name: "overview",
    word: "Overview",
    key: "o",
    needs: ["brief"],
    code: onDemand(() => import("./overview/section.js"), "overview"),
  },
  { name: "facts", word: "Facts", key: "f", needs: [], code: onDemand(() => import("./facts/panel.js"), "factsPanel") },
  {
    name: "discrepancies",
    word: "Discrepancies",
    key: "d",
    needs: [],
    code: onDemand(() => import("./facts/discrepancies.js"), "discrepanciesPanel"),
    count: (desk) => openDiscrepancies(desk).length,
  },
  {
    name: "risk",
    word: "Findings & risk",
    key: "r",
    needs: [],
    code: onDemand(() => import("./risk/section.js"), "riskSection"),
    count: (desk) => desk.detail.investigation_results.at(-1)?.findings.length ?? 0,
  },
  { name: "mcc", word: "MCC", key: "m", needs: [], code: onDemand(() => import("./mcc/section.js"), "mccSection") },
  {
    name: "tasks",
    word: "Tasks",
    key: "t",
    needs: [],
    code: onDemand(() => import("./tasks/section.js"), "tasksSection"),
    count: (desk) => (choicesOf(desk.detail).includes("follow_up") ? desk.tasks.list.length : 0),
  },
  {
    name: "screening",
    word: "Screening",
    key: "s",
    needs: [],
    code: onDemand(() => import("./screening/section.js"), "screeningSection"),
    count: (desk) => openMatches(desk).length,
  },
  {
    name: "answers",
    word: "Answers",
    key: "w",
    needs: ["responses"],
    code: onDemand(() => import("./answers.js"), "answersSection"),
  },
  {
    name: "timeline",
    word: "Timeline",
    key: "l",
    needs: [],
    code: onDemand(() => import("./timeline/section.js"), "timelineSection"),
  },
  {
    name: "notes",
    word: "Notes",
    key: "n",
    needs: ["notes"],
    code: onDemand(() => import("./notes.js"), "notesSection"),
    count: (desk) => desk.notes?.total ?? 0,
  },
  {
    name: "runs",
    word: "Agents’ runs",
    key: "u",
    needs: ["executions"],
    code: onDemand(() => import("./runs.js"), "runsSection"),
  },
];

/** What every section needs: for the counts of the sections, and for the viewer. */
export const ALWAYS = ["profile", "features"];

/** A section by its name; the first where there is none of that name. */
export const sectionOf = (name) => SECTIONS.find((section) => section.name === name) ?? SECTIONS[0];
