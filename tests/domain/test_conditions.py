"""When a rule's condition holds, and what it then cites."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from domain.conditions import match
from domain.grounds import Grounds, Match
from schemas.case import CaseRecord
from schemas.policy_conditions import Condition
from schemas.sources import FactName, SourceAnswer, SourceFact, SourceName, SourceState
from tests.domain.investigated_cases import (
    ORDINARY,
    a_discrepancy,
    a_finding,
    complete_case,
    grounds,
    settled,
)
from tests.example_cases import an_answer
from tests.policies import POLICY

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)
HASH = "sha256:" + "a" * 64


def held(found: Grounds, type: str, **members: Any) -> Match | None:
    condition = CONDITION.validate_python({"type": type, **members})
    return match(condition, found, POLICY.lists)


def stating(name: FactName, *values: str | bool | int, **details: str) -> CaseRecord:
    """A case in which the register states these values of a fact, each with these details."""
    facts = tuple(SourceFact(name=name, value=value, details=details) for value in values)
    answer = an_answer(SourceName.KBO).model_copy(update={"facts": facts})
    return complete_case(sources={SourceName.KBO: answer})


# Findings.


def test_a_finding_of_a_category_is_cited_with_its_fact_and_bytes() -> None:
    found = grounds([a_finding("high", "pep_match", fact="screening_match", evidence_hash=HASH), a_finding("low")])

    assert held(found, "finding_category", one_of=["pep_match"]) == Match(
        frozenset({"find_1"}), frozenset({"screening_match"}), frozenset({HASH})
    )


def test_a_finding_may_have_to_be_so_grave() -> None:
    found = grounds([a_finding("medium")])

    assert held(found, "finding_category", one_of=["some_category"], at_least="medium")
    assert held(found, "finding_category", one_of=["some_category"], at_least="high") is None
    assert held(found, "finding_category", one_of=["another_category"]) is None


def test_findings_of_a_source_are_told_by_what_officers_call_it() -> None:
    found = grounds([a_finding("low"), a_finding("high", number=2, source="KBO/BCE")])

    matched = held(found, "finding_source", one_of=["kbo"])

    assert matched and matched.cites == {"find_2"}
    assert held(found, "finding_source", one_of=["vies"], at_least="medium") is None


def test_the_silence_of_a_source_is_no_finding_of_it() -> None:
    found = grounds([a_finding("high", "source_unavailable")])

    assert held(found, "finding_source", one_of=["vies"]) is None
    assert held(found, "severity_gte", severity="low") is None


def test_so_many_grave_things_together_are_all_cited() -> None:
    found = grounds([a_finding("high", number=number) for number in (1, 2)], [a_discrepancy("critical")])

    matched = held(found, "severity_gte", severity="high", count=3)

    assert matched and matched.cites == {"find_1", "find_2", "disc_company_name"}
    assert held(found, "severity_gte", severity="high", count=4) is None
    assert held(found, "severity_gte", severity="critical", count=2) is None


# Discrepancies.


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({}, True),
        ({"types": ["name"]}, True),
        ({"types": ["address"]}, False),
        ({"fields": ["company_name"]}, True),
        ({"fields": ["owner"]}, False),
        ({"at_least": "high"}, False),
    ],
)
def test_a_discrepancy_is_asked_for_by_type_fact_and_gravity(asked: dict[str, Any], holds: bool) -> None:
    assert (held(grounds((), [a_discrepancy("medium")]), "discrepancy", **asked) is not None) is holds


def test_a_settled_discrepancy_is_none_and_an_escalated_one_is() -> None:
    discrepancy = a_discrepancy("high")

    assert held(grounds((), [settled(discrepancy)]), "discrepancy") is None
    assert held(grounds((), [settled(discrepancy, "escalated")]), "discrepancy")


# Sources and documents.


@pytest.mark.parametrize(
    ("state", "missing"),
    [
        (None, True),
        ("unavailable", True),
        ("not_configured", True),
        ("found", False),
        ("not_found", False),
        ("not_applicable", False),
    ],
)
def test_a_source_is_missing_until_it_has_said_something(state: SourceState | None, missing: bool) -> None:
    answers: dict[SourceName, SourceAnswer] = (
        {SourceName.SCREENING: an_answer(SourceName.SCREENING, state, reason="some_reason")} if state else {}
    )
    found = grounds(record=complete_case(sources=answers))

    assert (held(found, "source_missing", one_of=["screening"]) is not None) is missing


def test_a_missing_document_is_asked_for_by_its_requirement() -> None:
    found = grounds([a_finding("medium", "document_missing", requirement_id="certificate")])

    assert held(found, "document_missing")
    assert held(found, "document_missing", one_of=["certificate"])
    assert held(found, "document_missing", one_of=["bank_statement"]) is None
    assert held(grounds([a_finding("medium")]), "document_missing") is None


# Facts.


@pytest.mark.parametrize(
    ("name", "value", "asked", "holds"),
    [
        ("company_status", "liquidation", {"one_of": ["Liquidation"]}, True),
        ("company_status", "liquidation", {"one_of": ["bankruptcy"]}, False),
        ("vat_valid", False, {"one_of": [False]}, True),
        ("vat_valid", False, {"one_of": [0]}, False),
        ("employees", 1, {"one_of": [1]}, True),
        ("employees", 1, {"one_of": [True]}, False),
        ("equity", -5, {"below": 0}, True),
        ("equity", 0, {"below": 0}, False),
        ("equity", 0, {"at_least": 0}, True),
        ("legal_form", "Besloten vennootschap", {"contains": "VENNOOT"}, True),
        ("legal_form", "Besloten vennootschap", {"below": 3}, False),
        ("country", "KP", {"in_list": "high_risk_third_countries"}, True),
        ("country", "BE", {"in_list": "high_risk_third_countries"}, False),
    ],
)
def test_a_fact_has_the_value_that_is_asked_for(
    name: FactName, value: str | bool | int, asked: dict[str, Any], holds: bool
) -> None:
    record = stating(name, value)
    if name == "country":  # which the officer states, too
        company = record.opening.company.model_copy(update={"country": value})
        record = record.model_copy(update={"opening": record.opening.model_copy(update={"company": company})})

    assert (held(grounds(record=record), "fact_value", fact=name, **asked) is not None) is holds


def test_a_fact_cites_the_bytes_and_the_findings_about_it() -> None:
    about_equity = a_finding("medium", "negative_equity", fact="equity")
    record = stating("equity", -5)

    matched = held(
        grounds([about_equity, a_finding("low", number=2)], record=record), "fact_value", fact="equity", below=0
    )

    assert matched == Match(
        frozenset({"find_1"}), frozenset({"equity"}), frozenset({str(an_answer(SourceName.KBO).data_hash)})
    )


def test_of_a_fact_that_may_have_several_values_any_one_is_enough() -> None:
    found = grounds(record=stating("activity_code", "NACE 47.91", "NACE 92.00"))

    assert held(found, "fact_value", fact="activity_code", one_of=["NACE 92.00"])
    assert held(found, "fact_value", fact="activity_code", one_of=["NACE 01.11"]) is None


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"detail": "country", "in_list": "high_risk_third_countries"}, True),
        ({"detail": "country", "one_of": ["ir"]}, True),
        ({"detail": "country", "one_of": ["BE"]}, False),
        ({"detail": "share_percent", "at_least": 25}, True),
        ({"detail": "share_percent", "below": 25}, False),
        ({"detail": "since", "contains": "20"}, False),
    ],
)
def test_what_belongs_to_a_fact_is_asked_for_by_name(asked: dict[str, Any], holds: bool) -> None:
    found = grounds(record=stating("owner", "Bahar Rahimi", country="IR", share_percent="62.5"))

    assert (held(found, "fact_detail", fact="owner", **asked) is not None) is holds


@pytest.mark.parametrize(
    ("founded", "months", "holds"),
    [
        ("2025-09-03", 6, True),
        ("2025-09-02", 6, False),
        ("2025-09", 6, False),
        ("2026-03-01", 6, True),
        ("2026", 6, True),
        ("2025", 12, False),
        ("2027-01-01", 6, True),
        ("long ago", 6, False),
    ],
)
def test_a_company_is_young_only_if_that_is_certain(founded: str, months: int, holds: bool) -> None:
    """The investigation is of 2 March 2026."""
    found = grounds(record=stating("incorporation_date", founded))

    assert (held(found, "company_younger_than", months=months) is not None) is holds


def test_nobody_knows_the_age_of_a_company_without_a_date() -> None:
    assert held(grounds(), "company_younger_than", months=1200) is None


# The merchant category and the customer's answers.


def test_the_merchant_category_is_asked_for_by_tier_and_flag() -> None:
    risky = complete_case(
        mcc_classification=ORDINARY.model_copy(update={"risk_tier": "high", "risk_flags": ("Gambling",)})
    )

    assert held(grounds(record=risky), "mcc_tier", one_of=["medium", "high"]) == Match(
        told=frozenset({"The merchant category is 5940 (Bicycle Shops), of high risk"})
    )
    assert held(grounds(record=risky), "mcc_flag", one_of=["gambling"]) == Match(
        told=frozenset({"The business shows signs of Gambling"})
    )
    assert held(grounds(), "mcc_tier", one_of=["medium", "high"]) is None
    assert held(grounds(), "mcc_flag", one_of=["gambling"]) is None
    assert held(grounds(record=complete_case(mcc_classification=None)), "mcc_tier", one_of=["low"]) is None


@pytest.mark.parametrize(
    ("answer", "asked", "holds"),
    [
        ("Retail", {"one_of": ["retail", "SaaS"]}, True),
        ("Retail", {"one_of": ["SaaS"]}, False),
        ("Bicycles and vouchers", {"contains": "voucher"}, True),
        (["Belgium", "Elsewhere"], {"one_of": ["Elsewhere"]}, True),
        (["Belgium"], {"one_of": ["Elsewhere"]}, False),
        (None, {"one_of": ["Elsewhere"]}, False),
    ],
)
def test_an_answer_is_what_the_customer_said_last(answer: Any, asked: dict[str, Any], holds: bool) -> None:
    record = complete_case()
    answers = {} if answer is None else {"some_question": answer}
    submission = record.submissions[0].model_copy(update={"answers": answers})
    found = grounds(record=record.model_copy(update={"submissions": (submission,)}))

    assert (held(found, "answer_value", question="some_question", **asked) is not None) is holds


# Together.

A, B, C = ({"type": "finding_category", "one_of": [name]} for name in ("cat_a", "cat_b", "cat_c"))


def test_all_of_them_hold_together_and_are_cited_together() -> None:
    both = grounds([a_finding("low", "cat_a", 1), a_finding("low", "cat_b", 2)])

    matched = held(both, "all_of", conditions=[A, B])

    assert matched and matched.cites == {"find_1", "find_2"}
    assert held(both, "all_of", conditions=[A, C]) is None


def test_any_of_them_is_enough_and_only_what_holds_is_cited() -> None:
    one = grounds([a_finding("low", "cat_a", 1), a_finding("low", "cat_x", 2)])

    matched = held(one, "any_of", conditions=[A, B])

    assert matched and matched.cites == {"find_1"}
    assert held(one, "any_of", conditions=[B, C]) is None


def test_all_of_may_hold_any_of() -> None:
    found = grounds([a_finding("low", "cat_a", 1), a_finding("low", "cat_c", 2)])

    assert held(found, "all_of", conditions=[A, {"type": "any_of", "conditions": [B, C]}])
    assert held(found, "all_of", conditions=[B, {"type": "any_of", "conditions": [A, C]}]) is None
