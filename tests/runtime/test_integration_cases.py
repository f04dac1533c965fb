"""A case as other systems may know it, from a real Postgres: the record and its published events of one moment."""

import secrets

import pytest
from psycopg import AsyncConnection
from psycopg.rows import DictRow

from domain.identity import workflow_id_of
from runtime import integration_cases
from runtime.case_records import CaseRecords
from runtime.integration_cases import IntegrationCases
from runtime.postgres import Pool
from runtime.published_events import all_of_case
from schemas.case import CaseState, RecordBatch
from schemas.published_events import PublishedEvent
from schemas.status import CaseStatus
from tests.example_cases import a_case_of, an_opening

S = CaseStatus


def a_case(status: CaseStatus) -> CaseState:
    case_id = f"case_{secrets.token_hex(6)}"
    return a_case_of(
        an_opening(
            case_id=case_id,
            workflow_id=workflow_id_of(case_id),
            organisation=f"org_{secrets.token_hex(6)}",
            portal_token=f"pt_{secrets.token_urlsafe(24)}",
        ),
        status,
    )


def batch_of(case: CaseState, first: int = 1, last: int | None = None) -> RecordBatch:
    return RecordBatch(opening=case.record.opening, events=case.outbox[first - 1 : last])


async def test_a_case_that_is_not_on_record_is_none(pool: Pool) -> None:
    assert await IntegrationCases(pool).published("case_000000000000") is None


async def test_a_case_is_as_old_as_its_last_published_event_also_once_it_is_escalated(pool: Pool) -> None:
    case = a_case(S.ESCALATED)
    await CaseRecords(pool).write(batch_of(case))

    found = await IntegrationCases(pool).published(case.record.opening.case_id)

    assert found is not None
    assert found.record.status == S.ESCALATED
    assert found.events[-1].event_type == "case.needs_review"
    assert (found.version, found.changed_at) == (len(found.events), found.events[-1].created_at)
    assert found.version < found.record.version


async def test_what_is_written_while_a_case_is_read_is_in_neither_the_record_nor_the_events(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, case_id = (made := a_case(S.APPROVED)), made.record.opening.case_id
    await CaseRecords(pool).write(batch_of(case, last=2))

    async def late(connection: AsyncConnection[DictRow], named: str) -> tuple[PublishedEvent, ...]:
        await CaseRecords(pool).write(batch_of(case, first=3))
        return await all_of_case(connection, named)

    before = await IntegrationCases(pool).published(case_id)
    monkeypatch.setattr(integration_cases, "all_of_case", late)
    meanwhile = await IntegrationCases(pool).published(case_id)
    monkeypatch.undo()

    assert meanwhile == before
    assert await IntegrationCases(pool).published(case_id) != before
