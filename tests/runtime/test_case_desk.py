"""The desk in a real Postgres: records that stay as they are, and claims that never choose the same case twice."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence

import psycopg
import pytest
from psycopg.types.json import Jsonb

from domain.refusal import CommandRefusedError
from runtime.case_desk import CaseDesk, CommandKey
from runtime.case_removal import CaseRemovals
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.actor import Actor
from schemas.desk import Assignment, AssignRequest, ClaimRequest, NoteRequest
from schemas.status import CaseStatus
from tests.indexed_cases import execute, index_case, let_expire

A_NOTE = NoteRequest(text="The director called back")
NEXT = ClaimRequest()
LOCK = "SELECT 1 FROM cases WHERE case_id = %s FOR NO KEY UPDATE"
"""What the write of a snapshot holds."""


@pytest.fixture
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    """A pool whose connections are all open: what is sent at once arrives at once."""
    pool = create_pool(settings)
    await pool.open()
    await pool.resize(min_size=8, max_size=8)
    await pool.wait()
    yield pool
    await pool.close()


@pytest.fixture
def desk(pool: Pool) -> CaseDesk:
    return CaseDesk(pool)


@pytest.fixture
def dsn(postgres_dsn: str) -> str:
    return postgres_dsn


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


async def an_officer(dsn: str, organisation: str) -> Actor:
    officer = Actor(id=f"key_{secrets.token_hex(6)}", role="officer")
    await execute(
        dsn,
        "INSERT INTO api_keys (key_hash, key_id, name, role, organisation) VALUES (%s, %s, 'of a test', %s, %s)",
        secrets.token_hex(32),
        officer.id,
        officer.role,
        organisation,
    )
    return officer


async def officers(dsn: str, organisation: str, number: int) -> list[Actor]:
    return [await an_officer(dsn, organisation) for _ in range(number)]


async def row_of(dsn: str, case_id: str) -> Sequence[object]:
    """What the workflow wrote of the case."""
    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        cursor = await connection.execute("SELECT version, status, updated_at FROM cases WHERE case_id = %s", [case_id])
        found = await cursor.fetchone()
    assert found is not None
    return found


async def assigned(desk: CaseDesk, case_id: str, officer: Actor, minutes: int | None = None) -> Assignment:
    return await desk.assign(case_id, officer, AssignRequest(assignee=officer.id, expires_in_minutes=minutes), None)


# Notes.


@pytest.mark.parametrize("text", ["Ünïcødé 株式会社", "'); DROP TABLE cases; --", "%s %(case_id)s", "one\n\ttwo"])
async def test_a_note_is_kept_as_it_was_written(desk: CaseDesk, dsn: str, organisation: str, text: str) -> None:
    case_id = await index_case(dsn, organisation)
    officer = await an_officer(dsn, organisation)

    note = await desk.add_note(case_id, officer, NoteRequest(text=text, about=" doc_1 "), None)

    assert (note.text, note.about, note.author) == (text, "doc_1", officer)
    assert await desk.notes(case_id, 10, 0) == ([note], 1)


async def test_the_same_note_sent_many_times_at_once_is_one(desk: CaseDesk, dsn: str, organisation: str) -> None:
    case_id = await index_case(dsn, organisation)
    officer = await an_officer(dsn, organisation)
    key = CommandKey("note:once", "hash")

    made = await asyncio.gather(*(desk.add_note(case_id, officer, A_NOTE, key) for _ in range(12)))

    assert len({note.note_id for note in made}) == 1
    assert await desk.notes(case_id, 10, 0) == ([made[0]], 1)


async def test_a_note_does_not_wait_for_whoever_writes_the_case(desk: CaseDesk, dsn: str, organisation: str) -> None:
    case_id = await index_case(dsn, organisation)
    async with await psycopg.AsyncConnection.connect(dsn) as writer:
        await writer.execute(LOCK, [case_id])

        await desk.add_note(case_id, await an_officer(dsn, organisation), A_NOTE, None)

        assert (await desk.notes(case_id, 10, 0))[1] == 1


async def test_a_note_on_a_case_that_has_just_been_deleted_is_refused(desk: CaseDesk) -> None:
    with pytest.raises(CommandRefusedError) as refused:
        await desk.add_note("case_000000000000", Actor(id="key_1", role="officer"), A_NOTE, None)

    assert refused.value.code == "case_not_found"


@pytest.mark.parametrize("table", ["case_notes", "case_assignments"])
async def test_what_is_on_record_cannot_be_changed(desk: CaseDesk, dsn: str, organisation: str, table: str) -> None:
    case_id = await index_case(dsn, organisation)
    officer = await an_officer(dsn, organisation)
    await desk.add_note(case_id, officer, A_NOTE, None)
    await assigned(desk, case_id, officer)

    with pytest.raises(psycopg.errors.RaiseException, match=f"{table} is append-only"):
        await execute(dsn, f"UPDATE {table} SET command_id = 'other' WHERE case_id = %s", case_id)


async def test_what_lies_on_the_desk_goes_with_its_case(
    desk: CaseDesk, pool: Pool, dsn: str, organisation: str
) -> None:
    deleted, kept = [await index_case(dsn, organisation) for _ in range(2)]
    officer = await an_officer(dsn, organisation)
    for case_id in (deleted, kept):
        await desk.add_note(case_id, officer, A_NOTE, None)
        await assigned(desk, case_id, officer)

    await CaseRemovals(pool).begin(deleted, organisation, officer.id)

    for case_id, rows in ((deleted, 0), (kept, 1)):
        assert (await desk.notes(case_id, 10, 0))[1] == rows
        assert (await desk.assignment_history(case_id, 10, 0))[1] == rows
    assert await desk.current_assignment(deleted) is None


# The desk never moves a case.


async def test_notes_and_assignments_leave_the_case_as_its_workflow_wrote_it(
    desk: CaseDesk, dsn: str, organisation: str
) -> None:
    case_id = await index_case(dsn, organisation)
    officer = await an_officer(dsn, organisation)
    before = await row_of(dsn, case_id)

    await desk.add_note(case_id, officer, A_NOTE, None)
    await desk.claim_next(organisation, officer, NEXT, None)
    await desk.assign(case_id, officer, AssignRequest(assignee=None), None)

    assert await row_of(dsn, case_id) == before


async def test_a_snapshot_written_later_leaves_the_assignment(desk: CaseDesk, dsn: str, organisation: str) -> None:
    case_id = await index_case(dsn, organisation)
    assignment = await assigned(desk, case_id, await an_officer(dsn, organisation))

    await execute(
        dsn,
        "UPDATE cases SET status = 'ESCALATED', version = 8, record = %s WHERE case_id = %s",
        Jsonb({"status": "ESCALATED"}),
        case_id,
    )

    assert await desk.current_assignment(case_id) == assignment


# Assigning at the same moment.


async def test_of_many_who_take_a_case_at_once_one_has_it(desk: CaseDesk, dsn: str, organisation: str) -> None:
    case_id = await index_case(dsn, organisation)
    people = await officers(dsn, organisation, 8)

    results = await asyncio.gather(*(assigned(desk, case_id, person) for person in people), return_exceptions=True)

    (winner,) = [result for result in results if isinstance(result, Assignment)]
    refusals = [result for result in results if isinstance(result, CommandRefusedError)]
    assert len(refusals) == len(people) - 1
    assert {refusal.code for refusal in refusals} == {"already_assigned"}
    assert all(str(winner.assignee) in refusal.message for refusal in refusals)
    assert await desk.assignment_history(case_id, 10, 0) == ([winner], 1)


async def test_the_last_of_many_take_overs_is_the_one_that_holds(desk: CaseDesk, dsn: str, organisation: str) -> None:
    case_id = await index_case(dsn, organisation)
    people = await officers(dsn, organisation, 8)

    await asyncio.gather(
        *(desk.assign(case_id, person, AssignRequest(assignee=person.id, take_over=True), None) for person in people)
    )

    history, total = await desk.assignment_history(case_id, 20, 0)
    assert total == len(people)
    assert await desk.current_assignment(case_id) == history[0]
    assert [entry.assigned_at for entry in history] == sorted((entry.assigned_at for entry in history), reverse=True)


async def test_deleting_a_case_while_its_desk_is_used_never_locks_up(
    desk: CaseDesk, pool: Pool, dsn: str, organisation: str
) -> None:
    officer = await an_officer(dsn, organisation)
    for _ in range(10):
        case_id = await index_case(dsn, organisation)
        results = await asyncio.gather(
            assigned(desk, case_id, officer),
            desk.add_note(case_id, officer, A_NOTE, None),
            CaseRemovals(pool).begin(case_id, organisation, officer.id),
            desk.claim_next(organisation, officer, NEXT, None),
            return_exceptions=True,
        )
        errors = [result for result in results if isinstance(result, BaseException)]
        assert {getattr(error, "code", error) for error in errors} <= {"case_not_found"}


# Claiming.


async def test_two_claims_at_once_never_get_the_same_case(desk: CaseDesk, dsn: str, organisation: str) -> None:
    cases = [await index_case(dsn, organisation) for _ in range(12)]
    people = await officers(dsn, organisation, 16)

    claimed = await asyncio.gather(*(desk.claim_next(organisation, person, NEXT, None) for person in people))

    got = [item for item in claimed if item is not None]
    assert sorted(item.summary.case_id for item in got) == sorted(cases)
    for item in got:
        assert await desk.current_assignment(item.summary.case_id) == item.assignment
        assert (await desk.assignment_history(item.summary.case_id, 10, 0))[1] == 1


async def test_a_claim_and_an_assignment_at_once_leave_one_of_the_two(
    desk: CaseDesk, dsn: str, organisation: str
) -> None:
    claiming, assigning = await officers(dsn, organisation, 2)
    for _ in range(10):
        case_id = await index_case(dsn, organisation)
        claimed, other = await asyncio.gather(
            desk.claim_next(organisation, claiming, NEXT, None),
            assigned(desk, case_id, assigning),
            return_exceptions=True,
        )
        assert (claimed is None) != isinstance(other, CommandRefusedError)
        assert (await desk.assignment_history(case_id, 10, 0))[1] == 1


async def test_the_same_claim_sent_many_times_at_once_is_one_case(desk: CaseDesk, dsn: str, organisation: str) -> None:
    for _ in range(5):
        await index_case(dsn, organisation)
    officer = await an_officer(dsn, organisation)
    key = CommandKey(f"claim:{officer.id}:once", "hash")

    claimed = await asyncio.gather(*(desk.claim_next(organisation, officer, NEXT, key) for _ in range(8)))

    assert len(set(claimed)) == 1


async def test_a_claim_passes_over_a_case_that_is_being_written(desk: CaseDesk, dsn: str, organisation: str) -> None:
    locked, free = [await index_case(dsn, organisation) for _ in range(2)]
    async with await psycopg.AsyncConnection.connect(dsn) as writer:
        await writer.execute(LOCK, [locked])

        claimed = await desk.claim_next(organisation, await an_officer(dsn, organisation), NEXT, None)

    assert claimed is not None
    assert claimed.summary.case_id == free


@pytest.mark.parametrize(
    ("written", "gets_it"),
    [("version = 8", True), ("status = 'APPROVED'", False), ("assignee = 'key_other'", False)],
)
async def test_a_claim_waits_for_the_only_case_there_is_and_takes_it_as_it_is_then(
    desk: CaseDesk, dsn: str, organisation: str, written: str, gets_it: bool
) -> None:
    case_id = await index_case(dsn, organisation)
    officer = await an_officer(dsn, organisation)
    async with await psycopg.AsyncConnection.connect(dsn) as writer:
        await writer.execute(f"UPDATE cases SET {written} WHERE case_id = %s".encode(), [case_id])
        claiming = asyncio.create_task(desk.claim_next(organisation, officer, NEXT, None))
        await _somebody_waits_for(dsn, writer)
        await writer.commit()
        claimed = await claiming

    assert (claimed is not None) == gets_it


async def _somebody_waits_for(dsn: str, holder: psycopg.AsyncConnection) -> None:
    """Returns when a statement waits for a lock of this connection; the test's own time limit is the patience."""
    async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as watching:
        while True:
            cursor = await watching.execute(
                "SELECT 1 FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))", [holder.info.backend_pid]
            )
            if await cursor.fetchone():
                return
            await asyncio.sleep(0.01)


async def test_an_assignment_that_has_expired_counts_as_none(desk: CaseDesk, dsn: str, organisation: str) -> None:
    case_id = await index_case(dsn, organisation)
    first, second = await officers(dsn, organisation, 2)
    await assigned(desk, case_id, first, minutes=5)
    assert await desk.claim_next(organisation, second, NEXT, None) is None

    await let_expire(dsn, case_id)

    assert await desk.current_assignment(case_id) is None
    claimed = await desk.claim_next(organisation, second, NEXT, None)
    assert claimed is not None
    assert claimed.assignment.assignee == second.id


@pytest.mark.parametrize("status", sorted(set(CaseStatus) - {CaseStatus.REVIEW_PENDING}))
async def test_only_a_case_in_the_status_asked_for_is_claimed(
    desk: CaseDesk, dsn: str, organisation: str, status: CaseStatus
) -> None:
    await index_case(dsn, organisation, status=status.value)

    assert await desk.claim_next(organisation, await an_officer(dsn, organisation), NEXT, None) is None
