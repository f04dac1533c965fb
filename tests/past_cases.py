"""Cases that were investigated, with a whole audit log, as they lie in Postgres."""

import secrets
from datetime import datetime

from domain import progress
from domain.identity import workflow_id_of
from domain.investigation import investigate
from domain.ledger import with_events
from runtime.case_records import CaseRecords
from runtime.postgres import Pool
from schemas.case import CaseState, RecordBatch
from schemas.policy import Policy
from schemas.sources import SourceAnswer, SourceName
from schemas.status import CaseStatus
from tests.example_cases import ANSWERS, COMPANY, CUSTOMER, NOW, an_answer, an_opening, told
from tests.policies import POLICY


def founded(day: str) -> SourceAnswer:
    return an_answer(SourceName.KBO, facts={"company_name": "ACME TRADING", "incorporation_date": day})


def submitted(organisation: str, *answers: SourceAnswer, name: str = COMPANY.company_name) -> CaseState:
    """A case of which sources said this, and whose customer has submitted."""
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(
        case_id=case_id,
        workflow_id=workflow_id_of(case_id),
        organisation=organisation,
        company=COMPANY.model_copy(update={"company_name": name}),
        portal_token=f"pt_{secrets.token_urlsafe(24)}",
    )
    state = progress.opened(opening)
    for answer in answers:
        state = with_events(state, progress.answered(state.record, answer), NOW)
    state = told(state, "follow-up", {"answers": ANSWERS}, CUSTOMER, "cmd_submit")
    for target in (CaseStatus.VALIDATING_DOCUMENTS, CaseStatus.PROCESSING):
        state = with_events(state, progress.moved(state.record, target), NOW)
    return state


def investigated(state: CaseState, now: datetime = NOW, policy: Policy = POLICY) -> CaseState:
    """The case after an investigation at that moment, under review."""
    state = with_events(state, progress.investigated(investigate(state.record, policy, now)), now)
    for target in (CaseStatus.GENERATING_TASKS, CaseStatus.REVIEW_PENDING):
        state = with_events(state, progress.moved(state.record, target), now)
    return state


async def record_past_case(
    pool: Pool,
    organisation: str,
    *answers: SourceAnswer,
    now: datetime = NOW,
    name: str = COMPANY.company_name,
    policy: Policy = POLICY,
) -> str:
    """Writes the case as a worker would, and returns its id."""
    state = investigated(submitted(organisation, *answers, name=name), now, policy)
    await write(pool, state)
    return state.record.opening.case_id


async def write(pool: Pool, state: CaseState) -> None:
    await CaseRecords(pool).write(RecordBatch(opening=state.record.opening, events=state.outbox))
