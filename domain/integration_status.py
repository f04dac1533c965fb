"""How far a case is, in the words of the integration API, and what has become of its review.

What only officers know is not told apart: an escalated case needs review like any other.
"""

from collections.abc import Mapping
from typing import NamedTuple

from schemas.integration_api import IntegrationStatus, ReviewState
from schemas.status import CaseStatus

S = CaseStatus


class Standing(NamedTuple):
    status: CaseStatus
    first_round: bool | None = None
    """Whether the customer is asked for the first time; None where it makes no difference."""


_WORDS: Mapping[Standing, IntegrationStatus] = {
    Standing(S.CREATED): "created",
    Standing(S.AWAITING_DOCUMENTS, first_round=True): "created",
    Standing(S.AWAITING_DOCUMENTS, first_round=False): "applicant_blocked",
    Standing(S.DOCUMENTS_RECEIVED): "submitted",
    Standing(S.VALIDATING_DOCUMENTS): "processing",
    Standing(S.PROCESSING): "processing",
    Standing(S.GENERATING_TASKS): "processing",
    Standing(S.REVIEW_PENDING): "needs_review",
    Standing(S.ESCALATED): "needs_review",
    Standing(S.FOLLOW_UP_REQUIRED): "applicant_blocked",
    Standing(S.APPROVED): "completed",
    Standing(S.REJECTED): "completed",
    Standing(S.FAILED): "failed",
}

REVIEW: Mapping[CaseStatus, ReviewState] = {
    S.CREATED: "not_started",
    S.AWAITING_DOCUMENTS: "not_started",
    S.DOCUMENTS_RECEIVED: "not_started",
    S.VALIDATING_DOCUMENTS: "not_started",
    S.PROCESSING: "not_started",
    S.GENERATING_TASKS: "not_started",
    S.REVIEW_PENDING: "pending",
    S.ESCALATED: "pending",
    S.FOLLOW_UP_REQUIRED: "waiting_for_applicant",
    S.APPROVED: "approved",
    S.REJECTED: "rejected",
    S.FAILED: "ended",
}
"""What has become of the review of a case in this status, as of its current round."""


def integration_status(status: CaseStatus, iteration: int) -> IntegrationStatus:
    """How far a case in this status and round is."""
    return _WORDS.get(Standing(status)) or _WORDS[Standing(status, first_round=iteration == 1)]


def standings_of(word: IntegrationStatus) -> tuple[Standing, ...]:
    """Where cases stand that are said to be this far."""
    return tuple(standing for standing, said in _WORDS.items() if said == word)
