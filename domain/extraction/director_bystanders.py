"""Persons whom a function is said of that leads another: of a landlord, a notary, an auditor, or one who has left."""

import re

from domain.extraction.blocks import plain
from domain.extraction.functions import HAVE_LEFT
from domain.extraction.person_shapes import TITLED, Name

_AROUND_OTHERS = re.compile(
    r"notar|notaris|notaire|notary|verhuurder|bailleur|vermieter|landlord|lessor|banque|\bbank\b|commissaris\b|"
    r"revisor|auditor|r[ée]viseur",
    re.IGNORECASE,
)
_WITH_A_DIRECTOR = re.compile(r"prokura\s(?:[a-z]+\s){0,2}mit\s(?:[a-z]+\s)?$")
"""`Gesamtprokura gemeinsam mit einem Geschäftsführer: …` names those who sign with a director."""
_AS_LANDLORD = re.compile(
    r"(?:hierna|ci-après|nachfolgend|im folgenden|hereinafter|hereafter)[^.]{0,40}?(?:verhuurder|verhuurster|bailleur|"
    r"bailleresse|vermieter|verpachter|landlord|lessor)",
    re.IGNORECASE,
)


def of_a_landlord(text: str, at: int) -> bool:
    """Whether whoever is named before a place is called the landlord there: `…, ci-après « le Bailleur »`."""
    return _AS_LANDLORD.search(text, at, at + 200) is not None


def said_behind(text: str, at: int) -> str:
    """What the line of a name goes on with that may tell that its person has left: `Bernd Rettig (bis 30.06.2023)`."""
    return text[at : _before_another(text, at, _BEHIND)].split("\n")[0].split(";")[0]


def _before_another(text: str, last: int, reach: int) -> int:
    """Where the words end that may tell of whoever is named before a place: before a sentence about another person."""
    end = _SENTENCE_OVER.search(text, last, last + reach)
    return end.start() if end and TITLED.match(text, end.end()) else last + reach


_BEHIND, _SOON = 40, 30
"""Characters behind a name or a function in which it is told that the person has left."""
_SENTENCE_OVER = re.compile(r"\.\s{1,2}(?=[A-ZÀ-Þ])")


def is_anothers(text: str, name: Name, function: tuple[int, int]) -> bool:
    first, last = min(name.start, function[0]), max(name.end, function[1])
    before = re.split(r"[.:;]\s|\n", text[max(0, first - 60) : first])[-1]
    around = before + " " + re.split(r"[.;]\s", text[name.end : name.end + 25])[0]
    if HAVE_LEFT.search(text[max(0, first - 50) : _before_another(text, last, _SOON)]):
        return True
    jointly = _WITH_A_DIRECTOR.search(plain(before)) is not None
    return jointly or _AROUND_OTHERS.search(around) is not None or of_a_landlord(text, last)
