"""From what a source replied to the answer that the case keeps: the part that is the same for every source."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation

from activities.sources.budget import within_budget
from domain.storable import storable
from runtime.evidence_keeping import EvidenceStore, keep_evidence
from runtime.http import Exchange
from runtime.object_store import sha256_hex
from runtime.settings import Settings
from schemas.sources import EvidencePiece, FactName, FactValue, SourceAnswer, SourceFact, SourceQuery, SourceState

RETRY_SECONDS = 300.0
RATE_LIMIT_SECONDS = 60.0
MAX_FACT_CHARACTERS = 1000
"""Facts travel through the workflow's history; a register that sends a novel is cut there, not in the evidence."""


_SHARE = "share_percent"
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


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

    @classmethod
    def of(cls, exchange: Exchange) -> "Received":
        return cls(exchange.url, exchange.body, exchange.media_type)

    @property
    def data_hash(self) -> str:
        """`sha256:` and 64 hexadecimal digits."""
        return f"sha256:{sha256_hex(self.body)}"


@dataclass(frozen=True)
class Reply:
    """A reading and all that it was read from, the principal bytes first.

    A fact without a `data_hash` was read from the first; one that was read from another names that one's.
    """

    reading: Reading
    received: tuple[Received, ...] = ()


class AnswerDesk:
    """Files the replies of sources: evidence into the object store, the rest into a SourceAnswer."""

    def __init__(self, store: EvidenceStore, settings: Settings) -> None:
        self._store = store
        self._environment = settings.sources

    async def file(
        self, query: SourceQuery, reply: Reply, collected_at: datetime, *, cached: bool = False
    ) -> SourceAnswer:
        """Raises ObjectStoreError when the evidence cannot be kept: an answer without its proof is not given."""
        reading = reply.reading
        facts = within_budget(reading.facts)
        kept = [await self._keep(query, received) for received in reply.received if received.body]
        first = kept[0] if kept and reply.received[0].body else None
        return SourceAnswer(
            source=query.source,
            state=reading.state,
            reason=reading.reason,
            retry_after_seconds=reading.retry_after_seconds,
            facts=facts,
            left_out=len(reading.facts) - len(facts),
            source_url=reply.received[0].url if reply.received else None,
            collected_at=collected_at,
            environment=self._environment,
            data_hash=first.data_hash if first else None,
            object_key=first.object_key if first else None,
            further=tuple(kept[1:] if first else kept),
            cached=cached,
        )

    async def _keep(self, query: SourceQuery, received: Received) -> EvidencePiece:
        key = await keep_evidence(self._store, query.case_id, query.source, received.body, received.media_type)
        return EvidencePiece(data_hash=received.data_hash, object_key=key, source_url=received.url)


NOT_CONFIGURED = Reply(Reading("not_configured", "no_key"))
"""A source that needs a key and has none. Everything else goes on."""


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


def facts_of(values: Mapping[FactName, FactValue | None], received: Received | None = None) -> tuple[SourceFact, ...]:
    """The facts that are known, in the order given: None and empty text are not facts."""
    return tuple(fact for name, value in values.items() for fact in fact_of(name, value, received=received))


def fact_of(
    name: FactName,
    value: FactValue | None,
    details: Mapping[str, str | None] | None = None,
    received: Received | None = None,
) -> tuple[SourceFact, ...]:
    """One fact, or none if the value is None or blank. A stranger's text is made storable and is cut here; the
    evidence keeps its bytes. A share that is no percentage is none.
    `received` is named for what was read from other bytes than a reply's first."""
    if isinstance(value, str):
        value = _storable_line(value)
    if value is None or value == "":
        return ()
    known = {
        key: line
        for key, text in (details or {}).items()
        if text and (line := _storable_line(text)) and (key != _SHARE or _is_percentage(line))
    }
    return (
        SourceFact(
            name=name,
            value=value,
            details=known,
            data_hash=received.data_hash if received is not None else None,
        ),
    )


def _is_percentage(text: str) -> bool:
    try:
        percent = Decimal(text)
    except InvalidOperation:
        return False
    return percent.is_finite() and 0 <= percent <= 100


def _storable_line(text: str) -> str:
    """Marks that turn the direction of what follows go: they make a line show other words than it has."""
    return _TURNING.sub("", storable(text)).strip()[:MAX_FACT_CHARACTERS]
