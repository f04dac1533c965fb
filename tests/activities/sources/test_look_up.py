"""The look-up of any source: what it asks, what it uses again, what it leaves alone, and where the evidence lies."""

import asyncio
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from activities.sources.answers import AnswerDesk, Reading, Received, Reply, facts_of, unavailable
from activities.sources.look_up import FILING_SECONDS, LookUpActivities
from activities.sources.memory import KeptReply, NoMemory, SourceMemory
from activities.sources.source import Source, Terms
from runtime.evidence_keeping import EvidenceStore, keep_evidence
from runtime.object_store import ObjectStore, ObjectStoreUnavailableError
from runtime.settings import Settings
from schemas.sources import SourceAnswer, SourceName, SourceQuery
from tests.activities.sources.scripted import ACME, FOUND, ScriptedSource
from tests.activities.sources.simulated import MemoryStore, a_query, patient, settings_for

CASE = "case_0123456789ab"
EARLIER = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@dataclass
class ScriptedMemory:
    """Remembers what a test says, and what it is told."""

    kept: KeptReply | None = None
    closed: float | None = None
    told: list[Reply] = field(default_factory=list)

    async def kept_reply(self, source: Source, query: SourceQuery) -> KeptReply | None:
        return self.kept

    async def seconds_closed(self, source: Source) -> float | None:
        return self.closed

    async def remember(self, source: Source, query: SourceQuery, reply: Reply, now: datetime) -> None:
        self.told.append(reply)


class ClosedStore:
    async def put_new(self, key: str, data: bytes, media_type: str) -> bool:
        raise ObjectStoreUnavailableError("closed")


async def look_up(source: Source, store: EvidenceStore, memory: SourceMemory) -> SourceAnswer:
    activities = LookUpActivities([source], AnswerDesk(store, settings_for("http://unused")), memory)
    return await patient().run(activities.look_up, a_query(source, ACME))


async def test_a_source_is_asked_and_its_answer_filed(store: MemoryStore) -> None:
    source, before = ScriptedSource(), datetime.now(UTC)
    answer = await look_up(source, store, NoMemory())
    assert source.asked == 1
    assert (answer.source, answer.state, answer.environment, answer.cached) == ("kbo", "found", "test", False)
    assert answer.facts == FOUND.reading.facts
    assert before <= answer.collected_at <= datetime.now(UTC)


async def test_all_that_came_is_kept_under_its_hash_and_the_first_is_the_answers_own(store: MemoryStore) -> None:
    answer = await look_up(ScriptedSource(), store, NoMemory())
    first, second = (hashlib.sha256(received.body).hexdigest() for received in FOUND.received)
    assert (answer.data_hash, answer.source_url) == (f"sha256:{first}", "https://register.example/1")
    assert store.objects == {
        f"{CASE}/evidence/kbo-{first[:12]}.json": (FOUND.received[0].body, "application/json"),
        f"{CASE}/evidence/kbo-{second[:12]}.html": (FOUND.received[1].body, "text/html"),
    }
    assert {piece.object_key for piece in answer.pieces} == set(store.objects)
    assert [piece.source_url for piece in answer.further] == ["https://register.example/2"]


async def test_a_source_that_sent_nothing_has_no_evidence(store: MemoryStore) -> None:
    reply = Reply(unavailable("timeout", 300.0), (Received("https://register.example/1"),))
    answer = await look_up(ScriptedSource(reply), store, NoMemory())
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "timeout", 300.0)
    assert (answer.source_url, answer.pieces) == ("https://register.example/1", ())
    assert store.objects == {}


async def test_a_kept_answer_spares_the_source_and_gives_the_case_its_own_evidence(store: MemoryStore) -> None:
    source, memory = ScriptedSource(), ScriptedMemory(KeptReply(FOUND, EARLIER))
    answer = await look_up(source, store, memory)
    assert (source.asked, memory.told) == (0, [])
    assert (answer.cached, answer.collected_at, answer.facts) == (True, EARLIER, FOUND.reading.facts)
    assert {piece.object_key for piece in answer.pieces} == set(store.objects)
    assert len(store.objects) == 2


async def test_a_source_that_is_left_alone_is_unavailable_for_so_long(store: MemoryStore) -> None:
    source, memory = ScriptedSource(), ScriptedMemory(closed=42.5)
    answer = await look_up(source, store, memory)
    assert (source.asked, memory.told) == (0, [])
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "circuit_open", 42.5)
    assert (answer.facts, answer.pieces, answer.cached) == ((), (), False)


async def test_a_kept_answer_is_given_even_while_the_source_is_left_alone(store: MemoryStore) -> None:
    memory = ScriptedMemory(KeptReply(FOUND, EARLIER), closed=42.5)
    assert (await look_up(ScriptedSource(), store, memory)).state == "found"


async def test_what_was_answered_is_remembered(store: MemoryStore) -> None:
    memory = ScriptedMemory()
    await look_up(ScriptedSource(), store, memory)
    assert memory.told == [FOUND]


async def test_an_answer_whose_proof_cannot_be_kept_is_not_given_nor_remembered() -> None:
    memory = ScriptedMemory()
    with pytest.raises(ObjectStoreUnavailableError):
        await look_up(ScriptedSource(), ClosedStore(), memory)
    assert memory.told == []


async def test_a_kept_answer_whose_proof_cannot_be_copied_is_not_given() -> None:
    with pytest.raises(ObjectStoreUnavailableError):
        await look_up(ScriptedSource(), ClosedStore(), ScriptedMemory(KeptReply(FOUND, EARLIER)))


async def test_a_fact_read_from_other_bytes_says_so(store: MemoryStore) -> None:
    reading = Reading("found", facts=facts_of({"equity": 1}, FOUND.received[1]))
    answer = await look_up(ScriptedSource(Reply(reading, FOUND.received)), store, NoMemory())
    assert answer.facts[0].data_hash == answer.further[0].data_hash


# Where evidence lies, in a real object store.


@pytest.fixture
def real_store(settings: Settings) -> Iterator[ObjectStore]:
    store = ObjectStore.from_settings(settings)
    yield store
    store.close()


async def test_the_same_bytes_have_one_key_however_often_they_are_kept(real_store: ObjectStore) -> None:
    keys = [await keep_evidence(real_store, "case_twice", SourceName.KBO, b"{}", "application/json") for _ in range(2)]
    digest = hashlib.sha256(b"{}").hexdigest()
    assert keys == [f"case_twice/evidence/kbo-{digest[:12]}.json"] * 2
    assert await real_store.get(keys[0]) == b"{}"


async def test_other_bytes_with_the_same_twelve_digits_do_not_take_the_place_of_the_first(
    real_store: ObjectStore,
) -> None:
    digest = hashlib.sha256(b"second").hexdigest()
    taken = f"case_alike/evidence/kbo-{digest[:12]}.json"
    await real_store.put(taken, b"first", "application/json")
    key = await keep_evidence(real_store, "case_alike", SourceName.KBO, b"second", "application/json")
    assert key == f"case_alike/evidence/kbo-{digest}.json"
    assert (await real_store.get(taken), await real_store.get(key)) == (b"first", b"second")


class Hanging:
    name = SourceName.KBO
    terms = Terms(per_second=1.0)

    async def ask(self, query: SourceQuery) -> Reply:
        return await asyncio.sleep(600, FOUND)


async def test_a_source_that_hangs_is_unavailable_before_temporal_ends_the_look_up(store: MemoryStore) -> None:
    source, memory = Hanging(), ScriptedMemory()
    activities = LookUpActivities([source], AnswerDesk(store, settings_for("http://unused")), memory)

    answer = await patient(seconds=FILING_SECONDS + 0.05).run(activities.look_up, a_query(source, ACME))

    assert (answer.state, answer.reason) == ("unavailable", "timeout")
    assert answer.retry_after_seconds
    assert [reply.reading.reason for reply in memory.told] == ["timeout"]
