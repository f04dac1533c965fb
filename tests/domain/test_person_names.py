"""Whether two writings of a person's name may mean one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.naming import Likeness
from domain.person_names import compare_person_names, name_key

WORDS = st.sampled_from(
    ["Jan", "Jean", "J.", "Peeters", "PEETERS", "Peters", "Müller", "Mueller", "van", "den", "Γεώργιος", ""]
)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Jan Peeters", "PEETERS Jan", "same"),
        ("De Smet, An", "An De Smet", "same"),
        ("J. Peeters", "Jan Peeters", "same"),
        ("J.P. Maes", "Jean-Pierre Maes", "same"),
        ("Jan Marie Peeters", "Jan Peeters", "same"),
        ("Mevr. An Maes", "An Maes", "same"),
        ("Jürgen Müller", "MUELLER Juergen", "same"),
        ("Żaneta Łącka", "Zaneta Lacka", "same"),
        ("Seán O’Brien", "O'Brien Sean", "same"),
        ("Γεώργιος Παπαδόπουλος", "Georgios Papadopoulos", "same"),
        ("Дмитрий Иванов", "Dmitry Ivanov", "same"),
        ("Ευάγγελος Αυγερινός", "Evangelos AVGERINOS", "same"),
        ("Христо Цветков", "Hristo Tsvetkov", "same"),
        ("Søren Ågård", "Soeren Aagaard", "same"),
        ("Van den Berghe, Luc", "VANDENBERGHE Luc", "similar"),
        ("De Smet Jan", "Jan Desmet", "similar"),
        ("Jan van den Bos", "Jan van den Bol", "different"),
        ("Jan Peters", "Jan Peeters", "similar"),
        ("Peeters", "Jan Peeters", "similar"),
        ("Jan Peeters", "Piet Peeters", "different"),
        ("An Maes", "Jan Maes", "different"),
        ("Jan van den Berg", "Jan van den Broeck", "different"),
        ("J. P.", "Jan Peeters", "different"),
        ("", "Jan Peeters", "different"),
        ("???", "!!!", "different"),
        ("???", "???", "same"),
    ],
)
def test_names_are_compared_word_by_word(one: str, other: str, likeness: Likeness) -> None:
    assert compare_person_names(one, other) == likeness


def test_the_key_of_a_name_is_the_same_however_it_is_written() -> None:
    assert name_key("MÜLLER Jürgen") == name_key("Juergen Mueller")


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_it_does_not_matter_which_name_comes_first(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)

    assert compare_person_names(first, second) == compare_person_names(second, first)


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert compare_person_names(one, other) == compare_person_names(other, one)
    assert compare_person_names(one, one) == "same"


@given(st.permutations(["Jan", "Marie", "van", "den", "Berg"]))
def test_the_order_of_the_words_does_not_matter(words: list[str]) -> None:
    assert compare_person_names("Jan Marie van den Berg", " ".join(words)) == "same"
