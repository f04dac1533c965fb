"""Whether two writings of a company's name or address mean the same.

Registries write in capitals, without accents, in another script or with another legal form's abbreviation. Comparison
folds all of that and then measures; the verdict is one of three words, never a bare number.
"""

import re
from typing import Literal

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

Likeness = Literal["same", "similar", "different"]

_LEGAL_FORMS: dict[str, str] = {
    # One family per line: forms that one company may write in more than one language or era.
    **dict.fromkeys(("bv", "bvba", "srl", "sprl", "besloten vennootschap", "societe a responsabilite limitee"), "bv"),
    **dict.fromkeys(("sarl", "sa rl", "eurl"), "bv"),  # written in full, the same words as the Belgian form
    **dict.fromkeys(("nv", "sa", "naamloze vennootschap", "societe anonyme"), "nv"),
    **dict.fromkeys(("gmbh", "gesellschaft mit beschrankter haftung"), "gmbh"),
    **dict.fromkeys(("ag", "aktiengesellschaft"), "ag"),
    **dict.fromkeys(("sas", "sasu"), "sas"),
    **dict.fromkeys(("vof", "snc"), "vof"),
    **dict.fromkeys(("comm v", "commv", "scs"), "commv"),
    **dict.fromkeys(("vzw", "asbl"), "vzw"),
    **dict.fromkeys(("ae", "anonymi etaireia"), "ae"),
    **dict.fromkeys(("epe", "ike"), "epe"),
    **dict.fromkeys(("sp z o o", "sp z oo", "spzoo"), "spzoo"),
    **dict.fromkeys(("sl", "slu"), "sl"),
    **dict.fromkeys(("ltd", "limited"), "ltd"),
}
_FORMS_PATTERN = re.compile(
    r"\b(" + "|".join(re.escape(form) for form in sorted(_LEGAL_FORMS, key=len, reverse=True)) + r")\b"
)
_ADDRESS_WORDS: dict[str, str] = {
    "straat": "str", "str": "str", "strasse": "str", "rue": "str", "r": "str", "ulica": "str", "ul": "str",
    "laan": "av", "avenue": "av", "av": "av", "ave": "av",
    "plein": "pl", "place": "pl", "platz": "pl", "pl": "pl",
    "steenweg": "chee", "stwg": "chee", "chaussee": "chee", "chee": "chee",
    "boulevard": "bd", "bd": "bd", "blvd": "bd",
    "brussel": "bruxelles", "bruxelles": "bruxelles", "brussels": "bruxelles",
    "antwerp": "antwerpen", "anvers": "antwerpen", "gent": "gent", "gand": "gent", "ghent": "gent",
}  # fmt: skip


_STREET_ENDING = re.compile(r"(?<=[a-z]{2})(straat|strasse)$")
_SPACED_POSTAL_CODE = re.compile(r"\b([0-9]{3}) ([0-9]{2})\b")
"""As Greece, Sweden, Czechia and Slovakia write theirs: `105 63`."""
_GREEK_OU = re.compile("ο[υύ]")


def folded(text: str) -> str:
    """Lower-case ASCII words with single spaces; other scripts are transliterated."""
    letters = re.sub(r"[.'’`]", "", anyascii(_GREEK_OU.sub("ou", text.lower())).lower())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def core_name(name: str) -> str:
    """The folded name without its legal form; the whole folded name if nothing else is left."""
    whole = folded(name)
    return " ".join(_FORMS_PATTERN.sub(" ", whole).split()) or whole


def legal_form(name: str) -> str | None:
    """The family of legal forms a name states (`bv` for BV, BVBA, SRL and SPRL alike), or None.

    It stands at the end, or as VIES writes Belgian names, at the beginning: `NV AG INSURANCE` is an NV.
    """
    words = folded(name)
    stated = _FORMS_PATTERN.findall(words)
    if not stated:
        return None
    return _LEGAL_FORMS[stated[-1] if words.endswith(stated[-1]) else stated[0]]


def compare_names(one: str, other: str) -> Likeness:
    """Compares the names without legal forms, by Jaro-Winkler similarity and by shared words."""
    left, right = core_name(one), core_name(other)
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return "same"
    closeness = max(JaroWinkler.similarity(left, right), fuzz.token_sort_ratio(left, right) / 100)
    return "similar" if closeness >= 0.88 else "different"


def compare_addresses(one: str, other: str) -> Likeness:
    """`same` street, number and place, as far as both state them; `similar` when only the postal code agrees; else
    `different`."""
    left, right = _address_words(one), _address_words(other)
    (words, numbers), (other_words, other_numbers) = _parted(left), _parted(right)
    numbers_agree = numbers <= other_numbers or other_numbers <= numbers
    if left == right or (numbers_agree and fuzz.token_set_ratio(" ".join(words), " ".join(other_words)) >= 96):
        return "same"
    return "similar" if _postal_codes(numbers) & _postal_codes(other_numbers) else "different"


def _address_words(text: str) -> list[str]:
    words = _SPACED_POSTAL_CODE.sub(r"\1\2", folded(text)).split()
    return sorted(_ADDRESS_WORDS.get(word) or _STREET_ENDING.sub("str", word) for word in words)


def _parted(words: list[str]) -> tuple[list[str], set[str]]:
    """The words, and apart from them the numbers: one other digit is another house, however long the street's name."""
    return (
        [word for word in words if not any(character.isdigit() for character in word)],
        {word for word in words if any(character.isdigit() for character in word)},
    )


def _postal_codes(numbers: set[str]) -> set[str]:
    return {number for number in numbers if re.fullmatch(r"[0-9]{4,5}", number)}
