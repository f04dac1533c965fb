"""What a case carries of its documents is in Postgres with each place it stands in, and nothing that is not so."""

import secrets
from collections.abc import AsyncIterator

import psycopg
import pytest

from domain import progress
from domain.identity import workflow_id_of
from domain.ledger import with_events
from runtime.case_records import CaseRecords
from runtime.page_rows import PageRows
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.case import CaseState, RecordBatch
from schemas.extraction import PageText
from tests.example_cases import NOW, a_case_of, an_opening
from tests.read_documents import a_candidate, a_reading

PAGE = PageText(page_index=0, text="Zonnewind BV, Gent", method="born_digital_text", width=595, height=842)


@pytest.fixture
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


def stating(value: str) -> CaseState:
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(
        case_id=case_id, workflow_id=workflow_id_of(case_id), portal_token=f"pt_{secrets.token_urlsafe(24)}"
    )
    state = a_case_of(opening)
    reading = a_reading(a_candidate("company_name", value))
    return with_events(state, progress.document_read(state.record, reading), NOW)


def batch_of(state: CaseState) -> RecordBatch:
    return RecordBatch(opening=state.record.opening, events=state.outbox)


async def cited(pool: Pool, state: CaseState) -> list[tuple[object, ...]]:
    async with pool.connection() as connection:
        rows = await connection.execute(
            "SELECT feature, value_normalized, quote, char_start, char_end FROM candidate_evidence WHERE case_id = %s",
            [state.record.opening.case_id],
        )
        return [tuple(row.values()) for row in await rows.fetchall()]


async def test_what_a_document_says_is_on_record_with_its_place(pool: Pool) -> None:
    state = stating("Zonnewind BV")
    await PageRows(pool).insert(state.record.opening.case_id, "doc_1", [PAGE])

    await CaseRecords(pool).write(batch_of(state))
    await CaseRecords(pool).write(batch_of(state))

    assert await cited(pool, state) == [("company_name", "Zonnewind BV", "Zonnewind BV", 0, 12)]


async def test_a_citation_that_its_page_does_not_bear_out_is_refused_with_all_that_comes_with_it(pool: Pool) -> None:
    state = stating("Zonnewind NV")
    await PageRows(pool).insert(state.record.opening.case_id, "doc_1", [PAGE])

    with pytest.raises(psycopg.errors.IntegrityError):
        await CaseRecords(pool).write(batch_of(state))

    assert await CaseRecords(pool).state(state.record.opening.case_id) is None
    assert await cited(pool, state) == []
