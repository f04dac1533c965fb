/** The words of the queue: its tabs, its columns, its filters, and what sources said when a case was opened. */

/**
 * The tabs: which statuses each gathers (none: all), and what it is sorted by until somebody sorts it otherwise.
 * `none` says what comes here, for when nothing is here.
 */
export const TABS = [
  {
    word: "To review",
    statuses: ["REVIEW_PENDING"],
    sort: "due_at",
    none: "A case comes here once its documents are read and compared with the registries. Then you decide.",
  },
  {
    word: "Escalated",
    statuses: ["ESCALATED"],
    sort: "due_at",
    none: "A case comes here when an officer hands it to a senior officer to decide.",
  },
  {
    word: "With the customer",
    statuses: ["AWAITING_DOCUMENTS", "FOLLOW_UP_REQUIRED"],
    sort: "due_at",
    none: "A case is here while its customer has a link and is to upload documents or answer tasks.",
  },
  {
    word: "In progress",
    sort: "-updated_at",
    statuses: ["CREATED", "DOCUMENTS_RECEIVED", "VALIDATING_DOCUMENTS", "PROCESSING", "GENERATING_TASKS"],
    none: "A case is here for the minute or so in which the software reads and compares. It moves on by itself.",
  },
  {
    word: "Closed",
    statuses: ["APPROVED", "REJECTED", "FAILED"],
    sort: "-updated_at",
    none: "A case comes here once it is approved, rejected, or its time ran out.",
  },
  {
    word: "All",
    statuses: [],
    sort: "-updated_at",
    none: "A case begins here: open one with a company's name, country and number, and send its customer the link.",
  },
];

/** The columns: `sort` is what a click on the head sorts by, `first` how it begins. */
export const COLUMNS = [
  { id: "company", word: "Company", sort: "company_name", first: "company_name" },
  { id: "country", word: "Country" },
  { id: "status", word: "Status", sort: "status", first: "status" },
  { id: "waits", word: "Waits for" },
  { id: "risk", word: "Risk", sort: "latest_risk_score", first: "-latest_risk_score" },
  { id: "assignee", word: "Assignee" },
  { id: "age", word: "Age", sort: "created_at", first: "created_at" },
  { id: "due", word: "Deadline", sort: "due_at", first: "due_at" },
  { id: "updated", word: "Updated", sort: "updated_at", first: "-updated_at" },
];

/** The orders as a list, for narrow pages that have no heads to click. */
export const ORDERS = {
  due_at: "Deadline, soonest first",
  "-updated_at": "Updated last",
  "-latest_risk_score": "Risk, highest first",
  latest_risk_score: "Risk, lowest first",
  created_at: "Oldest first",
  "-created_at": "Newest first",
  company_name: "Name, A to Z",
  "-company_name": "Name, Z to A",
  "-due_at": "Deadline, latest first",
  updated_at: "Updated longest ago",
  status: "Status, A to Z",
  "-status": "Status, Z to A",
};
