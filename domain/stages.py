"""Where a case may stand, go, and by whom: the tables that every command and every stage is held against."""

from schemas.commands import Decision
from schemas.investigation import RecommendedAction
from schemas.status import CaseStatus

S = CaseStatus

TERMINAL = frozenset({S.APPROVED, S.REJECTED, S.FAILED})
REPORTED = frozenset({S.APPROVED, S.REJECTED})
"""The ends that a person decided, and that a report therefore tells of."""
AWAITING_CUSTOMER = frozenset({S.AWAITING_DOCUMENTS, S.FOLLOW_UP_REQUIRED})
AWAITING_OFFICER = frozenset({S.REVIEW_PENDING, S.ESCALATED})

DECISIONS: dict[tuple[CaseStatus, Decision], CaseStatus] = {
    (S.REVIEW_PENDING, "approve"): S.APPROVED,
    (S.REVIEW_PENDING, "reject"): S.REJECTED,
    (S.REVIEW_PENDING, "follow_up"): S.FOLLOW_UP_REQUIRED,
    (S.REVIEW_PENDING, "escalate"): S.ESCALATED,
    (S.ESCALATED, "approve"): S.APPROVED,
    (S.ESCALATED, "reject"): S.REJECTED,
    (S.ESCALATED, "follow_up"): S.FOLLOW_UP_REQUIRED,
    (S.ESCALATED, "return"): S.REVIEW_PENDING,
}
"""Where a decision leads. What is not here is not allowed."""

DECIDING_ROLES: dict[CaseStatus, frozenset[str]] = {
    S.REVIEW_PENDING: frozenset({"officer", "senior_officer", "admin"}),
    S.ESCALATED: frozenset({"senior_officer", "admin"}),
}
"""Who may decide. A machine never does: `integration` and `system` are in no row."""

NEVER_COMMANDING = frozenset({"auditor", "unknown"})
"""Who changes nothing at all: an auditor only reads, and an actor that could not be read may be anyone."""

SUBMITTING_ROLES = frozenset({"customer"})
"""Who may upload and submit: nobody puts words into a customer's mouth."""

REASON_REQUIRED: frozenset[Decision] = frozenset({"reject", "escalate"})

LESS_CAREFUL: dict[RecommendedAction, frozenset[Decision]] = {
    "approve": frozenset(),
    "follow_up": frozenset({"approve"}),
    "escalate": frozenset({"approve", "follow_up"}),
}
"""The decisions that go against a recommendation by being less careful than it, and therefore need a reason. To be
more careful than recommended needs none: what is asked of the customer, or a rejection's reason, says why."""

MOVES: dict[CaseStatus, frozenset[CaseStatus]] = {
    S.DOCUMENTS_RECEIVED: frozenset({S.VALIDATING_DOCUMENTS}),
    S.VALIDATING_DOCUMENTS: frozenset({S.PROCESSING, S.AWAITING_DOCUMENTS}),
    S.PROCESSING: frozenset({S.GENERATING_TASKS}),
    S.GENERATING_TASKS: frozenset({S.REVIEW_PENDING}),
    **{status: frozenset({S.FAILED}) for status in AWAITING_CUSTOMER | AWAITING_OFFICER},
}
"""The moves that a case makes by itself: the stages of an investigation, and the end of its timeline. Everything else
is moved by a command."""
