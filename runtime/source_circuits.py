"""Which sources are left alone because they are down: the table `source_circuits`, one state for all workers.

A source that failed several times in a row rests; after its rest one worker at a time may try it, and what comes of
that decides whether it is asked as usual again or rests longer. Requests that were under way when a rest began decide
nothing: each has ended long before the rest has.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from psycopg import AsyncConnection
from psycopg.rows import DictRow

from domain.look_ups import BY_HAND
from runtime.postgres import Pool
from schemas.sources import Environment, SourceName

FAILURES_IN_A_ROW = 5
FIRST_REST = timedelta(seconds=60)
LONGEST_REST = timedelta(minutes=15)
LONGEST_REFUSAL = timedelta(hours=1)
"""Whoever asks to be left alone for longer is tried once after this: one answer must not silence a source for a day."""
PROBE_TIME = timedelta(seconds=30)
"""For the worker that tries the source, a little longer than a look-up may take. If it dies, another tries."""


class Circuit(NamedTuple):
    """How one source is doing."""

    failures: int = 0
    """In a row, while it is asked as usual."""
    rests: int = 0
    """In a row, each of them after a failure."""
    resting_until: datetime | None = None
    """None: it is asked as usual."""
    probing_until: datetime | None = None

    @property
    def is_tried(self) -> bool:
        return self.resting_until is not None and self.probing_until is not None

    def after_answer(self) -> "Circuit":
        return Circuit() if self.resting_until is None or self.is_tried else self

    def after_failure(self, now: datetime) -> "Circuit":
        if self.resting_until is None and self.failures + 1 < FAILURES_IN_A_ROW:
            return self._replace(failures=self.failures + 1)
        if self.resting_until is None or self.is_tried:
            rest = min(FIRST_REST * 2 ** min(self.rests, 16), LONGEST_REST)
            return Circuit(rests=self.rests + 1, resting_until=now + rest)
        return self

    def after_refusal(self, now: datetime, wait: timedelta) -> "Circuit":
        """The source is there and wants to be left alone for a while, which is no failure."""
        until = now + min(wait, LONGEST_REFUSAL)
        return Circuit(rests=self.rests, resting_until=max(until, self.resting_until or until))

    def after_no_question(self) -> "Circuit":
        """It was not asked after all: someone else may try it."""
        return self._replace(probing_until=None)


_STATE = "failures, rests, resting_until, probing_until"
_THIS_ONE = "source = %(source)s AND environment = %(environment)s"
_FIND = f"SELECT {_STATE}, clock_timestamp() AS now FROM source_circuits WHERE {_THIS_ONE}"
_ALL = f"SELECT source, {_STATE} FROM source_circuits WHERE environment = %(environment)s"
_TAKE_PROBE = f"""
UPDATE source_circuits SET probing_until = clock_timestamp() + %(probe_time)s
WHERE {_THIS_ONE} AND resting_until <= clock_timestamp()
      AND (probing_until IS NULL OR probing_until <= clock_timestamp())
"""
_BEGIN = "INSERT INTO source_circuits (source, environment) VALUES (%(source)s, %(environment)s) ON CONFLICT DO NOTHING"
_SAVE = f"""
UPDATE source_circuits SET failures = %(failures)s, rests = %(rests)s, resting_until = %(resting_until)s,
                           probing_until = %(probing_until)s
WHERE {_THIS_ONE}
"""


class SourceCircuits:
    """Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool, environment: Environment) -> None:
        self._pool = pool
        self._environment = environment

    async def seconds_closed(self, source: SourceName) -> float | None:
        """For how long the source is still left alone; None to whoever may ask it now."""
        async with self._pool.connection() as connection:
            circuit, now = await self._find(connection, source)
            if circuit.resting_until is None:
                return None
            if circuit.resting_until > now:
                return (circuit.resting_until - now).total_seconds()
            taken = await connection.execute(_TAKE_PROBE.encode(), {**self._key(source), "probe_time": PROBE_TIME})
            return None if taken.rowcount else PROBE_TIME.total_seconds()

    async def all(self) -> dict[SourceName, Circuit]:
        """How each source is doing that a machine asks. Asking this takes no turn to try one."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_ALL.encode(), {"environment": self._environment})
            known = {row.pop("source"): Circuit(**row) for row in await cursor.fetchall()}
        return {source: known.get(source, Circuit()) for source in SourceName if source not in BY_HAND}

    async def note_answer(self, source: SourceName) -> None:
        """The source answered, whatever it said."""
        await self._change(source, lambda circuit, _: circuit.after_answer())

    async def note_failure(self, source: SourceName) -> None:
        await self._change(source, lambda circuit, now: circuit.after_failure(now))

    async def note_refusal(self, source: SourceName, wait: timedelta) -> None:
        """The source asked to be left alone for this long."""
        await self._change(source, lambda circuit, now: circuit.after_refusal(now, wait))

    async def note_no_question(self, source: SourceName) -> None:
        """There was nothing to ask the source about."""
        await self._change(source, lambda circuit, _: circuit.after_no_question())

    async def _change(self, source: SourceName, change: Callable[[Circuit, datetime], Circuit]) -> None:
        async with self._pool.connection() as connection:
            circuit, now = await self._find(connection, source)
            if change(circuit, now) == circuit:
                return  # nearly always: a source that is well writes nothing
            await connection.execute(_BEGIN, self._key(source))
            circuit, now = await self._find(connection, source, " FOR UPDATE")
            await connection.execute(_SAVE.encode(), {**self._key(source), **change(circuit, now)._asdict()})

    async def _find(
        self, connection: AsyncConnection[DictRow], source: SourceName, lock: str = ""
    ) -> tuple[Circuit, datetime]:
        row = await (await connection.execute(f"{_FIND}{lock}".encode(), self._key(source))).fetchone()
        if row is None:
            return Circuit(), datetime.now(UTC)
        now = row.pop("now")
        return Circuit(**row), now

    def _key(self, source: SourceName) -> dict[str, str]:
        return {"source": source, "environment": self._environment}
