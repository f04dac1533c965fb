"""The text of a page and the places of its words in it, from pieces of text on a picture."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from activities.documents.ocr.lines import Piece, Point, in_lines

WIDE_GAP = 0.8
"""In heights of the line: what is further apart belongs to two cells of a table, not to one sentence."""

Box = tuple[float, float, float, float]


class ReadWord(NamedTuple):
    """`text[start:end]` is the word; its box is upright, in pixels from the upper left corner."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float


class PageLayout(NamedTuple):
    text: str
    words: tuple[ReadWord, ...]


def lay_out(pieces: Sequence[Piece], back: Callable[[Point], Point] = lambda point: point) -> PageLayout:
    """One line of text for each line of the page. Words are one space apart, or two where the gap is wide.

    `back` maps a point of the upright page, in which lines are level, to the picture as it was given.
    """
    text, words = "", []
    for line in in_lines(pieces):
        text += "\n" if text else ""
        edge: float | None = None
        for piece in line:
            for word in piece.words:
                left = piece.at(word.left, 0.5)[0]
                if edge is not None:
                    text += "  " if left - edge > WIDE_GAP * piece.height else " "
                start, edge = len(text), piece.at(word.right, 0.5)[0]
                text += word.text
                words.append(ReadWord(start, len(text), *_box(piece, word.left, word.right, back), word.confidence))
    return PageLayout(text, tuple(words))


def _box(piece: Piece, left: float, right: float, back: Callable[[Point], Point]) -> Box:
    corners = [back(piece.at(along, down)) for along in (left, right) for down in (0.0, 1.0)]
    across, below = [x for x, _ in corners], [y for _, y in corners]
    return (round(min(across), 1), round(min(below), 1), round(max(across), 1), round(max(below), 1))
