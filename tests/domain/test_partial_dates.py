"""Dates of which only the month or the year may be known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.partial_dates import Span, full_months, span_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-03-18", date(2019, 3, 18), date(2019, 3, 18)),
        ("2019-03", date(2019, 3, 1), date(2019, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_a_partial_date_means_any_of_its_days(text: str, first: date, last: date) -> None:
    assert span_of(text) == Span(first, last)


@pytest.mark.parametrize(
    "text", ["", "2019-13", "2019-02-30", "0000", "18-03-2019", "2019-3-1", "yesterday", 2019, None]
)
def test_what_is_no_date_of_the_calendar_is_none(text: object) -> None:
    assert span_of(text) is None


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2025, 9, 2), date(2026, 3, 2), 6),
        (date(2025, 9, 3), date(2026, 3, 2), 5),
        (date(2026, 3, 2), date(2026, 3, 2), 0),
        (date(2026, 4, 2), date(2026, 3, 2), -1),
        (date(2024, 3, 2), date(2026, 3, 1), 23),
    ],
)
def test_only_whole_months_count(earlier: date, later: date, months: int) -> None:
    assert full_months(earlier, later) == months


SPANS = st.builds(lambda day: span_of(day.isoformat()), st.dates()) | st.builds(
    lambda day: span_of(day.isoformat()[:7]), st.dates()
)


@given(SPANS, SPANS)
def test_spans_that_overlap_are_no_days_apart_whichever_comes_first(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.days_to(other) == other.days_to(one)
    assert one.overlaps(other) == (one.days_to(other) == 0)
