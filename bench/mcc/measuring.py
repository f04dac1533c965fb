"""Classifies the texts one after the other and takes the time, the start apart."""

import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from activities.agents.classifier import Classifier
from activities.agents.meaning import Meaning
from bench.mcc.baselines import baselines
from bench.mcc.items import Item
from bench.mcc.scores import SHOWN, Answered
from domain.mcc.risk import is_high
from domain.mcc.words import MAX_CHARACTERS
from schemas.mcc import MccClassification, MccRequest


class Measured(NamedTuple):
    name: str
    answered: tuple[Answered, ...]
    """In the order of the items."""
    ms: float | None
    """Per item; None of no item."""


class Result(NamedTuple):
    items: tuple[Item, ...]
    ours: Measured
    baselines: tuple[Measured, ...]
    start_seconds: float
    notes: tuple[str, ...]
    """What the classifier had to do without."""


def measured(items: Sequence[Item]) -> Result:
    started = time.perf_counter()
    classifier = Classifier(Meaning())
    classifier.load()
    start_seconds = time.perf_counter() - started
    started = time.perf_counter()
    classified = [classifier.classify(_request(item.text)) for item in items]
    ours = Measured("Casewright", tuple(map(_answered, items, classified)), _ms(started, len(items)))
    return Result(tuple(items), ours, tuple(_baselines(items)), start_seconds, classifier.classify(_request("")).notes)


def _request(text: str) -> MccRequest:
    """As much of the text as an answer may have."""
    return MccRequest(company_name="", answers={"business_activity": text[:MAX_CHARACTERS]}, website=None)


def _answered(item: Item, classified: MccClassification) -> Answered:
    best = classified.primary_recommendation
    codes = (*((best.mcc_code,) if best else ()), *(other.mcc_code for other in classified.alternatives))
    flagged = classified.risk_tier == "high"
    return Answered(codes, frozenset(item.mcc), classified.confidence, flagged, _is_high_risk(item))


def _baselines(items: Sequence[Item]) -> Iterator[Measured]:
    """They know no risk but that of the code which they put first."""
    for name, baseline in baselines():
        started = time.perf_counter()
        ranked = [baseline.classify(item.text, SHOWN) for item in items]
        ms = _ms(started, len(items))
        answered = (
            Answered(codes, frozenset(item.mcc), None, any(map(is_high, codes[:1])), _is_high_risk(item))
            for item, codes in zip(items, ranked, strict=True)
        )
        yield Measured(name, tuple(answered), ms)


def _is_high_risk(item: Item) -> bool:
    return any(map(is_high, item.mcc))


def _ms(started: float, items: int) -> float | None:
    return (time.perf_counter() - started) * 1000 / items if items else None
