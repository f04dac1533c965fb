"""The look-up: one activity for every source. It asks on the source's terms and files what comes."""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import structlog
from temporalio import activity

from activities.sources.answers import RETRY_SECONDS, AnswerDesk, Reading, Reply, unavailable
from activities.sources.memory import SourceMemory
from activities.sources.source import Source
from schemas.sources import SourceAnswer, SourceName, SourceQuery

FILING_SECONDS = 0.7
"""Kept of the time that a look-up has, for filing what came. Only an answer of ours says that a source is slow: what
Temporal ends is a failure, of which whoever asks next knows nothing."""


log = structlog.stdlib.get_logger()


class LookUpActivities:
    def __init__(self, sources: Iterable[Source], desk: AnswerDesk, memory: SourceMemory) -> None:
        self._sources: Mapping[SourceName, Source] = {source.name: source for source in sources}
        self._desk = desk
        self._memory = memory

    @activity.defn(name="look-up")
    async def look_up(self, query: SourceQuery) -> SourceAnswer:
        """What one source says of the company. A source that fails is an answer too; raises ObjectStoreError."""
        source = self._sources[query.source]
        kept = await self._memory.kept_reply(source, query)
        if kept is not None:
            return await self._desk.file(query, kept.reply, kept.collected_at, cached=True)
        if (seconds := await self._memory.seconds_closed(source)) is not None:
            resting = Reply(Reading("unavailable", "circuit_open", seconds))
            return await self._desk.file(query, resting, datetime.now(UTC))
        reply = await _asked_in_time(source, query)
        now = datetime.now(UTC)
        answer = await self._desk.file(query, reply, now)
        await self._memory.remember(source, query, reply, now)
        return answer


async def _asked_in_time(source: Source, query: SourceQuery) -> Reply:
    """The source's reply, or that there was none in the time that this look-up has."""
    try:
        async with asyncio.timeout(_seconds_left()):
            return await source.ask(query)
    except TimeoutError:
        return Reply(unavailable("timeout", RETRY_SECONDS))
    except Exception:  # the last boundary: a defect of one source must not keep a case from the others
        log.exception("a source could not be asked", source=source.name, case_id=query.case_id)
        return Reply(unavailable("look_up_failed", RETRY_SECONDS))


def _seconds_left() -> float | None:
    """Until Temporal ends this try, or the whole look-up with the wait in its queue, less the time for filing."""
    info, now = activity.info(), datetime.now(UTC)
    ends = [
        began + limit
        for began, limit in (
            (info.started_time, info.start_to_close_timeout),
            (info.scheduled_time, info.schedule_to_close_timeout),
        )
        if limit
    ]
    return max(0.0, (min(ends) - now).total_seconds() - FILING_SECONDS) if ends else None
