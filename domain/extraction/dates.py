"""Dates in a text, in each way that documents write them.

A day stands before its month, but in English with the month's name first (`Feb 3, 2023`) and, in English only, where
no other reading is possible (`02/25/2023`). Two-figure years are those until 2069. A date that no calendar has is found
all the same, with its problem: a document that states 31 February is something to see.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from domain.extraction.day_words import LONGEST_DAY, LONGEST_YEAR, MONTHS, days, years
from schemas.extraction import Language

IMPOSSIBLE = "impossible_date"
MOST_DATES = 300
"""Of one page: a bank statement has some hundred; more is not a document."""

_FIRST_YEAR, _LAST_YEAR, _CENTURY_TURN = 1800, 2100, 70

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2}|'?[0-9]{2}(?![0-9:.,/%]| {0,2}[a-z0-9€$£]))(?![0-9])"
_FORMS = (
    re.compile(r"(?<![0-9.,/-])(?P<year>(?:1[89]|20)[0-9]{2})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)"
               r"(?P<day>[0-9]{1,2})(?![0-9]|[-./,][0-9])"),
    re.compile(r"(?<![0-9.,/-])(?P<day>[0-9]{1,2}) ?(?P<sep>[./-]) ?(?P<month>[0-9]{1,2}) ?(?P=sep) ?"
               r"(?P<year>(?:1[89]|20)[0-9]{2}|[0-9]{2})(?![0-9]|[-./][0-9]|,[0-9])"),
    re.compile(r"(?<![0-9.,/-])(?<![0-9] )(?P<day>[0-3][0-9]) (?P<month>[01][0-9]) (?P<year>(?:19|20)[0-9]{2})"
               r"(?![0-9]|[-./,]?[0-9]| [0-9])"),
    re.compile(r"(?<![0-9.,/-])(?P<day>[0-9]{1,2})\s{0,2}(?:°|\.|ste|st|nd|rd|th|eme|er|de|re|e)?\s{0,2}"
               rf"(?:day of |of |de |van )?[-/. ]?(?P<name>{_MONTH})(?![a-z])(?: ?/ ?(?:{_MONTH})(?![a-z]))?"
               rf"\.?,?\s{{0,2}}(?:of |de |van )?[-/]?{_YEAR}"),
    re.compile(rf"(?<![0-9.,/-])(?P<day>[0-9]{{1,2}}) {{0,2}}(?P<name>{_MONTH})\.? ?/ ?(?:{_MONTH})\.? "
               r"(?P<year>[0-9]{2})(?![0-9:.,/%])"),
    re.compile(rf"(?<![0-9.,/-])(?P<day>[0-9]{{1,2}}) {{1,2}}[a-z]{{3,9}}\.? ?/ ?(?P<name>{_MONTH})\.? {{1,2}}{_YEAR}"),
    re.compile(rf"(?<![a-z])(?P<name>{_MONTH})\.?\s{{0,2}}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,2}}|\s{{1,2}})"
               r"(?P<year>(?:1[89]|20)[0-9]{2})(?![0-9])"),
)  # fmt: skip
_NAMED_MONTH = re.compile(rf"(?<![a-z])(?:{_MONTH})(?![a-z])")
_DIGITS_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})\s{0,2}(?:er|de|ste|th|st|nd|rd|e|\.)?$")
_DIGITS_YEAR = re.compile(r"[\s,]{0,3}((?:1[89]|20)[0-9]{2})(?![0-9])")
_LETTERS = re.compile(r"[a-z]")
_LINKS = ("dayof", "daysof", "dagvan", "of", "van", "de", "des")
_YEAR_BEFORE = re.compile(r"(?:in het jaar|het jaar|ten jare|l'an|an|im jahre?|jahre?|in the year)\s{1,3}")


class Written(NamedTuple):
    """A date as it stands in `text[start:end]`; `value` is ISO 8601 whatever the calendar says of it."""

    start: int
    end: int
    value: str
    problem: str | None = None

    @property
    def day(self) -> date | None:
        return None if self.problem else date.fromisoformat(self.value)


def dates_in(text: str, language: Language) -> list[Written]:
    """The dates of a folded text, from its beginning."""
    found = [written for form in _FORMS for match in form.finditer(text) if (written := _read(match, language))]
    found += _in_words(text, found)
    return _apart(found)[:MOST_DATES]


def _apart(found: list[Written]) -> list[Written]:
    """Without those within another one."""
    kept: list[Written] = []
    for written in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or written.start >= kept[-1].end:
            kept.append(written)
    return kept


def _read(match: re.Match[str], language: Language) -> Written | None:
    groups = match.groupdict()
    month = MONTHS[groups["name"]] if groups.get("name") else int(groups["month"])
    day, year = int(groups["day"]), _whole_year(groups["year"].lstrip("'"))
    if language in ("en", "unknown") and "name" not in groups and month > 12 >= day:
        day, month = month, day
    return written_date(match.start(), match.end(), year, month, day)


def _whole_year(figures: str) -> int:
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def written_date(start: int, end: int, year: int, month: int, day: int) -> Written | None:
    """None where the figures are no date at all, such as those of a version: 99.99.99."""
    if not (_FIRST_YEAR <= year < _LAST_YEAR and 1 <= day <= 31 and 1 <= month <= 12):
        return None
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return Written(start, end, f"{year:04}-{month:02}-{day:02}", IMPOSSIBLE)
    return Written(start, end, value)


def _in_words(text: str, known: list[Written]) -> Iterator[Written]:
    """Dates of which the day or the year is written out."""
    for number, match in enumerate(_NAMED_MONTH.finditer(text)):
        if number >= MOST_DATES:
            return
        if any(one.start <= match.start() < one.end for one in known):
            continue
        day = _day_before(text, match.start())
        if day is None:
            continue
        start, figure = day
        ending = _year_after(text, match.end()) or _year_before(text, start)
        if ending is None:
            continue
        first, last, year = ending
        written = written_date(min(start, first), max(match.end(), last), year, MONTHS[match[0]], figure)
        if written is not None:
            yield written


def _day_before(text: str, end: int) -> tuple[int, int] | None:
    """Where the day before a month begins, and which it is."""
    before = text[max(0, end - 40) : end]
    stem = before.rstrip()
    if figures := _DIGITS_DAY.search(stem):
        return end - len(before) + figures.start(1), int(figures[1])
    places = [match.start() for match in _LETTERS.finditer(before)]
    letters = "".join(before[place] for place in places)
    for link in _LINKS:
        if letters.endswith(link) and (found := _longest_day(before, places, letters[: -len(link)])):
            return end - len(before) + found[0], found[1]
    found = _longest_day(before, places, letters)
    return (end - len(before) + found[0], found[1]) if found else None


def _longest_day(before: str, places: list[int], letters: str) -> tuple[int, int] | None:
    table = days()
    for length in range(min(LONGEST_DAY, len(letters)), 1, -1):
        day = table.get(letters[-length:])
        place = places[len(letters) - length] if day else 0
        if day and (place == 0 or not before[place - 1].isalpha()):
            return place, day
    return None


def _year_after(text: str, start: int) -> tuple[int, int, int] | None:
    if figures := _DIGITS_YEAR.match(text, start):
        return start, figures.end(1), int(figures[1])
    return _year_in_words(text, start)


def _year_before(text: str, end: int) -> tuple[int, int, int] | None:
    """That of `in het jaar tweeduizend negentien, op één maart`, `l'an deux mille dix-neuf, le premier mars`."""
    before = max(0, end - 80)
    said = list(_YEAR_BEFORE.finditer(text, before, end))
    year = _year_after(text, said[-1].end()) if said else None
    return year if year is not None and year[1] <= end else None


def _year_in_words(text: str, start: int) -> tuple[int, int, int] | None:
    after = text[start : start + 70]
    places = [match.start() for match in _LETTERS.finditer(after)]
    letters = "".join(after[place] for place in places)
    table = years()
    for skipped in ("", "of", "intheyear", "van"):
        if not letters.startswith(skipped):
            continue
        rest = letters[len(skipped) :]
        for length in range(min(LONGEST_YEAR, len(rest)), 6, -1):
            year = table.get(rest[:length])
            last = places[len(skipped) + length - 1] + 1 if year else 0
            if year and not after[last : last + 1].isalpha():
                return start + places[len(skipped)], start + last, year
    return None
