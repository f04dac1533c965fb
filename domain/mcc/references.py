"""Every text that a business's own words are compared with, and the codes that likeness to it speaks for.

These are the descriptions of the codes, their published wordings and the titles of NACE's classes, the last with the
codes of the class: the further back a code stands in a class's row, the less the title speaks for it.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from domain.mcc import codes
from domain.mcc.published import descriptions, mccs_by_nace, nace_titles
from domain.mcc.words import word_set

PER_RANK = 0.05
"""What likeness to a title loses for each place further back, as cosine."""
MAX_RANK = 5
_CLASS_DIGITS = 4

NOT_OFFERED = word_set(
    "4723 4733 4813 5832 5961 6050 6381 6399 6532 6533 6536 6537 6538 7013 7280 7295 7332 7511 7800 7801 7802 8044 "
    "8912 9400 9405 9700 9701 9702 9950"
)
"""Scheme-internal, withdrawn, or for one region that is not ours, by their own descriptions."""


class Spoken(NamedTuple):
    code: str
    loss: float
    """What is taken off the likeness, as cosine."""


class Reference(NamedTuple):
    text: str
    spoken_for: tuple[Spoken, ...]


@cache
def offered_codes() -> tuple[str, ...]:
    """The codes that a merchant of no chain may be given, in ascending order."""
    return tuple(code for code in codes.all_codes() if is_offered(code))


def is_offered(code: str) -> bool:
    return code not in NOT_OFFERED and int(code) not in codes.BRAND_CODES


@cache
def references() -> tuple[Reference, ...]:
    """In an order that is always the same. A text that stands for several codes is there once."""
    found: dict[str, dict[str, float]] = {}
    for text, code, loss in _spoken():
        known = found.setdefault(text, {})
        known[code] = min(loss, known.get(code, loss))
    return tuple(
        Reference(text, tuple(Spoken(*each) for each in sorted(found[text].items()))) for text in sorted(found)
    )


def _spoken() -> Iterator[tuple[str, str, float]]:
    for code in offered_codes():
        for text in codes.wordings(code):
            yield text, code, 0.0
        for said in descriptions().get(code, {}).values():
            for text in said:
                yield text, code, 0.0
    for digits, titles in nace_titles().items():
        if len(digits) == _CLASS_DIGITS:
            offered = [code for code in mccs_by_nace()[digits] if is_offered(code)][:MAX_RANK]
            for title in titles:
                for rank, code in enumerate(offered):
                    yield title, code, rank * PER_RANK
