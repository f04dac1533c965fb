"""What was recommended against what is right."""

from collections.abc import Sequence
from typing import NamedTuple

SHOWN = 5
_BINS = 10


class Answered(NamedTuple):
    """What came of one text."""

    codes: tuple[str, ...]
    """The recommendation, then the alternatives, best first."""
    right: frozenset[str]
    confidence: float | None = None
    """None of a baseline, which claims none."""
    flagged: bool = False
    high_risk: bool = False
    """Whether one of the right codes is of a high-risk trade."""


def top(answered: Sequence[Answered], most: int) -> float | None:
    """The share with a right code among the first ones; None of no text."""
    if not answered:
        return None
    return sum(bool(one.right.intersection(one.codes[:most])) for one in answered) / len(answered)


def recall(answered: Sequence[Answered]) -> float | None:
    """Of the high-risk texts, the share that was flagged; None where there is none."""
    return _share([one.flagged for one in answered if one.high_risk])


def precision(answered: Sequence[Answered]) -> float | None:
    """Of the flagged texts, the share that is high-risk; None where none was flagged."""
    return _share([one.high_risk for one in answered if one.flagged])


def calibration_error(answered: Sequence[Answered]) -> float | None:
    """Expected calibration error: how far the confidence is from the share that is right, over ten bins by confidence,
    each by how many texts it has. No recommendation is a confidence of 0 in nothing right."""
    sure = [
        (one.confidence, bool(one.right.intersection(one.codes[:1]))) for one in answered if one.confidence is not None
    ]
    if not sure:
        return None
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for confidence, right in sure:
        bins[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    return sum(abs(sum(c for c, _ in each) - sum(right for _, right in each)) for each in bins) / len(sure)


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None
