"""Puts the pieces of text that were found on a picture in reading order: lines from the top, pieces from the left.

The lines of a photographed page are neither level nor parallel, but in perspective they are straight and meet in one
point. So their slope changes evenly with their height on the page, and two numbers say where any line runs.
"""

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Corners of a piece of text in its own direction: upper left, upper right, lower right, lower left."""

TELLING_WIDTH = 4
"""How many times as wide as high a piece has to be for its slope to be believed."""
NEAR = 0.45
"""How far apart, in heights, the middles of two pieces of one line may be."""
OVERLAP = 0.4
"""The part of the narrower of two pieces that may lie above the other without their being two lines."""


class PieceWord(NamedTuple):
    """A word, and from where to where it reaches along its piece: 0 is the piece's left edge, 1 its right edge."""

    text: str
    left: float
    right: float
    confidence: float


class Piece(NamedTuple):
    """Words that the engine found next to each other."""

    quad: Quad
    words: tuple[PieceWord, ...]

    def at(self, along: float, down: float) -> Point:
        """The point so far, of 1, from the left and from the top."""
        upper, lower = between(self.quad[0], self.quad[1], along), between(self.quad[3], self.quad[2], along)
        return between(upper, lower, down)

    @property
    def middle(self) -> Point:
        return self.at(0.5, 0.5)

    @property
    def left(self) -> float:
        return self.at(0, 0.5)[0]

    @property
    def right(self) -> float:
        return self.at(1, 0.5)[0]

    @property
    def height(self) -> float:
        return max(self.at(0.5, 1)[1] - self.at(0.5, 0)[1], 1.0)

    @property
    def slope(self) -> float:
        (x0, y0), (x1, y1) = self.at(0, 0.5), self.at(1, 0.5)
        return (y1 - y0) / max(x1 - x0, 1.0)


class Slant(NamedTuple):
    """A line that crosses the vertical through `x` at height y rises there by `slope + change * y` per pixel."""

    x: float
    slope: float = 0.0
    change: float = 0.0

    def level(self, point: Point) -> float:
        """Where the line through the point crosses that vertical."""
        away = point[0] - self.x
        return (point[1] - self.slope * away) / max(1 + self.change * away, 0.1)


class Line(NamedTuple):
    level: float
    pieces: list[Piece]

    def takes(self, piece: Piece, level: float) -> bool:
        """Whether the piece stands beside this line's pieces, and not above or below one of them."""
        height = min(piece.height, *(other.height for other in self.pieces))
        return abs(level - self.level) <= NEAR * height and not any(_stacked(piece, other) for other in self.pieces)


def in_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each line, from the left; the lines from the top."""
    slant = slant_of(pieces)
    lines: list[Line] = []
    for level, piece in sorted((slant.level(piece.middle), piece) for piece in pieces):
        # Only the last lines are near; a line that began below this one's level cannot follow.
        home = next((line for line in reversed(lines[-4:]) if line.takes(piece, level)), None)
        if home is None:
            lines.append(Line(level, [piece]))
        else:
            home.pieces.append(piece)
    return [sorted(line.pieces, key=lambda piece: piece.left) for line in lines]


def slant_of(pieces: Sequence[Piece]) -> Slant:
    """How the lines of the page run, by its wide pieces; level where there is none."""
    telling = [piece for piece in pieces if piece.right - piece.left >= TELLING_WIDTH * piece.height]
    if not telling:
        return Slant(0.0)
    weights = [piece.right - piece.left for piece in telling]
    slopes = [piece.slope for piece in telling]
    even = Slant(_mean([piece.middle[0] for piece in telling], weights), _mean(slopes, weights))
    levels = [even.level(piece.middle) for piece in telling]
    height = _mean(levels, weights)
    spread = _mean([(level - height) ** 2 for level in levels], weights)
    if len(telling) < 3 or spread < 1:
        return even
    together = [(level - height) * (slope - even.slope) for level, slope in zip(levels, slopes, strict=True)]
    change = _mean(together, weights) / spread
    return Slant(even.x, even.slope - change * height, change)


def between(start: Point, end: Point, part: float) -> Point:
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)


def _stacked(piece: Piece, other: Piece) -> bool:
    shared = min(piece.right, other.right) - max(piece.left, other.left)
    return shared > OVERLAP * max(min(piece.right - piece.left, other.right - other.left), 1.0)


def _mean(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)
