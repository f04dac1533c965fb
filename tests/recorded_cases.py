"""Cases on record, each under an id of its own."""

import secrets
from collections.abc import Mapping, Sequence

from domain import progress
from domain.extraction.extract import candidates_of
from domain.extraction.found import Found
from domain.identity import workflow_id_of
from domain.ledger import with_events
from runtime.candidate_rows import write_candidates
from runtime.case_desk import CaseDesk
from runtime.case_records import CaseRecords
from runtime.organisation_notices import Notice, notify
from runtime.page_rows import PageRows
from runtime.postgres import Pool
from schemas.actor import Actor
from schemas.case import CaseOpening, CaseState, RecordBatch
from schemas.desk import AssignRequest, NoteRequest
from schemas.extraction import PageText
from schemas.owner import Owner
from schemas.published_events import DELIVERY_FAILED
from schemas.sources import SourceName
from tests.agent_runs import a_run, run_for_the_mcc
from tests.example_cases import NOW, OFFICER, a_case_of, an_answer, an_opening, told


def a_case(organisation: str) -> CaseState:
    """The example case with evidence of three sources and a merchant category that an officer accepted, its whole audit
    log in the outbox."""
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(
        case_id=case_id,
        workflow_id=workflow_id_of(case_id),
        organisation=organisation,
        portal_token=f"pt_{secrets.token_urlsafe(24)}",
    )
    case = a_case_of(opening)
    for source in (SourceName.VIES, SourceName.KBO, SourceName.PEPPOL):
        case = with_events(case, progress.answered(case.record, an_answer(source)), NOW)
    case = run_for_the_mcc(case, a_run(case_id))
    return told(case, "mcc-decision", {"action": "accept"}, OFFICER, "cmd_mcc")


def batch_of(state: CaseState, first: int = 1) -> RecordBatch:
    """Its events from a number on."""
    return RecordBatch(opening=state.record.opening, events=state.outbox[first - 1 :])


async def record_case(pool: Pool, organisation: str) -> CaseOpening:
    """Writes a case with a row in every table that cases have rows in."""
    state = a_case(organisation)
    opening, officer = state.record.opening, Actor(id=f"key_{secrets.token_hex(6)}", role="officer")
    await CaseRecords(pool).write(batch_of(state))
    await selected(
        pool,
        "INSERT INTO api_keys (key_hash, key_id, name, role, organisation) VALUES (%s, %s, 'of a test', %s, %s)",
        secrets.token_hex(32),
        officer.id,
        officer.role,
        organisation,
    )
    await record_citation(pool, opening.case_id)
    await CaseDesk(pool).add_note(opening.case_id, officer, NoteRequest(text="A note"), None)
    await CaseDesk(pool).assign(opening.case_id, officer, AssignRequest(assignee=officer.id), None)
    await record_notice(pool, opening)
    return opening


async def record_notice(pool: Pool, opening: CaseOpening) -> None:
    """Writes that something could not be delivered, of which nobody else is told."""
    notice = Notice(f"evt_{secrets.token_hex(8)}", DELIVERY_FAILED, opening.case_id, {})
    async with pool.connection() as connection:
        await notify(connection, Owner(opening.organisation, opening.environment), notice, not_to="")


async def record_citation(pool: Pool, case_id: str) -> None:
    """Writes a page of a document, evidence that cites it, and some that is refused because it cites another page."""
    page = PageText(page_index=0, text="Voorbeeld BV", method="born_digital_text", width=595, height=842)
    beyond = page.model_copy(update={"page_index": 1})
    candidates = [
        candidate
        for page_index, cited in enumerate((page, beyond))
        for candidate in candidates_of("doc", [cited], [Found("company_name", page_index, 0, 12, "Voorbeeld BV")])
    ]
    await PageRows(pool).insert(case_id, "doc", [page])
    async with pool.connection() as connection:
        await write_candidates(connection, case_id, candidates)


async def selected(pool: Pool, statement: str, *values: object) -> Sequence[Mapping[str, object]]:
    """Runs a statement of a test and returns its rows, if it has any."""
    async with pool.connection() as connection:
        cursor = await connection.execute(statement.encode(), values)
        return await cursor.fetchall() if cursor.description else ()
