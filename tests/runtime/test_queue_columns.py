"""What the index says of deadlines and scores: by the same rules for a case that is written and one that was there."""

import asyncio
import secrets
from datetime import timedelta

import psycopg
import pytest
from psycopg.rows import dict_row

from deploy.migrations.upgrade import upgrade
from domain.deadlines import next_end
from domain.identity import workflow_id_of
from domain.risk import latest_band
from domain.signals import all_scores
from domain.stages import REPORTED
from runtime.case_list import CaseIndex
from runtime.case_records import CaseRecords
from runtime.postgres import Pool
from runtime.settings import Settings
from schemas.case import CaseRecord, Deadline, RecordBatch
from schemas.case_list import SCORES_SHOWN, CaseFilter, CaseSummary
from schemas.status import CaseStatus
from tests.example_cases import NOW, a_case_of, a_record, an_opening
from tests.indexed_cases import execute, index_case
from tests.own_database import with_own_database

S = CaseStatus


async def written(pool: Pool, status: CaseStatus) -> tuple[CaseRecord, CaseSummary]:
    """A case that came to this status by its own events, and how the list shows it."""
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(
        case_id=case_id,
        workflow_id=workflow_id_of(case_id),
        organisation=f"org_{case_id}",
        portal_token=f"pt_{secrets.token_urlsafe(24)}",
    )
    state = a_case_of(opening, status)
    await CaseRecords(pool).write(RecordBatch(opening=opening, events=state.outbox))
    (row,) = (await CaseIndex(pool).page(opening.organisation, CaseFilter())).cases
    return state.record, row


@pytest.mark.parametrize("status", [S.AWAITING_DOCUMENTS, S.REVIEW_PENDING, S.FOLLOW_UP_REQUIRED])
async def test_an_open_case_shows_what_ends_next_and_how_its_risk_went(pool: Pool, status: CaseStatus) -> None:
    record, row = await written(pool, status)

    ends = next_end(record)
    assert ends is not None
    assert (row.due_at, row.due_kind) == (ends.due_at, ends.kind)
    assert row.risk_scores == all_scores(record.investigation_results)
    assert row.risk_band == latest_band(record.investigation_results)


@pytest.mark.parametrize("status", sorted(REPORTED))
async def test_nothing_falls_due_in_a_closed_case(pool: Pool, status: CaseStatus) -> None:
    _, row = await written(pool, status)

    assert (row.status, row.due_at, row.due_kind, row.waits_for) == (status, None, None, None)


async def test_nothing_falls_due_in_a_case_that_a_worker_from_before_these_columns_closes(
    pool: Pool, postgres_dsn: str
) -> None:
    record, row = await written(pool, S.REVIEW_PENDING)
    assert row.due_at is not None

    await execute(postgres_dsn, "UPDATE cases SET status = 'APPROVED' WHERE case_id = %s", row.case_id)

    (row,) = (await CaseIndex(pool).page(record.opening.organisation, CaseFilter())).cases
    assert (row.due_at, row.due_kind) == (None, None)


def many_scores(record: CaseRecord) -> CaseRecord:
    """Two investigations with more scores than a list shows, the second after many judgements."""
    first = record.investigation_results[-1].model_copy(update={"risk_score": 0.9, "earlier_scores": ()})
    later = tuple(number / 100 for number in range(SCORES_SHOWN + 2))
    second = first.model_copy(update={"risk_score": 0.5, "earlier_scores": later})
    return record.model_copy(update={"investigation_results": (first, second)})


def expired(record: CaseRecord) -> CaseRecord:
    """Its link has ended; the timeline is ahead."""
    moment = NOW + timedelta(days=30)
    ends = (
        Deadline(kind="reminder", due_at=moment - timedelta(days=1)),
        Deadline(kind="portal", due_at=moment, passed_at=moment),
        Deadline(kind="timeline", due_at=moment + timedelta(days=30)),
    )
    return record.model_copy(update={"deadlines": ends})


async def test_a_database_with_cases_gets_the_same_columns_when_it_is_migrated(settings: Settings) -> None:
    reviewed = a_record(S.REVIEW_PENDING)
    records = [a_record(S.AWAITING_DOCUMENTS), reviewed, many_scores(reviewed), expired(reviewed), a_record(S.APPROVED)]
    async with with_own_database(settings, "0012") as older:
        dsn = older.postgres_dsn.get_secret_value()
        cases = [
            await index_case(dsn, "org_example", record.model_dump(mode="json"), status=record.status.value)
            for record in records
        ]
        old = await index_case(dsn, "org_example")  # its snapshot has neither deadlines nor results

        await asyncio.to_thread(upgrade, dsn)

        async with await psycopg.AsyncConnection.connect(dsn, row_factory=dict_row) as connection:
            rows = await connection.execute("SELECT case_id, due_at, due_kind, risk_scores FROM cases")
            found = {
                row["case_id"]: (row["due_at"], row["due_kind"], row["risk_scores"]) for row in await rows.fetchall()
            }
    assert found.pop(old) == (None, None, [])
    assert found == {case_id: by_rule(record) for case_id, record in zip(cases, records, strict=True)}
    assert found[cases[3]][1] == "timeline"
    assert len(found[cases[2]][2]) == SCORES_SHOWN


def by_rule(record: CaseRecord) -> tuple[object, object, list[float]]:
    ends = next_end(record)
    due = (ends.due_at, ends.kind) if ends else (None, None)
    return (*due, [*all_scores(record.investigation_results)[-SCORES_SHOWN:]])
