"""Whom a case waits for, as an officer's queue says it."""

from collections.abc import Mapping

from schemas.case_list import WaitsFor
from schemas.status import CaseStatus

S = CaseStatus

_WAITS_FOR: Mapping[CaseStatus, WaitsFor | None] = {
    S.CREATED: "case",
    S.AWAITING_DOCUMENTS: "customer",
    S.DOCUMENTS_RECEIVED: "case",
    S.VALIDATING_DOCUMENTS: "case",
    S.PROCESSING: "case",
    S.GENERATING_TASKS: "case",
    S.REVIEW_PENDING: "officer",
    S.FOLLOW_UP_REQUIRED: "customer",
    S.ESCALATED: "senior_officer",
    S.APPROVED: None,
    S.REJECTED: None,
    S.FAILED: None,
}


def waits_for(status: CaseStatus) -> WaitsFor | None:
    """Who has to do something next; `case` while the software works, None once the case is closed."""
    return _WAITS_FOR[status]
