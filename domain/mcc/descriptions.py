"""How much a text resembles the English descriptions of the codes: TF-IDF over words, as cosine.

A second opinion beside the vocabulary, for the codes and words that it lacks. Each wording of a code counts by itself,
and the best one is the code's: joined into one text they blur each other.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from domain.mcc import codes
from domain.mcc.words import Word, word_set, words_of

_SAYS_NOTHING = word_set(
    "and or of the for to in on with by from our we you your are is it a an all any at as be this that other more than "
    "service shop store outlet dealer sale sell supply good product company business merchant miscellaneous special "
    "elsewhere classified listed not including include includes use only valid longer no long first presentment region "
    "non general specialty speciality new equipment also centre center office place public park home house information "
    "small large single retail wholesale "
    "de la le des en et un une van het een der die das und fur mit im wir"
)
_NOT_OFFERED = frozenset(
    # Scheme-internal, withdrawn, or for one region that is not ours, by their own descriptions.
    [
        "4723",
        "4733",
        "4813",
        "5832",
        "5961",
        "6050",
        "6381",
        "6399",
        "6532",
        "6533",
        "6536",
        "6537",
        "6538",
        "7013",
        "7280",
        "7295",
        "7332",
        "7511",
        "7800",
        "7801",
        "7802",
        "8044",
        "8912",
        "9400",
        "9405",
        "9700",
        "9701",
        "9702",
        "9950",
    ]
)

_LEAST_FOR_ONE_WORD = 0.55
"""A single common word says little: “Exposition Center” is no metal service centre."""


class Resemblance(NamedTuple):
    code: str
    cosine: float
    shared: tuple[str, ...]
    """The text's own words that the description has too, most telling first."""


def offered_codes() -> tuple[str, ...]:
    """The codes that a merchant of no chain may be given."""
    return tuple(code for code in codes.all_codes() if int(code) not in codes.BRAND_CODES and code not in _NOT_OFFERED)


def resembling(words: Sequence[Word], least: float) -> list[Resemblance]:
    """The codes whose description resembles the words by at least this cosine, best first."""
    shown = {word.stem: word.shown for word in reversed(words) if word.negation == "none"}
    weights = _unit({stem: _RARITY.get(stem, _UNSEEN) for stem in _telling(shown)})
    cosines: dict[int, float] = defaultdict(float)
    for stem, weight in weights.items():
        for number, other in _POSTINGS.get(stem, ()):
            cosines[number] += weight * other
    best: dict[str, Resemblance] = {}
    for number, cosine in cosines.items():
        code, vector = _VECTORS[number]
        shared = sorted(weights.keys() & vector.keys(), key=lambda stem: (-vector[stem], stem))
        needed = least if len(shared) > 1 else max(least, _LEAST_FOR_ONE_WORD)
        if cosine >= needed and (code not in best or cosine > best[code].cosine):
            best[code] = Resemblance(code, cosine, tuple(shown[stem] for stem in shared))
    return sorted(best.values(), key=lambda item: (-item.cosine, item.code))


def _telling(stems: Iterable[str]) -> set[str]:
    return {stem for stem in stems if stem not in _SAYS_NOTHING and len(stem) > 2 and not stem.isdigit()}


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weights[stem] ** 2 for stem in sorted(weights)))
    return {stem: weights[stem] / length for stem in sorted(weights)} if length else {}


# Computed once, when the module is imported.
_DOCUMENTS = [
    (code, _telling(word.stem for word in words_of(text))) for code in offered_codes() for text in codes.wordings(code)
]
_HOLDERS = Counter(stem for stem, _ in {(stem, code) for code, stems in _DOCUMENTS for stem in stems})
_RARITY = {stem: math.log(1 + len(offered_codes()) / count) for stem, count in _HOLDERS.items()}
_UNSEEN = max(_RARITY.values())
"""A word of no description speaks against all of them."""
_VECTORS = [(code, _unit({stem: _RARITY[stem] for stem in stems})) for code, stems in _DOCUMENTS]
_POSTINGS: dict[str, list[tuple[int, float]]] = defaultdict(list)
for _number, (_code, _vector) in enumerate(_VECTORS):
    for _stem, _weight in _vector.items():
        _POSTINGS[_stem].append((_number, _weight))
