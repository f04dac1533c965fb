"""Where on a page what was filled into its form is read: after the words to its left, or below the line above it.

That is where it would be read on the same form printed. Only places decide, for in a file the fields stand apart from
their labels, in any order.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WordRow = tuple[int, int, float, float, float, float]
"""`char_start`, `char_end`, and on the page as shown `x0`, `y0`, `x1`, `y1`."""

IN_ROW = 0.5
"""The share of the lower of two boxes that is beside the other one if they stand in one row."""
UNDER = 6.0
"""Within how many of its heights something is above an entry that is told by being right above it."""


class Laid(NamedTuple):
    """A text, and where its words stand."""

    text: str
    words: list[WordRow]


class Entry(NamedTuple):
    """What was filled in or noted at one place."""

    said: Laid
    is_mark: bool
    """A box, ticked or not, whose label mostly follows it."""


class _Box(NamedTuple):
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def height(self) -> float:
        return max(self.y1 - self.y0, 1.0)

    def is_in_row_of(self, other: "_Box") -> bool:
        shared = min(self.y1, other.y1) - max(self.y0, other.y0)
        return shared >= IN_ROW * min(self.height, other.height)

    def is_over(self, other: "_Box") -> bool:
        """Whether it is above the other one, and not beside what is above it."""
        near = other.y0 - self.y1 <= UNDER * other.height
        return near and min(self.x1, other.x1) > max(self.x0, other.x0)


class _Place(NamedTuple):
    at: int
    """Before which character of the page's own text."""
    between: str
    """What separates it from the text before it; of what is put before a word, from that word."""
    is_before: bool = False


def filled(own: Laid, entries: Iterable[Entry]) -> Laid:
    """The page's own text with the entries in it, and the words of both in the order of the text."""
    boxes = [_Box(*word[2:]) for word in own.words]
    placed: dict[_Place, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.said.words:
            placed[_place(own, boxes, entry)].append(entry)
    text, words, done, shifted = "", list[WordRow](), 0, 0
    for place in sorted(placed, key=_turn):
        words += [_moved(word, len(text) - done) for word in own.words[shifted:] if word[0] < place.at]
        shifted = next((number for number, word in enumerate(own.words) if word[0] >= place.at), len(own.words))
        text, done = text + own.text[done : place.at], place.at
        said = _in_rows(placed[place])
        text += "" if place.is_before or not text else place.between
        words += [_moved(word, len(text)) for word in said.words]
        text += said.text + (place.between if place.is_before and place.at < len(own.text) else "")
    words += [_moved(word, len(text) - done) for word in own.words[shifted:]]
    return Laid(text + own.text[done:], words)


def _place(own: Laid, boxes: Sequence[_Box], entry: Entry) -> _Place:
    box = _box(entry)
    row = [number for number, other in enumerate(boxes) if other.is_in_row_of(box)]
    left = max((number for number in row if boxes[number].x0 < box.x0), key=lambda it: boxes[it].x0, default=None)
    right = min((number for number in row if boxes[number].x0 >= box.x0), key=lambda it: boxes[it].x0, default=None)
    if right is not None and (left is None or (entry.is_mark and _is_nearer(boxes[right], box, boxes[left]))):
        return _Place(own.words[right][0], " ", is_before=True)
    if left is not None:
        return _Place(own.words[left][1], " ")
    above = [number for number, other in enumerate(boxes) if other.y1 <= (box.y0 + box.y1) / 2]
    if not above:
        return _Place(0, "\n", is_before=True)
    over = [number for number in above if boxes[number].is_over(box)]
    last = max(over or above, key=lambda it: (boxes[it].y1, it))
    end = own.text.find("\n", own.words[last][1])
    return _Place(len(own.text) if end < 0 else end, "\n")


def _turn(place: _Place) -> tuple[int, bool, bool]:
    """In which order what stands between the same two characters is read: beside a word, in lines, before a word."""
    return place.at, place.is_before, (place.between == "\n") != place.is_before


def _is_nearer(right: _Box, box: _Box, left: _Box) -> bool:
    return right.x0 - box.x1 < box.x0 - left.x1


def _in_rows(entries: Sequence[Entry]) -> Laid:
    """What stands at one place of the text: rows from the top, each from the left."""
    rows: list[list[Entry]] = []
    for entry in sorted(entries, key=lambda entry: (_box(entry).y0, _box(entry).x0)):
        if rows and _box(rows[-1][0]).is_in_row_of(_box(entry)):
            rows[-1].append(entry)
        else:
            rows.append([entry])
    text, words = "", list[WordRow]()
    for row in rows:
        text += "\n" if text else ""
        for number, entry in enumerate(sorted(row, key=lambda entry: _box(entry).x0)):
            text += " " if number else ""
            words += [_moved(word, len(text)) for word in entry.said.words]
            text += entry.said.text
    return Laid(text, words)


def _box(entry: Entry) -> _Box:
    """Of its first line, which is the one that its label is beside."""
    said = entry.said
    first_line = said.text.find("\n") if "\n" in said.text else len(said.text)
    boxes = [_Box(*word[2:]) for word in said.words if word[0] < first_line] or [_Box(*said.words[0][2:])]
    return _Box(
        *(min(box.x0 for box in boxes), min(box.y0 for box in boxes)),
        *(max(box.x1 for box in boxes), max(box.y1 for box in boxes)),
    )


def _moved(word: WordRow, by: int) -> WordRow:
    return (word[0] + by, word[1] + by, *word[2:])
