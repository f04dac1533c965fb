"""Officers as Companies House lists them: `SURNAME, Given names` in a row, and in the rows below it what they are.

The role stands in a row of its own, or before the dates of birth and appointment. Who has resigned is told below.
"""

import re
from collections.abc import Iterator

from domain.extraction.blocks import Row
from domain.extraction.director_sentences import director_found
from domain.extraction.found import Found
from domain.extraction.functions import FUNCTION, HAVE_LEFT, names_no_director, singular
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import Name, name_at

_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s)?[A-ZÀ-Þ][A-ZÀ-Þ'’ -]+,\s[A-ZÀ-Þ][^\d,;:]{1,60}$")
_COMPANY = re.compile(r"[A-ZÀ-Þ0-9&.,'’() -]+\s(?:LIMITED|LTD\.?|LLP|PLC)$")
_ROLE = re.compile(r"(?:role|officer role|appointed as|position)\b|(?:active|resigned)\b", re.IGNORECASE)
_OCCUPATION = re.compile(r"\boccupation\b.*", re.IGNORECASE)
_MOST_ROWS = 9


def officer_cards(read: PageFields) -> list[Found]:
    """The directors among them; whether there are cards at all, `has_officer_cards` tells."""
    return list(_directors(read))


def has_officer_cards(read: PageFields) -> bool:
    """Whether a page lists officers so: a name in capitals, a comma, and below it the word `Role`."""
    return any(_is_begin(row) and _is_card(read, number) for number, row in enumerate(read.rows))


def _is_begin(row: Row) -> bool:
    return len(row.cells) == 1 and (_NAME.match(row.text) or _COMPANY.match(row.text)) is not None


def _is_card(read: PageFields, number: int) -> bool:
    return any(_ROLE.match(row.text) for row in _below(read, number))


def _below(read: PageFields, number: int) -> tuple[Row, ...]:
    """The rows of a card, up to the name of the next."""
    rows = read.rows[number + 1 : number + 1 + _MOST_ROWS]
    ends = next((place for place, row in enumerate(rows) if _is_begin(row)), len(rows))
    return rows[:ends]


def _directors(read: PageFields) -> Iterator[Found]:
    for number, row in enumerate(read.rows):
        if not _is_begin(row) or not _is_card(read, number):
            continue
        below = _below(read, number)
        if any(HAVE_LEFT.search(each.text) for each in below):
            continue
        said = [_OCCUPATION.sub("", each.plain) for each in below]
        roles = [(each, match) for each, words in zip(below, said, strict=True) if (match := FUNCTION.search(words))]
        if not roles or any(names_no_director(words) for words in said):
            continue
        role, match = roles[0]
        name = name_at(read.text, row.start, row.end)
        if name is None and _COMPANY.match(row.text):
            name = Name(row.start, row.end, row.text)
        if name:
            yield director_found(read, name, singular(role.text[slice(*match.span())]))
