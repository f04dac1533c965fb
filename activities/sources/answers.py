"""From what a source replied to the answer that the case keeps: the part that is the same for every source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from activities.sources.evidence import EvidenceStore, keep_evidence
from domain.storable import storable
from runtime.http import Exchange
from runtime.settings import Settings
from schemas.sources import FactName, SourceAnswer, SourceFact, SourceName, SourceQuery, SourceState

RETRY_SECONDS = 300.0
RATE_LIMIT_SECONDS = 60.0
MAX_FACT_CHARACTERS = 1000
"""Facts travel through the workflow's history; a register that sends a novel is cut there, not in the evidence."""

FactValue = str | bool | int


@dataclass(frozen=True)
class Reading:
    """What a reply means, read without a clock or a store."""

    state: SourceState
    reason: str | None = None
    retry_after_seconds: float | None = None
    """None for a reason that another try would not change."""
    facts: tuple[SourceFact, ...] = ()


@dataclass(frozen=True)
class Received:
    """Where a source was asked and the bytes it sent, if any."""

    url: str
    body: bytes = b""
    media_type: str = "application/octet-stream"


class AnswerDesk:
    """Files the readings of one source: evidence into the object store, the rest into a SourceAnswer."""

    def __init__(self, source: SourceName, store: EvidenceStore, settings: Settings) -> None:
        self._source = source
        self._store = store
        self._environment = settings.sources

    async def file(self, query: SourceQuery, reading: Reading, received: Received | None = None) -> SourceAnswer:
        """Raises ObjectStoreError when the evidence cannot be kept: an answer without its proof is not given."""
        evidence = None
        if received is not None and received.body:
            evidence = await keep_evidence(self._store, query.case_id, self._source, received.body, received.media_type)
        return SourceAnswer(
            source=self._source,
            state=reading.state,
            reason=reading.reason,
            retry_after_seconds=reading.retry_after_seconds,
            facts=reading.facts,
            source_url=received.url if received is not None else None,
            collected_at=datetime.now(UTC),
            environment=self._environment,
            data_hash=evidence.data_hash if evidence else None,
            object_key=evidence.object_key if evidence else None,
        )


def unavailable(reason: str, retry_after_seconds: float | None = None) -> Reading:
    return Reading("unavailable", reason, retry_after_seconds)


def not_applicable(reason: str) -> Reading:
    return Reading("not_applicable", reason)


def interrupted(exchange: Exchange) -> Reading | None:
    """The reading of an exchange that brought no whole answer, or a 429; None when there is an answer to read."""
    if exchange.failure is not None:
        return unavailable(exchange.failure, None if exchange.failure == "tls_failure" else RETRY_SECONDS)
    if exchange.status == 429:
        return unavailable("rate_limited", exchange.retry_after_seconds or RATE_LIMIT_SECONDS)
    return None


def refused_by_status(exchange: Exchange) -> Reading | None:
    """The reading of a status other than 200 whose body says nothing; 4xx is not tried again."""
    if exchange.status is None or exchange.status == 200:
        return None
    retry = None if 400 <= exchange.status < 500 else exchange.retry_after_seconds or RETRY_SECONDS
    return unavailable(f"http_{exchange.status}", retry)


def facts_of(values: Mapping[FactName, FactValue | None]) -> tuple[SourceFact, ...]:
    """The facts that are known, in the order given: None and empty text are not facts. A stranger's text is made
    storable here; the evidence keeps its bytes."""
    return tuple(
        SourceFact(name=name, value=storable(value)[:MAX_FACT_CHARACTERS] if isinstance(value, str) else value)
        for name, value in values.items()
        if value is not None and value != ""
    )
