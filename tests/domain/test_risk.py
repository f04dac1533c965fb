"""The risk score: five dimensions, terms that add up exactly, and a worst dimension that no average hides."""

from collections.abc import Sequence
from math import fsum
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.grounds import Grounds
from domain.red_flags import raised
from domain.risk import NO_ROOM, Risk, assess, band, summary
from schemas.bands import Bands
from schemas.company import Company
from schemas.investigation import DimensionName, Discrepancy, Finding, RiskTerm, Severity
from schemas.mcc import RiskTier
from schemas.policy import DIMENSIONS, Policy
from schemas.template import Question
from tests.domain.investigated_cases import (
    ORDINARY,
    a_discrepancy,
    a_finding,
    complete_case,
    grounds,
    settled,
)
from tests.example_cases import COMPANY, TEMPLATE, an_opening
from tests.policies import POLICY, a_policy

VOLUME = "expected_monthly_volume"
ASKED_FOR_VOLUME = an_opening(
    template=TEMPLATE.model_copy(
        update={"questions": (Question(id=VOLUME, text="How much?", type="select", options=("Below EUR 10,000",)),)}
    )
)

CATEGORIES = st.sampled_from(
    ["some_category", "sanction_match", "pep_match", "document_missing", "website_parked", "source_unavailable"]
)
SEVERITIES = st.sampled_from(get_args(Severity))
FINDINGS = st.lists(st.tuples(SEVERITIES, CATEGORIES), max_size=12).map(
    lambda drawn: [a_finding(severity, category, number) for number, (severity, category) in enumerate(drawn)]
)
DISCREPANCIES = st.lists(SEVERITIES.map(a_discrepancy), max_size=1)
PLAIN = a_policy()


def risk(findings: Sequence[Finding] = (), discrepancies: Sequence[Discrepancy] = (), policy: Policy = POLICY) -> Risk:
    return risk_on(grounds(findings, discrepancies), policy)


def risk_on(found: Grounds, policy: Policy = POLICY) -> Risk:
    return assess(policy, found, raised(policy, found))


def named(found: Risk, name: str) -> RiskTerm:
    return next(term for term in found.terms if term.name == name)


def dimension(found: Risk, name: DimensionName) -> float:
    return next(item.score for item in found.dimensions if item.name == name)


def adds_up(found: Risk) -> bool:
    return round(fsum(term.points for term in found.terms), 4) == found.score


# How a score is made.


def test_a_case_in_which_nothing_was_found_has_the_risk_of_remote_onboarding_alone() -> None:
    found = risk()

    assert found.score == 0.05
    assert [(term.name, term.points) for term in found.terms if term.points] == [("remote_onboarding", 0.05)]
    assert dimension(found, "delivery_channel") == 0.5


def test_every_score_has_the_five_dimensions_with_their_weights() -> None:
    assert [(item.name, item.weight) for item in risk().dimensions] == [
        ("customer", 0.3),
        ("geographic", 0.25),
        ("product", 0.2),
        ("transaction", 0.15),
        ("delivery_channel", 0.1),
    ]


def test_a_term_is_its_points_in_the_dimension_times_the_weight_of_that() -> None:
    found = risk([a_finding("high")], policy=PLAIN)

    assert dimension(found, "customer") == 0.6
    assert named(found, "some_category").points == 0.18
    assert named(found, "some_category").dimension == "customer"


def test_a_share_of_the_worst_dimension_lifts_the_score_and_says_so() -> None:
    found = risk([a_finding("high", evidence_hash="sha256:" + "a" * 64, fact="vat_valid")], policy=PLAIN)

    assert found.score == 0.51
    floor = named(found, "worst_dimension")
    assert (floor.points, floor.dimension) == (0.28, None)
    assert (floor.cites, floor.facts, floor.evidence) == (("find_1",), ("vat_valid",), ("sha256:" + "a" * 64,))
    assert "0.85 of the worst dimension, customer (0.60)" in floor.explanation


def test_the_delivery_channel_never_lifts_the_score() -> None:
    assert 0.85 * dimension(risk(), "delivery_channel") > risk().score


def test_a_dimension_is_never_more_than_one_and_its_last_terms_add_nothing() -> None:
    found = risk([a_finding("high", number=number) for number in range(3)], policy=PLAIN)

    assert dimension(found, "customer") == 1
    assert [term.points for term in found.terms if term.name == "some_category"] == [0.18, 0.12, 0.0]
    assert found.score == 0.85


def test_a_term_that_finds_its_dimension_full_says_why_it_adds_nothing() -> None:
    found = risk(
        [*(a_finding("high", number=number) for number in range(3)), a_finding("info", number=4)], policy=PLAIN
    )

    told = {term.cites: term.explanation for term in found.terms if term.name == "some_category"}
    assert [cites for cites, text in told.items() if NO_ROOM in text] == [("find_2",)]
    assert told[("find_2",)] == f"Finding 2. {NO_ROOM}"


def test_a_finding_adds_to_the_dimension_that_it_speaks_of() -> None:
    found = risk([a_finding("medium", "website_missing"), a_finding("low", "accounts_overdue", 2)], policy=PLAIN)

    assert (dimension(found, "product"), dimension(found, "customer")) == (0.3, 0.05)


def test_a_term_names_the_fact_and_the_bytes_it_rests_on() -> None:
    finding = a_finding("medium", fact="company_status", evidence_hash="sha256:" + "b" * 64)

    term = named(risk([finding], policy=PLAIN), "some_category")

    assert (term.cites, term.facts, term.evidence) == (("find_1",), ("company_status",), ("sha256:" + "b" * 64,))


# Rules and findings.


def test_a_rule_with_points_takes_the_place_of_what_it_cites() -> None:
    policy = a_policy({"points": 0.1})

    found = risk([a_finding("high", number=number) for number in (1, 2)], policy=policy)

    assert dimension(found, "customer") == 0.1
    assert named(found, "some_rule").cites == ("find_1", "find_2")
    assert "some_category" not in {term.name for term in found.terms}


def test_a_rule_without_points_leaves_what_it_cites_its_weight() -> None:
    assert risk([a_finding("high")], policy=a_policy({})).score == risk([a_finding("high")], policy=PLAIN).score


def test_a_rule_may_ask_for_a_minimum_of_its_dimension() -> None:
    found = risk([a_finding("low")], policy=a_policy({"effect": {"minimum_dimension_score": 0.7}}))

    assert dimension(found, "customer") == 0.7
    assert named(found, "minimum_some_rule").points == 0.195
    assert adds_up(found)


def test_a_rule_may_ask_for_a_minimum_of_the_whole() -> None:
    found = risk([a_finding("low")], policy=a_policy({"points": 0.6, "effect": {"minimum_score": 0.9}}))

    assert found.score == 0.9
    assert named(found, "minimum_some_rule").points == 0.39
    assert named(found, "minimum_some_rule").cites == ("find_1",)
    assert named(found, "minimum_some_rule").dimension is None


def test_a_minimum_that_is_reached_anyway_adds_no_term() -> None:
    found = risk([a_finding("low")], policy=a_policy({"points": 1.0, "effect": {"minimum_score": 0.5}}))

    assert "minimum_some_rule" not in {term.name for term in found.terms}


# What every case has.


@pytest.mark.parametrize(("tier", "points"), [("low", 0.0), ("medium", 0.4), ("high", 0.8), (None, 0.2)])
def test_the_tier_of_the_merchant_category_is_the_risk_of_the_product(tier: RiskTier | None, points: float) -> None:
    classified = ORDINARY.model_copy(update={"risk_tier": tier}) if tier else None

    found = risk_on(grounds(record=complete_case(mcc_classification=classified)))

    assert dimension(found, "product") == points


@pytest.mark.parametrize(
    ("answer", "points"),
    [("Below EUR 10,000", 0.0), ("Above EUR 1 million", 0.4), ("As much as I can", 0.1), (None, 0.1)],
)
def test_the_expected_volume_is_the_risk_of_the_transactions(answer: str | None, points: float) -> None:
    submitted = complete_case(opening=ASKED_FOR_VOLUME)
    answers = {VOLUME: answer} if answer else {}
    submission = submitted.submissions[0].model_copy(update={"answers": answers})

    found = risk_on(grounds(record=submitted.model_copy(update={"submissions": (submission,)})))

    assert dimension(found, "transaction") == points


def test_a_template_that_does_not_ask_for_the_volume_adds_nothing_for_it() -> None:
    assert dimension(risk(), "transaction") == 0


def test_a_country_that_the_policy_names_adds_to_the_geographic_risk() -> None:
    company: Company = COMPANY.model_copy(update={"country": "BG"})

    assert dimension(risk_on(grounds(record=complete_case(opening=an_opening(company=company)))), "geographic") == 0.2
    assert dimension(risk(), "geographic") == 0


# What never weighs.


@pytest.mark.parametrize("count", [1, 14])
def test_silent_sources_add_nothing(count: int) -> None:
    silent = [a_finding("critical", "source_unavailable", number) for number in range(count)]

    assert risk(silent).score == risk().score


def test_a_settled_discrepancy_adds_nothing_and_an_escalated_one_still_does() -> None:
    open_one = a_discrepancy("high")

    assert risk((), [settled(open_one)]).score == risk().score
    assert risk((), [settled(open_one, "escalated")]).score == risk((), [open_one]).score > risk().score


# Laws.


@given(FINDINGS, DISCREPANCIES)
def test_the_terms_add_up_to_the_score_to_the_last_digit(
    findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]
) -> None:
    found = risk(findings, discrepancies)

    assert 0 <= found.score <= 1
    assert adds_up(found)
    assert found.score == round(found.score, 4)


@given(FINDINGS, DISCREPANCIES)
def test_the_terms_of_a_dimension_add_up_to_its_score_times_its_weight(
    findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]
) -> None:
    found = risk(findings, discrepancies)

    for item in found.dimensions:
        points = fsum(term.points for term in found.terms if term.dimension == item.name)
        assert round(points, 4) == round(item.score * item.weight, 4)


@given(FINDINGS, DISCREPANCIES)
def test_the_score_is_no_less_than_the_weighted_sum_and_the_share_of_the_worst(
    findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]
) -> None:
    found = risk(findings, discrepancies)

    weighted = fsum(item.score * item.weight for item in found.dimensions)
    worst = max(item.score for item in found.dimensions if POLICY.dimensions[item.name].in_floor)
    assert found.score >= round(max(weighted, POLICY.floor_factor * worst), 4)


@given(FINDINGS, DISCREPANCIES)
def test_whatever_was_found_is_cited_by_a_term(
    findings: Sequence[Finding], discrepancies: Sequence[Discrepancy]
) -> None:
    cited = {citation for term in risk(findings, discrepancies).terms for citation in term.cites}

    assert cited == {item.finding_id for item in findings} | {item.discrepancy_id for item in discrepancies}


@given(FINDINGS, DISCREPANCIES, st.randoms())
def test_the_order_of_findings_changes_nothing(
    findings: list[Finding], discrepancies: list[Discrepancy], chance: Random
) -> None:
    shuffled = chance.sample(findings, len(findings))

    assert risk(shuffled, discrepancies) == risk(findings, discrepancies)


@given(FINDINGS, DISCREPANCIES, SEVERITIES, CATEGORIES)
def test_one_more_finding_never_lowers_the_score(
    findings: list[Finding], discrepancies: list[Discrepancy], severity: Severity, category: str
) -> None:
    """But for a missing document, whose rule weighs all of them together, whatever each would weigh."""
    if category != "document_missing":
        more = [*findings, a_finding(severity, category, 99)]
        assert risk(more, discrepancies).score >= risk(findings, discrepancies).score


@given(FINDINGS)
def test_the_gravest_terms_come_first(findings: list[Finding]) -> None:
    points = [term.points for term in risk(findings).terms]

    assert points == sorted(points, reverse=True)


# Words.


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


def test_a_policy_may_draw_the_bands_otherwise() -> None:
    assert band(0.65, Bands(critical=0.8, high=0.6, medium=0.3, low=0.1)) == "HIGH"


def test_the_delivered_bands_are_those_that_are_used_where_no_policy_is_at_hand() -> None:
    assert POLICY.bands == Bands()


def test_the_summary_counts_and_names_the_gravest() -> None:
    findings = [a_finding("low"), a_finding("high", number=2), a_finding("critical", number=3)]

    text = summary("Acme", "MEDIUM", 0.5, findings, [a_discrepancy("medium")], [])

    assert text == "Acme: MEDIUM risk (0.50), 3 findings and 1 discrepancy. Gravest: Finding 3."


def test_the_summary_of_a_clear_case_says_so() -> None:
    assert summary("Acme", "CLEAR", 0.05, [], [], []) == (
        "Acme: CLEAR risk (0.05), no findings and no discrepancies. Nothing grave was found."
    )


def test_the_dimensions_are_those_of_the_guidelines() -> None:
    assert set(DIMENSIONS) == {"customer", "geographic", "product", "transaction", "delivery_channel"}
