"""The brief: the seed's words for a clear case, plain words for every other, and nothing that was not recorded."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.brief import TREND_STEP, brief, trend
from domain.ledger import with_events
from domain.progress import timeline_exceeded
from domain.risk import assess
from schemas.bands import Bands
from schemas.brief import AiBrief, RiskTrend
from schemas.case import CaseRecord
from schemas.investigation import DueDiligence, RecommendedAction, RiskDimension
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.domain.investigated_cases import (
    LATER,
    LIVE,
    a_discrepancy,
    a_finding,
    a_flag,
    a_result,
    decided,
    grounds,
    investigated,
    settled,
)
from tests.example_cases import NOW, a_document, a_record, a_state, an_answer
from tests.policies import POLICY

S = CaseStatus


def scored(*scores: float) -> CaseRecord:
    return investigated(*(a_result(score, iteration=number) for number, score in enumerate(scores, start=1)))


INFOS = tuple(a_finding("info", number=number) for number in range(3))


# The documented example.


def test_a_clear_case_reads_as_the_documentation_says() -> None:
    case = brief(investigated(a_result(0.25, INFOS), opening=LIVE), LATER)

    assert case == AiBrief(
        summary="Acme Trading BVBA presents LOW risk (0.25) after initial investigation. "
        "All checks passed with no discrepancies.",
        risk_trend="STABLE",
        risk_scores=(0.25,),
        key_signals=("3 findings, 0 unresolved discrepancies (3 of the findings for information only)",),
        recommended_action="approve",
        generated_at=LATER,
    )


def test_a_score_is_told_in_two_digits_rounded_half_up() -> None:
    for score, told in ((0.255, "0.26"), (0.285, "0.29"), (0.765, "0.77"), (0.2549, "0.25"), (1.0, "1.00")):
        case = brief(scored(score), NOW)

        assert f"({told}) after initial investigation" in case.summary
        assert case.risk_scores == (score,)


def test_a_score_is_named_by_the_bands_of_the_policy_that_gave_it() -> None:
    strict = a_result(0.25, bands=Bands(critical=0.6, high=0.2, medium=0.1, low=0.05))

    assert "presents HIGH risk (0.25)" in brief(investigated(strict), NOW).summary


def test_the_summary_counts_what_is_to_be_considered_and_the_signals_count_all() -> None:
    silent = a_finding("low", "source_unavailable", 9)

    case = brief(investigated(a_result(findings=(a_finding("high", number=8), silent, *INFOS)), opening=LIVE), NOW)

    assert "1 finding and 0 discrepancies to consider." in case.summary
    assert case.key_signals[0] == "5 findings, 0 unresolved discrepancies (3 of the findings for information only)"


# Before an investigation.


def test_before_an_investigation_nothing_is_known_and_nothing_is_approved() -> None:
    case = brief(a_record(S.AWAITING_DOCUMENTS), NOW)

    assert (case.risk_trend, case.risk_scores, case.recommended_action) == ("INSUFFICIENT_DATA", (), "follow_up")
    assert case.summary == (
        "Acme Trading BVBA has not been investigated yet. The case waits for the customer's documents and answers."
    )


def test_before_an_investigation_the_brief_says_what_the_case_waits_for() -> None:
    empty = brief(a_record(S.AWAITING_DOCUMENTS), NOW)
    uploaded = brief(a_record(S.AWAITING_DOCUMENTS, documents=(a_document("certificate"),)), NOW)

    assert empty.key_signals[:2] == ("0 of 1 required document uploaded", "0 of 2 required questions answered")
    assert uploaded.key_signals[0] == "1 of 1 required document uploaded"


# The trend.


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((), "INSUFFICIENT_DATA"),
        ((0.9,), "STABLE"),
        ((0.3, 0.3), "STABLE"),
        ((0.3, 0.35), "STABLE"),
        ((0.3, 0.4), "WORSENING"),
        ((0.4, 0.3), "IMPROVING"),
        ((0.9, 0.2, 0.25), "STABLE"),
        ((0.1, 0.8, 0.5), "IMPROVING"),
    ],
)
def test_the_trend_is_the_last_score_against_the_one_before(scores: tuple[float, ...], expected: RiskTrend) -> None:
    assert trend(scores) == expected


def test_a_low_finding_is_no_trend_and_a_medium_one_is() -> None:
    clean, low, medium = (
        assess(POLICY, grounds(findings), ()).score for findings in ((), [a_finding("low")], [a_finding("medium")])
    )

    assert low - clean < TREND_STEP <= medium - clean


@given(st.lists(st.floats(0, 1), min_size=2, max_size=5).map(tuple))
def test_going_the_other_way_turns_the_trend_round(scores: tuple[float, ...]) -> None:
    opposite: dict[RiskTrend, RiskTrend] = {"IMPROVING": "WORSENING", "WORSENING": "IMPROVING", "STABLE": "STABLE"}

    assert trend((scores[-1], scores[-2])) == opposite[trend(scores)]


def test_later_scores_are_set_against_the_one_before_and_against_the_first() -> None:
    assert brief(scored(0.3, 0.5), NOW).key_signals[1] == "Risk up by 0.20 against the investigation before"
    assert brief(scored(0.3, 0.5, 0.3), NOW).key_signals[1] == (
        "Risk down by 0.20 against the investigation before, unchanged against the first"
    )


# The summary.


def test_a_later_investigation_is_named_by_its_iteration() -> None:
    assert "LOW risk (0.30) after the investigation of iteration 2." in brief(scored(0.6, 0.3), NOW).summary


def test_the_summary_counts_what_is_to_be_considered() -> None:
    missing = a_finding("medium", "document_missing", 2, requirement_id="certificate")
    result = a_result(0.65, (a_finding("high"), missing, *INFOS), (a_discrepancy("medium"),), "follow_up")

    assert brief(investigated(result), NOW).summary == (
        "Acme Trading BVBA presents MEDIUM risk (0.65) after initial investigation. "
        "2 findings and 1 discrepancy to consider, 1 required document missing."
    )


def test_a_source_that_was_unavailable_is_named_and_is_not_a_check_that_passed() -> None:
    result = a_result(findings=(a_finding("low", "source_unavailable"),))

    assert brief(investigated(result), NOW).summary.endswith(
        "All checks that could be made passed with no discrepancies; not checked: EU VIES."
    )


def test_a_source_that_was_unavailable_is_named_beside_what_was_found() -> None:
    result = a_result(findings=(a_finding("low", "source_unavailable"), a_finding("medium", number=2)))

    assert brief(investigated(result), NOW).summary.endswith(
        "1 finding and 0 discrepancies to consider. Not checked: EU VIES."
    )


def test_a_case_of_which_no_source_said_anything_passed_no_check() -> None:
    away = {name: an_answer(name, "unavailable", reason="timeout") for name in (SourceName.VIES, SourceName.KBO)}
    result = a_result(findings=(a_finding("low", "source_unavailable"),))

    told = brief(investigated(result, sources=away), NOW).summary

    assert told.endswith("Nothing is known of the company but what it says itself: no source could be checked.")


def test_a_source_without_a_key_is_not_a_check_that_passed() -> None:
    sources = {
        SourceName.VIES: an_answer(SourceName.VIES),
        SourceName.NORTHDATA: an_answer(SourceName.NORTHDATA, "not_configured"),
    }

    assert brief(investigated(a_result(), sources=sources), NOW).summary.endswith(
        "All checks that could be made passed with no discrepancies; not set up: NorthData."
    )


def test_a_red_flag_without_a_finding_is_not_told_as_nought_findings() -> None:
    result = a_result(red_flags=(a_flag("high", "Merchant category of high risk"),))

    assert "initial investigation. Red flags: Merchant category of high risk (high)." in (
        brief(investigated(result), NOW).summary
    )


def test_a_settled_discrepancy_is_nothing_to_consider() -> None:
    one = a_discrepancy("high")

    resolved = brief(investigated(a_result(discrepancies=(settled(one),))), NOW)
    escalated = brief(investigated(a_result(discrepancies=(settled(one, "escalated"),))), NOW)

    assert resolved.summary.endswith("All checks passed with every discrepancy settled.")
    assert resolved.key_signals[0] == "0 findings, 0 unresolved discrepancies"
    assert escalated.summary.endswith("0 findings and 1 discrepancy to consider.")


def test_the_gravest_red_flags_are_named_with_the_worst_of_their_dimensions() -> None:
    flags = (
        a_flag("critical", "Match with a sanctions list"),
        a_flag("high", "Tax debt"),
        a_flag("low", "Another thing"),
        a_flag("info", "Nobody was screened"),
    )
    dimensions = (
        RiskDimension(name="customer", score=1.0, weight=0.3),
        RiskDimension(name="product", score=1.0, weight=0.2),
        RiskDimension(name="delivery_channel", score=0.5, weight=0.1),
    )
    result = a_result(0.95, (a_finding("critical"),), red_flags=flags, dimensions=dimensions)

    assert brief(investigated(result), NOW).summary == (
        "Acme Trading BVBA presents CRITICAL risk (0.95) after initial investigation. "
        "1 finding and 0 discrepancies to consider. Red flags: Match with a sanctions list (critical), Tax debt (high) "
        "and 1 more; gravest in the customer dimension (1.00)."
    )


def test_a_red_flag_without_a_finding_is_no_check_that_passed() -> None:
    result = a_result(red_flags=(a_flag("high", "Merchant category of high risk"),))

    assert "All checks passed" not in brief(investigated(result), NOW).summary


def test_a_flag_that_only_informs_does_not_spoil_a_clear_case() -> None:
    result = a_result(red_flags=(a_flag("info", "Nobody was screened"),))

    assert brief(investigated(result), NOW).summary.endswith("All checks passed with no discrepancies.")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("edd_mandatory", "Enhanced due diligence is mandatory."),
        ("edd_recommended", "Enhanced due diligence is recommended."),
    ],
)
def test_enhanced_due_diligence_is_said_in_the_summary_and_why_in_the_signals(asked: DueDiligence, words: str) -> None:
    flags = (a_flag("high", "Politically exposed person", asked), a_flag("low", "Another thing"))

    case = brief(investigated(a_result(red_flags=flags, due_diligence=asked)), NOW)

    assert words in case.summary
    assert f"Enhanced due diligence {asked.removeprefix('edd_')}: Politically exposed person" in case.key_signals


def test_a_check_that_only_a_person_can_make_is_named_until_it_is_made() -> None:
    unchecked = a_finding("info", "withholding_unchecked", source="Withholding obligation")

    case = brief(investigated(a_result(findings=(unchecked,))), NOW)

    assert case.summary.endswith(
        "All checks that could be made passed with no discrepancies. To be looked up by hand: Withholding obligation."
    )
    assert "To be looked up by hand: Withholding obligation" in case.key_signals


def test_the_same_case_has_the_same_brief() -> None:
    record = a_record()

    assert brief(record, NOW) == brief(record.model_validate(record.model_dump(mode="json")), NOW)


@pytest.mark.parametrize("status", sorted(set(CaseStatus) - {S.REVIEW_PENDING}))
def test_the_summary_says_where_a_case_stands_that_is_not_under_review(status: CaseStatus) -> None:
    under_review = brief(investigated(a_result()), NOW).summary

    elsewhere = brief(investigated(a_result(), status=status), NOW).summary

    assert elsewhere.startswith(under_review)
    assert len(elsewhere) > len(under_review)


def test_a_closed_case_says_who_decided_and_when() -> None:
    record = investigated(a_result(), status=S.APPROVED, decisions=decided("approve"))

    assert brief(record, NOW).summary.endswith("Approved by key_senior (senior_officer) on 2026-03-03, as recommended.")


@pytest.mark.parametrize(
    ("advised", "words"),
    [("approve", "to approve"), ("follow_up", "to ask the customer again"), ("escalate", "to escalate")],
)
def test_a_closed_case_says_when_the_decision_was_not_what_was_recommended(
    advised: RecommendedAction, words: str
) -> None:
    record = investigated(
        a_result(recommended_action=advised), status=S.REJECTED, decisions=decided("reject", "No licence")
    )

    case = brief(record, NOW)

    assert case.summary.endswith(f"Rejected by key_senior (senior_officer) on 2026-03-03; recommended was {words}.")
    assert "Reason of the last decision: No licence" in case.key_signals


def test_a_case_that_ended_without_an_investigation_says_so() -> None:
    case = brief(a_record(S.FAILED), NOW)

    assert case.summary.endswith("has not been investigated yet. The case ended without a decision.")
    assert case.recommended_action == "follow_up"


# The recommendation.


@pytest.mark.parametrize("action", get_args(RecommendedAction))
def test_what_is_recommended_is_what_the_last_investigation_recorded(action: RecommendedAction) -> None:
    """Whatever today's rules would say of its findings."""
    first = a_result(recommended_action="approve")
    last = a_result(0.95, (a_finding("critical"),), recommended_action=action, iteration=2)

    assert brief(investigated(first, last), NOW).recommended_action == action


def test_an_investigation_without_a_recommendation_is_never_read_as_approval() -> None:
    assert brief(investigated(a_result(recommended_action=None)), NOW).recommended_action == "follow_up"


def test_the_brief_of_a_case_whose_time_was_over_says_so() -> None:
    state = a_state(CaseStatus.REVIEW_PENDING)
    timeline = next(item for item in state.record.deadlines if item.kind == "timeline")
    failed = with_events(state, timeline_exceeded(state.record, timeline), NOW)

    assert "the time allowed for it was over" in brief(failed.record, NOW).summary


def test_a_judgement_that_changed_the_risk_is_a_trend_and_is_named() -> None:
    before = a_record()
    latest = before.investigation_results[-1].model_copy(update={"risk_score": 0.77, "earlier_scores": (0.26,)})

    judged = brief(before.model_copy(update={"investigation_results": (latest,)}), NOW)

    assert (judged.risk_scores, judged.risk_trend) == ((0.26, 0.77), "WORSENING")
    assert "risk (0.77) after initial investigation and what officers have judged since." in judged.summary
    assert "Risk up by 0.51 against the score before officers judged what was found" in judged.key_signals
