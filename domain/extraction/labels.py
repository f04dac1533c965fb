"""The label with which a row or a cell begins.

A label says what stands beside or below it. Those of a party (`Huurder`, `Notaris`, `Bestuurders`) also say whose name
and address follow.
"""

import re
from typing import NamedTuple

from domain.extraction.composed_labels import composed_label
from domain.extraction.functions import FUNCTION_LABELS, NO_DIRECTORS
from domain.extraction.label_table import LABELS

_SINGLE_BUT_SURE_WORDS = """
    rechtsvorm rechtsform rekeninghouder kontoinhaber maatschappelijke titulaire registergericht vestigingsadres
    bezoekadres geschaftsanschrift tenaamstelling bedrijfsnaam
"""
_SINGLE_BUT_SURE = frozenset(_SINGLE_BUT_SURE_WORDS.split())
"""One word that is a label even where only a space parts it from its value."""


class Label(NamedTuple):
    meaning: str
    start: int
    end: int
    """Where the label ends, and what is between it and its value."""
    colon: bool
    sure: bool
    """It is long enough to be told from the first words of a sentence."""
    written: str


_SECOND = re.compile(r"\s*/\s*")
_AFTER = re.compile(
    r"\s{0,3}(?:\([^()\n]{1,30}\)|\[[0-9]{1,2}\]|[0-9]{1,2}\s?(?:/|von|of|van|sur)\s?[0-9]{1,2}(?=\s?[:.]?$)|(?:n[°o]\.?\s?|#)?[0-9]{1,2}(?=\s?[:.]?$)|[0-9]{1,2}\))?\s{0,3}"
)
_SEPARATOR = re.compile(r"[:：=]+[ \t]*|\.{3,}[ :]*|_{3,}[ :]*|-{1,2}>?[ \t]+")
_NUMBERING = re.compile(
    r"(?:(?:artikel|article|art\.?|hoofdstuk|chapitre|rubriek|section|deel|titre|titel)\s+[0-9ivx]{1,4}\b|"
    r"(?:section|deel|partie|part|teil|abschnitt|vak|kader|cadre|rubrique|rubriek)\s+[a-h0-9](?=\s?[-:.)])|"
    r"§\s?[0-9]{1,3}"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]?(?=\s)|[0-9]{1,2}[.)]|\([0-9a-z]{1,3}\)(?=\s)|[a-z][.)](?=\s)|"
    r"[ivx]{1,4}[.)](?=\s)|[-•*·▪◦●■–—►➢✓]+)"
    r"\s*[-–—:.]?\s*"
)


def _by_first_word() -> dict[str, tuple[tuple[str, str], ...]]:
    phrases: dict[str, str] = {}
    for meaning, listed in [("nobody", NO_DIRECTORS), *LABELS.items(), ("function_label", FUNCTION_LABELS)]:
        for phrase in " ".join(listed.split()).split(", "):
            phrases.setdefault(phrase.strip(" ,").replace("+", ","), meaning)
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase, meaning in phrases.items():
        if phrase:
            found.setdefault(_first_word(phrase), []).append((phrase, meaning))
    return {word: tuple(sorted(items, key=lambda item: -len(item[0]))) for word, items in found.items()}


def _first_word(text: str) -> str:
    match = _WORD.match(text)
    return match[0] if match else ""


_WORD = re.compile(r"[^\s:/(),.]+")
_BY_FIRST_WORD = _by_first_word()


def after_numbering(text: str) -> int:
    """Where a line's words begin after its bullet, its number, or both."""
    at = 0
    for _ in range(2):
        match = _NUMBERING.match(text, at)
        if match is None:
            break
        at = match.end()
    return at


def label_at(text: str, at: int = 0) -> Label | None:
    """The label with which plain text begins; the longest one that fits."""
    single = _one_label(text, at)
    if single is None:
        return None
    meaning, end = single
    while (slash := _SECOND.match(text, end)) and slash.end() > end and (other := _one_label(text, slash.end())):
        if meaning in ("end", "name", "address"):
            meaning = other[0]
        end = other[1]
    written = text[at:end]
    between = _AFTER.match(text, end)
    after = between.end() if between else end
    separator = _SEPARATOR.match(text, after)
    sure = " " in written or written in _SINGLE_BUT_SURE
    return Label(meaning, at, separator.end() if separator else after, separator is not None, sure, written)


def _one_label(text: str, at: int) -> tuple[str, int] | None:
    listed, composed = _listed(text, at), composed_label(text, at)
    return composed if composed and composed[1] > (listed[1] if listed else 0) else listed


def _listed(text: str, at: int) -> tuple[str, int] | None:
    word = _WORD.match(text, at)
    for phrase, meaning in _BY_FIRST_WORD.get(word[0], ()) if word else ():
        end = at + len(phrase)
        if text.startswith(phrase, at) and not text[end : end + 1].isalnum() and text[end : end + 1] not in ("'", "-"):
            return meaning, end
    return None
