"""How strongly one text speaks for each code: one sum of what three ways of reading it find.

Meaning (a sentence encoder's cosine, where one is to be had) counts 1, likeness by letters 0.5, the vocabulary's
phrases 0.3, in a text of several words 0.15: a single word settles the less, the more there are beside it. The weights
were chosen in November 2026 on 240 sentences of websites by an author who knew nothing of the tables, before
`own_words.toml` was written: with meaning alone the first code was right for 60 % and the right one among five for
85 %, with all three for 67 % and 93 % (59 % and 92 % with letters 0.35 and phrases 0.3 throughout). They were a
development set from then on. Without meaning, phrases count as much as letters.

There is hardly a floor: whatever a customer says of the business, the nearest codes are told, and `confidence` says how
little it may be. A company's name and answers to other questions say nothing unless they say it plainly.

An official title of an activity is no matter of likeness: its row in the table speaks, and all else counts half.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from domain.mcc.references import is_offered
from domain.mcc.titles import TitleFound

Strengths = dict[str, float]
"""By code, in 0…1; no code of which nothing speaks."""

_LETTERS, _PHRASES, _PHRASES_AMONG_MANY = 0.5, 0.3, 0.15
_MANY = 8
"""Words of a text. More than these are a sentence."""
_PHRASES_ALONE = 1.0
_NOISE, _NOISE_ALONE = 0.2, 0.02
"""As much any text resembles anything."""
_LEAST, _LEAST_ALONE = 0.25, 0.13
"""A text that resembles nothing more than this says nothing."""
_STRONG = 0.6
"""Likeness by meaning that counts without any plain word in a text that was not written to say what the business does;
an estimate."""
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
    words: int = 0,
    *,
    in_passing: bool = False,
) -> Strengths:
    """Of a text of so many words, from its phrases, and from the likeness of each of its passages by letters and by
    meaning. `in_passing`: it was not written to say what the business does."""
    by_letters = _over_passages(letters)
    by_meaning = _over_passages(meanings)
    letter, phrase = (_LETTERS, _PHRASES_AMONG_MANY if words > _MANY else _PHRASES) if meanings else (1, _PHRASES_ALONE)
    points = {
        code: by_meaning.get(code, 0.0) + letter * by_letters.get(code, 0.0) + phrase * phrases.get(code, 0.0)
        for code in sorted({*phrases, *by_letters, *by_meaning})
        if is_offered(code) and (not in_passing or code in phrases or by_meaning.get(code, 0.0) >= _STRONG)
    }
    found = _above_noise(points, with_meaning=bool(meanings))
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


def _above_noise(points: Mapping[str, float], *, with_meaning: bool) -> Strengths:
    """In 0…1; none at all of a text that resembles nothing."""
    most = 1 + _LETTERS + _PHRASES if with_meaning else 1 + _PHRASES_ALONE
    noise, least = (_NOISE, _LEAST) if with_meaning else (_NOISE_ALONE, _LEAST_ALONE)
    if max(points.values(), default=0.0) <= least:
        return {}
    return {code: min(1.0, (each - noise) / (most - noise)) for code, each in points.items() if each > noise}


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
