"""The case workflows as the gateway sees them: open, ask, tell.

A command is a signal followed by a query of its outcome. The signal alone makes it durable; a query that no worker
answers in time says only that the outcome is not known yet.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any, TypeVar, cast, get_args

import structlog
from temporalio.client import (
    Client,
    WorkflowExecutionStatus,
    WorkflowFailureError,
    WorkflowHandle,
    WorkflowQueryFailedError,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.common import (
    Priority,
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.exceptions import ApplicationError, WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from domain.identity import workflow_id_of
from domain.refusal import CommandRefusedError
from runtime.settings import Settings
from runtime.task_queues import TaskQueue
from runtime.temporal import (
    CASE_COUNTRY,
    CASE_ITERATION,
    CASE_ORGANISATION,
    CASE_STATUS,
    CASE_TEMPLATE,
    CASE_VERSION,
)
from schemas.case import CaseClosed, CaseInput, CaseOpening, CaseView, OpeningResult
from schemas.commands import CommandEnvelope, CommandKind, Outcome, RequestKind
from schemas.errors import ErrorCode
from schemas.investigation import TaskProposal
from schemas.mcc import MccClassification
from schemas.status import CaseStatus
from workflows.case import CaseWorkflow

log = structlog.stdlib.get_logger()

RPC_SECONDS = 5.0
ASK_AGAIN_SECONDS = 0.1
AWAY = frozenset(
    {RPCStatusCode.CANCELLED, RPCStatusCode.DEADLINE_EXCEEDED, RPCStatusCode.UNAVAILABLE, RPCStatusCode.UNKNOWN}
)
"""What the SDK reports when the server or, for queries and updates, every worker is away."""
NEVER_CONNECTED = "Failed client connect"
"""How a RuntimeError begins by which a lazy client says that its first connection failed."""

Handle = WorkflowHandle[CaseWorkflow, CaseClosed]
Answer = TypeVar("Answer", TaskProposal, MccClassification)


class TemporalAwayError(Exception):
    """The Temporal server could not be reached."""


class NotAnsweringYetError(TemporalAwayError):
    """A run that continues another has not begun yet: in a moment it will answer."""


class CaseNotRunningError(Exception):
    """No workflow of this case takes messages: it has closed, or there never was one."""


class AlreadyOpenError(Exception):
    """A case with these ids was opened before; what it was opened with is in `memo`."""

    def __init__(self, memo: dict[str, Any], terminated: bool) -> None:
        super().__init__("this case was opened before")
        self.memo = memo
        self.terminated = terminated


class CaseClient:
    def __init__(self, client: Client, settings: Settings) -> None:
        self._client = client
        self._outcome_wait = settings.outcome_wait_seconds
        self._enrichment_wait = settings.enrichment_wait_seconds
        self._computed_wait = settings.computed_wait_seconds

    @property
    def namespace(self) -> str:
        """Of Temporal, in which all cases are."""
        return self._client.namespace

    async def start(self, opening: CaseOpening) -> None:
        """Starts the workflow of a case. Raises AlreadyOpenError if its ids are taken."""
        async with answered_within(RPC_SECONDS):
            try:
                await self._client.start_workflow(
                    CaseWorkflow.run,
                    CaseInput(opening=opening),
                    id=opening.workflow_id,
                    task_queue=TaskQueue.CASES,
                    id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
                    id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
                    memo={"request_hash": opening.request_hash, "created_at": opening.created_at.isoformat()},
                    search_attributes=_search_attributes(opening),
                    static_summary=f"Onboarding of {opening.company.company_name} ({opening.company.country})",
                    priority=Priority(fairness_key=opening.organisation[:64]),
                )
            except WorkflowAlreadyStartedError as error:
                description = await self._handle(opening.case_id).describe()
                terminated = description.status == WorkflowExecutionStatus.TERMINATED
                raise AlreadyOpenError(dict(await description.memo()), terminated) from error

    async def opened(self, case_id: str) -> OpeningResult | None:
        """The look-ups' answers once they are in; None if no worker answers in time."""
        try:
            async with answered_within(self._enrichment_wait):
                return await self._handle(case_id).execute_update(CaseWorkflow.opened)
        except CaseNotRunningError:
            return await self._opened_and_closed(case_id)
        except (TemporalAwayError, WorkflowUpdateRPCTimeoutOrCancelledError):
            return None
        except WorkflowUpdateFailedError as error:  # the workflow was ended while its look-ups ran
            log.warning("a case did not say what its look-ups found", case_id=case_id, detail=str(error.cause)[:500])
            return None

    async def view(self, case_id: str) -> CaseView | None:
        """The case as its workflow has it; None if there is no such workflow or nobody answers for it."""
        try:
            async with answered_within(self._outcome_wait):
                return await self._handle(case_id).query(CaseWorkflow.record)
        except (TemporalAwayError, CaseNotRunningError):
            return None

    async def tell(self, case_id: str, kind: CommandKind, envelope: CommandEnvelope) -> Outcome | None:
        """Sends a command and returns what became of it; None if no worker has said so in time.

        Raises CaseNotRunningError if the case takes no more messages, TemporalAwayError if it could not be told.
        """
        handle = self._handle(case_id)
        try:
            async with answered_within(RPC_SECONDS):
                await handle.signal(kind, envelope)
        except CaseNotRunningError:
            known = await self._outcome(handle, envelope.command_id)
            if known is None:
                raise
            return known
        return await self._outcome(handle, envelope.command_id)

    async def outcome(self, case_id: str, command_id: str) -> Outcome | None:
        """What became of a command; None if the case does not know it, or nobody answers for the case."""
        return await self._outcome(self._handle(case_id), command_id)

    async def ask_again(
        self, case_id: str, question: RequestKind, answer: type[Answer], envelope: CommandEnvelope
    ) -> Answer:
        """Lets a case compute something once more, and returns it. The same command id gives the same answer.

        Raises CommandRefusedError if the case refused, CaseNotRunningError if it has closed, TemporalAwayError if
        there was no answer in time.
        """
        try:
            async with answered_within(self._computed_wait):
                given: Answer = await self._handle(case_id).execute_update(
                    question, envelope, id=envelope.command_id, result_type=answer
                )
                return given
        except WorkflowUpdateRPCTimeoutOrCancelledError as error:
            raise TemporalAwayError("no worker has computed an answer in time") from error
        except WorkflowUpdateFailedError as error:
            if isinstance(error.cause, ApplicationError):
                raise refusal_of(error.cause) from error
            raise

    async def closed(self, case_id: str, wait_seconds: float) -> CaseClosed | None:
        """The workflow's result, waited for as long as that; None if it is not there yet."""
        try:
            async with answered_within(wait_seconds):
                return await self._handle(case_id).result()
        except (TemporalAwayError, CaseNotRunningError, WorkflowFailureError):
            return None

    async def terminate(self, case_id: str, reason: str) -> None:
        """Ends the workflow at once. A workflow that has ended already is fine."""
        with suppress(CaseNotRunningError):
            async with answered_within(RPC_SECONDS):
                await self._handle(case_id).terminate(reason=reason)

    async def live_statuses(self, workflow_ids: Sequence[str]) -> dict[str, tuple[CaseStatus, int]] | None:
        """Status and version of these cases by one visibility call; None if Temporal is away. It lags by about 1 s."""
        if not workflow_ids:
            return {}
        quoted = ", ".join(f"'{workflow_id}'" for workflow_id in workflow_ids)
        found: dict[str, tuple[CaseStatus, int]] = {}
        try:
            async with answered_within(self._outcome_wait):
                async for item in self._client.list_workflows(f"WorkflowId IN ({quoted})", page_size=1000):
                    status = item.typed_search_attributes.get(CASE_STATUS)
                    version = item.typed_search_attributes.get(CASE_VERSION)
                    if status and version is not None:
                        found[item.id] = max(
                            found.get(item.id, (CaseStatus(status), -1)),
                            (CaseStatus(status), version),
                            key=lambda known: known[1],
                        )
        except (TemporalAwayError, RPCError):
            return None
        return found

    async def reachable(self) -> bool:
        async with asyncio.timeout(RPC_SECONDS):
            return await self._client.service_client.check_health()

    async def _opened_and_closed(self, case_id: str) -> OpeningResult | None:
        """A closed case takes no updates, but its record still says what its opening answered."""
        view = await self.view(case_id)
        return OpeningResult(enrichment=view.record.enrichment or {}) if view else None

    async def _outcome(self, handle: Handle, command_id: str) -> Outcome | None:
        try:
            async with asyncio.timeout(self._outcome_wait):
                outcome = await self._asked_until_it_answers(handle, command_id)
        except (TimeoutError, TemporalAwayError, CaseNotRunningError):
            return None
        return None if outcome.state == "unknown" else outcome

    async def _asked_until_it_answers(self, handle: Handle, command_id: str) -> Outcome:
        while True:
            try:
                async with answered_within(self._outcome_wait):
                    return await handle.query(CaseWorkflow.outcome, command_id)
            except NotAnsweringYetError:
                await asyncio.sleep(ASK_AGAIN_SECONDS)

    def _handle(self, case_id: str) -> Handle:
        return self._client.get_workflow_handle_for(CaseWorkflow.run, workflow_id_of(case_id))


def refusal_of(error: ApplicationError) -> CommandRefusedError:
    """The refusal that an update was answered with; the error itself if it is none of ours."""
    if error.type not in get_args(ErrorCode):
        raise error
    field = error.details[0] if error.details else None
    return CommandRefusedError(cast(ErrorCode, error.type), error.message, field)


def parse_created_at(memo: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(str(memo["created_at"]))


def _search_attributes(opening: CaseOpening) -> TypedSearchAttributes:
    return TypedSearchAttributes(
        [
            SearchAttributePair(CASE_STATUS, CaseStatus.AWAITING_DOCUMENTS),
            SearchAttributePair(CASE_ORGANISATION, opening.organisation),
            SearchAttributePair(CASE_TEMPLATE, opening.template.id),
            SearchAttributePair(CASE_COUNTRY, opening.company.country),
            SearchAttributePair(CASE_ITERATION, 1),
            SearchAttributePair(CASE_VERSION, 1),
        ]
    )


@asynccontextmanager
async def answered_within(seconds: float) -> AsyncIterator[None]:
    """A time limit for what is asked of Temporal inside, and one name for each way it can go unanswered.

    Raises TemporalAwayError or CaseNotRunningError; any other RPCError is a defect of ours and passes through.
    """
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise TemporalAwayError(f"no answer within {seconds} s") from error
    except RPCError as error:
        if error.status == RPCStatusCode.NOT_FOUND:
            raise CaseNotRunningError from error
        if error.status == RPCStatusCode.FAILED_PRECONDITION:
            raise NotAnsweringYetError(str(error)) from error
        if error.status in AWAY:
            raise TemporalAwayError(str(error)) from error
        raise
    except WorkflowQueryFailedError as error:
        # A defect of the workflow's code: the caller goes on with the snapshot, and an operator has to know.
        log.error("a case could not answer a query", detail=str(error)[:500])
        raise TemporalAwayError(str(error)) from error
    except RuntimeError as error:
        if not str(error).startswith(NEVER_CONNECTED):
            raise
        raise TemporalAwayError(str(error)) from error
