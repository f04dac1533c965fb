"""Cases in a real Postgres: written at least once, kept exactly once, and never rewritten."""

import asyncio
import secrets

import psycopg
import pytest
from pydantic import JsonValue

from domain import progress
from domain.identity import workflow_id_of
from domain.ledger import Event, with_events
from runtime.case_list import CaseIndex
from runtime.case_records import CaseRecords, MissingEventsError
from runtime.postgres import Pool
from schemas.case import CaseOpening, CaseRecord, CaseState, RecordBatch
from schemas.case_list import CaseFilter
from schemas.events import EventName
from schemas.sources import SourceAnswer, SourceName
from schemas.status import CaseStatus
from tests.example_cases import NOW, OFFICER, SENIOR_OFFICER, a_case_of, an_answer, an_envelope, an_opening

S = CaseStatus


@pytest.fixture
def records(pool: Pool) -> CaseRecords:
    return CaseRecords(pool)


def a_new_opening(**changes: object) -> CaseOpening:
    case_id = f"case_{secrets.token_hex(6)}"
    return an_opening(
        case_id=case_id, workflow_id=workflow_id_of(case_id), portal_token=f"pt_{secrets.token_urlsafe(24)}", **changes
    )


def a_case(status: CaseStatus = S.REVIEW_PENDING, opening: CaseOpening | None = None) -> CaseState:
    """The example case under an id of its own."""
    return a_case_of(opening or a_new_opening(), status)


def with_answers(state: CaseState, *answers: SourceAnswer) -> CaseState:
    for answer in answers:
        state = with_events(state, progress.answered(state.record, answer), NOW)
    return state


def batch_of(state: CaseState, first: int = 1) -> RecordBatch:
    """Its events from a number on."""
    return RecordBatch(opening=state.record.opening, events=state.outbox[first - 1 :])


def on_record(state: CaseState) -> CaseRecord:
    """The record as Postgres has it: without the secret of the portal."""
    opening = state.record.opening.model_copy(update={"portal_token": None, "portal_url": None})
    return state.record.model_copy(update={"opening": opening})


def refused(state: CaseState, reason: str) -> CaseState:
    """One more event, that differs by the reason."""
    data: dict[str, JsonValue] = {"code": "wrong_state", "message": reason}
    return with_events(state, (Event(EventName.COMMAND_REFUSED, OFFICER, data),), NOW)


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

    assert await records.snapshot(state.record.opening.case_id) == on_record(state)


async def test_the_audit_log_comes_back_in_order(records: CaseRecords) -> None:
    state = a_case(S.APPROVED)
    await records.write(batch_of(state))

    assert tuple(await records.events(state.record.opening.case_id)) == state.outbox


@pytest.mark.parametrize("status", [S.AWAITING_DOCUMENTS, S.FOLLOW_UP_REQUIRED, S.REJECTED])
async def test_the_snapshot_is_what_the_audit_log_makes_of_the_case(records: CaseRecords, status: CaseStatus) -> None:
    state = a_case(status)
    await records.write(batch_of(state))

    replayed = await records.state(state.record.opening.case_id)

    assert replayed is not None
    assert replayed.record == await records.snapshot(state.record.opening.case_id) == on_record(state)
    assert replayed.ledger == state.ledger
    assert replayed.last_sequence == state.last_sequence


async def test_a_case_nobody_wrote_is_not_there(records: CaseRecords) -> None:
    assert await records.snapshot("case_000000000000") is None
    assert await records.organisation_of("case_000000000000") is None
    assert await records.events("case_000000000000") == []
    assert await records.state("case_000000000000") is None


@pytest.mark.parametrize("text", ["Ünïcødé 株式会社", "'); DROP TABLE cases; --", "\\u0000", "%s %(case_id)s", "\n\t"])
async def test_text_is_kept_as_it_is(records: CaseRecords, text: str) -> None:
    company = an_opening().company.model_copy(update={"company_name": text})
    state = refused(a_case(opening=a_new_opening(company=company, additional_data={text: [text]})), text)
    await records.write(batch_of(state))

    snapshot = await records.snapshot(state.record.opening.case_id)
    assert snapshot is not None
    assert snapshot.opening.company.company_name == text
    assert snapshot.opening.additional_data == {text: [text]}
    assert (await records.events(state.record.opening.case_id))[-1].data["message"] == text


# A batch may arrive twice or late.


async def test_a_batch_that_is_written_twice_is_kept_once(records: CaseRecords, pool: Pool) -> None:
    state = with_answers(a_case(S.APPROVED), an_answer(SourceName.VIES))
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


async def test_a_batch_that_begins_with_events_on_record_adds_the_others(records: CaseRecords) -> None:
    state = a_case(S.APPROVED)
    await records.write(batch_of(a_case(S.REVIEW_PENDING, state.record.opening)))

    recorded = await records.write(batch_of(state, first=3))

    assert not recorded.diverged
    assert tuple(await records.events(state.record.opening.case_id)) == state.outbox
    assert await records.snapshot(state.record.opening.case_id) == on_record(state)


async def test_a_batch_with_another_event_under_a_number_that_is_taken_is_refused_whole(records: CaseRecords) -> None:
    before = a_case()
    first, second = refused(before, "first"), refused(refused(before, "second"), "third")
    await records.write(batch_of(first))

    recorded = await records.write(batch_of(second))

    assert recorded.diverged
    assert tuple(await records.events(before.record.opening.case_id)) == first.outbox


async def test_a_late_batch_changes_nothing(records: CaseRecords) -> None:
    newer = a_case(S.APPROVED)
    older = a_case(S.REVIEW_PENDING, newer.record.opening)
    await records.write(batch_of(newer))

    recorded = await records.write(batch_of(older))

    assert not recorded.diverged
    assert await records.snapshot(newer.record.opening.case_id) == on_record(newer)


async def test_events_whose_predecessors_are_not_on_record_are_refused(records: CaseRecords, pool: Pool) -> None:
    state = a_case()
    case_id = state.record.opening.case_id

    with pytest.raises(MissingEventsError, match="end with nothing"):
        await records.write(batch_of(state, first=2))
    await records.write(RecordBatch(opening=state.record.opening, events=state.outbox[:2]))
    with pytest.raises(MissingEventsError, match="end with event 2, not 3"):
        await records.write(batch_of(state, first=4))

    assert await count(pool, "case_events", case_id) == 2


# A closed case still receives commands, to refuse them.


DECISION = an_envelope({"decision": "reject", "reason": "Second thoughts"}, OFFICER, "cmd_late")


async def test_a_command_to_a_closed_case_is_refused_naming_the_decision_and_is_on_record(records: CaseRecords) -> None:
    state = a_case(S.APPROVED)
    case_id = state.record.opening.case_id
    await records.write(batch_of(state))

    outcome = await records.receive_closed(case_id, "decision", DECISION, NOW)

    assert outcome is not None
    assert (outcome.state, outcome.code) == ("rejected", "wrong_state")
    assert "by the decision to approve of key_senior" in (outcome.message or "")
    event = (await records.events(case_id))[-1]
    assert (event.event, event.sequence, event.command_id) == (
        EventName.COMMAND_REFUSED,
        state.last_sequence + 1,
        "cmd_late",
    )
    assert (await records.snapshot(case_id)) == on_record(state)


async def test_a_repeated_command_to_a_closed_case_gets_the_first_answer(records: CaseRecords, pool: Pool) -> None:
    state = a_case(S.APPROVED)
    case_id = state.record.opening.case_id
    await records.write(batch_of(state))
    taken = an_envelope({"decision": "approve", "reason": "All is well"}, SENIOR_OFFICER, "cmd_decide")

    first = await records.receive_closed(case_id, "decision", DECISION, NOW)
    again = await records.receive_closed(case_id, "decision", DECISION, NOW)
    decided = await records.receive_closed(case_id, "decision", taken, NOW)

    assert first == again
    assert decided is not None and decided.state == "applied"
    assert await count(pool, "case_events", case_id) == state.last_sequence + 1


async def test_an_open_case_is_not_answered_for(records: CaseRecords) -> None:
    state = a_case(S.REVIEW_PENDING)
    await records.write(batch_of(state))

    assert await records.receive_closed(state.record.opening.case_id, "decision", DECISION, NOW) is None
    assert await records.receive_closed("case_000000000000", "decision", DECISION, NOW) is None


# The index follows.


async def test_a_newer_snapshot_replaces_an_older_one_in_the_list_too(records: CaseRecords, pool: Pool) -> None:
    opening = a_new_opening(organisation=f"org_{secrets.token_hex(4)}")
    await records.write(batch_of(a_case(S.AWAITING_DOCUMENTS, opening)))
    newer = a_case(S.REVIEW_PENDING, opening)
    await records.write(batch_of(newer))

    (row,), total, _ = await CaseIndex(pool).page(opening.organisation, CaseFilter())
    assert total == 1
    assert (row.status, row.version, row.latest_risk_score) == (
        S.REVIEW_PENDING,
        newer.record.version,
        newer.record.latest_risk_score,
    )


async def test_a_batch_whose_events_cannot_be_written_leaves_no_snapshot_either(
    records: CaseRecords, pool: Pool
) -> None:
    state = refused(a_case(), "a\x00b")

    with pytest.raises(psycopg.DataError):
        await records.write(batch_of(state))

    assert await count(pool, "cases", state.record.opening.case_id) == 0


# What is on record stays.


@pytest.mark.parametrize("table", ["case_events", "evidence"])
async def test_a_row_on_record_cannot_be_changed(records: CaseRecords, pool: Pool, table: str) -> None:
    state = with_answers(a_case(), an_answer(SourceName.VIES))
    await records.write(batch_of(state))

    with pytest.raises(psycopg.errors.RaiseException, match=f"{table} is append-only"):
        async with pool.connection() as connection:
            await connection.execute(
                f"UPDATE {table} SET case_id = case_id WHERE case_id = %s",  # a table of ours
                [state.record.opening.case_id],
            )


async def test_only_answers_with_bytes_are_evidence(records: CaseRecords, pool: Pool) -> None:
    silent = an_answer(SourceName.WEBSITE, state="unavailable", reason="timeout")
    state = with_answers(a_case(), an_answer(SourceName.VIES), silent)
    await records.write(batch_of(state))

    assert await count(pool, "evidence", state.record.opening.case_id) == 1


async def test_a_source_that_answers_something_else_later_is_one_more_piece_of_evidence(
    records: CaseRecords, pool: Pool
) -> None:
    first = an_answer(SourceName.VIES)
    later = first.model_copy(update={"data_hash": f"sha256:{'0' * 64}"})
    state = with_answers(a_case(), first, later)

    await records.write(batch_of(state))

    assert await count(pool, "evidence", state.record.opening.case_id) == 2


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
