"""What one text says: how strongly it speaks for each code, and which of its words do."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from domain.mcc import codes
from domain.mcc.likeness import Resemblance, resembling, shared
from domain.mcc.phrases import Hit, book_of
from domain.mcc.risk_words import CODE_OF, RISK_WORDS
from domain.mcc.strengths import Strengths, strengths, together
from domain.mcc.texts import COMPANY_NAME, OFFICER_NOTES, WEBSITE_TEXT, Passage, Text
from domain.mcc.titles import TitleFound, title_in
from domain.mcc.vocabulary.tables import VOCABULARY
from domain.mcc.words import Word

_BOOK = book_of(VOCABULARY, {CODE_OF[flag]: row for flag, row in RISK_WORDS.items() if flag in CODE_OF})

Liken = Callable[[Sequence[str]], Sequence[Mapping[str, float]]]
"""For each text, by code: how much its meaning is that of the code's businesses, as cosine."""

_WHOLE_PHRASE = 0.7
"""How far one phrase of the vocabulary settles what a text says."""
_LATER = 0.85
"""What each phrase counts against the one before it: a business is named first, what else it does comes after."""
_LATEST = 0.4
_NO_TITLES = frozenset((COMPANY_NAME, WEBSITE_TEXT))
"""Nobody pastes an official title there; a menu's `Restaurants` is none."""
_BESIDE_PLAIN_NOTES = 0.5
"""What likeness counts in notes that name another trade plainly: an officer writes a correction, not a description."""
_STREET = re.compile(
    r"(street|road|avenue|lane|square|straat|laan|plein|steenweg|kaai|strasse|gasse|platz|allee|^rue)$"
)
_STREET_NEAR = 2
"""Words between a house's number and what tells that it is one."""
_MOST_WORDS = 14
"""Of a passage that is told in a reason."""
_TELLING_LETTERS, _TELLING_MEANING = 0.15, 0.3


class Sign(NamedTuple):
    code: str
    text: Text
    quote: str
    """The text's own words."""
    span: tuple[int, int]
    """Where they stand, from the first to the last, in the readable text."""
    because: str | None = None
    """What the words are to the code, where that is not plain."""


class Heard(NamedTuple):
    text: Text
    strengths: Strengths
    phrases: tuple[Hit, ...]
    title: tuple[Passage, TitleFound] | None
    letters: tuple[dict[str, Resemblance], ...]
    meanings: tuple[Mapping[str, float], ...]
    """Of each passage; none where likeness by meaning is not to be had."""


def heard(text: Text, liken: Liken | None) -> Heard:
    """What a text says. What it denies, it does not say."""
    phrases = tuple(_once((hit for hit in _BOOK.find(text.words) if not (hit.denied or hit.lacking)), text))
    title = None if text.source in _NO_TITLES else _title(text)
    letters = tuple(resembling(passage.words) for passage in text.passages)
    meanings = tuple(liken([passage.affirmed for passage in text.passages])) if liken and text.passages else ()
    by_letters = [{code: found.cosine for code, found in likest.items()} for likest in letters]
    named = codes_named(text, denied=False) if text.source == OFFICER_NOTES else []
    found = dict.fromkeys(named, 1.0) or strengths(
        _phrase_strengths(phrases),
        by_letters,
        meanings,
        title[1] if title else None,
        len(text.words),
        in_passing=not text.is_about_the_business,
    )
    if text.source == OFFICER_NOTES and phrases and not named:
        plain = {hit.label for hit in phrases}
        found = {code: each if code in plain else each * _BESIDE_PLAIN_NOTES for code, each in found.items()}
    return Heard(text, found, phrases, title, letters, meanings)


def signs(said: Heard, code: str) -> Iterator[Sign]:
    """Which words of the text speak for the code, the plainest first."""
    if said.text.source == OFFICER_NOTES and code in codes_named(said.text, denied=False):
        yield from (_sign(said.text, code, [word]) for word in said.text.words if word.shown == code)
    if said.title is not None and code in said.title[1].title.mccs:
        passage, (title, likeness) = said.title
        because = f"NACE {title.digits}" if likeness == 1.0 else f"nearly “{title.title}”, NACE {title.digits}"
        yield _sign(said.text, code, passage.words[:_MOST_WORDS], because)
    for hit in said.phrases:
        if hit.label == code:
            words = [said.text.words[position] for position in hit.positions]
            yield _sign(said.text, code, words)
    yield from _by_letters(said, code)
    yield from _by_meaning(said, code)


def ruled_out(texts: Sequence[Text]) -> dict[str, Sign]:
    """The codes that an officer's notes deny and do not affirm: “electronics, not groceries”."""
    denied: dict[str, Sign] = {}
    for text in texts:
        if text.source != OFFICER_NOTES:
            continue
        hits = _BOOK.find(text.words)
        affirmed = {hit.label for hit in hits if not (hit.denied or hit.lacking)} | set(codes_named(text, denied=False))
        said = [(hit.label, hit.quote) for hit in hits if hit.denied or hit.lacking]
        for code, quote in (*said, *((code, code) for code in codes_named(text, denied=True))):
            if code not in affirmed:
                denied.setdefault(code, Sign(code, text, quote, (0, 0)))
    return denied


def codes_named(text: Text, *, denied: bool) -> list[str]:
    """The codes that the notes name by number. A number beside a street is a house, if they speak of no codes."""
    of_codes = bool({"mcc", "code"} & {word.stem for word in text.words})
    return [
        word.shown
        for position, word in enumerate(text.words)
        if codes.is_known(word.shown)
        and (word.negation != "none") == denied
        and (of_codes or not _is_of_a_house(text.words, position))
    ]


def _is_of_a_house(words: Sequence[Word], position: int) -> bool:
    near = words[max(0, position - _STREET_NEAR) : position + _STREET_NEAR + 1]
    return any(_STREET.search(word.folded) for word in near)


def _title(text: Text) -> tuple[Passage, TitleFound] | None:
    found = ((passage, title_in(passage.written)) for passage in text.passages)
    return next(((passage, title) for passage, title in found if title is not None), None)


def _by_letters(said: Heard, code: str) -> Iterator[Sign]:
    likenesses = zip(said.letters, said.text.passages, strict=True)
    found = ((likeness[code], passage) for likeness, passage in likenesses if code in likeness)
    likest = max(found, key=lambda item: item[0].cosine, default=None)
    if likest is not None and likest[0].cosine >= _TELLING_LETTERS:
        words = shared(likest[1].words, likest[0].reference)
        if words:
            yield _sign(said.text, code, words)


def _by_meaning(said: Heard, code: str) -> Iterator[Sign]:
    likest = max(
        zip(said.meanings, said.text.passages, strict=False), key=lambda item: item[0].get(code, 0.0), default=None
    )
    if likest is not None and likest[0].get(code, 0.0) >= _TELLING_MEANING:
        yield _sign(said.text, code, likest[1].words[:_MOST_WORDS], "by its meaning")


def _sign(text: Text, code: str, words: Sequence[Word], because: str | None = None) -> Sign:
    """The words in the order in which they stand, with `…` where others stand between them."""
    ordered = sorted(words, key=lambda word: word.start)
    place = {word.start: number for number, word in enumerate(text.words)}
    quote = ordered[0].shown
    for before, word in pairwise(ordered):
        quote += (" " if place[word.start] == place[before.start] + 1 else " … ") + word.shown
    return Sign(code, text, quote, (ordered[0].start, ordered[-1].end), because)


def _phrase_strengths(hits: Sequence[Hit]) -> dict[str, float]:
    rank = {positions: number for number, positions in enumerate(sorted({hit.positions for hit in hits}))}
    sharing = Counter(hit.positions for hit in hits)
    found: dict[str, list[float]] = defaultdict(list)
    for hit in hits:
        lateness = max(_LATEST, _LATER ** rank[hit.positions])
        worth = hit.worth * lateness / sharing[hit.positions] ** 0.5
        found[hit.label].append(min(1.0, worth * _WHOLE_PHRASE))
    return {code: together(parts) for code, parts in found.items()}


def _once(hits: Iterable[Hit], text: Text) -> list[Hit]:
    """Each code's words once: to say a word ten times says no more than to say it once."""
    first: dict[tuple[str, tuple[str, ...]], Hit] = {}
    for hit in hits:
        key = (hit.label, tuple(text.words[position].stem for position in hit.positions))
        if key not in first or hit.worth > first[key].worth:
            first[key] = hit
    return list(first.values())
