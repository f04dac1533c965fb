"""The lines of a page's text, and the values that stand beside or below a label."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from schemas.extraction import PageText


class Piece(NamedTuple):
    """A piece of a page's text, without white space around it."""

    start: int
    end: int
    text: str


def lines_of(page: PageText) -> list[Piece]:
    """The lines that say something, from the top."""
    return [piece for match in re.finditer(r"[^\n]+", page.text) if (piece := stripped(match.start(), match[0])).text]


def stripped(start: int, text: str) -> Piece:
    lead = len(text) - len(text.lstrip())
    kept = text.strip()
    return Piece(start + lead, start + lead + len(kept), kept)


def beside(page: PageText, label: re.Pattern[str]) -> Iterator[Piece]:
    """What stands after each label: on its line, or on the next one if the line ends with the label."""
    lines = lines_of(page)
    for number, line in enumerate(lines):
        match = label.search(line.text)
        if match is None:
            continue
        rest = re.sub(r"^[\s:.\-–—|=]+", "", line.text[match.end() :])
        value = stripped(line.end - len(rest), rest)
        if value.text:
            yield value
        elif number + 1 < len(lines):
            yield lines[number + 1]
