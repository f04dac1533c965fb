"""Where a case may stand, go, and by whom: the tables that every command and every stage is held against."""

from schemas.commands import Decision
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
}
"""Where a decision leads. What is not here is not allowed."""

DECIDING_ROLES: dict[CaseStatus, frozenset[str]] = {
    S.REVIEW_PENDING: frozenset({"officer", "senior_officer", "admin"}),
    S.ESCALATED: frozenset({"senior_officer", "admin"}),
}
"""Who may decide. A machine never does: `integration` and `system` are in no row."""

NEVER_COMMANDING = frozenset({"auditor", "unknown"})
"""Who changes nothing at all: an auditor only reads, and an actor that could not be read may be anyone."""

REASON_REQUIRED: frozenset[Decision] = frozenset({"reject", "escalate"})

MOVES: dict[CaseStatus, frozenset[CaseStatus]] = {
    S.DOCUMENTS_RECEIVED: frozenset({S.VALIDATING_DOCUMENTS}),
    S.VALIDATING_DOCUMENTS: frozenset({S.PROCESSING, S.AWAITING_DOCUMENTS}),
    S.PROCESSING: frozenset({S.GENERATING_TASKS}),
    S.GENERATING_TASKS: frozenset({S.REVIEW_PENDING}),
}
"""The stages of an investigation. Everything else is moved by a command."""
