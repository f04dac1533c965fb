"""Cases in a real Postgres: written at least once, kept exactly once, and never rewritten."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from datetime import timedelta

import psycopg
import pytest

from domain.identity import workflow_id_of
from runtime.case_records import CaseRecords
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.case import CaseOpening, CaseRecord, CaseState, RecordBatch
from schemas.commands import Actor
from schemas.events import CaseEvent, EventName
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import NOW, a_state, an_answer, an_opening

S = CaseStatus


@pytest.fixture
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture
def records(pool: Pool) -> CaseRecords:
    return CaseRecords(pool)


def a_new_opening(**changes: object) -> CaseOpening:
    case_id = f"case_{secrets.token_hex(6)}"
    return an_opening(
        case_id=case_id, workflow_id=workflow_id_of(case_id), portal_token=f"pt_{secrets.token_urlsafe(24)}", **changes
    )


def a_case(status: CaseStatus = S.REVIEW_PENDING, opening: CaseOpening | None = None, **changes: object) -> CaseState:
    """The example case under an id of its own."""
    return a_state(status, opening=opening or a_new_opening(), **changes)


def batch_of(state: CaseState) -> RecordBatch:
    return RecordBatch(record=state.record, events=state.outbox)


def an_event(sequence: int, reason: str) -> CaseEvent:
    return CaseEvent(
        sequence=sequence,
        event=EventName.OFFICER_DECISION,
        timestamp=NOW,
        actor=Actor(id="key_officer", role="officer"),
        data={"reason": reason},
    )


async def count(pool: Pool, table: str, case_id: str) -> int:
    async with pool.connection() as connection:
        cursor = await connection.execute(
            f"SELECT count(*) AS rows FROM {table} WHERE case_id = %s",  # a table of ours
            [case_id],
        )
        row = await cursor.fetchone()
    assert row is not None
    return int(row["rows"])


# What is written can be read.


async def test_a_case_comes_back_as_it_was_written_but_for_its_portal_token(records: CaseRecords) -> None:
    state = a_case(S.APPROVED)
    await records.write(batch_of(state))

    opening = state.record.opening
    without_token = opening.model_copy(update={"portal_token": None, "portal_url": None})
    assert await records.snapshot(opening.case_id) == state.record.model_copy(update={"opening": without_token})


async def test_the_audit_log_comes_back_in_order(records: CaseRecords) -> None:
    state = a_case(S.APPROVED)
    await records.write(RecordBatch(record=state.record, events=state.outbox[::-1]))

    assert tuple(await records.events(state.record.opening.case_id)) == state.outbox


async def test_a_case_nobody_wrote_is_not_there(records: CaseRecords) -> None:
    assert await records.snapshot("case_000000000000") is None
    assert await records.organisation_of("case_000000000000") is None
    assert await records.events("case_000000000000") == []


@pytest.mark.parametrize("text", ["Ünïcødé 株式会社", "'); DROP TABLE cases; --", "\\u0000", "%s %(case_id)s", "\n\t"])
async def test_text_is_kept_as_it_is(records: CaseRecords, text: str) -> None:
    company = an_opening().company.model_copy(update={"company_name": text})
    state = a_case(opening=a_new_opening(company=company, additional_data={text: [text]}))
    await records.write(RecordBatch(record=state.record, events=(an_event(1, text),)))

    snapshot = await records.snapshot(state.record.opening.case_id)
    assert snapshot is not None
    assert snapshot.opening.company.company_name == text
    assert snapshot.opening.additional_data == {text: [text]}
    assert (await records.events(state.record.opening.case_id))[0].data == {"reason": text}


# A batch may arrive twice or late.


async def test_a_batch_that_is_written_twice_is_kept_once(records: CaseRecords, pool: Pool) -> None:
    state = a_case(S.APPROVED, sources={SourceName.VIES: an_answer(SourceName.VIES)})
    case_id = state.record.opening.case_id

    for _ in range(2):
        await records.write(batch_of(state))

    assert await count(pool, "cases", case_id) == 1
    assert await count(pool, "case_events", case_id) == len(state.outbox)
    assert await count(pool, "evidence", case_id) == 1


async def test_gateway_and_worker_may_write_a_new_case_at_the_same_moment(records: CaseRecords) -> None:
    for _ in range(25):
        state = a_case(S.AWAITING_DOCUMENTS)
        await asyncio.gather(*(records.write(batch_of(state)) for _ in range(6)))

        assert tuple(await records.events(state.record.opening.case_id)) == state.outbox


async def test_another_event_under_a_number_that_is_taken_does_not_replace_the_first(records: CaseRecords) -> None:
    record = a_case().record
    await records.write(RecordBatch(record=record, events=(an_event(1, "first"),)))
    await records.write(RecordBatch(record=record, events=(an_event(1, "second"), an_event(2, "third"))))

    reasons = [event.data["reason"] for event in await records.events(record.opening.case_id)]
    assert reasons == ["first", "third"]


async def test_an_older_snapshot_never_replaces_a_newer_one_but_its_events_are_kept(records: CaseRecords) -> None:
    opening = a_new_opening()
    older, newer = a_case(S.REVIEW_PENDING, opening), a_case(S.APPROVED, opening)
    assert older.record.version < newer.record.version

    await records.write(RecordBatch(record=newer.record, events=newer.outbox[len(older.outbox) :]))
    await records.write(batch_of(older))

    snapshot = await records.snapshot(opening.case_id)
    assert snapshot is not None
    assert (snapshot.status, snapshot.version) == (S.APPROVED, newer.record.version)
    assert tuple(await records.events(opening.case_id)) == newer.outbox


async def test_a_newer_snapshot_replaces_an_older_one_in_the_list_too(records: CaseRecords) -> None:
    opening = a_new_opening(organisation=f"org_{secrets.token_hex(4)}")
    await records.write(batch_of(a_case(S.AWAITING_DOCUMENTS, opening)))
    newer = a_case(S.REVIEW_PENDING, opening)
    await records.write(batch_of(newer))

    (row,), total = await records.page(opening.organisation, [], 10, 0)
    assert total == 1
    assert (row.summary.status, row.version, row.summary.latest_risk_score) == (
        S.REVIEW_PENDING,
        newer.record.version,
        newer.record.latest_risk_score,
    )


async def test_a_batch_whose_events_cannot_be_written_leaves_no_snapshot_either(
    records: CaseRecords, pool: Pool
) -> None:
    record = a_case().record
    unstorable = an_event(1, "a\x00b")

    with pytest.raises(psycopg.DataError):
        await records.write(RecordBatch(record=record, events=(unstorable,)))

    assert await count(pool, "cases", record.opening.case_id) == 0


# What is on record stays.


@pytest.mark.parametrize("table", ["case_events", "evidence"])
async def test_a_row_on_record_cannot_be_changed(records: CaseRecords, pool: Pool, table: str) -> None:
    state = a_case(sources={SourceName.VIES: an_answer(SourceName.VIES)})
    await records.write(batch_of(state))

    with pytest.raises(psycopg.errors.RaiseException, match=f"{table} is append-only"):
        async with pool.connection() as connection:
            await connection.execute(
                f"UPDATE {table} SET case_id = case_id WHERE case_id = %s",  # a table of ours
                [state.record.opening.case_id],
            )


async def test_only_answers_with_bytes_are_evidence(records: CaseRecords, pool: Pool) -> None:
    answers = {
        SourceName.VIES: an_answer(SourceName.VIES),
        SourceName.WEBSITE: an_answer(SourceName.WEBSITE, state="unavailable", reason="timeout"),
    }
    state = a_case(sources=answers)
    await records.write(batch_of(state))

    assert await count(pool, "evidence", state.record.opening.case_id) == 1


async def test_a_source_that_answers_something_else_later_is_one_more_piece_of_evidence(
    records: CaseRecords, pool: Pool
) -> None:
    opening = a_new_opening()
    first = an_answer(SourceName.VIES)
    later = first.model_copy(update={"data_hash": f"sha256:{'0' * 64}"})
    for answer in (first, later):
        await records.write(batch_of(a_case(opening=opening, sources={SourceName.VIES: answer})))

    assert await count(pool, "evidence", opening.case_id) == 2


async def test_deleting_a_case_deletes_all_its_rows_and_no_others(records: CaseRecords, pool: Pool) -> None:
    sources = {SourceName.VIES: an_answer(SourceName.VIES)}
    deleted, kept = a_case(sources=sources), a_case(sources=sources)
    for state in (deleted, kept):
        await records.write(batch_of(state))

    await records.delete(deleted.record.opening.case_id)
    await records.delete(deleted.record.opening.case_id)

    for table in ("cases", "case_events", "evidence"):
        assert await count(pool, table, deleted.record.opening.case_id) == 0
        assert await count(pool, table, kept.record.opening.case_id) > 0


# The portal.


async def test_a_portal_token_is_kept_as_its_hash_only(records: CaseRecords, pool: Pool) -> None:
    state = a_case(S.APPROVED)
    await records.write(batch_of(state))
    token = state.record.opening.portal_token
    assert token is not None

    async with pool.connection() as connection:
        for table in ("cases", "case_events", "evidence"):
            cursor = await connection.execute(
                f"SELECT whole::text AS text FROM {table} AS whole WHERE case_id = %s",  # a table of ours
                [state.record.opening.case_id],
            )
            rows = [str(row["text"]) for row in await cursor.fetchall()]
            assert rows or table == "evidence"
            assert not any(token in row or token.removeprefix("pt_") in row for row in rows)


async def test_a_portal_token_opens_its_case_and_no_other(records: CaseRecords) -> None:
    state, other = a_case(), a_case()
    for item in (state, other):
        await records.write(batch_of(item))
    opening = state.record.opening

    grant = await records.portal_grant(opening.portal_token or "")

    assert grant is not None
    assert (grant.case_id, grant.expires_at) == (opening.case_id, opening.portal_expires_at)
    assert await records.portal_grant("pt_" + "x" * 32) is None
    assert await records.portal_grant("") is None


# Lists.


async def test_a_page_is_newest_first_and_counts_what_it_does_not_show(records: CaseRecords) -> None:
    organisation = f"org_{secrets.token_hex(4)}"
    openings = [
        a_new_opening(organisation=organisation, created_at=NOW + timedelta(minutes=minute)) for minute in range(5)
    ]
    for opening in openings:
        await records.write(batch_of(a_case(S.AWAITING_DOCUMENTS, opening)))

    first, total = await records.page(organisation, [], limit=2, offset=0)
    last, _ = await records.page(organisation, [], limit=2, offset=4)
    beyond, still = await records.page(organisation, [], limit=2, offset=6)

    newest_first = [opening.case_id for opening in reversed(openings)]
    assert [row.summary.case_id for row in (*first, *last)] == [*newest_first[:2], newest_first[-1]]
    assert (total, still, beyond) == (5, 5, [])


async def test_a_page_shows_the_statuses_asked_for_of_one_organisation(records: CaseRecords) -> None:
    ours, theirs = f"org_{secrets.token_hex(4)}", f"org_{secrets.token_hex(4)}"
    written: dict[tuple[str, CaseStatus], CaseRecord] = {}
    for organisation in (ours, theirs):
        for status in (S.AWAITING_DOCUMENTS, S.REVIEW_PENDING, S.APPROVED):
            state = a_case(status, a_new_opening(organisation=organisation))
            await records.write(batch_of(state))
            written[organisation, status] = state.record

    found, total = await records.page(ours, [S.REVIEW_PENDING, S.APPROVED], 10, 0)

    assert total == 2
    assert {row.summary.case_id for row in found} == {
        written[ours, status].opening.case_id for status in (S.REVIEW_PENDING, S.APPROVED)
    }
