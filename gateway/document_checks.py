"""Looks at single documents, each a workflow of its own: begun by the first who asks, waited for by all others.

They stand behind all that cases do themselves, and no case has many of them at once: whoever has a link can ask for
one of each document, and the workers that read them are everyone's.
"""

from datetime import UTC, datetime, timedelta

import structlog
from temporalio.client import (
    Client,
    WorkflowExecutionDescription,
    WorkflowExecutionStatus,
    WorkflowFailureError,
    WorkflowHandle,
)
from temporalio.common import Priority, WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError

from domain.identity import check_id_of
from gateway.case_client import RPC_SECONDS, CaseNotRunningError, TemporalAwayError, answered_within
from runtime.settings import Settings
from runtime.task_queues import TaskQueue
from schemas.case import CaseRecord
from schemas.documents import CaseDocument, CheckedDocument, DocumentToCheck
from workflows.document_check import LONGEST_CHECK, NOT_READ, DocumentCheckWorkflow

log = structlog.stdlib.get_logger()

LAST = 5
"""The last of the priorities; what cases do themselves has the one in the middle."""
MOST_AT_ONCE = 3
"""Checks of one case. They are counted by a list that lags by about a second: a few more may slip through."""
REST = timedelta(minutes=10)
"""How long a document that could not be looked at is left alone."""
GOOD = (WorkflowExecutionStatus.RUNNING, WorkflowExecutionStatus.COMPLETED)

Handle = WorkflowHandle[DocumentCheckWorkflow, CheckedDocument]


class LookFailedError(Exception):
    """Nobody could look at the document, for a reason that is not the document's. After REST somebody may try again."""


class DocumentChecks:
    def __init__(self, client: Client, settings: Settings) -> None:
        self._client = client
        self._wait = settings.document_check_wait_seconds

    async def look(self, record: CaseRecord, document: CaseDocument) -> CheckedDocument | None:
        """What a look at the document finds; None if nobody has said so in time, or has begun.

        Raises LookFailedError if it failed, TemporalAwayError if nobody could be asked.
        """
        check_id = check_id_of(record.opening.case_id, document.document_id)
        handle: Handle = self._client.get_workflow_handle_for(DocumentCheckWorkflow.run, check_id)
        if _may_begin(await _last_run(handle)) and not await self._begun(record, document):
            return None
        try:
            async with answered_within(self._wait):
                return await handle.result()
        except (TemporalAwayError, CaseNotRunningError):
            return None
        except WorkflowFailureError as error:
            log.warning("a document could not be looked at", check_id=check_id, detail=str(error.cause)[:500])
            if isinstance(error.cause, ApplicationError) and error.cause.type == NOT_READ:
                return CheckedDocument(document_id=document.document_id)
            raise LookFailedError from error

    async def _begun(self, record: CaseRecord, document: CaseDocument) -> bool:
        """Whether its workflow runs now, or has run to its end meanwhile; not if the case has enough of them."""
        opening = record.opening
        async with answered_within(RPC_SECONDS):
            if await self._running(opening.case_id) >= MOST_AT_ONCE:
                return False
            try:
                await self._client.start_workflow(
                    DocumentCheckWorkflow.run,
                    DocumentToCheck(case_id=opening.case_id, document=document),
                    id=check_id_of(opening.case_id, document.document_id),
                    task_queue=TaskQueue.CASES,
                    id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
                    id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
                    execution_timeout=LONGEST_CHECK,
                    static_summary=f"Check of an upload for {document.requirement_id}",
                    priority=Priority(priority_key=LAST, fairness_key=opening.organisation[:64]),
                )
            except WorkflowAlreadyStartedError:
                log.debug("a document has been looked at meanwhile", document_id=document.document_id)
        return True

    async def _running(self, case_id: str) -> int:
        mine = f"WorkflowId STARTS_WITH '{check_id_of(case_id, '')}' AND ExecutionStatus = 'Running'"
        return (await self._client.count_workflows(mine)).count


async def _last_run(handle: Handle) -> WorkflowExecutionDescription | None:
    try:
        async with answered_within(RPC_SECONDS):
            return await handle.describe()
    except CaseNotRunningError:
        return None


def _may_begin(last: WorkflowExecutionDescription | None) -> bool:
    """A document says the same every time: only a look that failed is taken again, and not at once."""
    if last is None:
        return True
    return last.status not in GOOD and (last.close_time is None or datetime.now(UTC) - last.close_time >= REST)
