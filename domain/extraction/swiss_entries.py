"""The entries of the Swiss commercial register: tables in which each entry has before it the number of the journal
entry that made it, and behind that the number of the one that struck it out. Struck entries hold no longer.

The heads of their columns are `Ei Lö Firma Ref Sitz` in German, `Ins Ra Raison sociale` in French, `Iscr Canc Ditta` in
Italian (Handelsregisterverordnung, SR 221.411, Art. 9 and 34).
"""

import re
from collections.abc import Iterator

from domain.extraction.address_shapes import has_postcode
from domain.extraction.blocks import Row
from domain.extraction.company_shapes import CompanyName, looks_like_company
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece
from domain.extraction.page_fields import PageFields
from domain.extraction.table_heads import plain_of

_MADE = frozenset({"ei", "ins", "iscr"})
_NUMBER = re.compile(r"[0-9]{1,3}")
_MOST_ROWS = 12
"""Of one table."""


def registered_names(read: PageFields) -> Iterator[CompanyName]:
    """The names that are not struck out."""
    for number, row in enumerate(read.rows):
        if not _heads(row, "company"):
            continue
        for entry in _entries(read, number):
            cells = entry.cells
            made = len(cells) > 1 and _NUMBER.fullmatch(cells[0].text)
            if made and not _NUMBER.fullmatch(cells[1].text) and (name := looks_like_company(cells[1])):
                yield name


def registered_addresses(read: PageFields) -> Iterator[tuple[int, int]]:
    """Where the addresses stand that are not struck out; each is in the last column of its table."""
    for number, row in enumerate(read.rows):
        if not _heads(row, "registered_address", last=True) and not _heads(row, "address", last=True):
            continue
        rows = _entries(read, number)
        for place, entry in enumerate(rows):
            before = entry.cells[-3:-1]
            numbers = [cell for cell in before if _NUMBER.fullmatch(cell.text)]
            made = bool(before) and _NUMBER.fullmatch(before[-1].text) is not None and len(numbers) == 1
            if made and (end := _end(entry.cells[-1], rows[place + 1 : place + 3])):
                yield entry.cells[-1].start, end


def _heads(row: Row, meaning: str, last: bool = False) -> bool:
    words = [plain_of(row, cell).strip(" .") for cell in row.cells]
    if words[0] not in _MADE or len(words) < 3:
        return False
    labels = [label_at(each) for each in words]
    named = [label is not None and label.meaning == meaning for label in labels]
    return named[-1] if last else any(named)


def _entries(read: PageFields, head: int) -> list[Row]:
    """The rows below the head of a table, up to the next one."""
    rows = read.rows[head + 1 : head + 1 + _MOST_ROWS]
    ends = (place for place, row in enumerate(rows) if plain_of(row, row.cells[0]).strip(" .") in _MADE)
    return list(rows[: next(ends, len(rows))])


def _end(first: Piece, below: list[Row]) -> int | None:
    """Where an address ends: with the cell that it begins in, or with a row below that has its postal code."""
    if has_postcode(first.text):
        return first.end
    for row in below:
        if len(row.cells) > 1:
            return None
        if has_postcode(row.text):
            return row.end
    return None
