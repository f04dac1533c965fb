"""The published tables are whole: every code in four languages, every class of NACE with codes that exist."""

import pytest

from domain.mcc import codes
from domain.mcc.published import (
    LANGUAGES,
    descriptions,
    mccs_by_nace,
    nace21_classes,
    nace_titles,
)
from domain.mcc.references import is_offered, offered_codes, references
from domain.mcc.risk import is_high

CLASSES_OF_REV_2, GROUPS, DIVISIONS = 615, 272, 88
MANY_WORDINGS = 7


def test_every_code_of_no_chain_is_described_in_all_four_languages() -> None:
    general = [code for code in codes.all_codes() if int(code) not in codes.BRAND_CODES]
    assert [code for code in general if set(descriptions().get(code, {})) != set(LANGUAGES)] == []


def test_every_description_has_several_wordings_and_none_is_blank() -> None:
    cells = [(code, language, texts) for code, said in descriptions().items() for language, texts in said.items()]
    assert [
        (code, language) for code, language, texts in cells if len(texts) < 3 or not all(map(str.strip, texts))
    ] == []


@pytest.mark.parametrize(("digits", "count"), [(2, DIVISIONS), (3, GROUPS), (4, CLASSES_OF_REV_2)])
def test_every_level_of_nace_is_there_in_four_languages(digits: int, count: int) -> None:
    titles = {code: words for code, words in nace_titles().items() if len(code) == digits}
    assert len(titles) == count
    assert [code for code, words in titles.items() if not all(words)] == []


def test_every_nace_row_is_of_codes_that_exist_each_there_once() -> None:
    assert nace_titles().keys() == mccs_by_nace().keys()
    rows = [*mccs_by_nace().items(), *((digits, new.mccs) for digits, new in nace21_classes().items())]
    assert [digits for digits, mccs in rows if not all(map(codes.is_known, mccs))] == []
    assert [digits for digits, mccs in rows if len(mccs) != len(set(mccs))] == []


def test_only_what_says_nothing_of_what_is_sold_has_no_code() -> None:
    without = {digits for digits, mccs in mccs_by_nace().items() if not any(map(is_offered, mccs))}
    assert without == {"46", "461", "47", "477", "98", "981", "9810", "982", "9820"}


def test_every_offered_code_is_spoken_for_by_a_text_without_loss() -> None:
    plain = {spoken.code for reference in references() for spoken in reference.spoken_for if spoken.loss == 0.0}
    assert plain == set(offered_codes())


def test_high_risk_trades_speak_for_themselves_in_every_language_alike() -> None:
    high = [code for code in offered_codes() if is_high(code)]
    counts = {code: {len(texts) for texts in descriptions()[code].values()} for code in high}
    assert [code for code, lengths in counts.items() if len(lengths) != 1 or min(lengths) < MANY_WORDINGS] == []
