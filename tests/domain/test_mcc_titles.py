"""Official titles are recognised in four languages, near ones too, and nothing else is taken for one."""

import pytest

from domain.mcc.published import mccs_by_nace, nace_titles
from domain.mcc.titles import title_in


@pytest.mark.parametrize("number", range(4))
def test_every_title_of_a_class_is_a_class_of_that_title(number: int) -> None:
    rows = mccs_by_nace()
    titles = {code: titles[number] for code, titles in nace_titles().items() if len(code) == 4 and rows[code]}
    found = {digits: title_in(title) for digits, title in titles.items()}
    assert [digits for digits, match in found.items() if match is None or match.title.digits != digits] == []


def test_capitals_accents_punctuation_and_a_code_before_it_do_not_matter() -> None:
    title = nace_titles()["4724"].fr
    for written in (title.upper(), f"47.24 - {title}", f"NACEBEL 47241: {title}", title.replace("é", "e")):
        found = title_in(written)
        assert found is not None
        assert (found.title.digits, found.likeness) == ("4724", 1.0)


def test_a_title_that_is_nearly_one_is_told_as_such() -> None:
    found = title_in("Operation of botanical and zoological gardens and nature reserves")
    assert found is not None
    assert found.title.digits == "9104"
    assert found.likeness < 1.0


@pytest.mark.parametrize("text", ["We bake bread", "", "Ons team staat voor u klaar", "x" * 5000, "47.71"])
def test_other_texts_are_no_titles(text: str) -> None:
    assert title_in(text) is None
