"""How strongly one text speaks for each code: one sum of what three ways of reading it find.

Meaning (a sentence encoder's cosine, where one is to be had) counts 1, likeness by letters 0.35, the vocabulary's
phrases 0.3. The weights were chosen on texts that had no part in either: every fifth of the descriptions, compared
with the others only (609 texts in four languages; with meaning alone the first code was right for 42 % and the right
one among five for 75 %, with all three for 53 % and 82 %). Without meaning, phrases count as much as letters (30 %
and 59 % by letters alone, 45 % and 70 % with both).

An official title of an activity is no matter of likeness: its row in the table speaks, and all else counts half.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from domain.mcc.references import is_offered
from domain.mcc.titles import TitleFound

Strengths = dict[str, float]
"""By code, in 0…1; no code of which nothing speaks."""

_LETTERS, _PHRASES = 0.35, 0.3
_PHRASES_ALONE = 1.0
_NOISE, _NOISE_ALONE = 0.4, 0.15
"""As much any text resembles something: it says nothing."""
_BESIDE_A_TITLE = 0.5
_PER_RANK = 0.1
"""What each place further back in a title's row takes off."""
_NEARLY = 0.8
"""The most that a title counts which is only nearly one."""


def strengths(
    phrases: Mapping[str, float],
    letters: Sequence[Mapping[str, float]],
    meanings: Sequence[Mapping[str, float]],
    title: TitleFound | None,
) -> Strengths:
    """Of a text, from its phrases, and from the likeness of each of its passages by letters and by meaning."""
    by_letters = _over_passages(letters)
    by_meaning = _over_passages(meanings)
    most, noise = (1 + _LETTERS + _PHRASES, _NOISE) if meanings else (1 + _PHRASES_ALONE, _NOISE_ALONE)
    found: Strengths = {}
    for code in sorted({*phrases, *by_letters, *by_meaning}):
        points = (
            by_meaning.get(code, 0.0) + _LETTERS * by_letters.get(code, 0.0) + _PHRASES * phrases.get(code, 0.0)
            if meanings
            else by_letters.get(code, 0.0) + _PHRASES_ALONE * phrases.get(code, 0.0)
        )
        if points > noise and is_offered(code):
            found[code] = min(1.0, (points - noise) / (most - noise))
    return found if title is None else _with_title(found, title)


def row_strengths(mccs: Iterable[str], most: float = 1.0) -> Strengths:
    """Of a table's row, whose first code is the likeliest."""
    offered = [code for code in mccs if is_offered(code)]
    return {code: max(0.0, most * (1 - _PER_RANK * rank)) for rank, code in enumerate(offered)}


def together(parts: Iterable[float]) -> float:
    """Several signs within one text, in 0…1: each takes its part of the doubt that the others left."""
    doubt = 1.0
    for part in parts:
        doubt *= 1.0 - part
    return 1.0 - doubt


def _with_title(found: Strengths, title: TitleFound) -> Strengths:
    row = row_strengths(title.title.mccs, 1.0 if title.likeness == 1.0 else _NEARLY * title.likeness)
    if title.likeness == 1.0:
        found = {code: strength * _BESIDE_A_TITLE for code, strength in found.items()}
    return {code: max(row.get(code, 0.0), found.get(code, 0.0)) for code in sorted({*row, *found})}


def _over_passages(likenesses: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Between the mean and the most: what a long text says once in passing is not what it is about."""
    most: dict[str, float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    for likeness in likenesses:
        for code, cosine in likeness.items():
            most[code] = max(most[code], cosine)
            total[code] += max(0.0, cosine)
    return {code: (most[code] + total[code] / len(likenesses)) / 2 for code in most}
