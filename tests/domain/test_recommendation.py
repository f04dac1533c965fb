"""What is recommended: more careful the graver the findings, never to reject, and never because a source was silent."""

from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.investigation import investigate
from domain.recommendation import ESCALATING_BANDS, recommend
from domain.risk import band, score
from schemas.investigation import Discrepancy, Finding, RecommendedAction, Severity
from schemas.sources import SourceName
from tests.domain.investigated_cases import a_discrepancy, a_finding
from tests.example_cases import NOW, a_document, a_record, a_validation, an_answer

CAREFUL: tuple[RecommendedAction, ...] = ("approve", "follow_up", "escalate")
"""From the least careful to the most."""


def unavailable(count: int) -> list[Finding]:
    return [a_finding("low", "source_unavailable", number) for number in range(count)]


def severities(findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]) -> list[Severity]:
    return [*(item.severity for item in findings), *(item.severity for item in discrepancies)]


def recommended(
    findings: Sequence[Finding] = (), discrepancies: Sequence[Discrepancy] = (), can_ask_again: bool = True
) -> RecommendedAction:
    return recommend(score(findings, discrepancies)[0], findings, discrepancies, can_ask_again)


SEVERITIES = st.sampled_from(get_args(Severity))
FINDINGS = st.lists(SEVERITIES, max_size=12).map(
    lambda drawn: [a_finding(item, number=number) for number, item in enumerate(drawn)]
)
DISCREPANCIES = st.lists(SEVERITIES.map(a_discrepancy), max_size=1)

TABLE: tuple[tuple[Severity, bool, RecommendedAction], ...] = (
    ("info", True, "approve"),
    ("info", False, "approve"),
    ("low", True, "approve"),
    ("low", False, "approve"),
    ("medium", True, "follow_up"),
    ("medium", False, "escalate"),
    ("high", True, "follow_up"),
    ("high", False, "escalate"),
    ("critical", True, "escalate"),
    ("critical", False, "escalate"),
)


def test_a_case_in_which_nothing_was_found_may_be_approved() -> None:
    assert recommended() == "approve"


@pytest.mark.parametrize(("severity", "can_ask_again", "action"), TABLE)
def test_a_finding_is_followed_up_while_the_customer_can_be_asked_and_escalated_after(
    severity: Severity, can_ask_again: bool, action: RecommendedAction
) -> None:
    assert recommended([a_finding(severity)], can_ask_again=can_ask_again) == action


@pytest.mark.parametrize(("severity", "can_ask_again", "action"), TABLE)
def test_a_discrepancy_weighs_as_a_finding_does(
    severity: Severity, can_ask_again: bool, action: RecommendedAction
) -> None:
    assert recommended((), [a_discrepancy(severity)], can_ask_again) == action


def test_documents_that_are_missing_are_asked_for_however_many_they_are() -> None:
    missing = [a_finding("medium", "document_missing", number) for number in range(6)]

    assert recommended(missing) == "follow_up"
    assert recommended(missing, can_ask_again=False) == "escalate"
    assert recommended([*missing, a_finding("critical")]) == "escalate"


def test_many_findings_escalate_though_none_of_them_would_alone() -> None:
    five_mediums = [a_finding("medium", number=number) for number in range(5)]

    assert recommended(five_mediums[:1]) == "follow_up"
    assert recommended(five_mediums) == "escalate"


@pytest.mark.parametrize("risk_score", [0.7, 0.95])
def test_a_score_in_a_grave_band_escalates_whatever_it_is_made_of(risk_score: float) -> None:
    assert recommend(risk_score, [], [], can_ask_again=True) == "escalate"


@pytest.mark.parametrize("count", [1, 4, 13, 30])
def test_sources_that_were_unavailable_are_no_reason_against_approval(count: int) -> None:
    assert recommended(unavailable(count)) == "approve"


@given(FINDINGS, DISCREPANCIES, st.integers(1, 30), st.booleans())
def test_sources_that_were_unavailable_change_no_recommendation(
    findings: list[Finding], discrepancies: list[Discrepancy], count: int, can_ask_again: bool
) -> None:
    with_silence = recommended([*findings, *unavailable(count)], discrepancies, can_ask_again)

    assert with_silence == recommended(findings, discrepancies, can_ask_again)


@given(FINDINGS, DISCREPANCIES, st.booleans())
def test_a_grave_score_and_a_critical_finding_always_escalate_and_nobody_is_ever_rejected(
    findings: list[Finding], discrepancies: list[Discrepancy], can_ask_again: bool
) -> None:
    action = recommended(findings, discrepancies, can_ask_again)

    grave = band(score(findings, discrepancies)[0]) in ESCALATING_BANDS
    critical = "critical" in severities(findings, discrepancies)
    assert action in CAREFUL
    assert action == "escalate" or not (grave or critical)


@given(FINDINGS, DISCREPANCIES, SEVERITIES, st.booleans())
def test_one_more_finding_never_makes_it_less_careful(
    findings: list[Finding], discrepancies: list[Discrepancy], severity: Severity, can_ask_again: bool
) -> None:
    before = recommended(findings, discrepancies, can_ask_again)
    after = recommended([*findings, a_finding(severity, number=99)], discrepancies, can_ask_again)

    assert CAREFUL.index(after) >= CAREFUL.index(before)


@given(FINDINGS, DISCREPANCIES)
def test_nothing_medium_or_graver_stands_in_a_case_that_may_be_approved(
    findings: list[Finding], discrepancies: list[Discrepancy]
) -> None:
    if recommended(findings, discrepancies) == "approve":
        assert set(severities(findings, discrepancies)) <= {"info", "low"}


# What an investigation keeps.


def test_an_investigation_keeps_what_it_recommends() -> None:
    document = a_document("certificate")
    record = a_record(documents=(document,), validation_results=(a_validation(document),))

    assert investigate(record, NOW).recommended_action == "approve"


def test_an_investigation_recommends_to_ask_again_only_while_an_iteration_is_left() -> None:
    contradicting = {SourceName.VIES: an_answer(SourceName.VIES, facts={"company_name": "Another Company NV"})}

    recommendations = [
        investigate(a_record(sources=contradicting, current_iteration=iteration), NOW).recommended_action
        for iteration in (1, 2, 3)
    ]

    assert recommendations == ["follow_up", "follow_up", "escalate"]
