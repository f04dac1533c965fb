"""What a yente service answers about one subject, and the facts in it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, Field

from activities.sources.answers import Received, fact_of
from activities.sources.register_answers import Listed
from activities.sources.screening.subjects import Subject
from schemas.sources import SourceFact

Score = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]

_AGAINST = ("_mismatch", "_disjoint")
"""How the names of features end that speak against a match: their score lowers the whole."""


class _Feature(BaseModel):
    score: float | None = None


class _Properties(BaseModel):
    topics: Listed[str] = ()
    birth_dates: Listed[str] = Field(default=(), alias="birthDate")
    nationalities: Listed[str] = Field(default=(), alias="nationality")
    countries: Listed[str] = Field(default=(), alias="country")
    jurisdictions: Listed[str] = Field(default=(), alias="jurisdiction")


class Result(BaseModel):
    id: str
    caption: str
    score: Score
    match: bool
    entity_schema: str | None = Field(default=None, alias="schema")
    properties: _Properties = _Properties()
    datasets: Listed[str] = ()
    first_seen: str | None = None
    last_change: str | None = None
    explanations: dict[str, _Feature] | None = None


class _Query(BaseModel):
    properties: dict[str, Listed[str]] | None = None


class _Total(BaseModel):
    value: int | None = None


class Answer(BaseModel):
    status: int = 200
    results: Listed[Result] = ()
    query: _Query | None = None
    total: _Total | None = None

    def has_screened(self, subject: Subject) -> bool:
        """Whether the subject was compared at all: the server answered for it and understood its name."""
        return self.status == 200 and "name" not in self.dropped(subject)

    def dropped(self, subject: Subject) -> tuple[str, ...]:
        """The properties that were sent and that the server could not read, which it drops without a word."""
        if self.query is None or self.query.properties is None:
            return ()
        understood = {name for name, values in self.query.properties.items() if values}
        return tuple(name for name in ("name", *dict(subject.properties)) if name not in understood)


class Answers(BaseModel):
    responses: dict[str, Answer]


def facts_of_subject(
    subject: Subject, answer: Answer, terms: Mapping[str, str], received: Received
) -> tuple[SourceFact, ...]:
    """That the subject was screened: `details` says with what properties, which of them the server `dropped`, and how
    many `matches` there are, of which only the first may be told."""
    total = answer.total.value if answer.total is not None else None
    details = {
        "kind": subject.kind,
        "schema": subject.schema,
        **dict(subject.properties),
        **terms,
        "dropped": ",".join(answer.dropped(subject)),
        "matches": str(total) if total is not None else None,
    }
    return fact_of("screened", subject.name, details, received)


def facts_of_match(subject: Subject, result: Result, received: Received, *, is_match: bool) -> tuple[SourceFact, ...]:
    """An entry of a list and how it compares; `match` is `false` of one that only came near."""
    for_it, against, absent = _weighed(result.explanations or {})
    known = result.properties
    details = {
        "subject": subject.name,
        "kind": subject.kind,
        "match": "true" if is_match else "false",
        "score": f"{result.score:.2f}",
        "topics": ",".join(known.topics),
        "datasets": ",".join(result.datasets),
        "entity_id": result.id,
        "schema": result.entity_schema,
        "birth_date": ",".join(known.birth_dates),
        "country": ",".join(dict.fromkeys((*known.nationalities, *known.countries, *known.jurisdictions))),
        "matched": ",".join(for_it),
        "contradicted": ",".join(against),
        "missing": ",".join(absent),
        "first_seen": result.first_seen,
        "last_change": result.last_change,
    }
    return fact_of("screening_match", result.caption, details, received)


def _weighed(features: Mapping[str, _Feature]) -> tuple[list[str], list[str], list[str]]:
    """The names of the features that agree, that disagree, and that had nothing to compare."""
    scored = [name for name, feature in features.items() if feature.score]
    against = [name for name in scored if name.endswith(_AGAINST)]
    return [name for name in scored if name not in against], against, [name for name in features if name not in scored]
