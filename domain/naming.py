"""Whether two writings of a company's name mean the same.

Registries write in capitals, without accents, in another script or with another legal form's abbreviation. Comparison
folds all of that and then measures; the verdict is one of three words, never a bare number.
"""

import re
from typing import Literal

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from domain.legal_forms import family_of, form_in_name, without_form

Likeness = Literal["same", "similar", "different"]

_LEAST_SIMILAR = 0.88
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
    """Compares the names without legal forms, by Jaro-Winkler similarity and by shared words."""
    left, right = core_name(one[:_LONGEST]), core_name(other[:_LONGEST])
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return "same"
    closeness = max(JaroWinkler.similarity(left, right), fuzz.token_sort_ratio(left, right) / 100)
    return "similar" if closeness >= _LEAST_SIMILAR else "different"
