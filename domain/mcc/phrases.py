"""Finding a table's phrases in words. The tables are written for their readers:

    bakery                 this word, singular or plural
    fast food              these words, one after the other
    bäcker*   *winkel      a word that begins or ends so, as Dutch and German compounds do
    repair+shoe*           both words in one clause, in either order, a few words apart
    ~bread                 a weaker sign than the others

Accents and capitals do not matter, and `ä` may be written `ae`. A street's name never counts as a compound: there are
shops in every Apothekerstraat.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from domain.mcc.stop_words import is_no_sign
from domain.mcc.vocabulary.harmless import HARMLESS
from domain.mcc.words import Word, fold, stem

_WINDOW = 6
_HARMLESS = ""
_WEAK = 0.5
_LONGER = 1.25
"""What one more word makes a phrase worth."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_STREETS = re.compile(r"(strasse|str|gasse|weg|platz|allee|straat|laan|plein|steenweg|dreef|kade)$")

_HEADS = re.compile(
    r"(verhuur|verleih|vermietung|reparatie|reparatur|herstelling|herstel|reiniging|reinigung|school|schule|kurs|cursus"
    r"|software|moe?bel|meubel|meubelen|meubilair|einrichtung|einrichtungen|inrichting)$"
)
"""A compound is what its end says: a Fahrradverleih sells no bicycles."""

Match = Literal["is", "begins", "ends"]


class _Part(NamedTuple):
    match: Match
    text: str

    def fits(self, word: Word) -> bool:
        if self.match == "is":
            return word.stem == self.text
        if _STREETS.search(word.folded) and word.folded != self.text:
            return False
        if self.match == "ends":
            return word.folded.endswith(self.text)
        head = _HEADS.search(word.folded)
        return word.folded.startswith(self.text) and (head is None or len(self.text) > head.start())


class _Phrase(NamedTuple):
    label: str
    parts: tuple[_Part, ...]
    apart: bool
    worth: float

    @property
    def letters(self) -> int:
        return sum(len(part.text) for part in self.parts)


class Hit(NamedTuple):
    """A phrase found in a text."""

    label: str
    positions: tuple[int, ...]
    worth: float
    letters: int
    """How much of the words the phrase spells out."""
    quote: str
    denied: bool
    lacking: bool


class PhraseBook:
    """Phrases by label, indexed by their first word so that reading takes time in proportion to the text."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[tuple[Match, str], list[_Phrase]] = defaultdict(list)
        for label, written in dict.fromkeys(phrases):
            for phrase in _parsed(label, written):
                self._by_first[phrase.parts[0]].append(phrase)

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """The hits in order, but for those whose words belong to a longer hit or are spelled out further by another."""
        found = [
            _hit(phrase, words, positions)
            for start, word in enumerate(words)
            for key in _keys(word)
            for phrase in self._by_first.get(key, ())
            if (positions := _positions(phrase, words, start)) and not (len(positions) == 1 and is_no_sign(word))
        ]
        at: dict[int, set[tuple[int, ...]]] = defaultdict(set)
        spelled: dict[tuple[int, ...], int] = defaultdict(int)
        for hit in found:
            spelled[hit.positions] = max(spelled[hit.positions], hit.letters)
            for position in hit.positions:
                at[position].add(hit.positions)
        return [
            hit
            for hit in dict.fromkeys(found)
            if hit.label != _HARMLESS and hit.letters == spelled[hit.positions] and not _inside_longer(hit, at)
        ]


def book_of(*tables: Mapping[str, Sequence[str]]) -> PhraseBook:
    """A book of tables whose cells are lists of phrases separated by commas, and of the harmless phrases."""
    rows = (*(row for table in tables for row in table.items()), (_HARMLESS, HARMLESS))
    return PhraseBook(
        (label, written.strip()) for label, cells in rows for cell in cells for written in cell.split(",")
    )


def _parsed(label: str, written: str) -> Iterator[_Phrase]:
    worth = _WEAK if written.startswith("~") else 1.0
    text = written.lstrip("~").lower()
    for spelling in dict.fromkeys((text, text.translate(_UMLAUTS))):
        sides = [tuple(_part(word) for word in re.split(r"[\s'’-]+", side)) for side in spelling.split("+")]
        for order in (sides, sides[::-1])[: len(sides)]:
            parts = tuple(part for side in order for part in side)
            yield _Phrase(label, parts, len(sides) > 1, worth * _LONGER ** (len(parts) - 1))


def _part(written: str) -> _Part:
    folded = fold(written)
    if not folded:
        raise ValueError(f"a phrase has an empty word: {written!r}")
    if written.endswith("*"):
        return _Part("begins", folded)
    return _Part("ends", folded) if written.startswith("*") else _Part("is", stem(folded))


def _keys(word: Word) -> Iterator[tuple[Match, str]]:
    yield "is", word.stem
    for length in range(3, len(word.folded) + 1):
        yield "begins", word.folded[:length]
        yield "ends", word.folded[-length:]


def _positions(phrase: _Phrase, words: Sequence[Word], start: int) -> tuple[int, ...]:
    """Where the phrase's parts stand if its first one stands at `start`; nothing if it is not there."""
    found: list[int] = []
    for part in phrase.parts:
        last = found[-1] if found else start - 1
        reach = _WINDOW if phrase.apart and found else 1
        following = range(last + 1, min(last + 1 + reach, len(words)))
        position = next((at for at in following if part.fits(words[at])), None)
        if position is None or (phrase.apart and words[position].clause != words[start].clause):
            return ()
        found.append(position)
    return tuple(found)


def _hit(phrase: _Phrase, words: Sequence[Word], positions: tuple[int, ...]) -> Hit:
    chosen = [words[position] for position in positions]
    return Hit(
        label=phrase.label,
        positions=positions,
        worth=phrase.worth,
        letters=phrase.letters,
        quote=(" … " if phrase.apart and positions[-1] - positions[0] >= len(positions) else " ").join(
            word.shown for word in chosen
        ),
        denied=any(word.negation == "denied" for word in chosen),
        lacking=any(word.negation == "lacking" for word in chosen),
    )


def _inside_longer(hit: Hit, at: Mapping[int, set[tuple[int, ...]]]) -> bool:
    own = set(hit.positions)
    return any(own < set(other) for other in at[hit.positions[0]])
