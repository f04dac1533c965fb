"""Which rows of the Swiss commercial register are struck out: those with a number in the column `Lö`.

Before each entry stand the numbers of the journal entries that made it (`Ei`), changed it (`Ae`) and struck it out
(`Lö`), in columns of their own. Of two numbers only their places tell whether the second is a change.
"""

import re
from collections.abc import Iterator, Sequence

from domain.extraction.blocks import Row
from domain.extraction.places import place_of
from domain.extraction.table_heads import plain_of
from schemas.extraction import PageText

_MADE = frozenset({"ei", "ins", "iscr"})
_STRUCK = frozenset({"lo", "ra", "rad", "canc"})
_OF_ANOTHER_TABLE = frozenset({"ref", "nr", "no", "n°", "pos"})
"""Its first column, whose numbers are of no entries."""
_NUMBER = re.compile(r"[0-9]{1,3}")
_MOST_COLUMNS = 3


def struck_rows(page: PageText, rows: Sequence[Row]) -> frozenset[int]:
    """Their numbers among the rows of the page."""
    starts: list[int] = []
    return frozenset(_struck(page, rows, starts))


def _struck(page: PageText, rows: Sequence[Row], starts: list[int]) -> Iterator[int]:
    head: Row | None = None
    for number, row in enumerate(rows):
        first = plain_of(row, row.cells[0]).strip(" .")
        if first in _MADE:
            head = row
        elif first in _OF_ANOTHER_TABLE:
            head = None
        elif head is not None and len(row.cells) > 2 and _NUMBER.fullmatch(row.cells[0].text):
            starts[:] = starts or [word.char_start for word in page.words]
            if _is_struck(page, head, row, starts):
                yield number


def _is_struck(page: PageText, head: Row, row: Row, starts: Sequence[int]) -> bool:
    columns = [plain_of(head, cell).strip(" .") for cell in head.cells[:_MOST_COLUMNS]]
    struck = next((place for place, words in enumerate(columns) if words in _STRUCK), None)
    if struck is None:
        return False
    numbers = [cell for cell in row.cells[: struck + 1] if _NUMBER.fullmatch(cell.text)]
    if len(numbers) > struck:
        return True
    if len(numbers) < 2:
        return False
    stands = [place_of(page, cell, starts) for cell in head.cells[: struck + 1]]
    last = place_of(page, numbers[-1], starts)
    if last is None or any(place is None for place in stands):
        return False
    apart = [abs(place.x0 - last.x0) for place in stands if place is not None]
    return apart.index(min(apart)) == struck
