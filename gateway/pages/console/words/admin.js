/** The words of administration: its sections, what a key may do, which events are sent. */

/** The sections, in the order of the menu; `about` says under the title what one finds there. */
export const SECTIONS = {
  health: { word: "Health", about: "Whether each part of this installation does its work, now." },
  keys: { word: "Keys", about: "Keys of other systems. None of them can decide a case." },
  officers: {
    word: "Officers",
    about: "The people who have or had a key of this organisation. Their keys are made on the command line.",
  },
  webhooks: { word: "Webhooks", about: "Where other systems are told what happens to cases." },
  deliveries: { word: "Deliveries", about: "Each event on its way to each endpoint, the newest first." },
  templates: {
    word: "Templates",
    about: "What a case of each kind asks of the customer. They are files, changed where the software is installed.",
  },
  policies: {
    word: "Policies",
    about: "By which rules, points and weights risk is scored. They are files; a draft can be tried over past cases.",
  },
  agents: {
    word: "Agents",
    about: "What officers made of the proposals of rules and language models in the last 90 days.",
  },
};

export const SCOPES = {
  "cases:read": "Read cases, their events and packages",
  "intake:sessions:create": "Open cases and hand customers their links",
  "webhooks:manage": "Say where events are sent",
  "webhooks:test": "Send test events",
  "privacy:erase": "Erase what is known of a person",
};

export const EVENTS = {
  "v1.intake.session_created": "A case was opened",
  "v1.document.uploaded": "A document was uploaded",
  "v1.intake.submitted": "The customer submitted",
  "v1.intake.gap_resolved": "Something that was missing came",
  "v1.document.processed": "A document was read",
  "v1.document.failed": "A document could not be read",
  "v1.case.processing": "The investigation began",
  "v1.case.applicant_blocked": "The case waits for the customer",
  "v1.case.needs_review": "The case waits for an officer",
  "v1.review.completed": "An officer decided",
  "v1.case.completed": "The case was approved or rejected",
  "v1.case.failed": "The time for the case ran out",
  "v1.webhook.delivery_failed": "An event could not be delivered to another endpoint",
  "v1.package.ready": "The package can be downloaded",
};

/** An event in words; one that is not known here as it is called. */
export const eventWord = (type) => EVENTS[type] ?? (type.endsWith("webhook.test") ? "A test" : type);

export const DELIVERY_STATES = {
  pending: { word: "On its way", tone: "info", shape: "waiting" },
  delivered: { word: "Delivered", tone: "good", shape: "good" },
  failed: { word: "Given up", tone: "bad", shape: "bad" },
  skipped: { word: "Skipped", tone: "plain", shape: "plain" },
};

export const STORES = {
  temporal: "Temporal (workflows)",
  postgres: "PostgreSQL (records)",
  object_store: "Object store (documents)",
};
