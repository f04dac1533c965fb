"""Word of cases that change, over a real Postgres: what is told, to whom, and what happens while nobody can tell."""

import secrets
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlsplit

import psycopg
import pytest

from domain.identity import workflow_id_of
from runtime import case_changes
from runtime.case_changes import CaseChanges, Signal, Subscription, TooManyReadersError, Word
from runtime.case_removal import CaseRemovals
from runtime.postgres import Pool
from schemas.case_list import CaseChanged
from schemas.status import CaseStatus
from tests.gateway.relay import relay
from tests.gateway.running_gateway import PATIENCE
from tests.indexed_cases import execute, index_case

S = CaseStatus
KEY = "key_0123456789ab"

APPROVE = "UPDATE cases SET status = 'APPROVED', version = 8 WHERE case_id = %s"
ASSIGN = "UPDATE cases SET assignee = 'key_ann' WHERE case_id = %s"
NOTE = "INSERT INTO case_notes (note_id, case_id, text, author_id, author_role) VALUES (%s, %s, 'a', 'b', 'officer')"


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def changes(postgres_dsn: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[CaseChanges]:
    """Somebody who listens, and takes no busy machine for a server that is away."""
    monkeypatch.setattr(case_changes, "ANSWER_SECONDS", PATIENCE)
    listening = CaseChanges(postgres_dsn)
    async with listening.listening():
        with listening.subscribed("org_of_nobody", KEY) as first:
            await until(first, Signal.READY)
        yield listening


@pytest.fixture
def reader(changes: CaseChanges, organisation: str) -> Iterator[Subscription]:
    """Who has heard that all is ready."""
    with changes.subscribed(organisation, KEY) as subscription:
        assert subscription.waiting == 1
        yield subscription


async def heard(reader: Subscription) -> Word:
    word = await reader.next(PATIENCE)
    assert word is not None, "nothing was said"
    return word


async def until(reader: Subscription, wanted: Signal) -> None:
    while await heard(reader) is not wanted:
        pass


async def told(reader: Subscription) -> CaseChanged:
    """The next change, after whatever was said of the connection."""
    while not isinstance(word := await heard(reader), CaseChanged):
        assert word is Signal.READY
    return word


# What is told.


async def test_a_case_is_told_of_from_its_opening_to_its_deletion(
    reader: Subscription, pool: Pool, postgres_dsn: str, organisation: str
) -> None:
    case_id = await index_case(postgres_dsn, organisation)
    words = [await told(reader)]
    for statement in (APPROVE, ASSIGN):
        await execute(postgres_dsn, statement, case_id)
        words.append(await told(reader))
    await execute(postgres_dsn, NOTE, f"note_{case_id}", case_id)
    words.append(await told(reader))
    await CaseRemovals(pool).begin(case_id, organisation, "key_ann")
    words.append(await told(reader))

    assert {(word.case_id, word.workflow_id) for word in words} == {(case_id, workflow_id_of(case_id))}
    opened, *changed, deleted = [(word.version, word.status) for word in words]
    assert (opened, changed, deleted) == ((7, S.REVIEW_PENDING), [(8, S.APPROVED)] * 3, (8, None))


async def test_only_what_a_queue_shows_is_told_and_only_once_it_is_committed(
    reader: Subscription, postgres_dsn: str, organisation: str
) -> None:
    case_id = await index_case(postgres_dsn, organisation)
    await told(reader)

    async with await psycopg.AsyncConnection.connect(postgres_dsn) as connection:
        await connection.execute(APPROVE, [case_id])
        await connection.rollback()
    await execute(postgres_dsn, "UPDATE cases SET record = '{}', status = status WHERE case_id = %s", case_id)
    await execute(postgres_dsn, "UPDATE cases SET version = 9 WHERE case_id = %s", case_id)

    assert ((await told(reader)).version, reader.waiting) == (9, 0)


async def test_nobody_hears_of_the_cases_of_another_organisation(
    changes: CaseChanges, reader: Subscription, postgres_dsn: str, organisation: str
) -> None:
    with changes.subscribed(f"{organisation}_other", KEY) as stranger:
        theirs = await index_case(postgres_dsn, f"{organisation}_other")
        ours = await index_case(postgres_dsn, organisation)

        assert (await told(reader)).case_id == ours
        assert (await told(stranger)).case_id == theirs
        assert (reader.waiting, stranger.waiting) == (0, 0)


# Readers.


async def test_all_readers_of_an_organisation_hear_the_same(
    changes: CaseChanges, reader: Subscription, postgres_dsn: str, organisation: str
) -> None:
    with changes.subscribed(organisation, KEY) as other:
        await index_case(postgres_dsn, organisation)

        assert await told(reader) == await told(other)


async def test_a_reader_that_is_too_slow_is_told_so_and_holds_up_nobody(
    changes: CaseChanges,
    reader: Subscription,
    postgres_dsn: str,
    organisation: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(case_changes, "MOST_WAITING", 3)
    with changes.subscribed(organisation, KEY) as slow:
        for _ in range(5):
            case_id = await index_case(postgres_dsn, organisation)
            assert (await told(reader)).case_id == case_id

        assert await heard(slow) is Signal.OVERFLOW
        assert slow.waiting == 0


async def test_what_is_not_understood_makes_readers_look_again_and_breaks_nothing_off(
    reader: Subscription, postgres_dsn: str, organisation: str
) -> None:
    await until(reader, Signal.READY)

    await execute(postgres_dsn, "SELECT pg_notify('case_changes', %s)", '{"case_id": 1}')
    case_id = await index_case(postgres_dsn, organisation)

    assert await heard(reader) is Signal.READY
    assert (await told(reader)).case_id == case_id
    assert reader.waiting == 0


async def test_a_key_and_a_process_have_only_so_many_readers(
    changes: CaseChanges, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_changes, "MOST_OF_ONE_KEY", 1)
    monkeypatch.setattr(case_changes, "MOST_READERS", 2)
    with changes.subscribed(organisation, KEY):
        with pytest.raises(TooManyReadersError), changes.subscribed(organisation, KEY):
            pass
        with (
            changes.subscribed(organisation, "key_of_another"),
            pytest.raises(TooManyReadersError),
            changes.subscribed("org_of_nobody", "key_of_a_third"),
        ):
            pass
    with changes.subscribed(organisation, KEY) as again:
        assert again.waiting == 1


async def test_after_the_end_every_reader_is_told_so(changes: CaseChanges, reader: Subscription) -> None:
    changes.end()

    await until(reader, Signal.END)
    with changes.subscribed("org_of_nobody", KEY) as late:
        assert await heard(late) is Signal.END


# While Postgres is away.


async def test_readers_are_told_when_nothing_is_heard_and_when_it_is_again(
    postgres_dsn: str, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_changes, "LONGEST_WAIT", 0.2)
    port = urlsplit(postgres_dsn).port or 0
    async with relay(port) as door:
        await door.shut()
        changes = CaseChanges(postgres_dsn.replace(f":{port}/", f":{door.port}/"))
        async with changes.listening():
            with changes.subscribed(organisation, KEY) as reader:
                assert await heard(reader) is Signal.AWAY
                for _ in range(2):
                    await door.open()
                    assert await heard(reader) is Signal.READY
                    case_id = await index_case(postgres_dsn, organisation)
                    assert (await told(reader)).case_id == case_id
                    await door.shut()
                    assert await heard(reader) is Signal.AWAY


async def test_a_server_that_falls_silent_counts_as_away(
    postgres_dsn: str, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_changes, "ASKED_SECONDS", 0.1)
    monkeypatch.setattr(case_changes, "ANSWER_SECONDS", 10.0)
    port = urlsplit(postgres_dsn).port or 0
    async with relay(port) as door:
        changes = CaseChanges(postgres_dsn.replace(f":{port}/", f":{door.port}/"))
        async with changes.listening():
            with changes.subscribed(organisation, KEY) as reader:
                await until(reader, Signal.READY)
                assert await reader.next(0.5) is None  # it was asked several times meanwhile, and answered

                door.fall_silent()

                assert await heard(reader) is Signal.AWAY


def test_a_silent_server_is_noticed_within_the_time_that_is_promised() -> None:
    assert case_changes.ASKED_SECONDS + case_changes.ANSWER_SECONDS == 15
