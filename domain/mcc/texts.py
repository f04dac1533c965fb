"""Which texts of a request speak of the business, how much each counts, and how much of them is read."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.addressed_to_machines import Cleaned, without_instructions
from domain.mcc.denials import with_comparisons
from domain.mcc.stop_words import SAY_NOTHING_ALONE
from domain.mcc.words import MAX_CHARACTERS, Word, readable_text, word_set, words_in
from schemas.mcc import MccRequest
from schemas.sources import FactName

OFFICER_NOTES = "officer_notes"
ACTIVITY_CODE = "activity_code"
WEBSITE_TEXT: FactName = "website_text"
COMPANY_NAME = "company_name"
MAX_TEXTS = 20
"""No template asks nearly as many questions; it bounds the work."""
MAX_PASSAGES = 40
"""Of all texts together, for the same reason: each takes some milliseconds to compare."""

_NOTES_WEIGHT = 12.0
"""The officer corrects: about as much as all else together, so that plain words of the notes outweigh it."""
_ANSWER_WEIGHTS = {"business_activity": 3.0}
_OTHER_ANSWER_WEIGHT = 1.5
_ACTIVITY_WEIGHT = 1.0
"""How a register words an activity; the code beside it counts by itself."""
_WEBSITE_WEIGHTS: dict[FactName, float] = {"website_title": 1.5, WEBSITE_TEXT: 1.0}
_NAME_WEIGHT = 0.75
_TRUST: dict[str, float] = {"website_title": 0.8, WEBSITE_TEXT: 0.8}
_TRUST_IN_PASSING = 0.6
"""How far each of these can be trusted when nothing else speaks; an estimate, not a measurement."""

_ABOUT_THE_BUSINESS = frozenset((OFFICER_NOTES, ACTIVITY_CODE, *_WEBSITE_WEIGHTS))
_ASKS_OF_THE_BUSINESS = re.compile(
    r"activity|activities|business(?!_type)|product|service|goods|(?<![a-z])sell|(?<![a-z])sector|(?<![a-z])branche?s?(?![a-z])"
)
"""In a question's id. `business_type` asks for one of the template's own options."""

_WHOLE = 300
"""Characters of a text that is compared as one; a longer one is compared by its sentences."""
_SENTENCES = 12
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\s*[\n\r|•]\s*")
_LEAST_LETTERS = 3
_SAYS_NOTHING = word_set(
    "a all an and any are as at best by companies company customer customers for from general good goods great in is "
    "it many more of on our products sell services service shop shops store stores the things to trade trading retail "
    "wholesale we with business online your you everything various aan alles bedrijf bedrijven de detailhandel "
    "diensten een en goederen groothandel handel het in kleinhandel klanten met onze op producten te van verkoop "
    "verkopen voor wij winkel winkels zaak articles au aux biens clients commerce de des detail divers du en "
    "entreprise entreprises et gros la le les magasin magasins notre nos nous pour produits services un une vendons "
    "vente alles an das der die dienstleistung dienstleistungen ein eine einzelhandel firma fur geschaft geschafte "
    "grosshandel handel im in kunden laden mit produkte und unsere unternehmen verkauf verkaufen waren wir zu"
)
"""A passage of nothing but these does not say what is sold, whatever it resembles."""

_OF_THE_CASE = word_set(
    "again better category check choose class classification classified code codes correct instead look mainly mcc "
    "merchant please primarily rather right should site sites take think use used website wrong actually really "
    "activiteit beter categorie fout juist klasse kies nogmaals opnieuw verkeerd activite categorie choisir classe "
    "faux incorrect mauvais meilleur plutot falsch kategorie lieber nochmals richtig sondern tatigkeit"
)
"""What officers' notes say of the case and not of the business."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
"""The portal's languages have no other letters."""

_SURNAMES = word_set(
    "baker barber brewer butcher carpenter carter cook cooper farmer fisher gardener mason miller plumber potter "
    "taylor bakker beenhouwer brouwer herder kok koster kuiper metser schilder slager smid timmerman visser barbier "
    "berger boucher boulanger charpentier couvreur fournier lemercier marchand masson mercier meunier tailleur bauer "
    "becker fischer fleischer gartner koch maurer metzger schlosser schneider schreiner schuster tischler zimmermann"
)
"""Trades that are also family names: in a company's name they say nothing."""


class Passage(NamedTuple):
    """What is compared as one: a short text, or a sentence of a longer one."""

    written: str
    words: tuple[Word, ...]

    @property
    def affirmed(self) -> str:
        """Without what it denies: to be like `we sell no books` is to be like a bookshop."""
        if all(word.negation != "denied" for word in self.words):
            return self.written
        return " ".join(word.shown for word in self.words if word.negation != "denied")


class Text(NamedTuple):
    source: str
    """What it is called in reasons."""
    weight: float
    words: tuple[Word, ...]
    readable: str = ""
    """What the words stand in."""
    passages: tuple[Passage, ...] = ()
    evidence_hash: str | None = None
    left_out: int = 0
    """How many sentences of it are addressed to machines; they are in none of the members above."""

    @property
    def trust(self) -> float:
        return _TRUST.get(self.source, 1.0) if self.is_about_the_business else _TRUST_IN_PASSING

    @property
    def is_about_the_business(self) -> bool:
        """Whether it was written to say what the business does. A name and other answers may happen to."""
        if self.source == COMPANY_NAME:
            return False
        return self.source in _ABOUT_THE_BUSINESS or bool(_ASKS_OF_THE_BUSINESS.search(self.source.lower()))


class _Told(NamedTuple):
    source: str
    weight: float
    written: str
    evidence_hash: str | None = None


def texts_of(request: MccRequest) -> tuple[Text, ...]:
    """The texts with words in them, or in which only what is addressed to machines was left out; those that count most
    first."""
    told = sorted(_told(request), key=lambda item: -item.weight)[:MAX_TEXTS]
    texts: list[Text] = []
    left = MAX_PASSAGES
    for each in told:
        text = _text(each, left)
        left -= len(text.passages)
        texts.append(text)
    return tuple(text for text in texts if text.words or text.left_out)


def _told(request: MccRequest) -> Iterator[_Told]:
    if request.notes:
        yield _Told(OFFICER_NOTES, _NOTES_WEIGHT, request.notes[:MAX_CHARACTERS])
    for question, answer in request.answers.items():
        weight = _ANSWER_WEIGHTS.get(question, _OTHER_ANSWER_WEIGHT)
        if isinstance(answer, tuple):
            yield _Told(question, weight, "\n".join(answer)[:MAX_CHARACTERS])
        elif isinstance(answer, str):
            yield _Told(question, weight, answer[:MAX_CHARACTERS])
    for activity in request.activities:
        if activity.description:
            yield _Told(ACTIVITY_CODE, _ACTIVITY_WEIGHT, activity.description[:MAX_CHARACTERS], activity.evidence_hash)
    if request.website is not None:
        for name, weight in _WEBSITE_WEIGHTS.items():
            for fact in request.website.all(name)[:1]:
                if isinstance(fact.value, str):
                    yield _Told(name, weight, fact.value[:MAX_CHARACTERS], fact.data_hash or request.website.data_hash)
    yield _Told(COMPANY_NAME, _NAME_WEIGHT, request.company_name[:MAX_CHARACTERS])


def _text(told: _Told, most_passages: int) -> Text:
    # Only the officer is no stranger.
    cleaned = Cleaned(told.written, ()) if told.source == OFFICER_NOTES else without_instructions(told.written)
    readable = readable_text(cleaned.text)
    words = words_in(readable)
    if told.source == OFFICER_NOTES:
        words = with_comparisons(words)
    if told.source == COMPANY_NAME:
        words = tuple(word for word in words if word.folded not in _SURNAMES)
    is_notes = told.source == OFFICER_NOTES
    passages = tuple(_passages(readable, words, is_notes=is_notes))[: min(_SENTENCES, most_passages)]
    return Text(told.source, told.weight, words, readable, passages, told.evidence_hash, len(cleaned.removed))


def _passages(readable: str, words: Sequence[Word], *, is_notes: bool) -> Iterator[Passage]:
    """Each once: to say something ten times says no more than to say it once. Notes speak of the case as well as of the
    business, sentence by sentence, and what they deny is no description."""
    seen: set[frozenset[str]] = set()
    for start, end in _spans(readable, 0 if is_notes else _WHOLE):
        inside = tuple(word for word in words if start <= word.start and word.end <= end)
        stems = frozenset(word.stem for word in inside)
        told = sum(len(word.folded) for word in inside if not _says_nothing(word, is_notes=is_notes))
        if told >= _LEAST_LETTERS and stems not in seen and _LATIN.search(readable[inside[0].start : inside[-1].end]):
            seen.add(stems)
            yield _what_notes_affirm(inside) if is_notes and _denies(inside) else _passage(readable, inside)


def _passage(readable: str, words: tuple[Word, ...]) -> Passage:
    return Passage(readable[words[0].start : words[-1].end], words)


def _denies(words: Sequence[Word]) -> bool:
    return any(word.negation != "none" for word in words)


def _what_notes_affirm(words: Sequence[Word]) -> Passage:
    """Of “they used to sell groceries but now sell cars”, the cars."""
    left = tuple(word for word in words if not _says_nothing(word, is_notes=True))
    return Passage(" ".join(word.shown for word in left), left)


def _says_nothing(word: Word, *, is_notes: bool) -> bool:
    if is_notes and (word.negation != "none" or word.folded in _OF_THE_CASE):
        return True
    return word.folded in _SAYS_NOTHING or word.folded in SAY_NOTHING_ALONE or word.folded.isdigit()


def _spans(readable: str, whole: int) -> Iterator[tuple[int, int]]:
    """Half-open; the sentences of a text longer than `whole`, cut where they are too long for one."""
    if len(readable) <= whole:
        yield 0, len(readable)
        return
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(readable)), len(readable)):
        for at in range(start, end, _WHOLE):
            yield at, min(at + _WHOLE, end)
        start = end
