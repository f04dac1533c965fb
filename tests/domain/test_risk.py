"""The risk score: points that add up, each with its reason."""

from collections.abc import Sequence
from math import fsum, isclose
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.risk import POINTS, REMOTE_ONBOARDING_POINTS, band, rule_set, score, summary
from schemas.investigation import Discrepancy, Finding, ProfileFact, Severity
from tests.example_cases import NOW


def a_finding(severity: Severity, number: int = 1) -> Finding:
    return Finding(
        finding_id=f"find_{number}",
        category="some_category",
        severity=severity,
        description="Something.",
        source="EU VIES",
    )


def a_discrepancy(severity: Severity) -> Discrepancy:
    side = ProfileFact(value="Acme", source="officer_input", timestamp=NOW)
    return Discrepancy(
        discrepancy_id="disc_company_name",
        field="company_name",
        severity=severity,
        description="The names differ.",
        sides=(side, side),
    )


SEVERITIES = st.sampled_from(get_args(Severity))
FINDINGS = st.lists(SEVERITIES, max_size=12).map(lambda drawn: [a_finding(item, n) for n, item in enumerate(drawn)])
DISCREPANCIES = st.lists(SEVERITIES.map(a_discrepancy), max_size=1)


def test_a_case_without_findings_has_the_risk_of_remote_onboarding() -> None:
    total, terms = score([], [])

    assert total == REMOTE_ONBOARDING_POINTS
    assert [term.name for term in terms] == ["remote_onboarding"]


@pytest.mark.parametrize("severity", get_args(Severity))
def test_a_finding_adds_the_points_of_its_severity(severity: Severity) -> None:
    total, _ = score([a_finding(severity)], [])

    assert isclose(total, REMOTE_ONBOARDING_POINTS + POINTS[severity])


@given(FINDINGS, DISCREPANCIES)
def test_the_terms_add_up_to_the_score_which_lies_between_nought_and_one(
    findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]
) -> None:
    total, terms = score(findings, discrepancies)

    assert 0 <= total <= 1
    assert abs(fsum(term.points for term in terms) - total) < 1e-9


@given(FINDINGS, DISCREPANCIES)
def test_every_term_but_the_channels_cites_a_finding_or_discrepancy_and_each_is_cited_once(
    findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]
) -> None:
    _, terms = score(findings, discrepancies)

    cited = [citation for term in terms for citation in term.cites]
    assert sorted(cited) == sorted(
        [item.finding_id for item in findings] + [item.discrepancy_id for item in discrepancies]
    )
    assert [term.name for term in terms if not term.cites] == ["remote_onboarding"]


@given(FINDINGS, DISCREPANCIES, st.randoms())
def test_the_order_of_findings_does_not_change_the_score(
    findings: list[Finding], discrepancies: list[Discrepancy], chance: Random
) -> None:
    shuffled = chance.sample(findings, len(findings))

    assert score(shuffled, discrepancies)[0] == score(findings, discrepancies)[0]


@given(FINDINGS, SEVERITIES)
def test_one_more_finding_never_lowers_the_score(findings: list[Finding], severity: Severity) -> None:
    assert score([*findings, a_finding(severity, 99)], [])[0] >= score(findings, [])[0]


@given(FINDINGS)
def test_the_gravest_terms_come_first(findings: list[Finding]) -> None:
    points = [term.points for term in score(findings, [])[1]]

    assert points == sorted(points, reverse=True)


@pytest.mark.parametrize(
    ("total", "word"),
    [
        (0.0, "CLEAR"),
        (0.1999, "CLEAR"),
        (0.2, "LOW"),
        (0.4, "MEDIUM"),
        (0.7, "HIGH"),
        (0.9, "CRITICAL"),
        (1.0, "CRITICAL"),
    ],
)
def test_a_score_has_a_word(total: float, word: str) -> None:
    assert band(total) == word


def test_the_rules_are_named_with_their_hash() -> None:
    name, _, digest = rule_set().partition("@sha256:")

    assert (name, len(digest)) == ("baseline-1", 16)
    assert rule_set() == rule_set()


def test_the_summary_counts_and_names_the_gravest() -> None:
    text = summary("Acme", 0.5, [a_finding("low"), a_finding("high")], [a_discrepancy("medium")])

    assert text == "Acme: MEDIUM risk (0.50), 2 findings and 1 discrepancy. Gravest: Something."


def test_the_summary_of_a_clear_case_says_so() -> None:
    assert summary("Acme", 0.05, [], []) == (
        "Acme: CLEAR risk (0.05), no findings and no discrepancies. Nothing grave was found."
    )
