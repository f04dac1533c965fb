"""Officers judge screening matches: a namesake weighs nothing, whoever is the same weighs, and both are told."""

from itertools import permutations

import pytest
from pydantic import JsonValue, ValidationError

from domain.brief import brief
from domain.conditions import match
from domain.findings import find
from domain.grounds import Grounds
from domain.investigation import investigate
from domain.profile import build_profile
from domain.profile.facts import facts_of
from domain.screening_matches import screening_matches
from domain.signals import key_signals
from schemas.case import CaseRecord
from schemas.investigation import InvestigationResult
from schemas.policy_conditions import FactHasDetail
from schemas.screening import ScreeningDecision, ScreeningMatch, ScreeningVerdict
from schemas.sources import SourceFact, SourceName
from tests.domain.investigated_cases import complete_case
from tests.example_cases import NOW, OFFICER, an_answer
from tests.policies import POLICY, a_policy


def entry(subject: str = "Jan Peeters", caption: str = "Jan PEETERS", **details: str) -> SourceFact:
    known = {
        "subject": subject,
        "kind": "person",
        "match": "true",
        "score": "0.95",
        "topics": "sanction",
        "datasets": "eu_fsf,be_fod",
        "entity_id": "Q1",
        "matched": "name_match,country_match",
        "birth_date": "1952-04-17",
    }
    return SourceFact(name="screening_match", value=caption, details={**known, **details})


def screened(*entries: SourceFact, decisions: tuple[ScreeningDecision, ...] = ()) -> CaseRecord:
    answer = an_answer(SourceName.SCREENING).model_copy(update={"facts": entries})
    return complete_case(sources={SourceName.SCREENING: answer}, screening_decisions=decisions)


def matches(record: CaseRecord) -> tuple[ScreeningMatch, ...]:
    return screening_matches(facts_of(record)["screening_match"], record.screening_decisions)


def decided(record: CaseRecord, verdict: ScreeningVerdict, number: int = 0) -> CaseRecord:
    """The case once an officer has said this of one of its matches."""
    judged = matches(record)[number]
    decision = ScreeningDecision(
        match_id=judged.match_id,
        fingerprint=judged.fingerprint,
        decision=verdict,
        reason="Born in 1987 by the passport.",
        subject=judged.subject,
        entry=judged.entry,
        lists=judged.datasets,
        actor=OFFICER,
        decided_at=NOW,
    )
    return record.model_copy(update={"screening_decisions": (*record.screening_decisions, decision)})


def with_entries(record: CaseRecord, *entries: SourceFact) -> CaseRecord:
    """The same case after another screening."""
    return record.model_copy(update={"sources": screened(*entries).sources})


def assessed(record: CaseRecord) -> InvestigationResult:
    return investigate(record, POLICY, NOW)


def told(record: CaseRecord) -> list[tuple[str, str]]:
    return [(item.category, item.severity) for item in find(record, NOW) if item.fact == "screening_match"]


def test_a_match_is_shown_with_what_the_service_says_of_it() -> None:
    (found,) = matches(screened(entry()))

    assert (found.subject, found.entry, found.entity_id, found.is_match, found.score, found.decision) == (
        "Jan Peeters",
        "Jan PEETERS",
        "Q1",
        True,
        "0.95",
        None,
    )
    assert (found.topics, found.datasets) == (("sanction",), ("eu_fsf", "be_fod"))


def test_matches_come_before_near_misses_and_the_closest_first() -> None:
    found = matches(
        screened(
            entry(entity_id="Q1", match="false", score="0.99"),
            entry(entity_id="Q2", score="0.8"),
            entry(entity_id="Q3", score="much"),
            entry(entity_id="Q4", score="0.9"),
        )
    )

    assert [item.entity_id for item in found] == ["Q4", "Q2", "Q3", "Q1"]


def test_two_persons_of_one_name_are_one_match_with_an_entry() -> None:
    (found,) = matches(screened(entry(score="0.8", contradicted="dob_year_disjoint"), entry(score="0.97")))

    assert found.score == "0.97"


def test_a_dismissed_match_weighs_nothing_and_says_who_dismissed_it_and_why() -> None:
    record = screened(entry())
    before, after = assessed(record), assessed(decided(record, "false_positive"))

    (finding,) = [item for item in after.findings if item.fact == "screening_match"]
    assert (before.risk_score, before.recommended_action) == (0.95, "escalate")
    assert (after.risk_score, after.red_flags, after.recommended_action) == (
        assessed(screened()).risk_score,
        (),
        "approve",
    )
    assert (finding.category, finding.severity) == ("screening_dismissed", "info")
    assert finding.description == (
        "Jan Peeters is not “Jan PEETERS” (born 1952-04-17) on a sanctions list, dismissed by key_officer on "
        "2026-03-02: “Born in 1987 by the passport.”. The service found: score 95 %, name and country agree "
        "(name_match, country_match; sanction; eu_fsf, be_fod)."
    )


def test_a_confirmed_match_weighs_as_before_and_says_who_confirmed_it() -> None:
    record = screened(entry())
    before, after = assessed(record), assessed(decided(record, "true_match"))

    assert (after.risk_score, after.recommended_action) == (before.risk_score, before.recommended_action)
    assert "is “Jan PEETERS” (born 1952-04-17) on a sanctions list, confirmed by" in after.findings[0].description


def test_a_near_miss_that_an_officer_confirms_weighs_as_a_match() -> None:
    near = screened(entry(match="false", score="0.6"))

    assert told(near) == [("screening_near_miss", "info")]
    assert told(decided(near, "true_match")) == [("sanction_match", "critical")]


def test_only_the_match_that_was_judged_is_dismissed() -> None:
    record = screened(entry(entity_id="Q1"), entry("An Maes", entity_id="Q1"), entry(entity_id="Q2"))

    assert sorted(told(decided(record, "false_positive", 1))) == [
        ("sanction_match", "critical"),
        ("sanction_match", "critical"),
        ("screening_dismissed", "info"),
    ]


def test_a_decision_can_be_taken_back() -> None:
    record = decided(decided(screened(entry()), "false_positive"), "undecided")

    assert told(record) == [("sanction_match", "critical")]
    assert matches(record)[0].decision is None


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({"score": "0.99"}, True),
        ({"match": "false"}, False),
        ({"matched": "country_match, name_match"}, True),
        ({"last_change": "2026-03-01", "datasets": "eu_fsf"}, True),
        ({"matched": "name_match,country_match,dob_match"}, False),
        ({"contradicted": "dob_year_disjoint"}, False),
        ({"topics": "sanction,crime"}, False),
        ({"birth_date": "1987-01-02"}, False),
        ({"country": "be"}, False),
        ({"caption": "Johannes PEETERS"}, False),
    ],
)
def test_a_dismissal_holds_until_the_service_says_something_else_than_a_score(
    changes: dict[str, str], holds: bool
) -> None:
    judged = decided(screened(entry()), "false_positive")

    (after,) = matches(with_entries(judged, entry(**changes)))

    assert after.match_id == matches(judged)[0].match_id
    assert (after.decision is not None) is holds


def test_a_near_miss_that_was_dismissed_is_open_again_once_it_is_a_match() -> None:
    judged = decided(screened(entry(match="false", score="0.55")), "false_positive")

    assert told(with_entries(judged, entry(score="0.98"))) == [("sanction_match", "critical")]


def test_a_dismissal_does_not_hold_for_another_of_the_same_name() -> None:
    judged = decided(screened(entry()), "false_positive")

    assert told(with_entries(judged, entry(), entry())) == [("sanction_match", "critical")] * 2


def test_whoever_was_recognised_weighs_whatever_a_list_says_of_them_later() -> None:
    judged = decided(screened(entry(match="false", score="0.6")), "true_match")

    assert told(with_entries(judged, entry(match="false", country="be"))) == [("sanction_match", "critical")]
    assert told(decided(with_entries(judged, entry(match="false", country="be")), "undecided")) == [
        ("screening_near_miss", "info")
    ]


def test_matches_that_the_service_counts_and_does_not_tell_weigh_though_all_it_told_were_dismissed() -> None:
    subject = SourceFact(name="screened", value="Jan Peeters", details={"kind": "person", "matches": "3"})
    judged = decided(screened(entry(), entry(entity_id="Q2"), subject), "false_positive")
    judged = decided(judged, "false_positive", 1)

    found = [(item.severity, item.description) for item in find(judged, NOW) if item.category == "screening_left_out"]
    assert found == [("high", "One more entry matches Jan Peeters than the service told: look them up there.")]
    assert assessed(judged).recommended_action != "approve"


def test_neither_matches_nor_risk_depend_on_the_order_in_which_entries_are_stated() -> None:
    entries = (entry(), entry(contradicted="dob_year_disjoint"), entry("An Maes"), entry(entity_id="Q2", match="false"))
    judged = decided(decided(screened(*entries), "false_positive"), "true_match", 2)

    orders = [with_entries(judged, *order) for order in permutations(entries)]

    assert all(matches(record) == matches(judged) for record in orders)
    assert all(assessed(record) == assessed(judged) for record in orders)


def test_no_rule_rests_on_what_was_dismissed() -> None:
    """Neither one about the fact itself, nor one about whatever a screening finds."""
    record = decided(screened(entry()), "false_positive")
    grounds = Grounds(record, NOW, find(record, NOW), build_profile(record))
    on_lists = FactHasDetail(type="fact_detail", fact="screening_match", detail="topics", contains="sanction")
    of_screening: dict[str, JsonValue] = {
        "condition": {"type": "finding_source", "one_of": ["screening"], "at_least": "info"}
    }
    with_points = {**POLICY.severity_points.model_dump(), "info": 0.02}

    assert match(on_lists, grounds, {}) is None
    assert investigate(record, a_policy(of_screening), NOW).red_flags == ()
    assert not any(
        term.points and "find_screening_dismissed_Q1" in term.cites
        for term in investigate(record, a_policy(severity_points=with_points), NOW).risk_terms
    )


def test_a_policy_cannot_make_what_was_dismissed_weigh() -> None:
    with pytest.raises(ValidationError, match="about somebody else"):
        a_policy({"condition": {"type": "finding_category", "one_of": ["screening_dismissed"]}, "points": 0.5})


def test_the_brief_says_that_a_match_was_dismissed() -> None:
    judged = decided(screened(entry()), "false_positive")
    record = judged.model_copy(update={"investigation_results": (assessed(judged),)})

    line = "1 screening match dismissed by officers as somebody else"
    assert line in key_signals(record)
    assert f"{line}." in brief(record, NOW).summary
