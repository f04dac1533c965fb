"""What is recommended: more careful the graver the findings, never to reject, and never because a source was silent."""

from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.grounds import Grounds
from domain.investigation import investigate
from domain.recommendation import CARE, ESCALATING_BANDS, recommend
from domain.red_flags import raised
from domain.risk import assess, band
from schemas.bands import BandName
from schemas.investigation import Discrepancy, Finding, RecommendedAction, Severity
from schemas.policy import Policy
from schemas.sources import SourceName, SourceState
from tests.domain.investigated_cases import a_discrepancy, a_finding, complete_case, grounds, settled
from tests.example_cases import NOW, an_answer
from tests.policies import POLICY, a_policy

SCREENED = complete_case(sources={SourceName.SCREENING: an_answer(SourceName.SCREENING, "not_found")})


def unavailable(count: int) -> list[Finding]:
    return [a_finding("low", "source_unavailable", number) for number in range(count)]


def missing(count: int) -> list[Finding]:
    return [a_finding("medium", "document_missing", number) for number in range(count)]


def recommended(
    findings: Sequence[Finding] = (),
    discrepancies: Sequence[Discrepancy] = (),
    can_ask_again: bool = True,
    policy: Policy = POLICY,
) -> RecommendedAction:
    """As an investigation comes to it."""
    found = grounds(findings, discrepancies, SCREENED)
    lasting = found.once_given() if can_ask_again else found
    named = band(assess(policy, lasting, raised(policy, lasting)).score, policy.bands)
    return recommend(named, found, raised(policy, found), can_ask_again)


def severities(findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]) -> set[Severity]:
    return {*(item.severity for item in findings), *(item.severity for item in discrepancies)}


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


@pytest.mark.parametrize("severity", ["info", "medium", "high", "critical"])
@pytest.mark.parametrize("can_ask_again", [True, False])
def test_a_discrepancy_weighs_as_a_finding_does(severity: Severity, can_ask_again: bool) -> None:
    assert recommended((), [a_discrepancy(severity)], can_ask_again) == recommended(
        [a_finding(severity)], (), can_ask_again
    )


def test_a_settled_discrepancy_is_no_reason_any_more_and_an_escalated_one_is() -> None:
    discrepancy = a_discrepancy("critical")

    assert recommended((), [settled(discrepancy)]) == "approve"
    assert recommended((), [settled(discrepancy, "escalated")]) == "escalate"


def test_documents_that_are_missing_are_asked_for_however_many_they_are() -> None:
    assert recommended(missing(6)) == "follow_up"
    assert recommended(missing(6), can_ask_again=False) == "escalate"
    assert recommended([*missing(6), a_finding("critical", number=9)]) == "escalate"
    assert recommended([*missing(6), a_finding("high", number=9)]) == "follow_up"


def test_many_findings_escalate_though_none_of_them_would_alone() -> None:
    four_mediums = [a_finding("medium", number=number) for number in range(4)]

    assert recommended(four_mediums[:1]) == "follow_up"
    assert recommended(four_mediums) == "escalate"


@pytest.mark.parametrize("named", sorted(ESCALATING_BANDS))
def test_a_score_in_a_grave_band_escalates_whatever_it_is_made_of(named: BandName) -> None:
    assert recommend(named, grounds(), (), can_ask_again=True) == "escalate"


# Red flags.


@pytest.mark.parametrize(("severity", "can_ask_again", "action"), TABLE)
def test_a_red_flag_counts_by_its_own_severity_too(
    severity: Severity, can_ask_again: bool, action: RecommendedAction
) -> None:
    policy = a_policy({"severity": severity, "points": 0.0})

    assert recommended([a_finding("info")], (), can_ask_again, policy) == action


@pytest.mark.parametrize(
    ("asked", "can_ask_again", "action"),
    [
        ("follow_up", True, "follow_up"),
        ("follow_up", False, "escalate"),
        ("escalate", True, "escalate"),
        ("escalate", False, "escalate"),
    ],
)
def test_a_red_flag_may_ask_for_more_care(asked: str, can_ask_again: bool, action: RecommendedAction) -> None:
    policy = a_policy({"severity": "low", "points": 0.0, "effect": {"recommend": asked}})

    assert recommended([a_finding("low")], (), can_ask_again, policy) == action


def test_a_red_flag_never_makes_it_less_careful() -> None:
    policy = a_policy({"severity": "info", "points": 0.0, "effect": {"recommend": "follow_up"}})

    assert recommended([a_finding("critical")], policy=policy) == "escalate"


# Laws.


@pytest.mark.parametrize("count", [1, 4, 13, 30])
def test_sources_that_were_unavailable_are_no_reason_against_approval(count: int) -> None:
    assert recommended(unavailable(count)) == "approve"


@pytest.mark.parametrize("state", ["unavailable", "not_configured"])
@pytest.mark.parametrize(("iteration", "action"), [(1, "follow_up"), (3, "escalate")])
def test_who_was_not_screened_is_never_recommended_to_be_approved(
    state: SourceState, iteration: int, action: RecommendedAction
) -> None:
    away = {SourceName.SCREENING: an_answer(SourceName.SCREENING, state, reason="timeout")}

    result = investigate(complete_case(sources=away, current_iteration=iteration), POLICY, NOW)

    assert (result.recommended_action, band(result.risk_score)) == (action, "CLEAR")


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
    found: Grounds = grounds(findings, discrepancies)
    action = recommended(findings, discrepancies, can_ask_again)

    grave = band(assess(POLICY, found, raised(POLICY, found)).score) in ESCALATING_BANDS
    critical = "critical" in severities(findings, discrepancies)
    assert action in CARE
    assert action == "escalate" or not (grave or critical)


@given(FINDINGS, DISCREPANCIES, SEVERITIES, st.booleans())
def test_one_more_finding_never_makes_it_less_careful(
    findings: list[Finding], discrepancies: list[Discrepancy], severity: Severity, can_ask_again: bool
) -> None:
    before = recommended(findings, discrepancies, can_ask_again)
    after = recommended([*findings, a_finding(severity, number=99)], discrepancies, can_ask_again)

    assert CARE.index(after) >= CARE.index(before)


@given(FINDINGS, DISCREPANCIES)
def test_nothing_medium_or_graver_stands_in_a_case_that_may_be_approved(
    findings: list[Finding], discrepancies: list[Discrepancy]
) -> None:
    if recommended(findings, discrepancies) == "approve":
        assert severities(findings, discrepancies) <= {"info", "low"}


# What an investigation keeps.


def test_an_investigation_keeps_what_it_recommends() -> None:
    assert investigate(SCREENED, POLICY, NOW).recommended_action == "approve"


def test_an_investigation_recommends_to_ask_again_only_while_an_iteration_is_left() -> None:
    contradicting = {
        **SCREENED.sources,
        SourceName.VIES: an_answer(SourceName.VIES, facts={"company_name": "Another Company NV"}),
    }

    recommendations = [
        investigate(complete_case(sources=contradicting, current_iteration=iteration), POLICY, NOW).recommended_action
        for iteration in (1, 2, 3)
    ]

    assert recommendations == ["follow_up", "follow_up", "escalate"]
