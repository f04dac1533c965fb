"""The look-up: one activity for every source. It asks on the source's terms and files what comes."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from temporalio import activity

from activities.sources.answers import AnswerDesk, Reading, Reply
from activities.sources.memory import SourceMemory
from activities.sources.source import Source
from schemas.sources import SourceAnswer, SourceName, SourceQuery


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
        reply = await source.ask(query)
        now = datetime.now(UTC)
        answer = await self._desk.file(query, reply, now)
        await self._memory.remember(source, query, reply, now)
        return answer
