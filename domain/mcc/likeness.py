"""How much a text resembles what is known of the codes, by its words and by parts of them: TF-IDF, as cosine.

Parts of four letters find what Dutch and German write as one word: `Fahrradgeschäft` shares `fahr`, `ahrr` … with
`Fahrräder`. Each reference counts by itself, and the best one is the code's: joined into one text they blur each other.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from domain.mcc.references import references
from domain.mcc.words import Word, word_set, words_of

MAX_WORDS = 60
"""Of one passage; it bounds the work, which is a millisecond for a sentence."""
_SAYS_NOTHING = word_set(
    "and or of the for to in on with by from our we you your are is it a an all any at as be this that de la le les "
    "des du d l en et un une van het een der die das und fur mit im wir voor met aan op te au aux par pour sur dans ou "
    "von zu den dem not no non niet geen nicht kein keine pas ne sans ohne zonder without"
)
_PART = 4
_PARTS_WEIGHT = 2.0
"""All parts of a word weigh this times the square root of their number, where the word weighs 1. Of 1, 1.5 and 2, with
parts of 3, 4 and 5 letters, this with 4 is what found most of the evaluation's sentences."""
_SHORTEST = 3
_SHOWN = 3

Features = dict[str, float]


class Resemblance(NamedTuple):
    code: str
    cosine: float
    """Less what the reference loses for a code that it speaks for less."""
    reference: int


class _Index(NamedTuple):
    postings: "dict[str, tuple[array[int], array[float]]]"
    """By feature: the references that have it, by number, and how much it is of each."""
    rarity: Features
    unseen: float
    """A feature of no reference speaks against all of them."""


def resembling(words: Sequence[Word]) -> dict[str, Resemblance]:
    """The likeness to each code with which a passage shares anything at all."""
    index = _index()
    own = _unit(_weighted(_features(_telling(words)[:MAX_WORDS]), index))
    cosines: dict[int, float] = defaultdict(float)
    for name, weight in own.items():
        if name in index.postings:
            for number, other in zip(*index.postings[name], strict=True):
                cosines[number] += weight * other
    found: dict[str, Resemblance] = {}
    known = references()
    for number, cosine in cosines.items():
        for code, loss in known[number].spoken_for:
            if cosine - loss > (found[code].cosine if code in found else 0.0):
                found[code] = Resemblance(code, cosine - loss, number)
    return found


def shared(words: Sequence[Word], reference: int) -> tuple[Word, ...]:
    """The text's own words that account for its likeness to a reference, most telling first; at most three."""
    weights = _weighted(_features(_telling(words_of(references()[reference].text))), _index())
    worth: dict[str, float] = {}
    first: dict[str, Word] = {}
    for word in _telling(words)[:MAX_WORDS]:
        common = sum(weights.get(name, 0.0) for name in (f"={word.stem}", *sorted(_parts(word))))
        if common > 0.0:
            worth.setdefault(word.stem, common)
            first.setdefault(word.stem, word)
    least = max(worth.values(), default=0.0) / 3  # what shares but an ending says nothing to a reader
    ordered = sorted(worth, key=lambda stem: (-worth[stem], stem))
    return tuple(first[stem] for stem in ordered if worth[stem] >= least)[:_SHOWN]


def _telling(words: Iterable[Word]) -> list[Word]:
    return [
        word
        for word in words
        if word.negation == "none"
        and len(word.stem) >= _SHORTEST
        and word.stem not in _SAYS_NOTHING
        and not word.stem.isdigit()
    ]


def _features(words: Iterable[Word]) -> Features:
    found: Features = {}
    for word in words:
        found[f"={word.stem}"] = 1.0
        parts = _parts(word)
        for part in parts:
            found[part] = max(found.get(part, 0.0), _PARTS_WEIGHT / len(parts) ** 0.5)
    return found


def _parts(word: Word) -> set[str]:
    """None of a word that is hardly longer than a part: it is told by itself."""
    if len(word.folded) <= _PART:
        return set()
    bounded = f"^{word.folded}$"
    return {bounded[start : start + _PART] for start in range(len(bounded) - _PART + 1)}


def _weighted(features: Features, index: _Index) -> Features:
    return {name: features[name] * index.rarity.get(name, index.unseen) for name in sorted(features)}


def _unit(weights: Features) -> Features:
    length = math.sqrt(sum(weight**2 for weight in weights.values()))
    return {name: weight / length for name, weight in weights.items()} if length else {}


@cache
def _index() -> _Index:
    """A second's work, done once."""
    features = [_features(_telling(words_of(reference.text))) for reference in references()]
    holders = Counter(name for found in features for name in found)
    index = _Index(
        postings={name: (array("I"), array("f")) for name in holders},
        rarity={name: math.log(1 + len(features) / count) for name, count in holders.items()},
        unseen=math.log(1 + len(features)),
    )
    for number, found in enumerate(features):
        for name, weight in _unit(_weighted(found, index)).items():
            numbers, weights = index.postings[name]
            numbers.append(number)
            weights.append(weight)
    return index
