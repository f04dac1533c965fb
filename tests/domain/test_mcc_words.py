"""Texts become words, denials are noticed, and a table's phrases are found where they are meant."""

import pytest

from domain.mcc import codes
from domain.mcc.phrases import book_of
from domain.mcc.vocabulary.tables import VOCABULARY
from domain.mcc.words import MAX_CHARACTERS, MAX_WORD, words_of


def found(phrase: str, text: str) -> list[str]:
    """What of the text is taken for the phrase."""
    return [hit.quote for hit in book_of({"a label": (phrase,)}).find(words_of(text))]


def denied(text: str) -> list[str]:
    return [word.shown for word in words_of(text) if word.negation == "denied"]


@pytest.mark.parametrize(
    ("phrase", "text", "quote"),
    [
        ("bakery", "Two BAKERIES in Ghent", "BAKERIES"),
        ("bijou", "Vente de bijoux", "bijoux"),
        ("bäckerei", "Dorf-Baeckerei", "Baeckerei"),
        ("pâtisserie", "PATISSERIE fine", "PATISSERIE"),
        ("cafe\u0301", "Un café", "café"),
        ("fast food", "a fast-food place", "fast food"),
        ("cabinet d'avocats", "Cabinet d’avocat", "Cabinet d avocat"),
        ("fiets*", "Fietsenwinkel", "Fietsenwinkel"),
        ("*apotheke", "Onlineapotheke", "Onlineapotheke"),
        ("repair+shoe*", "Shoes: none. Repair of all shoes", "Repair … shoes"),
        ("repair+shoe*", "Shoe repair", "Shoe repair"),
        ("casino", "ca\u200bsi\u00adno", "casino"),
        ("casino", "ｃａｓｉｎｏ", "casino"),
    ],
)
def test_a_phrase_is_found_however_it_is_written(phrase: str, text: str, quote: str) -> None:
    assert found(phrase, text) == [quote]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("pharmacy", "pharmacyless"),
        ("dating", "updating"),
        ("casino", "occasion"),
        ("apotheker*", "Apothekerstraat 3"),
        ("casino*", "Casinostraße 1"),
        ("fiets*", "Fietsverhuur"),
        ("fahrrad*", "Fahrradverleih"),
        ("fast food", "food, fast"),
        ("repair+shoe*", "Repair of cars. Shoes"),
    ],
)
def test_what_only_looks_like_a_phrase_is_not_found(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


def test_words_of_a_longer_phrase_are_not_taken_for_a_shorter_one() -> None:
    book = book_of({"rental": ("car rental",), "dealer": ("car",)})
    assert [hit.label for hit in book.find(words_of("Car rental"))] == ["rental"]


def test_of_two_phrases_for_one_word_the_one_that_spells_out_more_of_it_holds() -> None:
    book = book_of({"cleaning": ("tapijtreiniging*",), "carpets": ("tapijt*",), "anything": ("*reiniging",)})
    assert [hit.label for hit in book.find(words_of("Tapijtreiniging"))] == ["cleaning"]


def test_a_harmless_phrase_takes_its_words_away() -> None:
    assert found("escort", "Parts for the Ford Escort") == []
    assert found("escort", "An escort agency") == ["escort"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("electronics, not groceries", ["groceries"]),
        ("We don't sell tobacco", ["sell", "tobacco"]),
        ("verkoopt geen tabak, wel fietsen", ["tabak"]),
        ("nicht Lebensmittel, sondern Fahrräder", ["Lebensmittel"]),
        ("Lebensmittel bieten wir nicht an", ["Lebensmittel", "bieten", "wir"]),
        ("Voeding verkopen we niet", ["Voeding", "verkopen", "we"]),
        ("ne vend pas de livres mais des vélos", ["de", "livres"]),
        ("not groceries but bicycles", ["groceries"]),
        ("not only groceries", []),
        ("niet alleen boeken", []),
        ("des vêtements pas chers", []),
        ("niet-gespecialiseerde winkels", ["gespecialiseerde"]),
    ],
)
def test_a_denial_covers_its_own_clause(text: str, words: list[str]) -> None:
    assert denied(text) == words


def test_to_be_without_something_is_told_apart_from_a_denial() -> None:
    words = {word.shown: word.negation for word in words_of("no deposit casino")}
    assert words["casino"] == "lacking"


def test_no_more_than_the_beginning_of_a_text_is_read() -> None:
    assert found("bakery", "x" * MAX_CHARACTERS + " bakery") == []


def test_a_word_that_is_too_long_for_one_is_left_out() -> None:
    assert words_of("a" * (MAX_WORD + 1)) == ()


def test_a_phrase_without_letters_is_refused_when_a_table_is_read() -> None:
    with pytest.raises(ValueError, match="empty word"):
        book_of({"a label": ("bakery, ",)})


def test_every_row_of_the_vocabulary_is_a_known_code_in_four_languages() -> None:
    assert [code for code in VOCABULARY if not codes.is_known(code)] == []
    assert [code for code, row in VOCABULARY.items() if not all(cell.strip() for cell in row)] == []


def test_no_code_has_two_rows() -> None:
    from domain.mcc.vocabulary import tables

    parts = [value for name, value in vars(tables).items() if name.isupper() and name != "VOCABULARY"]
    assert sum(len(part) for part in parts) == len(VOCABULARY)
