"""Where the cells of a page stand, and the values that stand beside their labels though the text has them far below.

Some PDFs give first all labels of a form and then all its values, because each column was written by itself.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from domain.extraction.blocks import Row
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece
from schemas.extraction import PageText

_SAME = 0.5
"""In heights of a line: by how much the top of a label and of its value differ at most."""
_FEWEST_ROWS = 3
_FEWEST_LABELS = 2


class Place(NamedTuple):
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def height(self) -> float:
        return self.y1 - self.y0


def place_of(page: PageText, piece: Piece, starts: Sequence[int]) -> Place | None:
    """The box around the words of a piece; None where the page has no places. `starts` are those of its words."""
    words = []
    for word in page.words[bisect_left(starts, piece.start) :]:
        if word.char_start >= piece.end:
            break
        words.append(word)
    if not words:
        return None
    return Place(
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
    )


def places_of(page: PageText, rows: Sequence[Row]) -> tuple[Place | None, ...]:
    """Of the last cell of each row."""
    starts = [word.char_start for word in page.words]
    return tuple(place_of(page, row.cells[-1], starts) for row in rows)


def rows_beside(rows: Sequence[Row], places: Sequence[Place | None]) -> tuple[tuple[int, int], ...]:
    """The rows that are labels of a column, each with the row to the right of it that has its value."""
    right = {number: found for number in range(len(rows)) if (found := _right_of(number, rows, places)) is not None}
    pairs: list[tuple[int, int]] = []
    number = 0
    while number < len(rows):
        last = number
        while last in right and last + 1 in right and _continues(last, rows, places, right):
            last += 1
        column = range(number, last + 1)
        if number in right and _is_column(column, rows, right):
            pairs += [(label, right[label]) for label in column]
        number = last + 1
    return tuple(pairs)


def _right_of(number: int, rows: Sequence[Row], places: Sequence[Place | None]) -> int | None:
    """The nearest row at the same height that begins to the right of one and comes later in the text."""
    place = places[number]
    if place is None or len(rows[number].cells) > 1 or len(rows[number].text) > 60:
        return None
    best: tuple[float, int] | None = None
    for other in range(number + 1, min(len(rows), number + 40)):
        beside = places[other]
        if (
            beside is not None
            and len(rows[other].cells) == 1
            and beside.x0 >= place.x1
            and abs(beside.y0 - place.y0) < _SAME * place.height
        ):
            best = min(best or (beside.x0, other), (beside.x0, other))
    return best[1] if best else None


def _continues(number: int, rows: Sequence[Row], places: Sequence[Place | None], right: dict[int, int]) -> bool:
    one, other = places[number], places[number + 1]
    value, next_value = places[right[number]], places[right[number + 1]]
    if one is None or other is None or value is None or next_value is None:
        return False
    return (
        abs(one.x0 - other.x0) < one.height
        and other.y0 > one.y0
        and abs(value.x0 - next_value.x0) < one.height
        and right[number + 1] > right[number] > number + 1
    )


def _is_column(column: range, rows: Sequence[Row], right: dict[int, int]) -> bool:
    """Whether all labels come before all values, and enough of them are known as labels."""
    if any(right[number] <= column[-1] for number in column):
        return False
    known = sum(_is_label(rows[number]) for number in column)
    if len(column) > _FEWEST_ROWS and known and not any(map(str.isdigit, "".join(rows[at].text for at in column))):
        return True
    return known == len(column) >= _FEWEST_LABELS or (len(column) >= _FEWEST_ROWS and known >= _FEWEST_LABELS)


def _is_label(row: Row) -> bool:
    label = label_at(row.plain)
    return label is not None and not row.plain[label.end :].strip(" .:-")
