"""The writing in which page texts are stored, and where each of its characters comes from."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.documents.canonical import canonical
from domain.storable import is_storable


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("first\r\nsecond\x0bthird", "first\nsecond\nthird"),
        ("1\xa0234\u202f567", "1 234 567"),
        ("l’acte “unique”", 'l\'acte "unique"'),
        ("regis\ufffetration, incorpo\x02ration, so\xadft", "registration, incorporation, soft"),
        ("certiﬁcate", "certificate"),
        ("socie\u0301te\u0301", "société"),
        ("BE68\u202e5390\u200f07\u206654\U000e00417034", "BE68539007547034"),
        ("socie\u200bte\xad\u0301, ﬁ\u0301n, e\u034f\u0301", "societé, fín, é"),
        ("a\x00b\ud800c\ufeffd\x7fe", "abcde"),
        ("tab\tstays, ünïcödé 🏦 too", "tab\tstays, ünïcödé 🏦 too"),
    ],
)
def test_a_page_is_stored_in_one_writing(raw: str, stored: str) -> None:
    assert canonical(raw)[0] == stored


def test_no_mark_of_format_is_stored() -> None:
    marks = "".join(mark for mark in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(mark) == "Cf")

    assert canonical(marks) == ("", [])


@given(st.text(st.characters(codec=None) | st.sampled_from("\r\n\x02\ufffe\u0301eﬃ’\xad\u200d\u202e\ufe0f")))
def test_every_character_comes_from_one_of_the_page_in_order_and_can_be_stored(raw: str) -> None:
    text, origins = canonical(raw)

    assert len(origins) == len(text)
    assert origins == sorted(origins)
    assert all(0 <= origin < len(raw) for origin in origins)
    assert all(
        raw[origin] == character for origin, character in zip(origins, text, strict=True) if raw[origin] in "aé0"
    )
    assert is_storable(text)
    assert canonical(text)[0] == text
