"""How far a case is, in the words of the integration API."""

from typing import get_args

import pytest

from domain.integration_status import REVIEW, integration_status, standings_of
from schemas.integration_api import IntegrationStatus
from schemas.status import CaseStatus

S = CaseStatus


@pytest.mark.parametrize(
    ("status", "iteration", "word"),
    [
        (S.CREATED, 1, "created"),
        (S.AWAITING_DOCUMENTS, 1, "created"),
        (S.AWAITING_DOCUMENTS, 2, "applicant_blocked"),
        (S.DOCUMENTS_RECEIVED, 1, "submitted"),
        (S.VALIDATING_DOCUMENTS, 3, "processing"),
        (S.PROCESSING, 1, "processing"),
        (S.GENERATING_TASKS, 1, "processing"),
        (S.REVIEW_PENDING, 1, "needs_review"),
        (S.FOLLOW_UP_REQUIRED, 2, "applicant_blocked"),
        (S.APPROVED, 1, "completed"),
        (S.REJECTED, 4, "completed"),
        (S.FAILED, 1, "failed"),
    ],
)
def test_each_status_has_a_word(status: CaseStatus, iteration: int, word: IntegrationStatus) -> None:
    assert integration_status(status, iteration) == word


def test_nobody_is_told_that_a_case_is_escalated() -> None:
    assert integration_status(S.ESCALATED, 1) == integration_status(S.REVIEW_PENDING, 1)
    assert REVIEW[S.ESCALATED] == REVIEW[S.REVIEW_PENDING]


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("iteration", [1, 2])
def test_who_looks_for_a_word_finds_the_cases_that_are_said_to_be_so(status: CaseStatus, iteration: int) -> None:
    said = {
        word
        for word in get_args(IntegrationStatus)
        for standing in standings_of(word)
        if standing.status is status and standing.first_round in (None, iteration == 1)
    }

    assert said == {integration_status(status, iteration)}


def test_every_status_has_a_word_for_its_review() -> None:
    assert set(REVIEW) == set(S)
