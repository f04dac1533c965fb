"""Facts as people read them: every one has a name, and what belongs to a value is told in words."""

from typing import get_args

import pytest

from activities.reports import wording
from activities.reports.fact_words import FACTS, MAX_TEXT_CHARACTERS, fact_details, fact_value
from schemas.commands import Decision
from schemas.investigation import DimensionName, DiscrepancyType, DueDiligence, ResolutionKind
from schemas.sources import FactName, FactValue


def test_every_fact_has_a_name_of_its_own() -> None:
    assert FACTS.keys() == set(get_args(FactName))
    assert len(set(FACTS.values())) == len(FACTS)


def test_there_are_words_for_whatever_an_investigation_and_an_officer_may_say() -> None:
    assert wording.DECISIONS.keys() == set(get_args(Decision))
    assert wording.DIMENSIONS.keys() == set(get_args(DimensionName))
    assert wording.DUE_DILIGENCE.keys() == set(get_args(DueDiligence))
    assert wording.DISCREPANCY_TYPES.keys() == set(get_args(DiscrepancyType))
    assert wording.RESOLUTIONS.keys() == set(get_args(ResolutionKind))


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("company_status", "liquidation", "Being wound up"),
        ("company_status", "something new", "something new"),
        ("turnover", 1_234_567, "1\u00a0234\u00a0567\u00a0EUR"),
        ("equity", -5, "−5\u00a0EUR"),
        ("employees", 1_234, "1234"),
        ("vat_valid", False, "No"),
        ("direct_parent", "NATURAL_PERSONS", "Natural persons"),
        ("direct_parent", "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12"),
        ("lei_status", "LAPSED", "Lapsed"),
        ("company_name", "ACME", "ACME"),
    ],
)
def test_a_value_is_told_in_words(name: FactName, value: FactValue, told: str) -> None:
    assert fact_value(name, value) == told


def test_the_text_of_a_website_is_only_begun() -> None:
    told = fact_value("website_text", "word " * 1000)

    assert len(told) <= MAX_TEXT_CHARACTERS
    assert told.endswith("word…")


@pytest.mark.parametrize(
    ("value", "details", "told"),
    [
        ("An", {"since": "2019", "kind": "person", "role": "Bestuurder"}, "Bestuurder · person · since 2019"),
        ("Acme", {"share_percent": "25.5", "kind": "company", "country": "NL"}, "company · 25.5 % · NL"),
        ("An", {"deceased": "true", "preliminary": "false"}, "deceased"),
        ("2026-03-09 BENOEMING", {"act": "BENOEMING", "date": "2026-03-09", "number": "26031142"}, "No. 26031142"),
        ("549300", {"kind": "lei", "name": "Parent SE"}, "Parent SE"),
        ("x", {"unheard_of": "a\nb {role}", "role": "{}"}, "{} · unheard of: a b {role}"),
        ("x", {"role": "  "}, ""),
    ],
)
def test_details_are_told_in_words_and_not_twice(value: FactValue, details: dict[str, str], told: str) -> None:
    assert fact_details(value, details) == told
