"""An operator cancels a case: what had happened, and the cancellation itself, are on record before the case ends."""

import asyncio

import pytest
from temporalio.client import WorkflowExecutionStatus, WorkflowFailureError

from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import a_document
from tests.workflows.running_case import PATIENCE, CaseOffice, RunningCase

S = CaseStatus


async def ends_cancelled(case: RunningCase) -> None:
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(WorkflowFailureError):
            await case.handle.result()
    assert (await case.handle.describe()).status is WorkflowExecutionStatus.CANCELED


async def test_a_case_at_rest_is_cancelled_with_its_reason_on_record(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()

    await case.handle.cancel(reason="Opened twice")

    await ends_cancelled(case)
    books = case.world.books
    state = books.state()
    assert state is not None and state.record.status is S.FAILED
    assert books.names[-2:] == [EventName.CASE_CANCELLED, EventName.STATUS_CHANGED]
    assert books.rows[len(books.rows) - 1].data == {"reason": "Opened twice", "status": "REVIEW_PENDING"}
    assert books.is_gapless()
    assert case.world.reports == 0


async def test_a_case_is_cancelled_in_the_middle_of_its_investigation(office: CaseOffice) -> None:
    case = await office.open()
    case.world.investigating.clear()
    await case.upload(a_document())
    await case.submit()
    await case.reaches(S.PROCESSING)

    await case.handle.cancel()

    await ends_cancelled(case)
    case.world.investigating.set()
    state = case.world.books.state()
    assert state is not None and state.record.status is S.FAILED
    assert case.world.books.is_gapless()


async def test_a_decided_case_ends_as_decided_though_cancelled(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.all_written()
    case.world.books.open.clear()
    await case.decide("approve")

    await case.handle.cancel(reason="Too late")
    case.world.books.open.set()

    closed = await case.closed()
    assert closed.status is S.APPROVED
    assert closed.report is not None
    assert EventName.CASE_CANCELLED not in case.world.books.names
