"""What workers remember of sources together: over a real Postgres, and while it is away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from activities.sources.answers import Reading, Received, Reply, not_applicable, unavailable
from activities.sources.memory import NoMemory, SharedMemory
from activities.sources.source import Terms
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.sources import Person, SourceName, SourceQuery
from tests.activities.sources.scripted import ACME, FOUND, ScriptedSource
from tests.activities.sources.simulated import a_query
from tests.own_database import with_own_database
from tests.recorded_cases import selected

NOT_FOUND = Reply(Reading("not_found", "unknown"), (Received("https://register.example", b"{}", "application/json"),))
DOWN = Reply(unavailable("timeout", 300.0))
PATIENCE_SECONDS = 60.0
"""Of a test: a busy machine is no Postgres that is away."""


@pytest.fixture(scope="module")
async def settings(settings: Settings) -> AsyncIterator[Settings]:
    async with with_own_database(settings) as own:
        yield own


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture
async def memory(pool: Pool, settings: Settings) -> SharedMemory:
    await selected(pool, "DELETE FROM kept_answers")
    await selected(pool, "DELETE FROM source_circuits")
    return SharedMemory(pool, settings, PATIENCE_SECONDS)


def now() -> datetime:
    return datetime.now(UTC)


async def test_an_answer_is_given_again_as_it_was(memory: SharedMemory) -> None:
    source, collected_at = ScriptedSource(), now()
    query = a_query(source, ACME)
    assert await memory.kept_reply(source, query) is None
    await memory.remember(source, query, FOUND, collected_at)
    kept = await memory.kept_reply(source, query)
    assert kept is not None
    assert (kept.reply, kept.collected_at) == (FOUND, collected_at)


async def test_another_case_of_the_organisation_gets_it_too(memory: SharedMemory) -> None:
    source = ScriptedSource()
    query = a_query(source, ACME)
    await memory.remember(source, query, NOT_FOUND, now())
    kept = await memory.kept_reply(source, query.model_copy(update={"case_id": "case_ba9876543210"}))
    assert kept is not None and kept.reply == NOT_FOUND


async def test_persons_are_part_of_the_question_and_their_order_is_not(memory: SharedMemory) -> None:
    source, persons = ScriptedSource(name=SourceName.SCREENING), (Person(name="Ada Winter"), Person(name="Bo Somer"))
    await memory.remember(source, a_query(source, ACME, persons), FOUND, now())
    assert await memory.kept_reply(source, a_query(source, ACME, persons[::-1])) is not None
    assert await memory.kept_reply(source, a_query(source, ACME, persons[:1])) is None
    assert await memory.kept_reply(source, a_query(source, ACME)) is None


@pytest.mark.parametrize(
    "other",
    [
        {"organisation": "other-pay"},
        {"company": ACME.model_copy(update={"company_name": "Acme"})},
        {"company": ACME.model_copy(update={"vat_number": "BE0456789012"})},
    ],
)
async def test_another_question_is_asked(memory: SharedMemory, other: dict[str, object]) -> None:
    source = ScriptedSource()
    query = a_query(source, ACME)
    await memory.remember(source, query, FOUND, now())
    assert await memory.kept_reply(source, query.model_copy(update=other)) is None


async def test_what_was_simulated_is_never_taken_for_live(memory: SharedMemory, pool: Pool, settings: Settings) -> None:
    source = ScriptedSource()
    await memory.remember(source, a_query(source, ACME), FOUND, now())
    other = settings.model_copy(update={"sources": "test" if settings.sources == "live" else "live"})
    assert await SharedMemory(pool, other, PATIENCE_SECONDS).kept_reply(source, a_query(source, ACME)) is None


async def test_an_answer_is_kept_for_its_life_and_no_longer(memory: SharedMemory) -> None:
    source = ScriptedSource(terms=Terms(per_second=1.0, kept_for=timedelta(hours=1)))
    query = a_query(source, ACME)
    await memory.remember(source, query, FOUND, now() - timedelta(minutes=59))
    assert await memory.kept_reply(source, query) is not None
    await memory.remember(source, query, FOUND, now() - timedelta(minutes=61))
    other = query.model_copy(update={"organisation": "other-pay"})
    await memory.remember(source, other, FOUND, now() - timedelta(minutes=61))
    assert await memory.kept_reply(source, other) is None


async def test_a_source_whose_terms_forbid_it_is_asked_each_time(memory: SharedMemory, pool: Pool) -> None:
    source = ScriptedSource(terms=Terms(per_second=1.0))
    await memory.remember(source, a_query(source, ACME), FOUND, now())
    assert await memory.kept_reply(source, a_query(source, ACME)) is None
    assert await selected(pool, "SELECT answer_id FROM kept_answers") == []


@pytest.mark.parametrize(
    "reading", [unavailable("timeout", 300.0), Reading("not_configured", "no_key"), not_applicable("no_vat_number")]
)
async def test_only_what_a_source_said_is_kept(memory: SharedMemory, reading: Reading) -> None:
    source = ScriptedSource()
    await memory.remember(source, a_query(source, ACME), Reply(reading, FOUND.received), now())
    assert await memory.kept_reply(source, a_query(source, ACME)) is None


async def test_what_another_release_kept_otherwise_is_asked_again(memory: SharedMemory, pool: Pool) -> None:
    source = ScriptedSource()
    await memory.remember(source, a_query(source, ACME), FOUND, now())
    await selected(pool, "UPDATE kept_answers SET reading = jsonb_set(reading, '{facts,0,name}', '\"star_sign\"')")
    assert await memory.kept_reply(source, a_query(source, ACME)) is None


# Which answers mean that a source is down.


async def closed_after(memory: SharedMemory, source: ScriptedSource, reading: Reading, times: int = 5) -> bool:
    for _ in range(times):
        await memory.remember(source, a_query(source, ACME), Reply(reading), now())
    return await memory.seconds_closed(source) is not None


@pytest.mark.parametrize(
    "reason",
    ["timeout", "unreachable", "tls_failure", "malformed_answer", "http_500", "http_599", "blocked", "IP_BLOCKED"],
)
async def test_a_source_that_fails_five_times_in_a_row_is_left_alone(memory: SharedMemory, reason: str) -> None:
    assert not await closed_after(memory, ScriptedSource(), unavailable(reason, 300.0), times=4)
    assert await closed_after(memory, ScriptedSource(), unavailable(reason, 300.0), times=1)


@pytest.mark.parametrize("reason", ["MS_UNAVAILABLE", "TIMEOUT", "http_400", "http_403", "http_404", "too_large"])
async def test_a_source_that_answers_is_not_down_whatever_it_says(memory: SharedMemory, reason: str) -> None:
    assert not await closed_after(memory, ScriptedSource(), unavailable(reason, 300.0), times=9)


@pytest.mark.parametrize("reply", [FOUND, NOT_FOUND, Reply(unavailable("MS_UNAVAILABLE", 300.0))])
async def test_an_answer_between_failures_breaks_the_row(memory: SharedMemory, reply: Reply) -> None:
    source = ScriptedSource()
    assert not await closed_after(memory, source, DOWN.reading, times=4)
    await memory.remember(source, a_query(source, ACME), reply, now())
    assert not await closed_after(memory, source, DOWN.reading, times=4)


async def test_what_was_not_asked_says_nothing_of_the_source(memory: SharedMemory) -> None:
    source = ScriptedSource()
    assert not await closed_after(memory, source, DOWN.reading, times=4)
    assert not await closed_after(memory, source, not_applicable("no_vat_number"), times=9)
    assert await closed_after(memory, source, DOWN.reading, times=1)


async def test_one_that_wants_fewer_requests_gets_none_for_so_long(memory: SharedMemory) -> None:
    source = ScriptedSource()
    assert await closed_after(memory, source, unavailable("rate_limited", 90.0), times=1)
    seconds = await memory.seconds_closed(source)
    assert seconds is not None and 60 < seconds <= 90


@pytest.mark.parametrize("reason", ["timeout", "rate_limited"])
async def test_a_source_of_many_hosts_is_never_left_alone(memory: SharedMemory, reason: str) -> None:
    source = ScriptedSource(terms=Terms(per_second=1.0, one_host=False))
    assert not await closed_after(memory, source, unavailable(reason, 300.0), times=9)


async def test_two_workers_that_race_for_the_probe_ask_once(
    memory: SharedMemory, settings: Settings, pool: Pool
) -> None:
    source = ScriptedSource()
    await closed_after(memory, source, DOWN.reading)
    await selected(pool, "UPDATE source_circuits SET resting_until = now()")
    other_pool = create_pool(settings)
    await other_pool.open()
    other = SharedMemory(other_pool, settings, PATIENCE_SECONDS)
    closed = await asyncio.gather(*(each.seconds_closed(source) for each in (memory, other) * 4))
    await other_pool.close()
    assert closed.count(None) == 1


# While Postgres is away every source is simply asked.


async def ask_all(memory: SharedMemory, query: SourceQuery) -> tuple[object, object]:
    source = ScriptedSource()
    kept, closed = await memory.kept_reply(source, query), await memory.seconds_closed(source)
    await memory.remember(source, query, FOUND, now())
    return kept, closed


async def test_nothing_is_remembered_while_postgres_is_away(
    settings: Settings, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("activities.sources.memory.AWAY_SECONDS", PATIENCE_SECONDS)
    dsn = SecretStr(f"postgresql://nobody@127.0.0.1:{unused_tcp_port}/none")
    pool = create_pool(settings.model_copy(update={"postgres_dsn": dsn}))
    await pool.open()
    memory = SharedMemory(pool, settings, patience_seconds=0.1)
    with capture_logs() as logs:
        assert await ask_all(memory, a_query(ScriptedSource(), ACME)) == (None, None)
    assert [(line["event"], line["source"]) for line in logs] == [("a source is asked without memory", "kbo")]
    await pool.close()


@dataclass
class Wire:
    """A road to Postgres that can be cut: connections stay, and nothing arrives any more."""

    dsn: str
    is_cut: bool = False
    writers: list[asyncio.StreamWriter] = field(default_factory=list)

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = urlsplit(self.dsn)
        reader_there, writer_there = await asyncio.open_connection(there.hostname, there.port)
        self.writers += [writer, writer_there]
        await asyncio.gather(self.pass_on(reader, writer_there), self.pass_on(reader_there, writer))

    async def pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            if not self.is_cut:
                writer.write(data)
        writer.close()


@asynccontextmanager
async def wired(settings: Settings) -> AsyncIterator[tuple[Wire, Settings]]:
    wire = Wire(settings.postgres_dsn.get_secret_value())
    server = await asyncio.start_server(wire.connect, "127.0.0.1", 0)
    there, port = urlsplit(wire.dsn), server.sockets[0].getsockname()[1]
    here = there._replace(netloc=f"{there.username}:{there.password}@127.0.0.1:{port}").geturl()
    yield wire, settings.model_copy(update={"postgres_dsn": SecretStr(here)})
    server.close()
    for writer in wire.writers:
        writer.close()
        await writer.wait_closed()


async def test_nobody_waits_for_a_postgres_that_has_fallen_silent(settings: Settings) -> None:
    """It does not even answer a cancellation, as behind a network that is cut."""
    query = a_query(ScriptedSource(), ACME)
    async with wired(settings) as (wire, through):
        pool = create_pool(through)
        await pool.open()
        lively = SharedMemory(pool, settings, PATIENCE_SECONDS)
        await ask_all(lively, query)
        assert await lively.kept_reply(ScriptedSource(), query) is not None

        wire.is_cut = True
        assert await ask_all(SharedMemory(pool, settings, patience_seconds=0.1), query) == (None, None)
        await pool.close(timeout=0)


async def test_no_memory_remembers_nothing() -> None:
    memory, source = NoMemory(), ScriptedSource()
    query = a_query(source, ACME)
    await memory.remember(source, query, FOUND, now())
    assert (await memory.kept_reply(source, query), await memory.seconds_closed(source)) == (None, None)
