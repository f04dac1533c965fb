"""Where a word ends in a piece of text although the engine gave no space: it leaves one out now and then, most often
before a number or a capital, and where a line of a table has two cells.

Measured on scans and photographs in four languages, in heights of the piece: between two words there is 0.22 of paper
in the middle, between two letters of a word 0.03, and 0.24 or more in one of two thousand, which mostly was a space.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Rows of pixels in blue, green, red."""

WORD_GAP = 0.24
"""In heights of the piece."""
LIKELY_GAP = 0.13
"""Where a word mostly ends: before a number or a capital that follows a small letter, and after a colon. Within words
there is no more than 0.08 at such places."""
NUMBER_GAP = 0.5
"""Within a number, whose ones stand far apart. A number that is taken for two is worse than two for one."""
LETTER_GAPS = 3.0
"""How many times as wide as between most letters, for some lines are spaced out as a whole."""
INK = 0.4
"""How far from paper to the darkest of a piece, or the lightest if its letters are light, ink begins."""
EDGE = 0.1
"""The part of a piece above and below that is not looked at: lines of a table run there."""


_OF_NUMBERS = frozenset("0123456789.,-/:")


def last_letters(pixels: Pixels, letters: str, middles: Sequence[float]) -> set[int]:
    """After which of the letters of a piece, without the spaces, a word ends. Of each, the middle is given, from 0 at
    the left to 1."""
    height, width = pixels.shape[:2]
    inked = _inked(pixels)
    at = [min(max(int(middle * width), 0), width) for middle in middles]
    gaps = [_widest_gap(inked[left:right]) / height for left, right in pairwise(at)]
    if not gaps:
        return set()
    least = LETTER_GAPS * float(np.median(gaps))
    needed = (max(least, _word_gap(*pair)) for pair in pairwise(letters))
    return {letter for letter, (gap, enough) in enumerate(zip(gaps, needed, strict=True)) if gap >= enough}


def _word_gap(letter: str, following: str) -> float:
    if _OF_NUMBERS.issuperset((letter, following)):
        return NUMBER_GAP
    after_small = letter.islower() and (following.isdigit() or following.isupper())
    return LIKELY_GAP if after_small or (letter == ":" and following.isalpha()) else WORD_GAP


def _inked(pixels: Pixels) -> NDArray[np.bool_]:
    """In which columns there is ink."""
    height = pixels.shape[0]
    grey = pixels[int(height * EDGE) : max(int(height * (1 - EDGE)), 1)].astype(np.int32).mean(axis=2)
    away = np.abs(grey - np.median(grey))
    inked: NDArray[np.bool_] = (away > INK * max(float(np.percentile(away, 98)), 1.0)).any(axis=0)
    return inked


def _widest_gap(inked: NDArray[np.bool_]) -> int:
    """In pixels."""
    edges = np.flatnonzero(np.concatenate(([True], inked, [True])))
    return int(np.diff(edges).max()) - 1
