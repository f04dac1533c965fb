"""A register's code says which merchant categories its businesses have, in both revisions of NACE."""

import pytest

from domain.mcc.activity_codes import coded_activity
from domain.mcc.published import nace21_classes, nace_titles


@pytest.mark.parametrize(
    ("code", "mcc"),
    [
        ("NACE 47.73", "5912"),
        ("NACEBEL 47730", "5912"),
        ("NAF 92.00Z", "7995"),
        ("46.46", "5122"),
        ("NACE 47.26", "5993"),
        ("NACE 56.10", "5812"),
    ],
)
def test_a_class_is_found_however_a_register_writes_it(code: str, mcc: str) -> None:
    found = coded_activity(code)
    assert found is not None
    assert found.mccs[0] == mcc


@pytest.mark.parametrize("code", ["SIC 5411", "NAICS 445110", "", "bakery", "MCC 5411", "NACE 47", "NACE 98.10"])
def test_what_is_no_nace_code_or_one_of_anything_says_nothing(code: str) -> None:
    assert coded_activity(code) is None


def test_an_unknown_class_is_told_by_its_group_or_division_and_tells_less() -> None:
    of_class, of_division = coded_activity("NACE 56.10"), coded_activity("NACE 56.77")
    assert of_class is not None
    assert of_division is not None
    assert of_division.digits == "56"
    assert of_division.precision < of_class.precision


def test_a_number_that_the_revisions_give_to_different_activities_has_the_codes_of_both() -> None:
    old, new = nace_titles()["4791"], nace21_classes()["4791"]
    either = coded_activity("NACE 47.91")
    by_old, by_new = coded_activity("NACE 47.91", old.fr), coded_activity("NACE 47.91", new.title)
    assert either is not None
    assert by_old is not None
    assert by_new is not None
    assert by_new.mccs == new.mccs
    assert by_old.title == old.en
    assert set(either.mccs) == set(by_old.mccs) | set(by_new.mccs)


def test_a_code_that_says_how_and_not_what_tells_little() -> None:
    internet, bakery = coded_activity("NACE 47.91"), coded_activity("NACE 47.24")
    assert internet is not None
    assert bakery is not None
    assert internet.precision < bakery.precision
