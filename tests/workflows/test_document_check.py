"""A look at one document on a real Temporal server: what it finds, and that it ends whatever happens."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from secrets import token_hex

import pytest
from temporalio import activity
from temporalio.client import Client, WorkflowFailureError, WorkflowHandle
from temporalio.exceptions import ApplicationError

from domain.identity import check_id_of
from runtime.case_removal import LATE_WRITES
from runtime.task_queues import TaskQueue
from schemas.documents import CheckedDocument, DocumentToCheck, DocumentToValidate, DocumentValidation
from tests.example_cases import a_document
from tests.read_documents import a_reading
from tests.serving import serving
from tests.workflows.outside_world import OutsideWorld
from tests.workflows.replaying import replay
from tests.workflows.running_case import PATIENCE, stumbles
from worker import QueueWork
from workflows.document_check import (
    LONGEST_CHECK,
    NOT_READ,
    OPENING_DEADLINE,
    READING_DEADLINE,
    READING_TIME,
    DocumentCheckWorkflow,
)

DOCUMENT = a_document()


class Outside(OutsideWorld):
    """Cannot look at documents of the name `gone.pdf`."""

    @activity.defn(name="validate-document")
    async def validate_document(self, request: DocumentToValidate) -> DocumentValidation:
        if request.document.filename == "gone.pdf":
            raise ApplicationError("the store is away", non_retryable=True)
        return await super().validate_document(request)


@dataclass
class Desk:
    client: Client
    outside: OutsideWorld

    async def checked(self, case_id: str, filename: str = DOCUMENT.filename) -> CheckedDocument:
        """What a look finds. What the run did can be replayed, and never made its worker stumble."""
        document = DOCUMENT.model_copy(update={"filename": filename})
        handle: WorkflowHandle[DocumentCheckWorkflow, CheckedDocument] = await self.client.start_workflow(
            DocumentCheckWorkflow.run,
            DocumentToCheck(case_id=case_id, document=document),
            id=check_id_of(case_id, document.document_id),
            task_queue=TaskQueue.CASES,
            execution_timeout=LONGEST_CHECK,
        )
        try:
            async with asyncio.timeout(PATIENCE):
                return await handle.result()
        finally:
            assert await stumbles(handle) == []
            await replay(await handle.fetch_history(), [DocumentCheckWorkflow])


@pytest.fixture(scope="module")
async def desk(temporal: Client) -> AsyncIterator[Desk]:
    outside = Outside()
    work = {TaskQueue.CASES: QueueWork(workflows=[DocumentCheckWorkflow]), **outside.work()}
    async with serving(temporal, {queue: work[queue] for queue in (TaskQueue.CASES, TaskQueue.DOCUMENTS)}):
        yield Desk(temporal, outside)


@pytest.fixture
def case_id() -> str:
    return f"case_{token_hex(6)}"


async def test_a_document_that_opens_is_of_the_type_that_it_was_read_as(desk: Desk, case_id: str) -> None:
    reading = a_reading(document_id=DOCUMENT.document_id, document_type="invoice")
    desk.outside.of[case_id].readings[DOCUMENT.document_id] = reading

    checked = await desk.checked(case_id)

    assert checked == CheckedDocument(document_id=DOCUMENT.document_id, document_type="invoice")


async def test_a_document_that_does_not_open_is_not_read(desk: Desk, case_id: str) -> None:
    desk.outside.of[case_id].damaged.add(DOCUMENT.document_id)

    checked = await desk.checked(case_id)

    assert checked == CheckedDocument(document_id=DOCUMENT.document_id, problem="damaged")
    assert desk.outside.of[case_id].read == []


async def test_a_document_that_says_nothing_of_the_kind_is_of_no_known_type(desk: Desk, case_id: str) -> None:
    desk.outside.of[case_id].readings[DOCUMENT.document_id] = a_reading(
        document_id=DOCUMENT.document_id, problem="no_text"
    )

    assert await desk.checked(case_id) == CheckedDocument(document_id=DOCUMENT.document_id, document_type="unknown")


async def test_that_nobody_managed_to_read_a_document_is_nothing_to_remember_of_it(desk: Desk, case_id: str) -> None:
    desk.outside.of[case_id].unreadable.add(DOCUMENT.document_id)

    with pytest.raises(WorkflowFailureError) as failed:
        await desk.checked(case_id)

    assert isinstance(failed.value.cause, ApplicationError)
    assert failed.value.cause.type == NOT_READ


async def test_a_document_that_may_be_read_later_is_none_of_no_known_type(desk: Desk, case_id: str) -> None:
    desk.outside.of[case_id].readings[DOCUMENT.document_id] = a_reading(
        document_id=DOCUMENT.document_id, problem="needs_ocr"
    )

    with pytest.raises(WorkflowFailureError) as failed:
        await desk.checked(case_id)

    assert isinstance(failed.value.cause, ApplicationError)
    assert failed.value.cause.type == NOT_READ


async def test_a_look_at_what_cannot_be_looked_at_fails_and_blames_no_document(desk: Desk, case_id: str) -> None:
    with pytest.raises(WorkflowFailureError):
        await desk.checked(case_id, "gone.pdf")


async def test_it_writes_nothing_to_its_case(desk: Desk, case_id: str) -> None:
    await desk.checked(case_id)

    world = desk.outside.of[case_id]
    assert (world.books.attempts, world.responses, world.asked) == (0, [], [])


def test_all_that_it_does_fits_into_its_time_and_into_that_of_late_writes() -> None:
    assert READING_TIME < READING_DEADLINE  # the wait for a worker is not at the expense of the reading
    assert OPENING_DEADLINE + READING_DEADLINE < LONGEST_CHECK < LATE_WRITES
