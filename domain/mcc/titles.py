"""Official titles of economic activities in a text: what a register answers, or a customer pastes from it.

Equal titles are the class itself. Near ones have nearly the same telling words: national versions word a title a little
differently, and people leave out what they find superfluous. A word that few titles have tells more than one of many.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from domain.mcc.published import mccs_by_nace, nace21_classes, nace_titles
from domain.mcc.words import Word, words_of

LONGEST = 300
"""Characters; no title has more than 200."""
NEAR = 0.6
"""The least likeness. Of the 205 English titles in which NACE Rev. 2.1 differs, 46 are as near as that to one of Rev.
2: 40 of them have the same first code, 44 have the other's first code among their first three."""
_CODE_BEFORE = re.compile(r"\s*(?:nace\w*\s*)?[0-9]{2}\.?[0-9]{0,3}[a-z]?\b[\s:.–—-]*", re.IGNORECASE)


class Title(NamedTuple):
    digits: str
    title: str
    mccs: tuple[str, ...]
    """The likeliest first."""


class TitleFound(NamedTuple):
    title: Title
    likeness: float
    """1 for the very title, but for accents, capitals and punctuation; else at least `NEAR`."""


class _Known(NamedTuple):
    exact: dict[tuple[str, ...], Title]
    stems: tuple[tuple[Title, frozenset[str]], ...]
    holders: dict[str, tuple[int, ...]]
    rarity: dict[str, float]
    unseen: float


def title_in(passage: str) -> TitleFound | None:
    """The title that a passage is, or nearly is; a code before it does not matter."""
    if len(passage) > LONGEST:
        return None
    for written in (passage, _CODE_BEFORE.sub("", passage, count=1)):
        words = words_of(written)
        exact = _known().exact.get(_key(words)) if words else None
        if exact is not None:
            return TitleFound(exact, 1.0)
    return _near(_stems(words))


def _near(stems: frozenset[str]) -> TitleFound | None:
    known = _known()
    candidates = sorted({number for stem in stems for number in known.holders.get(stem, ())})
    likest = max(candidates, key=lambda number: _overlap(stems, known.stems[number][1]), default=None)
    if likest is None:
        return None
    title, own = known.stems[likest]
    likeness = _overlap(stems, own)
    return TitleFound(title, likeness) if likeness >= NEAR else None


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all their words that they have in common, by how much each tells."""
    known = _known()
    worth = {stem: known.rarity.get(stem, known.unseen) for stem in sorted(one | other)}
    return sum(worth[stem] for stem in sorted(one & other)) / sum(worth.values())


def _key(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.folded for word in words)


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words)


@cache
def _known() -> _Known:
    titles = [
        (Title(digits, written, mccs_by_nace()[digits]), words_of(written))
        for digits, in_words in sorted(nace_titles().items(), key=lambda item: (-len(item[0]), item[0]))
        if mccs_by_nace()[digits]
        for written in in_words
    ]
    titles += [
        (Title(digits, new.title, new.mccs), words_of(new.title)) for digits, new in sorted(nace21_classes().items())
    ]
    exact: dict[tuple[str, ...], Title] = {}
    for title, words in titles:
        exact.setdefault(_key(words), title)
    stems = tuple((title, _stems(words)) for title, words in titles)
    counts = Counter(stem for _, own in stems for stem in own)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, (_, own) in enumerate(stems):
        for stem in own:
            holders[stem].append(number)
    return _Known(
        exact=exact,
        stems=stems,
        holders={stem: tuple(numbers) for stem, numbers in holders.items()},
        rarity={stem: math.log(1 + len(titles) / count) for stem, count in counts.items()},
        unseen=math.log(1 + len(titles)),
    )
