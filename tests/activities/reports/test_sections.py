"""What stands in the sections on risk, facts, sources and evidence, before it is typeset."""

from datetime import timedelta

import pytest

from activities.reports.content import ReportContent
from activities.reports.cutting import cut
from activities.reports.request import ReportRequest
from activities.reports.sections import build_content
from domain.profile import build_profile
from schemas.bands import Bands
from schemas.case import CaseRecord
from schemas.investigation import FactDecision, RiskDimension
from schemas.sources import SourceName
from tests.activities.reports import sample_cases
from tests.activities.reports.sample_case_parts import SENIOR, later
from tests.activities.reports.sample_case_results import fact_decisions, latest, screening_decisions
from tests.activities.reports.sample_case_sources import (
    SCREENING_PERSONS,
    VIES_FIRST,
    WITHHOLDING,
    nothing,
    sources,
    withholding,
)


@pytest.fixture(scope="module")
def content() -> ReportContent:
    return build_content(sample_cases.ordinary())


def changed(**members: object) -> ReportContent:
    """The ordinary case with other members of its record, under the same audit log."""
    usual = sample_cases.ordinary()
    record: CaseRecord = usual.record.model_copy(update=members)
    return build_content(ReportRequest(record=record, profile=build_profile(record), events=usual.events))


def test_the_dimensions_and_what_is_beyond_them_add_up_to_the_score(content: ReportContent) -> None:
    assert content.risk is not None
    assert [row.name for row in content.risk.dimensions] == [
        "Customer",
        "Geographic",
        "Product",
        "Transaction",
        "Delivery channel",
        "Floor and minimum",
    ]
    assert sum(row.points for row in content.risk.dimensions) == pytest.approx(content.risk.score)
    assert sum(term.points for group in content.risk.groups for term in group.terms) == pytest.approx(0.7)


def test_a_term_is_called_as_the_red_flag_it_comes_from_or_by_what_it_is_about(content: ReportContent) -> None:
    about_a_name = latest().risk_terms[0].model_copy(update={"name": "discrepancy_company_name"})
    told = changed(investigation_results=(latest().model_copy(update={"risk_terms": (about_a_name,)}),)).risk

    assert content.risk is not None and told is not None
    assert content.risk.groups[0].terms[0].name == "A director is politically exposed"
    assert content.risk.groups[-1].terms[0].name == "Minimum: A director is politically exposed"
    assert content.risk.groups[1].terms[0].name == "Country be"
    assert told.groups[0].terms[0].name == "Discrepancy: Company name"


def test_a_dimension_that_is_full_says_why_more_adds_nothing(content: ReportContent) -> None:
    full = RiskDimension(name="customer", score=1.0, weight=0.35)
    result = latest().model_copy(update={"dimensions": (full, *latest().dimensions[1:])})
    told = changed(investigation_results=(result,)).risk

    assert content.risk is not None and told is not None
    assert not any(group.remark for group in content.risk.groups)
    assert [bool(group.remark) for group in told.groups] == [True, False, False, False, False, False]


def test_a_term_names_the_facts_and_the_evidence_behind_it(content: ReportContent) -> None:
    assert content.risk is not None
    grounds = content.risk.groups[0].terms[0].grounds
    registered = {row.name: row.fingerprint for row in content.evidence}

    assert grounds.facts == ("Directors", "Screening matches")
    assert [registered[name] for name in grounds.evidence] == sorted(latest().risk_terms[0].evidence, reverse=True)
    assert grounds.cites == ("flag_pep", "find_pep_match_Q9900001")


def test_the_gravest_red_flags_and_findings_come_first(content: ReportContent) -> None:
    assert [row.severity for row in content.red_flags] == ["high", "medium"]
    assert [row.due_diligence for row in content.red_flags] == [
        "Enhanced due diligence mandatory",
        "Enhanced due diligence recommended",
    ]
    assert [row.severity for row in content.findings.rows] == ["high", "high", "low", "low"]


def test_a_discrepancy_is_settled_escalated_open_or_open_again(content: ReportContent) -> None:
    settlements = {row.id: row.settlement for row in content.discrepancies}
    name, address = settlements["disc_company_name"], settlements["disc_registered_address"]
    again = settlements["disc_activity_code"]

    assert name is not None and name.holds and name.takes_weight
    assert address is not None and address.holds and not address.takes_weight
    assert settlements["disc_director"] is None
    assert again is not None and not again.holds


def test_what_an_officer_settles_after_the_last_assessment_is_told_too() -> None:
    open_still = latest().model_copy(
        update={"discrepancies": tuple(each.model_copy(update={"resolution": None}) for each in latest().discrepancies)}
    )
    first, *_ = changed(investigation_results=(open_still,)).discrepancies

    assert first.settlement is not None and first.settlement.holds
    assert first.settlement.reason == "VIES still has the form from before the merger of 2019."


def test_facts_say_whether_their_sources_agree_and_not_more_than_is_known(content: ReportContent) -> None:
    agreement = {row.name: row.agreement for row in content.facts.rows}

    assert agreement["Company name"] == "settled"
    assert agreement["Registered address"] == "conflict"
    assert agreement["Registration number"] == "agree"
    assert agreement["Employees"] == "not_compared"
    assert agreement["Legal form"] == "single"


def test_the_value_to_go_by_comes_first_with_the_reason(content: ReportContent) -> None:
    rows = {row.name: row for row in content.facts.rows}
    address, *others = rows["Registered address"].values

    assert (address.source, address.preferred) == ("EU VIES", True)
    assert address.why.startswith("Chosen by key_officer_1 on 2026-10-02: The lease shows the move")
    assert not any(value.preferred or value.why for value in others)


def test_a_reason_that_many_facts_share_is_told_once(content: ReportContent) -> None:
    rows = {row.name: row for row in content.facts.rows}

    assert rows["Country"].values[0].why == "By the trust order KBO/BCE comes before the officer (reason\u00a01)."
    assert content.facts.notes[0].startswith("What a national register discloses can be relied on")
    assert len(set(content.facts.notes)) == len(content.facts.notes)


def test_where_there_was_no_choice_nothing_is_marked_or_explained(content: ReportContent) -> None:
    (only,) = next(row for row in content.facts.rows if row.name == "Legal form").values

    assert not only.preferred
    assert only.why == ""


def test_a_choice_that_has_lapsed_is_told_even_if_one_value_is_left() -> None:
    lapsed = FactDecision(
        name="legal_form", value="BV", source="NorthData", reason="Seen.", actor=SENIOR, decided_at=later(days=2)
    )
    rows = {row.name: row for row in changed(fact_decisions=(lapsed,)).facts.rows}

    assert "has lapsed" in rows["Legal form"].values[0].why


def test_values_that_nothing_is_to_be_said_of_stand_on_one_line(content: ReportContent) -> None:
    rows = {row.name: row for row in content.facts.rows}

    assert [value.text for value in rows["PEPPOL document types"].values] == [
        "Catalogue-2, CreditNote-2, Invoice-2, Order-2, OrderResponse-2"
    ]
    assert len(rows["Directors"].values) == 5


def test_matches_come_before_near_misses_and_are_no_facts_beside(content: ReportContent) -> None:
    assert [(row.subject, row.is_match, row.score) for row in content.screening.rows] == [
        ("An Peeters", True, "0.71"),
        ("Zoí Diethnís", False, "0.52"),
    ]
    assert content.screening.rows[0].topics == "politically exposed person, person of interest"
    assert "An Peeters" in content.screening.screened
    assert not {"Screened", "Screening matches"} & {row.name for row in content.facts.rows}


def test_what_an_officer_says_of_a_match_stands_beside_it_with_the_reason(content: ReportContent) -> None:
    undecided, dismissed = content.screening.rows
    lapsed = screening_decisions()[0].model_copy(update={"fingerprint": "of before"})

    assert undecided.judgement is None
    assert dismissed.judgement is not None
    assert (dismissed.judgement.verdict, dismissed.judgement.dismissed, dismissed.judgement.reason) == (
        "Dismissed: somebody else",
        True,
        "Another day of birth on the identity card.",
    )
    assert changed(screening_decisions=(lapsed,)).screening.rows[1].judgement is None


def test_the_band_and_its_steps_are_those_of_the_policy_that_gave_the_score() -> None:
    strict = latest().model_copy(update={"bands": Bands(critical=0.6, high=0.5, medium=0.3, low=0.1)})

    told = changed(investigation_results=(strict,)).risk

    assert told is not None
    assert (told.band, told.steps) == ("Critical", (0.1, 0.3, 0.5, 0.6))


def test_lists_that_could_not_be_searched_acquit_nobody() -> None:
    answers = {**sources(), SourceName.SCREENING: nothing(SourceName.SCREENING, "unavailable", "timeout")}

    told = changed(sources=answers).screening.state
    assert told == "The lists could not be searched for everybody. This says nothing about the company."


def test_every_piece_of_an_answer_is_registered(content: ReportContent) -> None:
    pieces = {piece.data_hash for answer in sources().values() for piece in answer.pieces}
    screened = [row.part for row in content.evidence if row.source == "Sanctions and PEP screening"]

    assert pieces <= {row.fingerprint for row in content.evidence}
    assert screened == ["piece 1 of 2", "piece 2 of 2"]
    assert next(row.url for row in content.evidence if row.fingerprint == SCREENING_PERSONS).endswith("/2")


def test_an_earlier_answer_that_is_still_cited_is_registered_with_what_the_audit_log_knows(
    content: ReportContent,
) -> None:
    (earlier,) = [row for row in content.evidence if row.fingerprint == VIES_FIRST]

    assert (earlier.source, earlier.collected_at) == ("EU VIES", "2026-09-28 08:15:05")
    assert earlier.storage.endswith(f"vies-{VIES_FIRST[7:19]}.json")


def test_what_is_cited_and_came_with_no_known_answer_is_registered_all_the_same() -> None:
    unheard_of = "sha256:" + "0" * 64
    term = latest().risk_terms[0].model_copy(update={"evidence": (unheard_of,)})
    result = latest().model_copy(update={"risk_terms": (term,)})
    (row,) = [row for row in changed(investigation_results=(result,)).evidence if row.fingerprint == unheard_of]

    assert row.environment is None
    assert row.storage == "an earlier answer, see the attached case file"


def test_a_look_up_by_hand_is_told_with_its_proof(content: ReportContent) -> None:
    (task,), (check,) = content.look_ups.tasks, content.look_ups.checks
    (proof,) = [row for row in content.evidence if row.fingerprint == WITHHOLDING]

    assert task.done
    assert check.evidence == proof.name
    assert check.actor == "key_officer_1 (officer)"


def test_a_look_up_that_was_not_made_or_has_expired_says_so() -> None:
    never = {name: answer for name, answer in sources().items() if name is not SourceName.WITHHOLDING}
    (undone,) = changed(sources=never).look_ups.tasks
    (expired,) = changed(updated_at=later(days=0) + timedelta(days=200)).look_ups.tasks

    assert undone.standing == "Not looked up when the case was decided"
    assert (expired.done, expired.standing) == (False, "Seen 2026-10-02 11:15:04 UTC, valid until 2026-12-31; expired")


def test_a_second_look_up_by_hand_does_not_take_the_proof_of_the_first_away() -> None:
    second = withholding().model_copy(update={"data_hash": "sha256:" + "1" * 64})
    told = changed(sources={**sources(), SourceName.WITHHOLDING: second})

    assert WITHHOLDING in {row.fingerprint for row in told.evidence}


def test_a_choice_of_an_officer_is_gone_by_only_while_it_is_stated() -> None:
    assert fact_decisions()[0].source == "EU VIES"
    answers = {name: answer for name, answer in sources().items() if name is not SourceName.VIES}
    rows = {row.name: row for row in changed(sources=answers).facts.rows}

    assert rows["Registered address"].values[0].source == "KBO/BCE"


def test_a_list_is_cut_only_where_that_makes_it_shorter() -> None:
    assert cut("abcd", 3) == (("a", "b", "c", "d"), "")
    assert cut("abcde", 3) == (("a", "b", "c"), "and 2 more; all are in the attached case file")
