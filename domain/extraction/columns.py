"""Forms of which a PDF gives first all labels and then all values, because each column was written by itself.

A value is then as many lines below its label as every other one is: two pairs or more that agree on the distance, of
dates and numbers with labels of dates and numbers, say that a page is written so.
"""

import re
from collections import Counter
from functools import lru_cache

from domain.extraction import moment_labels, number_labels
from domain.extraction.lines import Piece, stripped

_LONGEST_LABEL = 48
_FEWEST_PAIRS = 2
_MOST_LINES = 400
_FARTHEST = 30
_DATE = re.compile(
    r"[0-9]{1,2}(?:er|st|nd|rd|th|\.)?[ ./-]{1,2}(?:[0-9]{1,2}|[a-z]{3,9}\.?)[ ./-](?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
_NUMBER = re.compile(r"(?:hr[ab] ?|[a-z]{1,3}[ .]?)?[0-9](?:[ .-]?[0-9]){3,13}(?: ?[a-z] ?[0-9]{0,2})?")


@lru_cache(maxsize=8)
def labels_by_column(text: str) -> dict[int, str]:
    """The label of each value of such a form, by where the value begins in the folded text; nothing for other pages."""
    lines = [stripped(match.start(), match[0]) for match in re.finditer(r"[^\n]+", text)]
    lines = [line for line in lines if line.text and not line.text.startswith("(")][:_MOST_LINES]
    labels = [_label_of(line) for line in lines]
    values = [_value_of(line) for line in lines]
    pairs = [
        (value - label, label)
        for label, kind in enumerate(labels)
        if kind
        for value in range(label + 1, min(len(lines), label + _FARTHEST))
        if values[value] == kind
    ]
    for distance, count in Counter(distance for distance, _ in pairs).most_common():
        if distance == 1:
            break  # each label has its value right below it
        if count < _FEWEST_PAIRS:
            break
        blocks = _blocks([label for far, label in pairs if far == distance], distance)
        if all(_is_column(lines, block, distance) for block in blocks):
            return {lines[label + distance].start: lines[label].text for block in blocks for label in block}
    return {}


def _blocks(labels: list[int], distance: int) -> list[list[int]]:
    """The labels of each form of the page: two forms below each other are as far apart as their values are."""
    blocks: list[list[int]] = []
    for label in sorted(labels):
        if blocks and label - blocks[-1][0] < distance:
            blocks[-1].append(label)
        else:
            blocks.append([label])
    return blocks


def _label_of(line: Piece) -> str | None:
    if len(line.text) > _LONGEST_LABEL or any(map(str.isdigit, line.text)):
        return None
    number = number_labels.LABELS.search(line.text)
    if moment_labels.LABELS.search(line.text) and not number:
        return "date"
    return "number" if number and number.lastgroup != "none" else None


def _value_of(line: Piece) -> str | None:
    if _DATE.fullmatch(line.text):
        return "date"
    return "number" if _NUMBER.fullmatch(line.text) else None


def _is_column(lines: list[Piece], labels: list[int], distance: int) -> bool:
    """Whether no value stands between the labels, and the first value below the last of them."""
    first, last = labels[0], labels[-1]
    between = lines[first : last + 1]
    return first + distance > last and not any(map(str.isdigit, "".join(line.text for line in between)))
