"""A look at one document, while its customer waits: can it be opened, and what is it?

It says nothing to the case, which looks for itself when it comes to its documents. What was read is kept, so that the
case then finds it read. Everything here has an end: whoever asks again some time after it gets another look.
"""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from activities.documents.reading import ReadingActivities
    from activities.documents.validation import DocumentActivities
    from domain.documents_read import MAY_BE_READ_LATER
    from runtime.task_queues import TaskQueue
    from schemas.documents import CheckedDocument, DocumentToCheck, DocumentToValidate, DocumentValidation
    from schemas.extraction import DocumentReading, DocumentToRead

OPENING_DEADLINE = timedelta(minutes=2)
READING_TIME = timedelta(minutes=5)
"""A scan of many pages takes a minute or two."""
READING_DEADLINE = timedelta(minutes=7)
"""With the wait for a worker."""
LONGEST_CHECK = timedelta(minutes=10)
"""With every wait for a worker. After that it is nobody's any more, and a case that was deleted meanwhile is not
written to (`runtime.case_removal.LATE_WRITES`)."""
NOT_READ = "not_read"
"""The type of the failure of a look that opened the document and could not say of which type it is."""
A_FEW_TIMES = RetryPolicy(initial_interval=timedelta(seconds=1), backoff_coefficient=2, maximum_attempts=5)


@workflow.defn(name="DocumentCheckWorkflow")
class DocumentCheckWorkflow:
    """Fails if the document could not be looked at, or not be read for a reason that may pass: that is no fault of the
    document, and nothing to remember of it. With NOT_READ it did open."""

    @workflow.run
    async def run(self, job: DocumentToCheck) -> CheckedDocument:
        validation = await self._validate(job)
        if not validation.valid:
            return CheckedDocument(document_id=job.document.document_id, problem=validation.problem)
        reading = await self._read(job)
        if reading.document_type == "unknown" and reading.problem in MAY_BE_READ_LATER:
            raise ApplicationError(f"the document was not read: {reading.problem}", type=NOT_READ)
        return CheckedDocument(document_id=job.document.document_id, document_type=reading.document_type)

    async def _validate(self, job: DocumentToCheck) -> DocumentValidation:
        return await workflow.execute_activity_method(
            DocumentActivities.validate_document,
            DocumentToValidate(case_id=job.case_id, document=job.document),
            task_queue=TaskQueue.DOCUMENTS,
            schedule_to_close_timeout=OPENING_DEADLINE,
            start_to_close_timeout=timedelta(minutes=1),
            heartbeat_timeout=timedelta(seconds=20),
            retry_policy=A_FEW_TIMES,
            summary="See whether it opens",
        )

    async def _read(self, job: DocumentToCheck) -> DocumentReading:
        """What it says. Raises ApplicationError of the type NOT_READ if nobody could tell in time."""
        try:
            return await workflow.execute_activity_method(
                ReadingActivities.read_document,
                DocumentToRead(case_id=job.case_id, document=job.document),
                task_queue=TaskQueue.DOCUMENTS,
                schedule_to_close_timeout=READING_DEADLINE,
                start_to_close_timeout=READING_TIME,
                heartbeat_timeout=timedelta(seconds=30),
                retry_policy=A_FEW_TIMES,
                summary="Read what it says",
            )
        except ActivityError as error:
            if is_cancelled_exception(error):
                raise
            raise ApplicationError("the document was not read", type=NOT_READ) from error
