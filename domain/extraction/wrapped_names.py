"""Names whose words a narrow column of a table has broken over several rows, above the other cells of their row."""

import re
from itertools import pairwise

from domain.extraction.named_persons import given_stands_first
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import Name, is_particle, name_at, surname_and_given

_MOST_ROWS = 3
_LONGEST_TABLE = 60
"""Rows."""
_WORDS = re.compile(r"[^\W\d_][^\d_:;()\[\]/@]{0,40}")


def name_over_rows(read: PageFields, number: int) -> Name | None:
    """The name in the rows right above one: `Anna Katrina`, below it `Berg`, then `1 March 1962 | Norway | 42.5`."""
    since = max(0, number - _LONGEST_TABLE)
    if len(read.rows[number].cells) < 2 or not any(context.header for context in read.contexts[since:number]):
        return None
    first = _first_row(read, number)
    if first is None:
        return None
    cells = read.rows[first].cells
    if len(cells) > 1 and cells[0].text.strip(".)").isdigit():
        cells = cells[1:]
    below = [read.rows[each].text for each in range(first + 1, number)]
    start, end = cells[0].start, read.rows[number - 1].end
    if len(cells) == 2 and below:
        one, other = cells[0].text, _glued([cells[1].text, *below])
        if name_at(f"{one} {other}", 0) is None:
            return None
        given, surname = (one, other) if given_stands_first(read, number) else (other, one)
        return Name(start, end, surname_and_given(surname, given))
    written = _glued([cells[0].text, *below])
    name = name_at(written, 0) if len(cells) == 1 else None
    return Name(start, end, name.normalized) if name and name.end == len(written) else None


def _first_row(read: PageFields, number: int) -> int | None:
    """The row in which the name begins: each row of it stands in one column, at the left of which its places agree."""
    first = None
    for above in range(number - 1, max(-1, number - 1 - _MOST_ROWS), -1):
        row, context = read.rows[above], read.contexts[above]
        if (first is not None and not _aligned(read, above, number - 1)) or _is_head(read, above):
            break
        cells = row.cells
        mixed = len(cells) > 1 and cells[0].text.strip(".)").isdigit() and len(cells) <= 3 and first is not None
        if mixed and all(_WORDS.fullmatch(cell.text) for cell in cells[1:]):
            return above
        if len(cells) > 1 or not _WORDS.fullmatch(row.text) or context.section == "other":
            break
        first = above
    return first


def _is_head(read: PageFields, number: int) -> bool:
    return read.contexts[number].is_label and bool(read.contexts[number].header)


def _aligned(read: PageFields, one: int, other: int) -> bool:
    if len(read.places) <= max(one, other):
        return True
    first, second = read.places[one], read.places[other]
    return first is None or second is None or abs(first.x0 - second.x0) < first.height


def _glued(parts: list[str]) -> str:
    """The parts of a name in one line: a word that was broken without a hyphen goes on in lower case."""
    written = parts[0]
    for before, part in pairwise(parts):
        broken = before.endswith("-") or (part[:1].islower() and not is_particle(part.split()[0]))
        written += part if broken else f" {part}"
    return written
