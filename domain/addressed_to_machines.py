"""What a stranger's text says to a machine: found in whatever disguise, and taken out, as little of it as possible.

A customer's answers, website and documents are read for what they say of the business. A clause that tells its reader
to ignore instructions, who to be, or how to classify the merchant says nothing of that; it is taken out before rules or
a model see the text, and an officer is told. What stands beside it stays: else whoever adds an order to his own true
words would have them overlooked. So a clause ends at its own marks, marks of machines are taken out without what stands
between them, and what a merchant says of itself (`we sell`) is never part of an order.

This is one of several defences and not the last: a model's answer is held to the laws of `domain.mcc_by_model` and
`domain.tasks_by_model` whatever it was told.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from domain.category_phrases import ASKING, CODED
from domain.look_alikes import LOOKS_LIKE
from domain.machine_marks import CLAIMS, CODE, COMMENT, MARKS, MEMBERS
from domain.machine_phrases import ADDRESSED, BACKWARDS, ENCODED, FILLERS, OWN_WORDS, SPELT_OUT, TELLTALE, THANKS
from domain.mcc import codes

LONGEST = 200_000
"""Characters that are looked at; no text that is read further on is nearly as long."""

STRETCH = 3_000
"""Characters that are searched at once; an order that is longer is found by its parts."""

_STANDS_FOR = str.maketrans("01345@$", "oieasas")
"""Digits and signs for letters, within words that have letters as well."""
_WORD = re.compile(r"[a-z01345@$]{4,}")
_CLAUSE_ENDS = re.compile(
    r"[.!?。]+(?=[\s\"'»”)\]]|$)|;|:(?=\s|$)|\n|<!--|-->|\s[-–—|•]\s|\"\s*[,}](?=\s*[\"}\]]|\s*$)|,\s*(?=\"\w+\"\s*:)"
)
LONGEST_CLAUSE = 300
_JOINT = " \t,|([«–-"
"""What joins an order to the words before it."""
_TAGS = range(0xE0020, 0xE007F)
"""Invisible characters that spell ASCII."""


class Cleaned(NamedTuple):
    text: str
    """What is left, in its order."""
    removed: tuple[str, ...]
    """What was taken out, as it stood."""


class _Span(NamedTuple):
    """Half-open, in folded text."""

    start: int
    end: int


class _Folded(NamedTuple):
    """A text as a reader takes it, and where each of its characters comes from."""

    text: str
    origins: tuple[int, ...]


@lru_cache(maxsize=256)
def without_instructions(text: str) -> Cleaned:
    """The text without what is addressed to a machine. Texts without that stay as they are, to the character."""
    found = ((at + start, at + end) for at, stretch in _stretches(text[:LONGEST]) for start, end in _places(stretch))
    spans = _merged(sorted(found))
    if not spans:
        return Cleaned(text, ())
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    removed = tuple(text[start:end].strip(" \t\n,;|") for start, end in spans)
    return Cleaned(_joined(kept), tuple(filter(None, removed)))


def _joined(kept: list[str]) -> str:
    """With one space or line end where something was taken out."""
    joined = kept[0].rstrip(" \t")
    for piece in kept[1:]:
        piece = piece.strip(" \t")
        after_line = not joined or joined.endswith("\n")
        if after_line and piece.startswith("\n"):
            piece = piece[1:]
        joined += piece if after_line or piece.startswith("\n") else f" {piece}"
    return joined.strip()


def is_addressed_to_machines(text: str) -> bool:
    """Whether any of it is."""
    return bool(without_instructions(text).removed)


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """The text in stretches, each with its place: what is searched for takes more than twice as long in a stretch twice
    as long. A stretch ends with a line, else with a sentence, else between words."""
    at = 0
    while at < len(text):
        end = at + STRETCH
        if end < len(text):
            ends = (text.rfind(mark, at + STRETCH // 2, end) for mark in ("\n", ". ", " "))
            end = next((place + 1 for place in ends if place >= 0), end)
        yield at, text[at:end]
        at = end


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where it stands in the text as it is written."""
    folded = _fold(text)
    marks = [_Span(*match.span()) for match in MARKS.finditer(folded.text)]
    orders = list(_orders(folded.text))
    strictly = _merged(sorted((order.end, _end_of_line(folded.text, order.end)) for order in orders))
    cut = [*marks, *(_clause(folded.text, order) for order in orders)]
    cut += _claims(folded.text, strictly, within_marks=False)
    cut += _claims(folded.text, _merged(sorted(_between_marks(folded.text, marks))), within_marks=True)
    yield from ((folded.origins[start], folded.origins[end - 1] + 1) for start, end in cut if end > start)
    yield from (match.span() for match in ENCODED.finditer(text) if _hides_instructions(match[0]))


def _orders(folded: str) -> Iterator[_Span]:
    """The words that make a clause an order."""
    for pattern in (ADDRESSED, ASKING, MEMBERS):
        yield from (_Span(*match.span()) for match in pattern.finditer(folded))
    yield from (_Span(*match.span()) for match in CODED.finditer(folded) if _names_a_category(match[0]))
    yield from (_Span(*match.span()) for match in SPELT_OUT.finditer(folded) if TELLTALE.search(_letters(match[0])))
    yield from (_Span(*match.span()) for match in ADDRESSED.finditer(_unmasked(folded)))
    if BACKWARDS.search(folded):
        backwards = (match.span() for match in ADDRESSED.finditer(folded[::-1]))
        yield from (_Span(len(folded) - end, len(folded) - start) for start, end in backwards)


def _names_a_category(folded: str) -> bool:
    """Codes of brands are left aside: their numbers are too ordinary."""
    found = re.findall(CODE, folded)
    return any(codes.is_known(code) and int(code) not in codes.BRAND_CODES for code in found)


def _clause(folded: str, order: _Span) -> _Span:
    """The order to the end of its clause, or to the merchant's own words, with what leads up to it (`and please`)."""
    before = folded[max(0, order.start - 100) : order.start]
    fillers = FILLERS.search(before)
    start = order.start - (len(before) - fillers.start() if fillers else 0)
    while start and folded[start - 1] in _JOINT:
        start -= 1
    end = _end_of_clause(folded, order.end)
    thanks = THANKS.match(folded, end)
    return _Span(start, thanks.end() if thanks else end)


def _end_of_clause(folded: str, place: int) -> int:
    """With the mark that ends it; a clause that has ended already ends there."""
    if folded[max(0, place - 3) : place].rstrip(" ").endswith((":", ";", "\n")):
        return place
    found = _CLAUSE_ENDS.search(folded, place)
    end = len(folded) if found is None else found.start() if "-" in found[0] or "\n" in found[0] else found.end()
    own = OWN_WORDS.search(folded, place, end)
    return own.start() if own else end


def _end_of_line(folded: str, place: int) -> int:
    end = folded.find("\n", place)
    return len(folded) if end < 0 else end


def _between_marks(folded: str, marks: list[_Span]) -> Iterator[tuple[int, int]]:
    """From each mark to the end of its line, and of the next where nothing but the mark stands on it."""
    for mark in (*marks, *(_Span(*match.span()) for match in COMMENT.finditer(folded))):
        end = _end_of_line(folded, mark.end)
        yield mark.end, end if folded[mark.end : end].strip() else _end_of_line(folded, end + 1)


def _claims(folded: str, regions: Iterable[tuple[int, int]], *, within_marks: bool) -> Iterator[_Span]:
    """What is claimed beside an order or between marks. Beside an order, words before a code go with it."""
    for least, most in regions:
        for match in CLAIMS.finditer(folded, least, most):
            if match["code"] and not _names_a_category(match[0]):
                continue
            start = match.start()
            if not match["pair"] and not (within_marks and match["code"]):
                start = _start_of_clause(folded, max(least, start - LONGEST_CLAUSE), start)
            yield _Span(start, match.end() if match["pair"] else _end_of_clause(folded, match.end()))


def _start_of_clause(folded: str, least: int, place: int) -> int:
    ends = [match.end() for match in _CLAUSE_ENDS.finditer(folded, least, place)]
    start = ends[-1] if ends else least
    return place if OWN_WORDS.search(folded, start, place) else start


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
    return plain.replace("ß", "ss").replace("œ", "oe").replace("æ", "ae").translate(LOOKS_LIKE)


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
