"""Words that say nothing in one portal language are no sign of a trade because of another."""

import pytest

from domain.mcc.classifier import classify
from domain.mcc.signs import heard
from domain.mcc.stop_words import BY_LANGUAGE
from domain.mcc.texts import texts_of
from schemas.mcc import MccClassification, MccRequest


def asked(activity: str) -> MccRequest:
    return MccRequest(company_name="", answers={"business_activity": activity}, website=None)


def classified(activity: str) -> MccClassification:
    return classify(asked(activity))


def hits(activity: str) -> list[str]:
    return [hit.label for text in texts_of(asked(activity)) for hit in heard(text, None).phrases]


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_no_stop_word_is_a_sign_by_itself(language: str) -> None:
    words = BY_LANGUAGE[language].split()
    assert len(words) > 100
    unaccented = [word for word in words if word.isascii()]
    assert {word: hits(word) for word in unaccented if hits(word)} == {}
    assert [word for word in words if classified(word).primary_recommendation is not None] == []


@pytest.mark.parametrize("text", ["the", "main", "chat", "Our main site", "日本語", "Все для вас"])
def test_a_text_that_says_nothing_in_a_portal_language_gives_no_code(text: str) -> None:
    assert classified(text).primary_recommendation is None


def test_an_accent_tells_a_trade_from_a_stop_word() -> None:
    assert "5499" in hits("Thé")
