"""Dates of which a source may know only the month or the year: `2019-03-18`, `2019-03`, `2019`."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Span(NamedTuple):
    """The days that a partial date may mean."""

    first: date
    last: date

    def overlaps(self, other: "Span") -> bool:
        return self.first <= other.last and other.first <= self.last

    def days_to(self, other: "Span") -> int:
        """The least number of days between them; 0 where they overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def span_of(text: object) -> Span | None:
    """The days that a text may mean, or None if it is no date of the calendar."""
    written = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
    if written is None:
        return None
    year, month, day = (int(part) if part else None for part in written.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Span(first, first)
    last_month = month or 12
    return Span(first, date(first.year, last_month, monthrange(first.year, last_month)[1]))


def full_months(earlier: date, later: date) -> int:
    """Whole months that have passed; negative when `later` comes first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
