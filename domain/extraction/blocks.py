"""The rows of a page and their cells, and a plain writing of the text in which labels are looked up.

The text of a PDF has one space between the cells of a table. That they are cells is then told by the boxes of the
words: the gap between them is wider than a letter is high.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from domain.extraction.lines import Piece, stripped
from schemas.extraction import PageText, Word

_BETWEEN_CELLS = re.compile(r"[ \t|\u00a0]{2,}|[\t|]")
_SPACE = re.compile(r"\[[^\]]*\]|\\s[?+*{]?")
_WIDE = 1.1
"""In heights of the higher word. Spaces between words have a quarter to a half, in justified lines up to one."""
_EVEN, _FEWEST_SPACES = 1.35, 4
"""By how much the spaces of a justified line differ at most, and how many it has at least."""
_MOST_CELLS = 40
_MOST_WORDS = 400
"""From whose places the direction of a page is told."""


class Row(NamedTuple):
    start: int
    end: int
    text: str
    plain: str
    cells: tuple[Piece, ...]


_FULL_ROW = 60
"""Characters of a row of running text at least."""


def runs_on(rows: Sequence[Row], number: int) -> bool:
    """Whether a row goes on with the sentence of the one above it: in lower case, below a full row of running text."""
    row, above = rows[number], rows[number - 1] if number else None
    if above is None or len(above.cells) > 1 or len(row.cells) > 1 or not row.text[0].islower():
        return False
    return len(above.text) >= _FULL_ROW and above.text[-1] not in ".:;!?"


class _Plain(dict[int, str]):
    """Each character in lower case without its accent. One becomes one, so that places stay what they are."""

    def __missing__(self, code: int) -> str:
        lower = chr(code).lower()
        base = unicodedata.normalize("NFD", lower)[:1] if len(lower) == 1 else chr(code)
        self[code] = {"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "\u00a0": " "}.get(base, base)
        return self[code]


_PLAIN = _Plain()


def plain(text: str) -> str:
    """In lower case and without accents, each character at the place it had."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def over_lines(pattern: str) -> str:
    """The pattern of a phrase that may run over the end of a line, which may have spaces before and after it."""
    return _SPACE.sub(lambda match: {"\\s?": r"\s{0,3}", "\\s": r"\s{1,3}"}.get(match[0], match[0]), pattern)


def rows_of(page: PageText) -> tuple[Row, ...]:
    """The rows that say something, from the top."""
    rows = _rows(page.text, _gaps(page.text, page.words))
    return _from_the_top(rows, page.text, page.words)


@lru_cache(maxsize=64)
def _rows(text: str, gaps: tuple[int, ...]) -> tuple[Row, ...]:
    """Kept, because each room of this package reads the same pages."""
    rows = []
    next_gap = 0
    for match in re.finditer(r"[^\n]+", text):
        line = stripped(match.start(), match[0])
        if not line.text:
            continue
        first_gap = next_gap
        while next_gap < len(gaps) and gaps[next_gap] < match.end():
            next_gap += 1
        cells = _cells(line, gaps[first_gap:next_gap])
        rows.append(Row(line.start, line.end, line.text, plain(line.text), cells))
    return tuple(rows)


def _cells(line: Piece, gaps: tuple[int, ...]) -> tuple[Piece, ...]:
    cuts = [(line.start + match.start(), line.start + match.end()) for match in _BETWEEN_CELLS.finditer(line.text)]
    cuts += [(gap, gap) for gap in gaps if line.start < gap < line.end]
    if not cuts:
        return (line,)
    cells, begin = [], line.start
    for cut_start, cut_end in [*sorted(cuts)[:_MOST_CELLS], (line.end, line.end)]:
        cell = stripped(begin, line.text[begin - line.start : cut_start - line.start])
        if cell.text:
            cells.append(cell)
        begin = max(begin, cut_end)
    return tuple(cells) or (line,)


def _gaps(text: str, words: Sequence[Word]) -> tuple[int, ...]:
    """Where a word ends and the next of its line stands far to the right of it, or back to the left."""
    gaps: list[int] = []
    distances: list[tuple[int, float]] = []
    """Of the line: where each word ends, and how far away the next one is."""
    for word, following in pairwise(words):
        if abs(following.y0 - word.y0) > abs(following.x0 - word.x0):  # a turned page, or the next line
            height = max(word.x1 - word.x0, following.x1 - following.x0)
            distance = max(following.y0 - word.y1, word.y0 - following.y1)
            back = False
        else:
            height = max(word.y1 - word.y0, following.y1 - following.y0)
            distance = following.x0 - word.x1
            back = following.x1 < word.x0
        if "\n" in text[word.char_end : following.char_start]:
            gaps, distances = _without_justified(gaps, distances), []
            continue
        distances.append((word.char_end, distance))
        if distance > _WIDE * height or back:
            gaps.append(word.char_end)
    return tuple(_without_justified(gaps, distances))


def _without_justified(gaps: list[int], distances: list[tuple[int, float]]) -> list[int]:
    """Without those of a line of running text whose words are spread evenly to its end."""
    widths = [distance for _, distance in distances]
    if len(widths) < _FEWEST_SPACES or min(widths) <= 0 or max(widths) > _EVEN * min(widths):
        return gaps
    line = {end for end, _ in distances}
    return [gap for gap in gaps if gap not in line]


def _running(text: str, words: Sequence[Word]) -> tuple[int, int]:
    """Where most words have the next one of their line: `(1, 0)` to the right, `(0, 1)` below, of turned pages."""
    votes = {(1, 0): 1, (-1, 0): 0, (0, 1): 0, (0, -1): 0}
    for word, following in pairwise(words[:_MOST_WORDS]):
        if "\n" not in text[word.char_end : following.char_start]:
            across, down = following.x0 - word.x0, following.y0 - word.y0
            votes[(1 if across >= 0 else -1, 0) if abs(across) > abs(down) else (0, 1 if down > 0 else -1)] += 1
    return max(votes, key=lambda direction: votes[direction])


def _from_the_top(rows: tuple[Row, ...], text: str, words: Sequence[Word]) -> tuple[Row, ...]:
    """The rows of a turned page in the order of reading: text that runs downwards has its first line at the right."""
    across, down = _running(text, words)
    if (across, down) == (1, 0):
        return rows
    starts = [word.char_start for word in words]

    def place(row: Row) -> float:
        word = words[min(bisect_left(starts, row.start), len(words) - 1)]
        return word.y0 * across - word.x0 * down

    return tuple(sorted(rows, key=place))
