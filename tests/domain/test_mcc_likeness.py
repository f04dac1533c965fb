"""Likeness by letters finds compounds and inflections, and shows the words that account for it."""

from domain.mcc.likeness import MAX_WORDS, resembling, shared
from domain.mcc.words import words_of


def likest(text: str) -> str | None:
    found = resembling(words_of(text))
    return max(found, key=lambda code: found[code].cosine) if found else None


def test_a_compound_shares_its_parts() -> None:
    assert likest("Fahrradfachgeschäft") == "5940"
    assert likest("Dierenartsenpraktijken") == "0742"


def test_words_that_any_text_has_are_like_nothing() -> None:
    assert resembling(words_of("and of the en van de et les und die 2024")) == {}


def test_what_is_denied_is_like_nothing() -> None:
    assert likest("We do not sell bicycles") != "5940"


def test_the_words_that_account_for_it_are_the_texts_own() -> None:
    words = words_of("Our lovely BICYCLES since 1970")
    found = resembling(words)["5940"]
    assert [word.shown for word in shared(words, found.reference)] == ["BICYCLES"]


def test_no_more_than_the_beginning_of_a_passage_is_compared() -> None:
    beginning = " ".join(f"qqzz{number}" for number in range(MAX_WORDS))
    assert resembling(words_of(f"{beginning} bicycles")) == {}
