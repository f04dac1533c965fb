"""The person who is named last before a place in running text."""

import re

from domain.extraction.address_shapes import MONTH
from domain.extraction.blocks import plain
from domain.extraction.company_shapes import FORM
from domain.extraction.person_shapes import Name, name_at

_HOUSE = re.compile(rf"\s?,?\s?[0-9]{{1,4}}(?![0-9/.-]|\s{MONTH})", re.IGNORECASE)
"""The number of a house behind the name of a street; a date is none."""


def name_ending_at(text: str, since: int, end: int) -> Name | None:
    """The name whose last letter stands at a place."""
    starts = [match.start() for match in re.finditer(r"(?<![^\s(,:;–-])[^\W\d_]", text[max(since, end - 60) : end])]
    for start in starts:
        name = name_at(text, max(since, end - 60) + start)
        if name and name.end == end:
            return name
    return None


def last_name_before(text: str, since: int, at: int) -> Name | None:
    """The last words with capitals that are no place: `Jan Peeters`, not `Grote Markt 5` and not `te Sint Niklaas`."""
    begin, last = since, None
    while begin < at:
        start = re.compile(r"(?<!\w)[A-ZÀ-Þ]").search(text, begin, at)
        if start is None:
            break
        name = name_at(text, start.start(), at)
        if name is None:
            word = re.compile(r"\S+").match(text, start.start(), at)
            begin = word.end() if word else start.start() + 1
            continue
        begin = name.end
        broken = text.rfind("\n", name.start, name.end)
        later = name_at(text, broken + 1, at) if broken > 0 else None
        name = later if later and later.end == name.end else name  # the last word of a line is not the first of a name
        before = plain(text[max(since, name.start - 12) : name.start]).split()
        place = bool(before) and (
            before[-1] in ("te", "a", "in", "at", "rue", "avenue", "op", "of") or before[-1][-1:].isdigit()
        )
        if not place and not _HOUSE.match(text, name.end) and not FORM.match(text, name.end + 1):
            last = name
    return last
