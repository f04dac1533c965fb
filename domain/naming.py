"""Whether two writings of a company's name mean the same.

Registries write in capitals, without accents, in another script, with another legal form's abbreviation, with `&` or
`und`. Comparison folds all of that and then measures the words in which the names differ: a long name that two
companies share must not hide that one is the holding and the other trades. The verdict is one of three words, never a
bare number.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from anyascii import anyascii
from rapidfuzz import fuzz

from domain.latin_spellings import spellings
from domain.legal_forms import family_of, form_in_name, without_form

Likeness = Literal["same", "similar", "different"]

_ALIKE = 82
"""Of 100; lets a letter in six differ: `Peters` for `Peeters`, and not `Bahn` for `Bank`."""
_FEWEST_LETTERS = 4
"""In shorter words each letter tells: KBC is not KBA."""
_TELLING = 0.5
"""Of the longer name's letters, if the other has no words but some of its own: `Acme Trading Belgium`."""
_ABBREVIATIONS = """
    intl international internationaal internationale
    bros brothers
    mgmt mgt management
    mfg manufacturing
    svcs services
    corp corporation
    co company
    cie compagnie
    gebr gebroeders gebruder gebrueder
    ets etablissements
    hnos hermanos
    flli fratelli
    dr dokter docteur doktor
    st saint sint sankt
    ste sainte
"""
_TRANSLATIONS = """
    group groep groupe gruppe grupo gruppo grupa
    belgium belgie belgique belgien
    netherlands nederland niederlande
    germany deutschland duitsland allemagne
    france frankrijk frankreich
    luxembourg luxemburg
    austria osterreich oesterreich oostenrijk
    spain espana
    italy italia
    poland polska
    norway norge
    sweden sverige
    denmark danmark
"""
_WORDS = {
    word: max(line.split(), key=len) for line in (_ABBREVIATIONS + _TRANSLATIONS).splitlines() for word in line.split()
}
"""One word per line, abbreviated and in full, or in the languages of a bilingual country's registers."""
_AND = frozenset({"and", "und", "et", "en", "og", "och", "e", "y"})
"""Between two words they are the sign `&`, which folding takes away."""
_LONGEST = 500
"""Characters; what is longer is no name, and comparing it would take long."""
_GREEK_OU = re.compile("ο[υύ]")


def folded(text: str) -> str:
    """Lower-case ASCII words with single spaces; other scripts are transliterated."""
    letters = re.sub(r"[.'’`]", "", anyascii(_GREEK_OU.sub("ou", text.lower())).lower())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def core_name(name: str) -> str:
    """The folded name without its legal form; the whole folded name if nothing else is left."""
    whole = folded(name)
    return without_form(whole) or whole


def legal_form(name: str) -> str | None:
    """The family of legal forms a name states (`bv` for BV, BVBA, SRL and SPRL alike), or None.

    It stands at the end, or as VIES writes Belgian names, at the beginning: `NV AG INSURANCE` is an NV.
    """
    return form_in_name(folded(name[:_LONGEST]))


def legal_form_family(words: str) -> str | None:
    """The family of a legal form that stands by itself, in whatever words a register has for it, or None."""
    return family_of(folded(words[:_LONGEST]))


def compare_names(one: str, other: str) -> Likeness:
    """Compares the names without legal forms, in whatever order their words come and however they are spelt in Latin
    letters. One other number makes another company: `Immo 2000`, `Immo 2001`."""
    pairs = [(left, right) for left in _readings(one) for right in _readings(other)]
    if one == other or any("".join(left) == "".join(right) for left, right in pairs):
        return "same"
    return "similar" if any(_are_alike(left, right) for left, right in pairs) else "different"


@lru_cache(maxsize=4096)
def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each of its spellings. Kept, for in long lists each name is compared with a hundred others."""
    found = (_plain(core_name(spelling).split()) for spelling in spellings(name[:_LONGEST]))
    return tuple(dict.fromkeys(words for words in found if words))


def _plain(words: list[str]) -> tuple[str, ...]:
    last = len(words) - 1
    between = (word for place, word in enumerate(words) if word not in _AND or place in (0, last))
    return tuple(_WORDS.get(word, word) for word in between)


def _are_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    only_one, only_other = _apart(one, other)
    if not only_one or not only_other:
        whole = "".join(one)
        shared = len(whole) - len("".join(only_one))
        return shared >= _TELLING * max(len(whole), len("".join(other)))
    rests = "".join(only_one), "".join(only_other)
    if min(map(len, rests)) < _FEWEST_LETTERS or not fuzz.ratio(*rests, score_cutoff=_ALIKE):
        return False
    return _numbers(only_one) == _numbers(only_other)


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The words that only the one has, and those that only the other has."""
    only_one, only_other = [], list(other)
    for word in one:
        if word in only_other:
            only_other.remove(word)
        else:
            only_one.append(word)
    return only_one, only_other


def _numbers(words: Iterable[str]) -> str:
    return "".join(letter for word in words for letter in word if letter.isdigit())
