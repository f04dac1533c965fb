"""Whether two writings of a person's name may mean one person.

Registers put the surname first or last, in capitals, without accents or in another script; some give initials, some
leave out second given names and titles.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from operator import eq

from rapidfuzz.distance import OSA

from domain.latin_spellings import spellings
from domain.naming import Likeness, folded

_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "dr", "drs", "ir", "ing", "prof", "mevr", "mevrouw", "dhr", "heer", "mme", "mlle", "herr",
        "frau", "sir", "dipl", "mag",
    }
)  # fmt: skip
_LONGEST = 200
"""Characters; what is longer is no name."""
_MOST_WORDS = 12
_UMLAUTS = re.compile(r"(?<=[bcdfghjklmnpqrstvwxyz])(ae|oe|ue)|^(ae|oe|ue)")
"""`Mueller` for Müller, which folds to `muller`."""
_PARTICLE = re.compile(
    r"\b(van|vanden|vander|von|vom|zu|zum|zur|de|den|der|des|ter|ten|te|du|di|da|dal|del|della|do|dos|le|la|el|al|af|av"
    r"|mc|mac|o|d|l) (?=[a-z]{2})"
)
_THE_NEAREST_FIRST: tuple[Likeness, ...] = ("same", "similar")
_SLAVIC_ENDING = re.compile(r"(?<=[a-z]{2})(?:ii|iy|ij|yj|yi|y)$")
"""`Dmitrii`, `Dmitriy` and `Dmitry` are one name in Cyrillic."""


def name_key(name: str) -> str:
    """The same for all writings that differ only in order, accents, capitals, titles and transliteration."""
    return " ".join(_words_of(name[:_LONGEST])) or folded(name[:_LONGEST])


def compare_person_names(one: str, other: str) -> Likeness:
    """`same` when each word of the shorter name is a word or an initial in the other, `similar` when some are only
    nearly so, when only a particle is written apart, or when the shorter name is a single word; else `different`."""
    if one == other or "" != name_key(one) == name_key(other):
        return "same"
    verdicts = {_compared(left, right) for left in _readings(one) for right in _readings(other)}
    for verdict in _THE_NEAREST_FIRST:
        if verdict in verdicts:
            return verdict
    together = _words_of(_joined(one)), _words_of(_joined(other))
    return "similar" if _compared(*together) == "same" else "different"


def _compared(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    # In a fixed order, so that it does not matter which name comes first.
    shorter, longer = sorted((one, other), key=lambda each: (len(each), each))
    if not shorter:
        return "different"
    rest = list(longer)
    unequal = [word for word in shorter if not _taken(rest, word, eq)]
    unlike = [word for word in unequal if not _taken(rest, word, _is_initial_of)]
    if any(not _taken(rest, word, _is_nearly) for word in unlike):
        return "different"
    if len(unequal) == len(shorter):  # two sets of initials, or words that are all only nearly the same
        return "similar" if len(unlike) > 1 else "different"
    return "similar" if unlike or len(shorter) == 1 else "same"


@lru_cache(maxsize=4096)
def _joined(name: str) -> str:
    """`Van den Berghe` as `Vandenberghe`: one register writes a surname's particles apart and the next one does not."""
    return _PARTICLE.sub(r"\1", folded(name))


@lru_cache(maxsize=4096)
def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each of its spellings. Kept, for in long lists each name is compared with a hundred others."""
    return tuple(dict.fromkeys(_words_of(spelling) for spelling in spellings(name[:_LONGEST])))


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    # `J.P. Maes` has two initials where `Jean-Pierre Maes` has two names.
    apart = folded(re.sub(r"\b(\w)\.", r"\1 ", name))
    return tuple(sorted(_plain(word) for word in apart.split() if word not in _TITLES))[:_MOST_WORDS]


def _plain(word: str) -> str:
    return _SLAVIC_ENDING.sub("i", _UMLAUTS.sub(lambda match: match.group()[0], word))


def _taken(rest: list[str], word: str, fits: Callable[[str, str], bool]) -> bool:
    """Whether a word of `rest` fits; it is then taken out, so that it fits one word only."""
    twin = next((other for other in rest if fits(word, other)), None)
    if twin is not None:
        rest.remove(twin)
    return twin is not None


def _is_initial_of(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


def _is_nearly(one: str, other: str) -> bool:
    """One letter more, less, other or exchanged; two in long words."""
    shorter = min(len(one), len(other))
    return shorter > 3 and OSA.distance(one, other) <= (2 if shorter > 7 else 1)
