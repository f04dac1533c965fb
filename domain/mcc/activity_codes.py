"""Merchant category codes of a registered activity: what a register's code says by itself, read from tables.

A national code has the European digits first; where a table has not the class, its group or division speaks. NACE Rev.
2 and Rev. 2.1 give some numbers to different activities, and registers change from one to the other in these years:
where nothing tells which of them is meant, the codes of both count.
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from domain.mcc.published import mccs_by_nace, nace21_classes, nace_titles
from domain.mcc.words import Word, words_of
from domain.nace import digits_of

_SAYS_HOW = ("4690", "4719", "4791", "4799", "6420", "6421", "6499", "7010", "7020", "7022", "7490", "7499", "8299",
             "9499", "9609", "9699", "461")  # fmt: skip
"""Activities that say how a company earns and not with what: sales by internet, agents, holdings, consultancy, what is
`not elsewhere classified`."""
_OF_A_CLASS, _OF_A_GROUP, _OF_A_DIVISION, _VAGUE = 1.0, 0.7, 0.4, 0.4
_ENOUGH_SHARED = 0.6
"""The share of its telling words that a description has in common with a title of the revision it is worded by."""
_LEAST_LETTERS = 4


class CodedActivity(NamedTuple):
    digits: str
    """Those that were found in a table."""
    title: str
    """In English, of the revision that the codes are from; of Rev. 2 if of both."""
    mccs: tuple[str, ...]
    """The likeliest first."""
    precision: float
    """In 0…1: how much such a code tells of what is sold."""


def coded_activity(code: str, description: str | None = None) -> CodedActivity | None:
    """What a register's code says, in the revision that its description is worded by; None if it is no NACE code, or
    one of which no merchant category follows: all of retail trade, private households."""
    digits = digits_of(code)
    if digits is None:
        return None
    found = next((digits[:length] for length in (4, 3, 2) if digits[:length] in _known(length)), None)
    if found is None:
        return None
    titles, rows = zip(*_meanings(found, description), strict=True)
    mccs = tuple(dict.fromkeys(mcc for rank in zip_longest(*rows) for mcc in rank if mcc))
    return CodedActivity(found, titles[0], mccs, _precision(found)) if mccs else None


def _known(length: int) -> frozenset[str]:
    new = nace21_classes().keys() if length == 4 else ()
    return frozenset((*mccs_by_nace(), *new))


def _meanings(digits: str, description: str | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The title and the merchant category codes, in one revision or in both."""
    old, new = nace_titles().get(digits), nace21_classes().get(digits)
    said = words_of(description or "")
    is_old = old is not None and any(_worded_by(said, title) for title in old)
    is_new = new is not None and _worded_by(said, new.title)
    if old is not None and (is_old or not is_new):
        yield old.en, mccs_by_nace()[digits]
    if new is not None and (is_new or not is_old):
        yield new.title, new.mccs


def _worded_by(said: tuple[Word, ...], title: str) -> bool:
    stems, own = _telling(said), _telling(words_of(title))
    return bool(own) and len(stems & own) / len(stems | own) >= _ENOUGH_SHARED


def _telling(words: tuple[Word, ...]) -> set[str]:
    return {word.stem for word in words if len(word.stem) >= _LEAST_LETTERS}


def _precision(digits: str) -> float:
    if digits.startswith(_SAYS_HOW):
        return _VAGUE
    return {4: _OF_A_CLASS, 3: _OF_A_GROUP}.get(len(digits), _OF_A_DIVISION)
