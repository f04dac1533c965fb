"""The activities of a case: on which queue, for how long, how often again, and what operators read beside them."""

import asyncio
from datetime import timedelta
from math import ceil

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, TimeoutError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from activities.documents.reading import ReadingActivities
    from activities.documents.validation import DocumentActivities
    from activities.investigation import InvestigationActivities
    from activities.notify import NotifyActivities
    from activities.records import RecordActivities
    from activities.reports.handoff import HandoffReportActivities
    from activities.reports.report import ReportActivities
    from activities.sources.look_up import LookUpActivities
    from domain.look_ups import AFTER_THE_REGISTERS
    from domain.persons import persons_left_out, persons_of
    from domain.progress import documents_to_validate
    from runtime.task_queues import TaskQueue, source_queue
    from schemas.case import (
        CaseOpening,
        CaseRecord,
        CaseState,
        Deadline,
        RecordBatch,
        Recorded,
        RecordedCase,
        ReportRef,
        ResponsesToStore,
    )
    from schemas.documents import CaseDocument, DocumentToValidate, DocumentValidation
    from schemas.events import CaseEvent
    from schemas.extraction import DocumentReading, DocumentToRead
    from schemas.investigation import InvestigationResult
    from schemas.notifications import CustomerReminder, ReminderResult
    from schemas.sources import SOURCE_LABELS, SourceAnswer, SourceName, SourceQuery

OPENING_DEADLINE = timedelta(seconds=9)
"""All look-ups of an opening start together and end within this time, whatever their retries. The officer, who waits
for ten seconds at most, is still to be answered after it."""

BACKGROUND_LOOK_DEADLINE = timedelta(seconds=30)
"""A source that is asked again while the case waits for its customer, who may submit meanwhile."""

SECOND_LOOK_DEADLINE = timedelta(seconds=60)
"""A source that was unavailable gets longer when nobody waits for an answer."""

LONGEST_LOOK = timedelta(seconds=28)
"""One try of a look-up, which gives up by itself after 25 s: if its worker dies, another has time to try again."""

READ_AT_ONCE = 2
"""Documents of one case that are read at the same time, so that a case with many leaves room for others."""

READING_DEADLINE = timedelta(hours=2)
"""A store may be away for a while; after that a case goes on and says that the document was not read."""

DRAWING_DEADLINE = timedelta(minutes=2)
"""Pictures are a comfort: an investigation does not wait long for them."""

UNTIL_DONE = RetryPolicy(
    initial_interval=timedelta(seconds=1), backoff_coefficient=2, maximum_interval=timedelta(minutes=1)
)
"""For work that must be done however long a store is away; each retry is an action, so they grow rare."""

OFFER_AGAIN = timedelta(minutes=5)

REMINDER_DEADLINE = timedelta(minutes=2)
"""A case does nothing else while it reminds its customer, so it does not wait long for the operator's system."""

WITHIN_DEADLINE = RetryPolicy(initial_interval=timedelta(milliseconds=500), maximum_attempts=3)


ASKED_AGAIN_SECONDS = 60.0
"""A source that did not answer in time is asked again in the background, at the earliest after this."""


async def look_up(source: SourceName, record: CaseRecord, deadline: timedelta) -> SourceAnswer:
    """Asks one source. Never fails: a source that does not answer in time is unavailable, which says nothing bad."""
    opening = record.opening
    try:
        return await workflow.execute_activity_method(
            LookUpActivities.look_up,
            SourceQuery(
                case_id=opening.case_id,
                source=source,
                organisation=opening.organisation,
                company=opening.company,
                persons=persons_of(record) if source in AFTER_THE_REGISTERS else (),
                persons_left_out=persons_left_out(record) if source in AFTER_THE_REGISTERS else 0,
            ),
            task_queue=source_queue(source),
            schedule_to_close_timeout=deadline,
            start_to_close_timeout=min(deadline, LONGEST_LOOK),
            retry_policy=WITHIN_DEADLINE,
            summary=f"Ask {SOURCE_LABELS[source]}",
        )
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        workflow.logger.warning("source did not answer", extra={"source": SOURCE_LABELS[source], "cause": str(error)})
        return SourceAnswer(
            source=source,
            state="unavailable",
            reason="deadline_exceeded" if isinstance(error.cause, TimeoutError) else "look_up_failed",
            retry_after_seconds=ASKED_AGAIN_SECONDS,
            collected_at=workflow.now(),
            environment=opening.environment,
        )


async def store_responses(record: CaseRecord) -> None:
    submissions = tuple(item for item in record.submissions if item.iteration == record.current_iteration)
    await workflow.execute_activity_method(
        RecordActivities.store_responses,
        ResponsesToStore(case_id=record.opening.case_id, iteration=record.current_iteration, submissions=submissions),
        task_queue=TaskQueue.RECORDS,
        start_to_close_timeout=timedelta(seconds=30),
        retry_policy=UNTIL_DONE,
        summary="Store the customer's answers",
    )


async def validate_documents(record: CaseRecord) -> tuple[DocumentValidation, ...]:
    """Validates the new documents at the same time; the results are in the order of upload."""
    documents = documents_to_validate(record)
    return tuple(
        await asyncio.gather(
            *(
                workflow.execute_activity_method(
                    DocumentActivities.validate_document,
                    DocumentToValidate(case_id=record.opening.case_id, document=document),
                    task_queue=TaskQueue.DOCUMENTS,
                    start_to_close_timeout=timedelta(minutes=3),
                    heartbeat_timeout=timedelta(seconds=20),
                    retry_policy=UNTIL_DONE,
                    summary=f"Read document {number} of {len(documents)} ({document.requirement_id})",
                )
                for number, document in enumerate(documents, start=1)
            )
        )
    )


async def read_document(case_id: str, document: CaseDocument) -> DocumentReading:
    """What a document says. Never fails for good: one that cannot be read in hours says so, and the case goes on."""
    try:
        return await workflow.execute_activity_method(
            ReadingActivities.read_document,
            DocumentToRead(case_id=case_id, document=document),
            task_queue=TaskQueue.DOCUMENTS,
            schedule_to_close_timeout=READING_DEADLINE,
            start_to_close_timeout=timedelta(minutes=10),
            heartbeat_timeout=timedelta(seconds=30),
            retry_policy=UNTIL_DONE,
            summary=f"Read what {document.requirement_id} says",
        )
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        workflow.logger.error("a document was not read", extra={"cause": str(error.cause)})
        return DocumentReading(document_id=document.document_id, problem="not_available", read_at=workflow.now())


async def draw_pages(case_id: str, document: CaseDocument) -> None:
    """Pictures of the pages, for officers. Without them a case goes on: what the pages say is known."""
    try:
        await workflow.execute_activity_method(
            ReadingActivities.draw_pages,
            DocumentToRead(case_id=case_id, document=document),
            task_queue=TaskQueue.DOCUMENTS,
            schedule_to_close_timeout=DRAWING_DEADLINE,
            start_to_close_timeout=DRAWING_DEADLINE,
            heartbeat_timeout=timedelta(seconds=30),
            retry_policy=UNTIL_DONE,
            summary=f"Draw the pages of {document.requirement_id}",
        )
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        workflow.logger.warning("pages were not drawn", extra={"cause": str(error.cause)})


async def investigate(record: CaseRecord) -> InvestigationResult:
    result = await workflow.execute_activity_method(
        InvestigationActivities.investigate_case,
        record,
        task_queue=TaskQueue.DOCUMENTS,
        start_to_close_timeout=timedelta(seconds=15),
        retry_policy=UNTIL_DONE,
        summary="Compare sources and documents, score the risk",
    )
    return result.model_copy(update={"judgements": record.judgements})


async def generate_report(record: CaseRecord) -> ReportRef:
    return await workflow.execute_activity_method(
        ReportActivities.generate_report,
        record,
        task_queue=TaskQueue.DOCUMENTS,
        start_to_close_timeout=timedelta(seconds=30),
        retry_policy=UNTIL_DONE,
        summary="Write the report",
    )


async def generate_handoff_report(record: CaseRecord) -> ReportRef:
    return await workflow.execute_activity_method(
        HandoffReportActivities.generate_handoff_report,
        record,
        task_queue=TaskQueue.DOCUMENTS,
        start_to_close_timeout=timedelta(seconds=30),
        retry_policy=UNTIL_DONE,
        summary="Write the report for other systems",
    )


async def remind_customer(record: CaseRecord, deadline: Deadline) -> ReminderResult:
    """Asks the operator's system to remind the customer. Never fails: a reminder that could not be sent is recorded."""
    opening, expires = record.opening, record.portal_expires_at
    reminder = CustomerReminder(
        notification_id=f"{opening.case_id}:reminder:{deadline.due_at.isoformat()}",
        kind="portal_expires_soon",
        case_id=opening.case_id,
        company_name=opening.company.company_name,
        portal_url=opening.portal_url or "",
        expires_at=expires,
        days_left=max(0, ceil((expires - workflow.now()) / timedelta(days=1))),
        environment=opening.environment,
    )
    try:
        return await workflow.execute_activity_method(
            NotifyActivities.remind_customer,
            reminder,
            task_queue=TaskQueue.RECORDS,
            schedule_to_close_timeout=REMINDER_DEADLINE,
            start_to_close_timeout=timedelta(seconds=15),
            retry_policy=RetryPolicy(initial_interval=timedelta(seconds=5)),
            summary="Remind the customer that the portal link ends soon",
        )
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        workflow.logger.warning("the customer was not reminded", extra={"cause": str(error.cause)})
        return ReminderResult(delivered=False, reason="no_answer")


async def read_records(opening: CaseOpening) -> CaseState | None:
    return await workflow.execute_activity_method(
        RecordActivities.read_records,
        RecordedCase(case_id=opening.case_id),
        task_queue=TaskQueue.RECORDS,
        start_to_close_timeout=timedelta(seconds=30),
        retry_policy=UNTIL_DONE,
        summary="Read what is on record",
    )


async def write_records(opening: CaseOpening, events: tuple[CaseEvent, ...]) -> Recorded | None:
    """Writes the events; None if they could not be written.

    Failing for good is a defect or a refusal by Postgres, not an outage, which is retried. It must not end the case's
    record keeping unnoticed, so it is logged and the batch is offered again after a while.
    """
    try:
        return await workflow.execute_activity_method(
            RecordActivities.write_records,
            RecordBatch(opening=opening, events=events),
            task_queue=TaskQueue.RECORDS,
            start_to_close_timeout=timedelta(seconds=15),
            retry_policy=UNTIL_DONE,
            summary=f"Write {len(events)} events",
        )
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        workflow.logger.error("records refused", extra={"cause": str(error.cause)})
        await workflow.sleep(OFFER_AGAIN, summary="Records were refused; offering them again")
        return None
