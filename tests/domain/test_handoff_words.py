"""Whatever a hand-off may say has words for people."""

from collections.abc import Collection
from typing import Any, get_args

import pytest

from domain import handoff_words as words
from domain.handoff import FACTS, OUTCOMES
from schemas.extraction import DocumentType, ExtractionMethod, FeatureName
from schemas.handoff import Outcome
from schemas.published_events import SEMANTIC_TYPES, PublishedType
from schemas.sources import SET_FACTS, FactName


@pytest.mark.parametrize(
    ("table", "named"),
    [
        (words.EVENTS, PublishedType),
        (SEMANTIC_TYPES, PublishedType),
        (words.FEATURES, FeatureName),
        (words.DOCUMENT_TYPES, DocumentType),
        (words.METHODS, ExtractionMethod),
        (words.OUTCOMES, Outcome),
    ],
)
def test_a_table_of_words_has_one_for_each_name(table: Collection[str], named: Any) -> None:
    assert set(table) == set(get_args(named))


def test_outcomes_are_those_that_have_words() -> None:
    assert set(OUTCOMES.values()) == set(words.OUTCOMES)


def test_what_is_handed_over_are_facts() -> None:
    assert set(FACTS) <= set(get_args(FactName))
    assert set(SET_FACTS) <= set(get_args(FactName))
