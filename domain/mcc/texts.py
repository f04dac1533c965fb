"""Which texts of a request speak of the business, how much each counts, and how much of them is read."""

from collections.abc import Iterator
from typing import NamedTuple

from domain.mcc.words import MAX_CHARACTERS, Word, word_set, words_of
from schemas.mcc import MccRequest
from schemas.sources import FactName

OFFICER_NOTES = "officer_notes"
COMPANY_NAME = "company_name"
MAX_TEXTS = 20
"""No template asks nearly as many questions; it bounds the work."""

_NOTES_WEIGHT = 6.0
"""The officer corrects: twice what the customer's own description weighs."""
_ANSWER_WEIGHTS = {"business_activity": 3.0}
_OTHER_ANSWER_WEIGHT = 1.5
_WEBSITE_WEIGHTS: dict[FactName, float] = {"website_title": 1.5}
_NAME_WEIGHT = 0.75
_TRUST = {"website_title": 0.8, COMPANY_NAME: 0.6}
"""How far each of these can be trusted when nothing else speaks; an estimate, not a measurement."""

_SURNAMES = word_set(
    "baker barber brewer butcher carpenter carter cook cooper farmer fisher gardener mason miller plumber potter "
    "taylor bakker beenhouwer brouwer herder kok koster kuiper metser schilder slager smid timmerman visser barbier "
    "berger boucher boulanger charpentier couvreur fournier lemercier marchand masson mercier meunier tailleur bauer "
    "becker fischer fleischer gartner koch maurer metzger schlosser schneider schreiner schuster tischler zimmermann"
)
"""Trades that are also family names: in a company's name they say nothing."""


class Text(NamedTuple):
    source: str
    """What it is called in reasons."""
    weight: float
    words: tuple[Word, ...]

    @property
    def trust(self) -> float:
        return _TRUST.get(self.source, 1.0)


def texts_of(request: MccRequest) -> tuple[Text, ...]:
    """The texts with words in them, those that count most first."""
    told = sorted(_told(request), key=lambda item: -item[1])[:MAX_TEXTS]
    texts = (Text(source, weight, words_of(text)) for source, weight, text in told)
    return tuple(_without_surnames(text) if text.source == COMPANY_NAME else text for text in texts if text.words)


def _told(request: MccRequest) -> Iterator[tuple[str, float, str]]:
    if request.notes:
        yield OFFICER_NOTES, _NOTES_WEIGHT, request.notes
    for question, answer in request.answers.items():
        weight = _ANSWER_WEIGHTS.get(question, _OTHER_ANSWER_WEIGHT)
        if isinstance(answer, tuple):
            yield question, weight, "\n".join(answer)[:MAX_CHARACTERS]
        elif isinstance(answer, str):
            yield question, weight, answer
    if request.website is not None:
        for fact, weight in _WEBSITE_WEIGHTS.items():
            if isinstance(value := request.website.fact(fact), str):
                yield fact, weight, value
    yield COMPANY_NAME, _NAME_WEIGHT, request.company_name


def _without_surnames(text: Text) -> Text:
    return text._replace(words=tuple(word for word in text.words if word.folded not in _SURNAMES))
