"""Which sources are asked about a company, when, and when again.

Registers are asked when a case is opened. One that was unavailable is asked again in the background, ever more rarely,
while the case waits for its customer; and all that is unavailable or out of date is asked once more before an
investigation. Persons are screened once the registers have named them, and again for every investigation.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from domain.persons import persons_of
from domain.stages import AWAITING_CUSTOMER
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.sources import NATIONAL_REGISTERS, SourceAnswer, SourceName

S = SourceName

COUNTRIES: dict[SourceName, frozenset[str]] = {
    **{register: frozenset({facts.country}) for register, facts in NATIONAL_REGISTERS.items()},
    S.NBB: frozenset({"BE"}),
    S.GAZETTE: frozenset({"BE"}),
    S.WITHHOLDING: frozenset({"BE"}),
}
"""The countries whose companies a source knows; one that is not named may know companies of any."""

BY_HAND = frozenset({S.WITHHOLDING})
"""What no machine may ask: an officer's task."""

AFTER_THE_REGISTERS = frozenset({S.SCREENING})
"""What is asked about the persons whom the registers name."""

ASK_AGAIN_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)
"""How long after each attempt in vain the next one follows; after the last none does before the investigation."""

OUT_OF_DATE = timedelta(days=7)
"""Older answers are asked for again before an investigation."""

PARTLY_SCREENED = "partly_screened"
"""The reason of a screening that did not look for everybody, with what it found of the others."""

SCREENING_OUT_OF_DATE = timedelta(hours=24)
"""Lists of sanctions change daily."""


def registers_of(company: Company) -> tuple[SourceName, ...]:
    """The sources that are asked when a case about this company is opened."""
    return tuple(
        source
        for source in S
        if source not in BY_HAND | AFTER_THE_REGISTERS
        and (source not in COUNTRIES or company.country in COUNTRIES[source])
    )


def due(record: CaseRecord, now: datetime) -> tuple[SourceName, ...]:
    """The sources that are to be asked again in the background now."""
    return tuple(source for source, when in _again(record) if when <= now)


def next_due(record: CaseRecord) -> datetime | None:
    """When a source is to be asked again in the background; None if none is."""
    return min((when for _, when in _again(record)), default=None)


def before_investigation(record: CaseRecord, now: datetime) -> tuple[SourceName, ...]:
    """The registers whose answer is missing, unavailable or out of date."""
    return tuple(source for source in registers_of(record.opening.company) if _is_stale(record, source, now))


def screening_is_due(record: CaseRecord, now: datetime) -> bool:
    """Whether somebody is to be screened whom the last screening did not know, or it is out of date."""
    answer = record.sources.get(S.SCREENING)
    if answer is None or now - answer.collected_at > SCREENING_OUT_OF_DATE:
        return True
    if answer.state == "unavailable" and not _has_screened_all_it_can(answer):
        return True
    if answer.state == "not_configured":
        return False
    screened = {fact.value for fact in answer.all("screened")}
    return not screened.issuperset(person.name for person in persons_of(record))


def _has_screened_all_it_can(answer: SourceAnswer) -> bool:
    """Whether a screening is in part only because there are persons whom nobody could ask it about: asking about the
    same ones again would not change that."""
    return answer.reason == PARTLY_SCREENED and answer.retry_after_seconds is None


def _again(record: CaseRecord) -> Iterator[tuple[SourceName, datetime]]:
    if record.status not in AWAITING_CUSTOMER:
        return
    for source, answer in sorted(record.sources.items()):
        if source not in BY_HAND and (when := _asked_again_at(answer)) is not None:
            yield source, when


def _asked_again_at(answer: SourceAnswer) -> datetime | None:
    if answer.state != "unavailable" or answer.retry_after_seconds is None:
        return None
    if answer.attempt > len(ASK_AGAIN_AFTER):
        return None
    wait = max(ASK_AGAIN_AFTER[answer.attempt - 1], timedelta(seconds=answer.retry_after_seconds))
    return answer.collected_at + wait


def _is_stale(record: CaseRecord, source: SourceName, now: datetime) -> bool:
    answer = record.sources.get(source)
    return answer is None or answer.state == "unavailable" or now - answer.collected_at > OUT_OF_DATE
