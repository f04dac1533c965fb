"""What all workers remember of the sources together: answers that may be used again, and which source is down.

Both spare the sources and neither is needed: while Postgres is away every source is simply asked.
"""

import asyncio
import re
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

import psycopg
import structlog
from pydantic import TypeAdapter, ValidationError

from activities.sources.answers import Reading, Received, Reply
from activities.sources.source import Source
from runtime.object_store import sha256_hex
from runtime.postgres import Pool
from runtime.settings import Settings
from runtime.source_circuits import SourceCircuits
from runtime.source_memory import KeptAnswer, KeptAnswers, Piece, Question
from schemas.sources import SourceName, SourceQuery

log = structlog.stdlib.get_logger()

Result = TypeVar("Result")

PATIENCE_SECONDS = 1.0
"""Of the ten that an officer waits when a case is opened."""
AWAY_SECONDS = 10.0
"""How long Postgres is not asked again once it did not answer."""
_READING = TypeAdapter(Reading)
_FAILURE = re.compile(
    r"timeout|unreachable|tls_failure|malformed_answer|no_footer|http_5[0-9]{2}|blocked|VAT_BLOCKED|IP_BLOCKED"
)
"""The reasons that mean that the source itself is down, or has shut us out, which more requests would make worse.
Whatever else it says, it answers: that a member state is closed, that it refuses our key, that it wants fewer
requests."""


@dataclass(frozen=True)
class KeptReply:
    reply: Reply
    collected_at: datetime


class SourceMemory(Protocol):
    async def kept_reply(self, source: Source, query: SourceQuery) -> KeptReply | None:
        """The last reply to the same question that may still be used."""
        ...

    async def seconds_closed(self, source: Source) -> float | None:
        """For how long the source is left alone because it failed several times in a row; None if it may be asked."""
        ...

    async def remember(self, source: Source, query: SourceQuery, reply: Reply, now: datetime) -> None:
        """Keeps the reply for as long as the source's terms allow, and counts whether the source itself failed."""
        ...


class NoMemory:
    """Remembers nothing: every source is asked each time."""

    async def kept_reply(self, source: Source, query: SourceQuery) -> KeptReply | None:
        return None

    async def seconds_closed(self, source: Source) -> float | None:
        return None

    async def remember(self, source: Source, query: SourceQuery, reply: Reply, now: datetime) -> None:
        return None


class SharedMemory:
    """Remembers in Postgres, for all workers. Never fails, never takes long: what it cannot tell it does not know."""

    def __init__(self, pool: Pool, settings: Settings, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._environment = settings.sources
        self._answers = KeptAnswers(pool)
        self._circuits = SourceCircuits(pool, settings.sources)
        self._patience = patience_seconds
        self._away_until = 0.0
        self._given_up: set[asyncio.Task[Any]] = set()

    async def kept_reply(self, source: Source, query: SourceQuery) -> KeptReply | None:
        if source.terms.kept_for is None:
            return None
        kept = await self._at_hand(source, self._answers.find(self._question(query)))
        return None if kept is None else _kept_reply(kept)

    async def seconds_closed(self, source: Source) -> float | None:
        if not source.terms.one_host:
            return None
        return await self._at_hand(source, self._circuits.seconds_closed(source.name))

    async def remember(self, source: Source, query: SourceQuery, reply: Reply, now: datetime) -> None:
        if source.terms.one_host:
            await self._at_hand(source, self._note(source.name, reply.reading))
        kept_for, reading = source.terms.kept_for, reply.reading
        # An answer that names a moment to ask again is not whole.
        whole = reading.state in ("found", "not_found") and reading.retry_after_seconds is None
        if kept_for is not None and whole:
            answer = _kept_answer(reply, now)
            await self._at_hand(source, self._answers.keep(self._question(query), answer, now + kept_for))

    async def _note(self, source: SourceName, reading: Reading) -> None:
        if reading.state in ("not_configured", "not_applicable"):
            await self._circuits.note_no_question(source)
        elif reading.reason == "rate_limited" and reading.retry_after_seconds:
            await self._circuits.note_refusal(source, timedelta(seconds=reading.retry_after_seconds))
        elif reading.state == "unavailable" and _FAILURE.fullmatch(reading.reason or ""):
            await self._circuits.note_failure(source)
        else:
            await self._circuits.note_answer(source)

    def _question(self, query: SourceQuery) -> Question:
        """All that a source may look at is in the hash: with less, one company might be given another's answer."""
        persons = sorted(person.model_dump_json() for person in query.persons)
        asked = "\n".join((query.company.model_dump_json(), *persons))
        return Question(query.organisation, query.source, self._environment, sha256_hex(asked.encode()))

    async def _at_hand(self, source: Source, work: Coroutine[Any, Any, Result]) -> Result | None:
        """What Postgres says; None, with a line in the log, if it says nothing or not at once."""
        clock = asyncio.get_running_loop().time
        if clock() < self._away_until:
            work.close()
            return None
        task = asyncio.create_task(work)
        try:
            # Behind a shield: a statement that is cancelled waits for the server to say so, and that may be gone.
            return await asyncio.wait_for(asyncio.shield(task), self._patience)
        except (psycopg.Error, TimeoutError) as error:
            if isinstance(error, psycopg.OperationalError | TimeoutError):
                self._away_until = clock() + AWAY_SECONDS
            log.warning("a source is asked without memory", source=source.name, cause=repr(error))
            return None
        finally:
            if not task.done():
                task.cancel()
                self._given_up.add(task)
                task.add_done_callback(self._given_up.discard)


def _kept_answer(reply: Reply, now: datetime) -> KeptAnswer:
    pieces = tuple(Piece(piece.url, piece.media_type, piece.body) for piece in reply.received)
    return KeptAnswer(_READING.dump_python(reply.reading, mode="json"), pieces, now)


def _kept_reply(kept: KeptAnswer) -> KeptReply | None:
    """None for what an earlier release kept in a form that we no longer read: then the source is asked."""
    try:
        reading = _READING.validate_python(kept.reading)
    except ValidationError:
        return None
    received = tuple(Received(piece.url, piece.body, piece.media_type) for piece in kept.pieces)
    return KeptReply(Reply(reading, received), kept.collected_at)
