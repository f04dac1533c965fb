"""Whether other words ask a customer for the same thing: the bound that a rewording by a language model is held to.

No list of forbidden words is ever complete, so the bound is the other way round. Every word of a rewording has to be
one of the request's own, perhaps with another ending, or a word of courtesy (`domain.courtesy`). Whoever keeps to that
can turn, join and soften what is asked, and cannot bring up anything else: no list, no doubt, no address, no account.
"""

import re
import unicodedata
from functools import cache

from domain.courtesy import COURTESY
from domain.naming import folded
from schemas.template import PortalLanguage

_PUNCTUATION = frozenset(" .,;:!?()-–—'’\"“”„«»…")
_APOSTROPHES = re.compile(r"['’]")
_LEAST_STEM = 4
_LONGEST_ENDING = 2
"""`récent` and `récentes`, `Name` and `Namens`; and not `bank` and `bankrupt`."""
_LEAST_KEPT = 0.5
"""Of the words that say what is asked for: with fewer it would no longer be said."""


def asks_the_same(words: str, request: str, language: PortalLanguage) -> bool:
    """Whether the words bring up nothing that the request does not, and leave out little of it."""
    if not _is_plain(words, request):
        return False
    courtesy, own, said = _courtesy(language), _words_of(request), _words_of(words)
    if not all(word in courtesy or _is_among(word, own) for word in said):
        return False
    subject = own - courtesy
    kept = [word for word in subject if _is_among(word, said)]
    return len(kept) >= _LEAST_KEPT * len(subject)


def _is_plain(words: str, request: str) -> bool:
    """Whether the words are written in Latin letters, digits and the marks of a sentence, or as the request is. A
    letter of another script may pass for one of ours."""
    return all(
        letter in _PUNCTUATION
        or letter in request
        or (letter.isascii() and letter.isalnum())
        or (letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN "))
        for letter in unicodedata.normalize("NFC", words)
    )


def _words_of(text: str) -> frozenset[str]:
    """In lower case without accents; what stands before an apostrophe is a word."""
    return frozenset(folded(_APOSTROPHES.sub(" ", text)).split())


@cache
def _courtesy(language: PortalLanguage) -> frozenset[str]:
    return _words_of(COURTESY[language])


def _is_among(word: str, words: frozenset[str]) -> bool:
    return word in words or any(_is_same(word, other) for other in words)


def _is_same(one: str, other: str) -> bool:
    """Whether two words are one with different endings. Numbers have none."""
    if not (one.isalpha() and other.isalpha()):
        return one == other
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    return stem >= _LEAST_STEM and max(len(one), len(other)) - stem <= _LONGEST_ENDING
