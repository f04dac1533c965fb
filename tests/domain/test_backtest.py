"""A draft tried on past cases: whose outcome would be another one, and which terms make the difference."""

from datetime import date, timedelta
from math import fsum

from pydantic import JsonValue

from domain.backtest import Compared, PastCase, compare, report
from domain.investigation import investigate
from domain.policies import policy_hash, rule_set_of
from schemas.bands import Bands
from schemas.policy import Policy
from schemas.sources import SourceAnswer, SourceName
from schemas.status import CaseStatus
from tests.domain.investigated_cases import complete_case
from tests.example_cases import NOW, an_answer
from tests.past_cases import founded
from tests.policies import POLICY, a_policy

YOUNG: dict[str, JsonValue] = {
    "id": "young_company",
    "title": "Young company",
    "condition": {"type": "company_younger_than", "months": 24},
    "severity": "high",
    "points": 0.6,
    "effect": {"due_diligence": "edd_recommended", "recommend": "escalate"},
}


def past(*answers: SourceAnswer, policy: Policy = POLICY, days_ago: int = 0) -> PastCase:
    """Of a company that was screened, unless an answer says otherwise."""
    screened = an_answer(SourceName.SCREENING, "not_found")
    record = complete_case(sources={answer.source: answer for answer in (screened, *answers)})
    then = NOW - timedelta(days=days_ago)
    return PastCase(record, investigate(record, policy, then), CaseStatus.REVIEW_PENDING)


def renamed(policy: Policy = POLICY) -> Policy:
    return policy.model_copy(update={"version": "next", "valid_from": date(2030, 1, 1)})


def test_the_same_rules_under_another_name_change_nothing() -> None:
    assert compare(past(founded("2026-02-01")), renamed()).change is None


def test_a_case_whose_outcome_is_another_one_is_listed_with_both() -> None:
    case = past(founded("2024-09-01"), an_answer(SourceName.SCREENING, "not_configured"))

    change = compare(case, a_policy(YOUNG)).change

    assert change is not None
    assert (change.case_id, change.company_name) == (case.record.opening.case_id, "Acme Trading BVBA")
    assert (change.before.band, change.before.recommended_action) == ("CLEAR", "follow_up")
    assert (change.after.band, change.after.recommended_action) == ("MEDIUM", "escalate")
    assert (change.before.due_diligence, change.after.due_diligence) == ("standard", "edd_recommended")
    assert (change.flags_gained, change.flags_lost) == (("young_company",), ("screening_not_made",))
    assert (change.rule_set, change.iteration, change.investigated_at) == (rule_set_of(POLICY), 1, NOW)


def test_the_terms_that_are_listed_make_up_the_difference_and_the_largest_comes_first() -> None:
    change = compare(past(founded("2024-09-01")), a_policy(YOUNG)).change

    assert change is not None
    moved = [(term.after or 0) - (term.before or 0) for term in change.terms]
    assert round(fsum(moved), 4) == change.score_change == 0.46
    assert [abs(points) for points in moved] == sorted((abs(points) for points in moved), reverse=True)
    assert {term.name for term in change.terms} == {"worst_dimension", "young_company"}


def test_a_case_is_assessed_as_of_its_investigation_and_not_as_of_today() -> None:
    """The company was young then, and is not any more."""
    long_ago = past(founded("2024-01-01"), days_ago=300)

    assert compare(long_ago, a_policy(YOUNG)).met == ("young_company",)
    assert compare(past(founded("2024-01-01")), a_policy(YOUNG)).met == ()


def test_a_red_flag_more_is_a_change_though_the_score_is_the_same() -> None:
    quiet = a_policy({**YOUNG, "severity": "info", "points": None, "effect": {}})

    change = compare(past(founded("2025-09-01"), policy=a_policy()), quiet).change

    assert change is not None
    assert (change.score_change, change.flags_gained) == (0.0, ("young_company",))


def test_what_todays_software_finds_besides_is_told_apart_from_the_draft() -> None:
    case = past(founded("2026-02-01"))
    blind = case._replace(stored=case.stored.model_copy(update={"findings": (), "red_flags": (), "risk_score": 0.05}))

    change = compare(blind, renamed()).change

    assert change is not None
    assert "find_recently_founded" in change.findings_gained
    assert change.findings_lost == ()


def test_bands_that_are_drawn_otherwise_change_the_outcome() -> None:
    strict = POLICY.model_copy(update={"bands": Bands(critical=0.9, high=0.7, medium=0.04, low=0.02)})

    change = compare(past(founded("2015-01-01")), strict).change

    assert change is not None
    assert (change.before.band, change.after.band, change.score_change) == ("CLEAR", "MEDIUM", 0.0)


def test_a_stored_outcome_is_named_by_the_bands_that_it_kept() -> None:
    strict = POLICY.model_copy(update={"bands": Bands(critical=0.9, high=0.7, medium=0.04, low=0.02)})
    case = past(founded("2015-01-01"), policy=strict)
    older = case._replace(stored=case.stored.model_copy(update={"bands": None}))

    kept, standard = compare(case, POLICY).change, compare(older, strict).change

    assert kept is not None and standard is not None
    assert (kept.before.band, kept.after.band) == ("MEDIUM", "CLEAR")
    assert (standard.before.band, standard.after.band) == ("CLEAR", "MEDIUM")


# The report.


def test_the_report_counts_which_outcomes_become_which() -> None:
    draft = a_policy(YOUNG, {"id": "never_met"})
    cases = [compare(past(founded(day)), draft) for day in ("2024-09-01", "2024-10-01", "2015-01-01")]

    found = report(draft, cases, {"never_investigated": 2, "unreadable": 0}, complete=True)

    assert (found.cases_examined, found.cases_skipped, found.complete) == (3, {"never_investigated": 2}, True)
    assert found.summary.band == {"CLEAR->MEDIUM": 2}
    assert found.summary.recommended_action == {"approve->escalate": 2}
    assert found.summary.due_diligence == {"standard->edd_recommended": 2}
    assert found.against == {rule_set_of(POLICY): 3}
    assert (found.policy.name, found.policy.hash) == (draft.name, policy_hash(draft))
    assert {rule.rule_id: rule.cases for rule in found.rules_met} == {"young_company": 2, "never_met": 0}


def test_the_largest_changes_come_first() -> None:
    draft = a_policy(YOUNG)
    small = a_policy(YOUNG | {"points": 0.1})
    cases: list[Compared] = [compare(past(founded("2024-09-01")), policy) for policy in (small, draft)]

    changes = [change.score_change for change in report(draft, cases, {}, complete=False).changed]

    assert changes == sorted(changes, reverse=True)
