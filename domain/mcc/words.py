"""A text as words that can be compared: accents folded, plurals cut, denials noticed; the words as written are kept.

Texts come from strangers. Only letters and digits become words, so nothing else of a text can reach a reason.
"""

import re
import unicodedata
from typing import Literal, NamedTuple

from anyascii import anyascii

Negation = Literal["none", "denied", "lacking"]
"""`denied`: “we do not sell X”. `lacking`: “no X”, “without X”, which also occurs in “no deposit casino”."""

MAX_CHARACTERS = 4000
"""Of one text; what a business sells is said in its first sentences."""
MAX_WORD = 40
"""Longer ones are no words of a language."""
_REACH = 6
"""How many words a denial covers, if its clause does not end before."""


def word_set(words: str) -> frozenset[str]:
    """The words of a table's line, which are separated by blanks."""
    return frozenset(words.split())


_DENIALS = word_set(
    "not cannot never neither nor niet nooit geen nicht nie niemals kein keine keinen keiner keinem pas jamais aucun "
    "aucune ni"
)
_LACKS = word_set("no non without zonder ohne sans")
_NOT_ONLY = word_set("only just merely solely alleen enkel slechts uitsluitend seulement uniquement nur bloss")
_NOT_DEAR = word_set("cher chers chere cheres")
"""`pas cher` is French for cheap."""
_TURNS = word_set("but however maar echter mais aber sondern jedoch")
"""Words after which a denial no longer holds."""
_TRAILING_DENIALS = frozenset(("niet", "nicht"))
_AFTER_TRAILING = word_set("an aan mehr meer verkauft verkocht angeboten aangeboten")
"""Dutch and German may deny at the end: `Lebensmittel bieten wir nicht an`."""

_CONTRACTED = re.compile(r"n['’]t\b")
_WORD = re.compile(r"[^\W_]+")
_CLAUSE_END = re.compile(r"[.,;:!?()\[\]\n\r/|•–—]")


class Word(NamedTuple):
    shown: str
    """As the text writes it."""
    folded: str
    stem: str
    clause: int
    negation: Negation = "none"
    start: int = 0
    """Where it stands in the readable text, half-open."""
    end: int = 0


def words_of(text: str) -> tuple[Word, ...]:
    """The words of the text's beginning, in order."""
    return words_in(readable_text(text))


def words_in(readable: str) -> tuple[Word, ...]:
    """The words of a readable text, with their places in it."""
    words: list[Word] = []
    clause, end = 0, 0
    hyphenated: set[int] = set()
    for match in _WORD.finditer(readable):
        gap = readable[end : match.start()]
        end = match.end()
        folded = fold(match.group())
        if _CLAUSE_END.search(gap) or folded in _TURNS:
            clause += 1
        if gap == "-" and words:
            hyphenated.add(len(words) - 1)
        if folded and len(match.group()) <= MAX_WORD:
            words.append(Word(match.group(), folded, stem(folded), clause, "none", match.start(), match.end()))
    return _with_negations(words, hyphenated)


def fold(word: str) -> str:
    """Small Latin letters and digits, whatever the script and accents."""
    return re.sub(r"[^a-z0-9]", "", anyascii(word).lower())


def stem(folded: str) -> str:
    """The word without an English or French plural's ending. Other endings are left to the tables."""
    if len(folded) > 4 and folded.endswith("ies"):
        return folded[:-3] + "y"
    if len(folded) > 4 and folded.endswith(("aux", "oux", "eux")):
        return folded[:-1]
    if len(folded) > 3 and folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        return folded[:-1]
    return folded


def readable_text(text: str) -> str:
    """The beginning of the text in composed letters, without marks that only hide a word from a reader of words."""
    composed = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS])[:MAX_CHARACTERS]
    return _CONTRACTED.sub(" not", "".join(letter for letter in composed if unicodedata.category(letter) != "Cf"))


def _with_negations(words: list[Word], hyphenated: set[int]) -> tuple[Word, ...]:
    negations: list[Negation] = ["none"] * len(words)
    for position, word in enumerate(words):
        kind: Negation | None = "denied" if word.folded in _DENIALS else "lacking" if word.folded in _LACKS else None
        if kind is None or _means_otherwise(words, position):
            continue
        for covered in _covered(words, position, hyphenated):
            negations[covered] = kind
    return tuple(word._replace(negation=negation) for word, negation in zip(words, negations, strict=True))


def _means_otherwise(words: list[Word], position: int) -> bool:
    following = words[position + 1].folded if position + 1 < len(words) else ""
    return following in _NOT_ONLY or (words[position].folded == "pas" and following in _NOT_DEAR)


def _covered(words: list[Word], position: int, hyphenated: set[int]) -> range:
    """The words that a negation at this position is about."""
    clause = words[position].clause
    reach = 1 if position in hyphenated else _REACH
    last = position
    while last + 1 < len(words) and words[last + 1].clause == clause and last - position < reach:
        last += 1
    if words[position].folded in _TRAILING_DENIALS and _ends_clause(words, position):
        first = position
        while first > 0 and words[first - 1].clause == clause:
            first -= 1
        return range(first, position)
    return range(position + 1, last + 1)


def _ends_clause(words: list[Word], position: int) -> bool:
    rest = [word.folded for word in words[position + 1 : position + 3] if word.clause == words[position].clause]
    return not rest or (len(rest) == 1 and rest[0] in _AFTER_TRAILING)
