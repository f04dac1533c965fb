"""What a case carries of its documents is in Postgres with each place it stands in; what is not so is kept apart."""

import secrets

import pytest

from domain import progress
from domain.identity import workflow_id_of
from domain.ledger import with_events
from runtime.case_records import CaseRecords
from runtime.page_rows import PageRows
from runtime.postgres import Pool
from schemas.case import CaseState, RecordBatch
from schemas.extraction import Candidate, PageText
from tests.example_cases import NOW, a_case_of, an_opening
from tests.read_documents import a_candidate, a_reading
from tests.recorded_cases import selected

PAGE = PageText(page_index=0, text="Zonnewind BV, Gent", method="born_digital_text", width=595, height=842)


def stating(*candidates: Candidate) -> CaseState:
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(
        case_id=case_id, workflow_id=workflow_id_of(case_id), portal_token=f"pt_{secrets.token_urlsafe(24)}"
    )
    state = a_case_of(opening)
    return with_events(state, progress.document_read(state.record, a_reading(*candidates)), NOW)


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
    state = stating(a_candidate("company_name", "Zonnewind BV"))
    await PageRows(pool).insert(state.record.opening.case_id, "doc_1", [PAGE])

    await CaseRecords(pool).write(batch_of(state))
    await CaseRecords(pool).write(batch_of(state))

    assert await cited(pool, state) == [("company_name", "Zonnewind BV", "Zonnewind BV", 0, 12)]


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (a_candidate("issuer", "Zonnewind NV"), "page 0 of doc_1 does not say this there"),
        (a_candidate("issuer", "Zonnewind BV", page_index=1), "page 1 of doc_1 does not say this there"),
        (a_candidate("issuer", "Zonnewind BV", doc_id="doc_2"), "page 0 of doc_2 does not say this there"),
        (a_candidate("issuer", "Zonnewind BV", page_index=10**12), "out of range"),
    ],
    ids=["other words", "a page not on record", "a document not on record", "a page that cannot be"],
)
async def test_a_citation_that_is_refused_does_not_hold_up_what_comes_with_it(
    pool: Pool, candidate: Candidate, reason: str
) -> None:
    state = stating(candidate, a_candidate("company_name", "Zonnewind BV"))
    case_id = state.record.opening.case_id
    await PageRows(pool).insert(case_id, "doc_1", [PAGE])

    await CaseRecords(pool).write(batch_of(state))
    await CaseRecords(pool).write(batch_of(state))

    assert await CaseRecords(pool).events(case_id) == list(state.outbox)
    assert await cited(pool, state) == [("company_name", "Zonnewind BV", "Zonnewind BV", 0, 12)]
    [refused] = await selected(pool, "SELECT candidate, reason FROM refused_evidence WHERE case_id = %s", case_id)
    assert Candidate.model_validate(refused["candidate"]) == candidate
    assert reason in str(refused["reason"])


async def test_of_a_candidate_with_two_places_only_the_wrong_one_is_refused(pool: Pool) -> None:
    right, wrong = a_candidate("company_name", "Zonnewind BV"), a_candidate("company_name", "Gent", page_index=1)
    both = right.model_copy(update={"evidence": (*wrong.evidence, *right.evidence)})
    state = stating(both)
    await PageRows(pool).insert(state.record.opening.case_id, "doc_1", [PAGE])

    await CaseRecords(pool).write(batch_of(state))

    assert await cited(pool, state) == [("company_name", "Zonnewind BV", "Zonnewind BV", 0, 12)]
    refused = await selected(
        pool, "SELECT evidence_id FROM refused_evidence WHERE case_id = %s", state.record.opening.case_id
    )
    assert [row["evidence_id"] for row in refused] == [wrong.evidence[0].evidence_id]
