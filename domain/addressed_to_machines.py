"""Sentences in a stranger's text that are addressed to a machine: found in whatever disguise, and taken out whole.

A customer's answers, website and documents are read for what they say of the business. A sentence that tells its reader
to ignore instructions, who to be, or how to classify the merchant says nothing of that; it is taken out before rules or
a model see the text, and an officer is told. This is one of several defences and not the last: a model's answer is held
to the laws of `domain.mcc_by_model` and `domain.tasks_by_model` whatever it was told.
"""

import base64
import binascii
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from domain.machine_phrases import ADDRESSED, ENCODED, SPELT_OUT, TELLTALE

LONGEST = 200_000
"""Characters that are looked at; no text that is read further on is nearly as long."""

_LOOKS_LIKE = str.maketrans(
    "аеорсухіјѕԁһкмнтвгɡαοερτυνικβηχɑℓ",
    "aeopcyxijsdhkmhtbrgaoepruvikbnxal",  # Cyrillic, Greek and phonetic letters
)
_STANDS_FOR = str.maketrans("01345@$", "oieasas")
"""Digits and signs for letters, within words that have letters as well."""
_WORD = re.compile(r"[a-z01345@$]{4,}")
_ENDS = re.compile(r"[.!?…。！？]+(?=[\s\"'»”)\]]|$)|\n")
_TAGS = range(0xE0020, 0xE007F)
"""Invisible characters that spell ASCII."""


class Cleaned(NamedTuple):
    text: str
    """What is left, in its order."""
    removed: tuple[str, ...]
    """The sentences that were taken out, as they stood."""


class _Folded(NamedTuple):
    """A text as a reader takes it, and where each of its characters comes from."""

    text: str
    origins: tuple[int, ...]


@lru_cache(maxsize=256)
def without_instructions(text: str) -> Cleaned:
    """The text without the sentences that are addressed to a machine. Texts without such sentences stay as they are,
    to the character."""
    spans = _merged(sorted(_whole_sentences(text[:LONGEST])))
    if not spans:
        return Cleaned(text, ())
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    left = re.sub(r"[ \t]+", " ", " ".join(kept))
    return Cleaned(re.sub(r" ?\n ?", "\n", left).strip(), tuple(text[start:end].strip() for start, end in spans))


def is_addressed_to_machines(text: str) -> bool:
    """Whether any of it is."""
    return bool(without_instructions(text).removed)


def _whole_sentences(text: str) -> Iterator[tuple[int, int]]:
    folded = _fold(text)
    ends = [match.end() for match in _ENDS.finditer(text)]
    found = [
        *(match.span() for match in ADDRESSED.finditer(folded.text)),
        *(match.span() for match in SPELT_OUT.finditer(folded.text) if TELLTALE.search(_letters(match[0]))),
        *(match.span() for match in ADDRESSED.finditer(_unmasked(folded.text))),
    ]
    places = [(folded.origins[start], folded.origins[end - 1] + 1) for start, end in found if end > start]
    places += [match.span() for match in ENCODED.finditer(text) if _hides_instructions(match[0])]
    for start, end in places:
        yield _start_of_sentence(text, ends, start), _end_of_sentence(text, ends, end)


def _start_of_sentence(text: str, ends: list[int], place: int) -> int:
    before = bisect_right(ends, place)
    return ends[before - 1] if before else 0


def _end_of_sentence(text: str, ends: list[int], place: int) -> int:
    if place in ends:
        return place
    after = bisect_right(ends, place)
    return ends[after] if after < len(ends) else len(text)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _fold(text: str) -> _Folded:
    """Lower-case letters without accents; look-alikes are told apart, invisible characters seen or passed over."""
    letters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        begins = ord(character) in _TAGS and place > 0 and ord(text[place - 1]) not in _TAGS
        for letter in (" " if begins else "") + _folded_character(character):
            letters.append(letter)
            origins.append(place)
    return _Folded("".join(letters), tuple(origins))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character == "\n":
        return character
    if ord(character) in _TAGS:
        return chr(ord(character) - 0xE0000).lower()
    if unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    if character in "’‘`´":
        return "'"
    if character.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", character)).lower()
    plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
    return plain.replace("ß", "ss").replace("œ", "oe").replace("æ", "ae").translate(_LOOKS_LIKE)


def _unmasked(folded: str) -> str:
    """With letters for the digits and signs that stand for them; as long as it was."""
    return _WORD.sub(lambda match: match[0] if match[0].isdigit() else match[0].translate(_STANDS_FOR), folded)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text)


def _hides_instructions(encoded: str) -> bool:
    try:
        decoded = base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return False
    return ADDRESSED.search(_fold(decoded).text) is not None
