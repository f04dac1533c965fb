"""Published events in a real Postgres: cursors without gaps, and streams in which nothing comes late."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from itertools import cycle
from typing import NamedTuple
from unittest.mock import AsyncMock, patch

import psycopg
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from deploy.migrations.upgrade import upgrade
from domain.identity import workflow_id_of
from domain.published_events import event_id_of
from runtime.case_records import CaseRecords, MissingEventsError
from runtime.case_removal import CaseRemovals
from runtime.postgres import Pool, create_pool
from runtime.published_events import HELD_MILLISECONDS, PublishedEvents, publish
from runtime.settings import Settings
from schemas.case import CaseState, RecordBatch
from schemas.published_events import (
    LARGEST_PAGE,
    CaseEvents,
    OrganisationEvent,
    OrganisationEvents,
    OrganisationNotice,
    Publication,
    PublishedEvent,
)
from schemas.status import CaseStatus
from tests.example_cases import NOW, a_case_of, an_opening
from tests.indexed_cases import execute
from tests.own_database import with_own_database
from tests.recorded_cases import selected

S = CaseStatus
TYPES = {
    S.REVIEW_PENDING: ["case.created", "intake.submitted", "case.processing", "case.needs_review"],
    S.FOLLOW_UP_REQUIRED: [
        "case.created",
        "intake.submitted",
        "case.processing",
        "case.needs_review",
        "case.applicant_blocked",
    ],
    S.APPROVED: [
        "case.created",
        "intake.submitted",
        "case.processing",
        "case.needs_review",
        "review.completed",
        "case.completed",
    ],
}
"""What is published of the example case in a status."""


@pytest.fixture
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    async with opened(settings) as pool:
        yield pool


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    try:
        yield pool
    finally:
        await pool.close()


def a_case(organisation: str, status: CaseStatus = S.APPROVED) -> CaseState:
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(
        case_id=case_id,
        workflow_id=workflow_id_of(case_id),
        organisation=organisation,
        portal_token=f"pt_{secrets.token_urlsafe(24)}",
    )
    return a_case_of(opening, status)


def batch_of(case: CaseState, first: int = 1, last: int | None = None) -> RecordBatch:
    """Its events from a number up to another."""
    return RecordBatch(opening=case.record.opening, events=case.outbox[first - 1 : last])


def id_of(case: CaseState) -> str:
    return case.record.opening.case_id


async def all_of(pool: Pool, case: CaseState) -> tuple[PublishedEvent, ...]:
    return (await PublishedEvents(pool).of_case(id_of(case), 0, LARGEST_PAGE)).events


async def all_in(pool: Pool, organisation: str) -> tuple[OrganisationEvent, ...]:
    events = (await PublishedEvents(pool).of_organisation(organisation, "test", 0, LARGEST_PAGE)).events
    return tuple(event for event in events if isinstance(event, OrganisationEvent))


# One case.


@pytest.mark.parametrize("status", TYPES)
async def test_a_case_is_published_in_the_order_of_its_audit_log_without_gaps(
    pool: Pool, organisation: str, status: CaseStatus
) -> None:
    case = a_case(organisation, status)
    await CaseRecords(pool).write(batch_of(case))

    events = await all_of(pool, case)

    assert [event.event_type for event in events] == TYPES[status]
    assert [event.cursor for event in events] == list(range(1, len(events) + 1))
    assert [event.event_id for event in events] == [event_id_of(id_of(case), event.cursor) for event in events]


async def test_an_event_reads_as_other_systems_expect_it(pool: Pool, organisation: str) -> None:
    case = a_case(organisation)
    await CaseRecords(pool).write(batch_of(case))

    assert (await all_of(pool, case))[-1].model_dump(mode="json") == {
        "event_id": event_id_of(id_of(case), 6),
        "event_type": "case.completed",
        "versioned_event_type": "v1.case.completed",
        "cursor": 6,
        "created_at": "2026-03-02T09:00:00.000Z",
        "case_id": id_of(case),
        "session_id": id_of(case),
        "external_case_id": None,
        "external_applicant_id": None,
        "external_customer_id": None,
        "trace_id": None,
        "environment": "test",
        "data": {"decision": "approved"},
    }


async def test_a_batch_that_comes_again_publishes_nothing_new(pool: Pool, organisation: str) -> None:
    case, records = a_case(organisation), CaseRecords(pool)
    await records.write(batch_of(case))
    before = await all_of(pool, case)

    await records.write(batch_of(case))
    await records.write(batch_of(case, 3))

    assert await all_of(pool, case) == before


async def test_a_transaction_that_fails_publishes_nothing_and_leaves_no_gap(pool: Pool, organisation: str) -> None:
    case, records = a_case(organisation), CaseRecords(pool)
    await records.write(batch_of(case, last=1))
    with pytest.raises(RuntimeError):
        async with pool.connection() as connection:
            await publish(connection, case.record.opening, [a_publication()])
            raise RuntimeError("something else in the transaction")

    await records.write(batch_of(case))

    assert [event.cursor for event in await all_in(pool, organisation)] == [1, 2, 3, 4, 5, 6]


async def test_a_page_says_where_to_go_on_and_whether_there_is_more(pool: Pool, organisation: str) -> None:
    case, events = a_case(organisation), PublishedEvents(pool)
    await CaseRecords(pool).write(batch_of(case))

    pages = [await events.of_case(id_of(case), after, 2) for after in (0, 2, 4, 6, 1000)]

    assert [[event.cursor for event in page.events] for page in pages] == [[1, 2], [3, 4], [5, 6], [], []]
    assert [page.next_cursor for page in pages] == [2, 4, 6, 6, 1000]
    assert [page.has_more for page in pages] == [True, True, False, False, False]


async def test_published_events_go_with_their_case(pool: Pool, organisation: str) -> None:
    case, other = a_case(organisation), a_case(organisation)
    for each in (case, other):
        await CaseRecords(pool).write(batch_of(each))

    await CaseRemovals(pool).begin(id_of(case), organisation, "key_of_whoever_deletes")

    assert await all_of(pool, case) == ()
    assert [event.cursor for event in await all_in(pool, organisation)] == [7, 8, 9, 10, 11, 12]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE published_events SET data = '{{}}' WHERE case_id = '{case_id}'",
        "DELETE FROM published_events WHERE case_id = '{case_id}'",
        "TRUNCATE published_events",
        "DELETE FROM published_counts",
    ],
)
async def test_what_was_published_stays_as_it_was(pool: Pool, organisation: str, statement: str) -> None:
    case = a_case(organisation)
    await CaseRecords(pool).write(batch_of(case))

    with pytest.raises(psycopg.errors.RaiseException, match="is append-only"):
        await selected(pool, statement.format(case_id=id_of(case)))


# A whole organisation.


async def test_a_stream_has_the_cases_of_its_organisation_and_environment_only(pool: Pool, organisation: str) -> None:
    own, foreign = a_case(organisation, S.REVIEW_PENDING), a_case(f"org_{secrets.token_hex(6)}")
    live = a_case(organisation)
    live = a_case_of(live.record.opening.model_copy(update={"environment": "live"}), S.APPROVED)
    for case in (foreign, live, own):
        await CaseRecords(pool).write(batch_of(case))

    events = await all_in(pool, organisation)

    assert [(event.case_id, event.cursor, event.case_cursor) for event in events] == [
        (id_of(own), cursor, cursor) for cursor in (1, 2, 3, 4)
    ]


async def test_no_event_comes_behind_one_that_was_read_already(pool: Pool, organisation: str) -> None:
    """The second writer is ready first, and waits all the same until the first has committed."""
    first, second = a_case(organisation, S.REVIEW_PENDING), a_case(organisation, S.REVIEW_PENDING)
    records = CaseRecords(pool)
    await records.write(batch_of(first, last=1))
    async with pool.connection() as slow:
        await publish_in_peace(slow, first)
        write = asyncio.create_task(records.write(batch_of(second)))
        await until_a_writer_waits(pool)
        assert [event.case_id for event in await all_in(pool, organisation)] == [id_of(first)]
    await write

    events = await all_in(pool, organisation)

    assert [event.case_id for event in events] == [id_of(first)] * 2 + [id_of(second)] * 4
    assert [event.cursor for event in events] == [1, 2, 3, 4, 5, 6]


async def test_writers_of_other_organisations_do_not_wait(pool: Pool, organisation: str) -> None:
    first, other = a_case(organisation), a_case(f"org_{secrets.token_hex(6)}")
    await CaseRecords(pool).write(batch_of(first, last=1))

    async with pool.connection() as slow:
        await publish_in_peace(slow, first)
        await CaseRecords(pool).write(batch_of(other))

    assert len(await all_of(pool, other)) == 6


async def test_a_writer_that_falls_silent_holds_the_others_up_for_seconds_only(pool: Pool, organisation: str) -> None:
    case = a_case(organisation)
    await CaseRecords(pool).write(batch_of(case, last=1))

    async with pool.connection() as connection:
        before = await silence_limit(connection)
        await publish(connection, case.record.opening, [a_publication()])
        while_it_holds = await silence_limit(connection)
        await connection.commit()
        after = await silence_limit(connection)

    assert (before, while_it_holds, after) == (0, HELD_MILLISECONDS, 0)


async def publish_in_peace(connection: psycopg.AsyncConnection[psycopg.rows.DictRow], case: CaseState) -> None:
    """Publishes, and may then be silent for as long as what a test waits for takes."""
    await publish(connection, case.record.opening, [a_publication()])
    await connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


async def silence_limit(connection: psycopg.AsyncConnection[psycopg.rows.DictRow]) -> int:
    """In milliseconds; 0 is none."""
    row = await (
        await connection.execute(
            "SELECT setting::integer AS limit FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'"
        )
    ).fetchone()
    assert row is not None
    return int(row["limit"])


async def until_a_writer_waits(pool: Pool) -> None:
    async with asyncio.timeout(60):
        while not await selected(
            pool, "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%%published_counts%%'"
        ):
            await asyncio.sleep(0.01)


def a_publication() -> Publication:
    return Publication(sequence=1, event_type="case.created", occurred_at=NOW, data={})


# The law of cursors, whoever writes and reads when.


Poll = Callable[[int, int], Awaitable[CaseEvents | OrganisationEvents]]
"""Asks for the events after a cursor, so many at most."""


class Plan(NamedTuple):
    """Cases by their status; writers, each with the batches that it writes (case, first and last event); readers, each
    with the sizes of the pages that it asks for, again and again."""

    statuses: list[CaseStatus]
    writers: list[list[tuple[int, int, int]]]
    readers: list[list[int]]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    statuses = draw(st.lists(st.sampled_from(list(TYPES)), min_size=1, max_size=4))
    written = st.tuples(st.integers(0, len(statuses) - 1), st.integers(1, 8), st.integers(1, 12))
    writers = draw(st.lists(st.lists(written, max_size=6), min_size=1, max_size=4))
    readers = draw(st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=4), min_size=1, max_size=3))
    return Plan(statuses, writers, readers)


@hypothesis_settings(max_examples=15, deadline=None)
@given(plan=plans())
def test_every_reader_sees_each_event_once_and_in_order(settings: Settings, plan: Plan) -> None:
    asyncio.run(_read_while_others_write(settings, plan))


async def _read_while_others_write(settings: Settings, plan: Plan) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    cases = [a_case(organisation, status) for status in plan.statuses]
    finished = asyncio.Event()
    async with opened(settings) as pool, asyncio.TaskGroup() as tasks:
        events = PublishedEvents(pool)
        of_cases = [
            tasks.create_task(_polled(partial(events.of_case, id_of(case)), sizes, finished))
            for case, sizes in zip(cases, cycle(plan.readers), strict=False)
        ]
        of_all = [
            tasks.create_task(_polled(partial(events.of_organisation, organisation, "test"), sizes, finished))
            for sizes in plan.readers
        ]
        await asyncio.gather(*(_write(pool, cases, batches) for batches in plan.writers))
        finished.set()

    for case, read in zip(cases, of_cases, strict=True):
        expected = TYPES[case.record.status]
        assert [(event.cursor, event.event_type) for event in read.result()] == list(enumerate(expected, start=1))
    total = sum(len(TYPES[status]) for status in plan.statuses)
    for stream in of_all:
        seen = [event for event in stream.result() if isinstance(event, OrganisationEvent)]
        assert [event.cursor for event in seen] == list(range(1, total + 1))
        for case in cases:
            cursors = [event.case_cursor for event in seen if event.case_id == id_of(case)]
            assert cursors == list(range(1, len(TYPES[case.record.status]) + 1))


async def _write(pool: Pool, cases: list[CaseState], batches: list[tuple[int, int, int]]) -> None:
    """The batches as they come, some of them too early or once more; and in the end all of it, as an outbox does."""
    records = CaseRecords(pool)
    for index, first, length in batches:
        case = cases[index]
        first = min(first, len(case.outbox))
        try:
            await records.write(batch_of(case, first, first + length - 1))
        except MissingEventsError:
            await asyncio.sleep(0)
    for case in cases:
        await records.write(batch_of(case))


async def _polled(poll: Poll, sizes: list[int], finished: asyncio.Event) -> list[PublishedEvent | OrganisationNotice]:
    """All that a reader sees who goes on from cursor to cursor until nobody writes any more."""
    seen: list[PublishedEvent | OrganisationNotice] = []
    cursor = 0
    for size in cycle(sizes):
        nobody_writes = finished.is_set()
        page = await poll(cursor, size)
        seen += page.events
        cursor = page.next_cursor
        if nobody_writes and not page.has_more:
            break
    return seen


# Cases that were there before.


LATER = {"due_at": "timestamptz", "due_kind": "text", "risk_scores": "double precision[]", "risk_band": "text"}
"""Columns that the release before did not have, for as long as the software of today writes in its stead."""


async def test_cases_of_before_are_published_when_a_database_is_migrated(settings: Settings) -> None:
    async with with_own_database(settings, "0009") as older:
        cases = [a_case("org_example", status) for status in (S.REVIEW_PENDING, S.APPROVED)]
        dsn = older.postgres_dsn.get_secret_value()
        async with opened(older) as pool:
            await execute(dsn, f"ALTER TABLE cases {', '.join(f'ADD {name} {type}' for name, type in LATER.items())}")
            with patch("runtime.case_records.publish", AsyncMock()):  # as the release before did not
                for case in cases:
                    await CaseRecords(pool).write(batch_of(case, last=-1))
            await execute(dsn, f"ALTER TABLE cases {', '.join(f'DROP {name}' for name in LATER)}")

            await asyncio.to_thread(upgrade, dsn)

            known = await all_in(pool, "org_example")
            for case in cases:
                await CaseRecords(pool).write(batch_of(case))
            events = await all_in(pool, "org_example")

    assert len(known) == 8  # of each, the last is not written yet
    assert events[:8] == known
    assert [event.cursor for event in events] == list(range(1, 11))
    for case in cases:
        mine = [event for event in events if event.case_id == id_of(case)]
        assert [event.event_type for event in mine] == TYPES[case.record.status]
        assert [event.case_cursor for event in mine] == list(range(1, len(mine) + 1))
        assert [event.event_id for event in mine] == [event_id_of(id_of(case), event.case_cursor) for event in mine]
