"""What in one text speaks for a code: phrases of the vocabulary, and likeness to a code's description."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from domain.mcc import codes
from domain.mcc.descriptions import resembling
from domain.mcc.phrases import Hit, book_of
from domain.mcc.texts import OFFICER_NOTES, Text
from domain.mcc.vocabulary.tables import VOCABULARY

_BOOK = book_of(VOCABULARY)

_WHOLE_PHRASE = 0.7
"""How far one phrase of the vocabulary settles what a text says."""
_LATER = 0.85
"""What each phrase counts against the one before it: a business is named first, what else it does comes after."""
_LATEST = 0.4
_LEAST_COSINE = 0.3
_DESCRIPTION = 0.6
"""What likeness to a description counts against a phrase."""


class Sign(NamedTuple):
    code: str
    strength: float
    """In 0…1, within its text."""
    text: Text
    quote: str
    """The text's own words."""


def signs(text: Text) -> Iterator[Sign]:
    """The signs of one text. What is denied is none."""
    hits = [hit for hit in _BOOK.find(text.words) if not (hit.denied or hit.lacking)]
    told = _once(hits, text)
    rank = {positions: number for number, positions in enumerate(sorted({hit.positions for hit in told}))}
    sharing = Counter(hit.positions for hit in told)
    for hit in told:
        lateness = max(_LATEST, _LATER ** rank[hit.positions])
        worth = hit.worth * lateness / sharing[hit.positions] ** 0.5
        yield Sign(hit.label, min(1.0, worth * _WHOLE_PHRASE), text, hit.quote)
    for likeness in resembling(text.words, _LEAST_COSINE):
        yield Sign(likeness.code, likeness.cosine * _DESCRIPTION, text, " … ".join(likeness.shared[:3]))
    if text.source == OFFICER_NOTES:
        yield from (Sign(code, 1.0, text, code) for code in _codes_named(text, denied=False))


def ruled_out(texts: Sequence[Text]) -> dict[str, Sign]:
    """The codes that an officer's notes deny and do not affirm: “electronics, not groceries”."""
    denied: dict[str, Sign] = {}
    for text in texts:
        if text.source != OFFICER_NOTES:
            continue
        affirmed = {sign.code for sign in signs(text)}
        hits = [(hit.label, hit.quote) for hit in _BOOK.find(text.words) if hit.denied or hit.lacking]
        for code, quote in (*hits, *((code, code) for code in _codes_named(text, denied=True))):
            if code not in affirmed:
                denied.setdefault(code, Sign(code, 0.0, text, quote))
    return denied


def together(strengths: Iterable[float]) -> float:
    """Several signs within one text, in 0…1: each takes its part of the doubt that the others left."""
    doubt = 1.0
    for strength in strengths:
        doubt *= 1.0 - strength
    return 1.0 - doubt


def _once(hits: Iterable[Hit], text: Text) -> list[Hit]:
    """Each code's words once: to say a word ten times says no more than to say it once."""
    first: dict[tuple[str, tuple[str, ...]], Hit] = {}
    for hit in hits:
        key = (hit.label, tuple(text.words[position].stem for position in hit.positions))
        if key not in first or hit.worth > first[key].worth:
            first[key] = hit
    return list(first.values())


def _codes_named(text: Text, *, denied: bool) -> list[str]:
    """The codes that the notes name by number, if they speak of codes at all: `2741` may also be a house."""
    if not {"mcc", "code"} & {word.stem for word in text.words}:
        return []
    return [word.shown for word in text.words if codes.is_known(word.shown) and (word.negation != "none") == denied]
