"""The table of merchant category codes is whole, mended, and the only judge of what is a code."""

import re

import iso18245
import pytest

from domain.mcc.codes import all_codes, description, is_known, named, wordings
from schemas.mcc import MccCode


def test_every_code_has_four_digits_and_a_description() -> None:
    assert all(re.fullmatch("[0-9]{4}", code) and description(code) for code in all_codes())


def test_codes_are_in_ascending_order_and_each_there_once() -> None:
    assert list(all_codes()) == sorted(set(all_codes()))


def test_no_code_of_the_package_is_lost() -> None:
    assert {entry.mcc for entry in iso18245.get_all_mccs()} | {"5723"} == set(all_codes())


def test_the_code_of_gun_shops_which_the_package_lacks_is_there() -> None:
    assert description("5723") == "Gun and ammunition shops"


def test_the_accident_in_a_description_is_mended() -> None:
    assert description("7511") == "Truck stop transactions"


def test_no_description_holds_a_trace_of_a_program() -> None:
    assert not [code for code in all_codes() if re.search(r"Iteration|None|\s{2}|--", description(code) or "")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("5411", "Groceries and supermarkets"),  # ISO's own
        ("5977", "Cosmetic Stores"),  # not in ISO's list: the USDA's
        ("5262", "Marketplaces"),  # in neither: Visa's
        ("5940", "Bicycle shops – sales and service"),
    ],
)
def test_a_description_is_the_most_neutral_one_there_is(code: str, text: str) -> None:
    assert description(code) == text


def test_the_description_is_the_first_of_all_wordings() -> None:
    assert wordings("5912")[0] == description("5912")
    assert len(wordings("5912")) > 1


@pytest.mark.parametrize("text", ["0000", "5411 ", "541", "05411", "", "abcd", "٥٤١١", "５４１１"])
def test_what_is_no_code_is_not_known(text: str) -> None:
    assert not is_known(text)
    assert description(text) is None
    assert wordings(text) == ()


def test_a_code_is_named_with_its_description() -> None:
    assert named("5411") == MccCode(mcc_code="5411", description="Groceries and supermarkets")
