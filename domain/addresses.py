"""Whether two writings of an address mean the same place.

A register writes in capitals, abbreviates, translates the town, adds a country or leaves the house number out. What
only one of two addresses states never makes them differ.
"""

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from domain.naming import Likeness, folded

_SAME_WORDS = 90
"""Of 100; lets hardly more differ than a letter in a long name."""
_ALIKE = 75
"""Of 100; as near as a few typing errors."""

_STREETS = """
    str straat strasse rue r ulica ul calle c rua ulice gata gatan gate gt
    av laan avenue ave avenida avda aleja al
    pl plein place platz plaza pza piazza pzza praca namesti nam
    chee steenweg stwg chaussee
    bd boulevard blvd bld bul bulevar bulevard
    rte route baan
    che chemin
    kaai quai qu
    imp impasse
    fbg faubourg
    pso paseo
    ctra carretera
    vle viale
    cso corso
    vei vegen veien vn
    st saint sint sankt
    ste sainte
    dr dokter docteur doktor
    prof professor professeur
"""
"""One kind of street per line: in full, abbreviated, and in the other language of a bilingual town."""
_TOWNS = """
    bruxelles brussel brussels
    antwerpen antwerp anvers
    gent gand ghent
    brugge bruges
    liege luik luttich
    namur namen
    mons bergen
    tournai doornik
    kortrijk courtrai
    leuven louvain
    mechelen malines
    aalst alost
    oostende ostende ostend
    ixelles elsene
    uccle ukkel
    schaerbeek schaarbeek
    forest vorst
    wien vienna vienne wenen
    munchen munich
    koln cologne keulen
    praha prague prag praag
    warszawa warsaw warschau
    lisboa lisbon lissabon
    roma rome rom
    milano milan mailand
    kobenhavn copenhagen kopenhagen
    athina athens athen
    peiraias peiraieus pireas piraeus piree
    thessaloniki salonica saloniki
    luxembourg luxemburg letzebuerg
    lille rijsel
    paris parijs
    sofia sofiya sofija
    helsinki helsingfors
    haag hague gravenhage sgravenhage
"""
"""Towns with a name in each of a country's languages, or an English one."""
_COUNTRIES = """
    belgium belgie belgique belgien france frankrijk frankreich germany deutschland duitsland allemagne nederland
    netherlands niederlande austria osterreich oostenrijk autriche italia italy italie spain espana spanje espagne
    portugal poland polska polen pologne czechia cesko tschechien norway norge sweden sverige denmark danmark finland
    suomi ireland greece ellada hellas slovakia slovensko hungary magyarorszag romania bulgaria croatia hrvatska
    slovenia slovenija cedex
"""
"""Countries, which many writers leave out, and France's mark of a business address. Luxembourg is also a town."""

_WORDS = {word: line.split()[0] for line in (_STREETS + _TOWNS).splitlines() for word in line.split()}
_NO_PLACE = frozenset(_COUNTRIES.split())

_STREET_ENDING = re.compile(r"(?<=[a-z]{2})(straat|strasse|gatan|gata|gaten|gt)$")
_OTHER_ENDINGS = (
    (re.compile(r"(?<=[a-z]{2})(steenweg|stwg)$"), "chee"),
    (re.compile(r"(?<=[a-z]{2})(platz|plein)$"), "pl"),
    (re.compile(r"(?<=[a-z]{2})(veien|vegen)$"), "vei"),
)
_SPACED_POSTAL_CODE = re.compile(r"\b([0-9]{3}) ([0-9]{2})\b")
"""As Greece, Sweden, Czechia and Slovakia write theirs: `105 63`. Poland's `00-950` becomes `00 950`."""
_POLISH_POSTAL_CODE = re.compile(r"\b([0-9]{2}) ([0-9]{3})\b")
_DUTCH_POSTAL_CODE = re.compile(r"\b([0-9]{4})([a-z]{2})\b")
"""`3011AB`, which others write `3011 AB`."""
_PADDED_NUMBER = re.compile(r"\b0+([1-9][0-9]*)(?= (?:.* )?[0-9]{4} [a-z]{2}\b)")
"""The Dutch tax administration writes number 12 as `00012` before the postal code."""
_COUNTRY_BEFORE_CODE = re.compile(r"\b[A-Za-z]{1,2}-(?=[0-9]{4,5}\b)")
"""`B-1000`, `DE-10115`. Told by its hyphen from the letter of a house: `Meir 1 A, 2000 Antwerpen`."""
_LONGEST = 500
"""Characters; what is longer is no address, and comparing it would take long."""
_BOX = re.compile(r"\b(?:bus|bte|boite|box|bt|b) ?0*([0-9]+[a-z]?)\b")
_LETTER_APART = re.compile(r"\b([0-9]{1,4}) ([a-d])(?= |$)(?! [0-9]{1,3}\b)")
"""`12 A` for `12A`."""
_BIS_APART = re.compile(r"\b([0-9]{1,4}) (bis|ter|quater)\b")
_SLASHED = re.compile(r"\b(([0-9]{1,4})[a-zA-Z]?) ?/ ?(0*)([0-9]{1,4})\b")
"""`24/3`, `24/0301` and `24/301` for boxes of number 24; but `12/14` is two numbers."""
_MOST_DOORS_ON = 50
"""From the first to the last house number of one address."""
_ELIDED = re.compile(r"\b[ld]['’](?=[^\W\d_])", re.IGNORECASE)
_ELIDED_APART = re.compile(r"(?<![0-9] )\b[ld] (?=[a-z]{2})")
"""The article before a vowel, with an apostrophe or, as registers write it, a space: `l'Étoile`, `L ETOILE`."""
_BILINGUAL = re.compile(r"1[0-2][0-9]{2}")
"""Postal codes of the region of Brussels, whose streets have a French and a Dutch name."""


class Address(NamedTuple):
    words: tuple[str, ...]
    numbers: frozenset[str]
    """Apart from the words: one other digit is another house, however long the street's name."""

    @property
    def postal_codes(self) -> frozenset[str]:
        return frozenset(number for number in self.numbers if re.fullmatch(r"[0-9]{4,5}", number))

    @property
    def doors(self) -> frozenset[str]:
        return self.numbers - self.postal_codes


def compare_addresses(one: str, other: str) -> Likeness:
    """`same` street, number and place, as far as both state them; `similar` when only the postal code agrees; else
    `different`."""
    left, right = _read(one), _read(other)
    if left == right or (_one_contains_the_other(left.numbers, right.numbers) and _alike(left, right) >= _SAME_WORDS):
        return "same"
    return "similar" if left.postal_codes & right.postal_codes else "different"


def may_be_one_door(one: str, other: str) -> bool:
    """Whether two addresses that are not the same may still mean one door: the postal code and the house number agree,
    and the street is misspelt, or it lies in Brussels, where every street has two names."""
    left, right = _read(one), _read(other)
    shared = left.postal_codes & right.postal_codes
    if not shared or not left.doors & right.doors or not _one_contains_the_other(left.doors, right.doors):
        return False
    return _alike(left, right) >= _ALIKE or any(_BILINGUAL.fullmatch(code) for code in shared)


def _read(text: str) -> Address:
    stated = _ELIDED.sub("", _COUNTRY_BEFORE_CODE.sub("", text[:_LONGEST]))
    plain = folded(_SLASHED.sub(_box_after_slash, stated))
    for pattern, written in (
        (_ELIDED_APART, ""),
        (_SPACED_POSTAL_CODE, r"\1\2"),
        (_POLISH_POSTAL_CODE, r"\1\2"),
        (_DUTCH_POSTAL_CODE, r"\1 \2"),
        (_PADDED_NUMBER, r"\1"),
        (_BOX, r"box\1"),
        (_LETTER_APART, r"\1\2"),
        (_BIS_APART, r"\1\2"),
    ):
        plain = pattern.sub(written, plain)
    words = [_word(word) for word in plain.split()]
    return Address(
        words=tuple(sorted(word for word in words if word not in _NO_PLACE and not _has_digit(word))),
        numbers=frozenset(word for word in words if _has_digit(word)),
    )


def _box_after_slash(numbers: re.Match[str]) -> str:
    house, first, zeros, second = numbers.groups()
    is_box = bool(zeros) or not 0 <= int(second) - int(first) <= _MOST_DOORS_ON
    return f"{house} {'bus' if is_box else '/'} {second}"


def _word(word: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    for ending, written in ((_STREET_ENDING, "str"), *_OTHER_ENDINGS):
        word = ending.sub(written, word)
    return word


def _alike(one: Address, other: Address) -> float:
    """How alike the words are that only one of them has, of 100; a long town that they share must not hide that the
    streets differ. All alike if one has no words but the other's."""
    only_one, only_other = _without(one.words, other.words), _without(other.words, one.words)
    if not one.words or not other.words:
        return 0.0
    return fuzz.ratio(only_one, only_other) if only_one and only_other else 100.0


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> str:
    return "".join(word for word in words if word not in others)


def _one_contains_the_other(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
