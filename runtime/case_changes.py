"""Word of cases that change: one connection listens to Postgres, and readers in this process hear of their own.

Triggers on the tables tell of a change once it is committed. A word is a hint to look again and never a record: what
was said while nobody listened is not said later, so a reader looks again after every `ready`. The connection must be
a session of its own: a pooler that hands sessions out for one transaction each would pass no word on.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from enum import StrEnum

import structlog
from psycopg import AsyncConnection
from pydantic import ValidationError

from runtime.postgres import CONNECT_SECONDS
from schemas.case_list import CaseChanged

log = structlog.stdlib.get_logger()

CHANNEL = "case_changes"
MOST_WAITING = 500
"""Words that wait for one reader. Who is further behind looks again as a whole sooner than word by word."""
MOST_OF_ONE_KEY = 10
"""Readers: tabs of one officer. Each keeps a connection and what it has not heard yet."""
MOST_READERS = 1000
"""In this process."""
ASKED_SECONDS = 10.0
"""How often Postgres is asked whether it is still there, whatever was heard."""
ANSWER_SECONDS = 5.0
"""One that has fallen silent counts as away after these two together, 15 s, at the latest."""
SHORTEST_WAIT, LONGEST_WAIT = 0.5, 15.0
"""Seconds until the next try while Postgres is away; twice as long each time."""


class Signal(StrEnum):
    """What is said to all readers, whatever their organisation."""

    READY = "ready"
    """From now on every change is told."""
    AWAY = "away"
    """Changes are not heard until the next `ready`."""
    OVERFLOW = "overflow"
    """The reader was too slow, and hears nothing more."""
    END = "end"
    """The process is stopping."""


Word = CaseChanged | Signal


class _Notice(CaseChanged):
    """The payload of a notification."""

    organisation: str


class TooManyReadersError(Exception):
    """Of this key, or in this process."""


class Subscription:
    """What one reader has not heard yet."""

    def __init__(self, key_id: str) -> None:
        self.key_id = key_id
        self._waiting: asyncio.Queue[Word] = asyncio.Queue()
        self._overflowed = False

    @property
    def waiting(self) -> int:
        return self._waiting.qsize()

    async def next(self, seconds: float) -> Word | None:
        """The next word; None if there is none for so long."""
        try:
            async with asyncio.timeout(seconds):
                return await self._waiting.get()
        except TimeoutError:
            return None

    def tell(self, word: Word) -> None:
        if self.waiting >= MOST_WAITING and not self._overflowed:
            self._overflowed = True
            while not self._waiting.empty():
                self._waiting.get_nowait()
            self._waiting.put_nowait(Signal.OVERFLOW)
        if not self._overflowed:
            self._waiting.put_nowait(word)


class CaseChanges:
    """Listens while the block of `listening` lasts, whether Postgres is there or not."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._readers: dict[str, set[Subscription]] = {}
        self._state = Signal.AWAY

    @contextmanager
    def subscribed(self, organisation: str, key_id: str) -> Iterator[Subscription]:
        """A reader of the changes of this organisation and no other. Its first word is how things stand.

        Raises TooManyReadersError.
        """
        self._refuse_too_many(organisation, key_id)
        subscription = Subscription(key_id)
        subscription.tell(self._state)
        readers = self._readers.setdefault(organisation, set())
        readers.add(subscription)
        try:
            yield subscription
        finally:
            readers.discard(subscription)
            if not readers:
                self._readers.pop(organisation, None)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        doing = asyncio.create_task(self._for_ever())
        try:
            yield
        finally:
            doing.cancel()
            await asyncio.wait([doing])

    def end(self) -> None:
        """Ends every subscription, also those that are still to come."""
        self._say(Signal.END)

    async def _for_ever(self) -> None:
        wait = SHORTEST_WAIT
        while True:
            try:
                async with await AsyncConnection.connect(
                    self._dsn, autocommit=True, connect_timeout=CONNECT_SECONDS, application_name="casewright"
                ) as connection:
                    await connection.execute(f"LISTEN {CHANNEL}".encode())
                    self._say(Signal.READY)
                    wait = SHORTEST_WAIT
                    await self._pass_on(connection)
            except Exception as error:  # nobody waits for this, so it must outlive whatever is in its way
                log.warning("changes of cases are not heard", error=type(error).__name__, detail=str(error)[:500])
            self._say(Signal.AWAY)
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)

    async def _pass_on(self, connection: AsyncConnection) -> None:
        """Until the connection breaks. A server that vanished without a word is noticed by asking it something."""
        while True:
            async for notification in connection.notifies(timeout=ASKED_SECONDS):
                self._hear(notification.payload)
            async with asyncio.timeout(ANSWER_SECONDS):
                await connection.execute("SELECT 1")

    def _hear(self, payload: str) -> None:
        """One that makes no sense breaks nothing off: something has changed, so everybody looks again."""
        try:
            self._tell(_Notice.model_validate_json(payload))
        except ValidationError as error:
            log.warning("a change of a case was not understood", detail=str(error)[:500])
            self._tell_all(Signal.READY)

    def _refuse_too_many(self, organisation: str, key_id: str) -> None:
        of_key = sum(reader.key_id == key_id for reader in self._readers.get(organisation, ()))
        if of_key >= MOST_OF_ONE_KEY or sum(map(len, self._readers.values())) >= MOST_READERS:
            raise TooManyReadersError

    def _tell(self, notice: _Notice) -> None:
        changed = CaseChanged.model_validate(notice.model_dump(exclude={"organisation"}))
        for subscription in self._readers.get(notice.organisation, ()):
            subscription.tell(changed)

    def _say(self, signal: Signal) -> None:
        """To all readers, if it is news. After the end there is none."""
        if self._state in (signal, Signal.END):
            return
        self._state = signal
        self._tell_all(signal)

    def _tell_all(self, signal: Signal) -> None:
        for readers in self._readers.values():
            for subscription in readers:
                subscription.tell(signal)
