"""Dates in each way that documents write them."""

import pytest

from domain.extraction.dates import dates_in
from domain.extraction.folding import folded
from schemas.extraction import Language

WRITTEN: tuple[tuple[Language, str, str], ...] = (
    ("nl", "3 februari 2023", "2023-02-03"),
    ("nl", "03/02/2023", "2023-02-03"),
    ("nl", "3.2.2023", "2023-02-03"),
    ("nl", "3 - 2 - 2023", "2023-02-03"),
    ("nl", "2023-02-03", "2023-02-03"),
    ("nl", "03-02-23", "2023-02-03"),
    ("nl", "3februari2023", "2023-02-03"),
    ("nl", "zeventien augustus tweeduizend negen", "2009-08-17"),
    ("nl", "eenendertig december negentienhonderd achtennegentig", "1998-12-31"),
    ("nl", "eerste maart 2019", "2019-03-01"),
    ("fr", "1er mars 2019", "2019-03-01"),
    ("fr", "3 févr. 2023", "2023-02-03"),
    ("fr", "premier mars deux mille dix-neuf", "2019-03-01"),
    ("fr", "vingt et un août mil neuf cent quatre-vingt-dix-neuf", "1999-08-21"),
    ("de", "3. März 2021", "2021-03-03"),
    ("de", "dritten Februar zweitausenddreiundzwanzig", "2023-02-03"),
    ("de", "einunddreißigsten Dezember zweitausendzwanzig", "2020-12-31"),
    ("en", "Feb 3, 2023", "2023-02-03"),
    ("en", "3rd of February, 2023", "2023-02-03"),
    ("en", "third day of February two thousand and twenty-three", "2023-02-03"),
    ("en", "twenty-first of June 2021", "2021-06-21"),
    ("en", "02/25/2023", "2023-02-25"),
    ("en", "04/05/2023", "2023-05-04"),
    ("en", "03 FEB/FEV 2030", "2030-02-03"),
)


@pytest.mark.parametrize(("language", "text", "value"), WRITTEN)
def test_a_date_is_read_as_it_is_written(language: Language, text: str, value: str) -> None:
    around = f"Gent ; {text} ; einde"

    (found,) = dates_in(folded(around), language)

    assert (around[found.start : found.end], found.value) == (text, value)


@pytest.mark.parametrize(
    ("language", "before", "text", "value"),
    [
        ("nl", "In het jaar ", "tweeduizend negentien, op één maart", "2019-03-01"),
        ("fr", "L'an ", "deux mille vingt-trois, le trois février", "2023-02-03"),
    ],
)
def test_the_year_of_a_deed_may_stand_before_the_day(language: Language, before: str, text: str, value: str) -> None:
    (found,) = dates_in(folded(f"{before}{text}, voor mij"), language)

    assert (found.start, found.end, found.value) == (len(before), len(before + text), value)


@pytest.mark.parametrize(
    "text", ["10.711", "0403.170.701", "4000 Liège", "1 mei", "3 mei 20 personen", "12:30", "99.99.99"]
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert dates_in(folded(text), "nl") == []


@pytest.mark.parametrize(("language", "text"), [("nl", "31/02/2023"), ("fr", "30 février 2023")])
def test_a_day_that_no_calendar_has_is_found_with_its_problem(language: Language, text: str) -> None:
    (found,) = dates_in(folded(text), language)

    assert found.problem == "impossible_date"


@pytest.mark.parametrize("unit", ["1", "1.", "1 ", "mei ", "een ", "een mei ", "3 mei ", " ", "in het jaar ", "2023-"])
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    assert len(dates_in(unit * (200_000 // len(unit)), "nl")) <= 300
