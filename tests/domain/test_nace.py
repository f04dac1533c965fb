"""Codes of economic activities, as registers of several countries write them."""

import pytest

from domain.nace import digits_of, divisions_of


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        ("NACE 47.91", "4791"),
        ("NACEBEL 47910", "47910"),
        ("NAF 47.91B", "4791"),
        ("NACE Rev. 2.1 47.91", "4791"),
        ("47.91.0", "4791"),
        ("NACE 62", "62"),
        ("nace  62", "62"),
        ("NAICS 45411", None),
        ("SIC 47910", None),
        ("NACE", None),
        ("NACE 4", None),
        ("", None),
        ("4" * 1000, None),
    ],
)
def test_the_digits_of_a_code_are_those_of_nace(code: str, digits: str | None) -> None:
    assert digits_of(code) == digits


def test_a_division_that_was_dissolved_may_be_any_of_those_it_went_into() -> None:
    assert divisions_of("NACE 45.11") == {"45", "46", "47", "95"}
    assert divisions_of("NACE 47.91") == {"47"}
    assert divisions_of("NAICS 45411") == set()
