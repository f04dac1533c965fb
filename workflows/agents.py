"""The agents of a case: the rules answer first, and a language model, where one is configured, may do better.

Nothing waits for a model longer than the case's template allows, and nothing fails for want of one: the rules' answer
stands, and says so. What a model answered is history, so a case replays the same whatever the model would say today.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Generic, TypeVar

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from activities.agents.candidates import CandidateActivities
    from activities.agents.mcc import MccActivities
    from activities.agents.tasks import TaskActivities
    from domain.agent_runs import by_rules_alone, classification_of, proposal_of, too_late, unexplained
    from domain.customer_language import customer_language
    from domain.documents_read import with_proposals
    from domain.mcc.request import mcc_request
    from domain.submission import unanswered_questions
    from runtime.task_queues import TaskQueue
    from schemas.agents import AgentExecution, AgentName, AgentRun, ExecutionOutcome
    from schemas.case import CaseRecord, TaskModelRequest, TaskRequest
    from schemas.extraction import DocumentReading, ProposalRequest, Proposals
    from schemas.frozen import Frozen
    from schemas.investigation import TaskAnswer, TaskProposal
    from schemas.mcc import MccAnswer, MccClassification, MccModelQuestion

RULES_DEADLINE = timedelta(minutes=2)
"""One try of the rules, over the longest texts that a case may bring, by a worker that has only just begun to load."""

UNTIL_DONE = RetryPolicy(
    initial_interval=timedelta(seconds=1), backoff_coefficient=2, maximum_interval=timedelta(minutes=1)
)
"""The rules need nothing but the store that keeps what went in and came out."""

SHORTEST_WAIT = timedelta(seconds=1)
"""With less time left, a model is not asked."""

SIGN_OF_LIFE = timedelta(seconds=15)
"""A worker that waits for a model says so every few seconds; one that died is noticed after this."""

WHILE_IT_MAY = RetryPolicy(initial_interval=timedelta(seconds=1), backoff_coefficient=2, maximum_attempts=4)
"""A model is asked again only within the time that the template allows for all of it."""

BY_MODEL: dict[AgentName, Callable[..., Any]] = {
    "mcc": MccActivities.classify_mcc_by_model,
    "tasks": TaskActivities.generate_tasks_by_model,
    "candidates": CandidateActivities.propose_candidates,
}

Proposed = TypeVar("Proposed", MccClassification, TaskProposal, DocumentReading)
Proposal = TypeVar("Proposal", MccClassification, TaskProposal)
Answered = TypeVar("Answered", MccAnswer, TaskAnswer, Proposals)
Bettered = TypeVar("Bettered", MccAnswer, TaskAnswer)


@dataclass(frozen=True)
class Run(Generic[Proposed]):
    """What the agents made of a question, and their runs, to be put on record whatever becomes of the answer."""

    answer: Proposed
    executions: tuple[AgentExecution, ...]


class Patience:
    """How long a case still waits for language models: all questions of one investigation together wait no longer than
    the template allows. Questions that wait at the same time each use it up."""

    def __init__(self, record: CaseRecord) -> None:
        self.allowed = self.left = timedelta(seconds=record.opening.template.model_wait_seconds)

    @property
    def lasts(self) -> bool:
        return self.left >= SHORTEST_WAIT

    @property
    def is_over(self) -> bool:
        """Whether there was time to ask a model, and none is left."""
        return self.allowed >= SHORTEST_WAIT > self.left


async def classify_mcc(record: CaseRecord, patience: Patience, notes: str | None = None) -> Run[MccClassification]:
    """The merchant category as the case stands; `notes` are an officer's, who asked once more."""
    request = mcc_request(record, notes or record.mcc_notes).model_copy(update={"run": _run(record)})
    by_rules = await workflow.execute_activity_method(
        MccActivities.classify_mcc,
        request,
        task_queue=TaskQueue.AGENTS,
        start_to_close_timeout=RULES_DEADLINE,
        retry_policy=UNTIL_DONE,
        summary="Classify the merchant category by rules",
    )
    run, answer = _run(record), classification_of(by_rules)
    question = MccModelQuestion(request=request.model_copy(update={"run": None}), by_rules=answer, run=run)
    return await _bettered("mcc", run, patience, question, by_rules, classification_of)


async def generate_tasks(record: CaseRecord, patience: Patience) -> Run[TaskProposal]:
    """Follow-up tasks as the case stands. Nothing reaches the customer unless an officer sends it."""
    request = TaskRequest(
        result=record.investigation_results[-1],
        requirements=record.opening.template.document_requirements,
        asked=record.follow_up_tasks,
        questions=unanswered_questions(record),
        language=customer_language(record),
        run=_run(record),
    )
    by_rules = await workflow.execute_activity_method(
        TaskActivities.generate_tasks,
        request,
        task_queue=TaskQueue.AGENTS,
        start_to_close_timeout=RULES_DEADLINE,
        retry_policy=UNTIL_DONE,
        summary="Propose follow-up tasks by rules",
    )
    run, answer = _run(record), proposal_of(by_rules)
    if not answer.tasks:
        return Run(answer, _executions(by_rules))
    question = TaskModelRequest(request=request.model_copy(update={"run": None}), by_rules=answer, run=run)
    return await _bettered("tasks", run, patience, question, by_rules, proposal_of)


async def propose_candidates(record: CaseRecord, patience: Patience, reading: DocumentReading) -> Run[DocumentReading]:
    """A reading with what a language model finds beyond the rules, where there is one. Only ever an addition."""
    if not (reading.ask_model and patience.lasts):
        return Run(reading, ())
    run = _run(record)
    question = ProposalRequest(case_id=run.case_id, reading=reading, run=run)
    asked = await _ask("candidates", run, patience, question, Proposals)
    if isinstance(asked, AgentExecution):
        return Run(reading, (asked,))
    return Run(with_proposals(reading, asked), _executions(asked))


async def _bettered(
    agent: AgentName,
    run: AgentRun,
    patience: Patience,
    question: Frozen,
    by_rules: Bettered,
    answer_of: Callable[[Bettered], Proposal],
) -> Run[Proposal]:
    """What a language model makes of the rules' answer; that answer itself where none is configured or of use."""
    answer = answer_of(by_rules)
    executions: tuple[AgentExecution, ...] = _executions(by_rules)
    if not by_rules.ask_model or not patience.lasts:
        return Run(too_late(answer) if by_rules.ask_model and patience.is_over else answer, executions)
    asked = await _ask(agent, run, patience, question, type(by_rules))
    if isinstance(asked, AgentExecution):
        return Run(by_rules_alone(answer, asked), (*executions, asked))
    if asked.execution is None:  # nobody is asked where there is nothing to ask
        return Run(answer, executions)
    return Run(answer_of(asked), (*executions, asked.execution))


async def _ask(
    agent: AgentName, run: AgentRun, patience: Patience, question: Frozen, answer: type[Answered]
) -> Answered | AgentExecution:
    """What a model answers; or, if it gave nothing usable, the run that says why. Never fails."""
    began = workflow.now()
    try:
        given = await workflow.execute_activity_method(
            BY_MODEL[agent],
            question,
            task_queue=TaskQueue.AGENTS,
            schedule_to_close_timeout=patience.left,
            start_to_close_timeout=patience.left,
            heartbeat_timeout=SIGN_OF_LIFE,
            retry_policy=WHILE_IT_MAY,
            summary=f"Ask a language model ({agent})",
        )
    except ActivityError as error:
        if is_cancelled_exception(error):
            raise
        execution = _left_by(error) or unexplained(agent, run, began, workflow.now(), _outcome_of(error))
        workflow.logger.warning("a language model was of no use", extra={"agent": agent, "outcome": execution.outcome})
        return execution
    finally:
        patience.left -= workflow.now() - began
    return answer.model_validate(given)


def _left_by(error: ActivityError) -> AgentExecution | None:
    """The run that a failed attempt left, the last one's; None if it could not even say so."""
    return next((AgentExecution.model_validate(cause.details[0]) for cause in _causes(error) if cause.details), None)


def _outcome_of(error: ActivityError) -> ExecutionOutcome:
    """What an attempt that left no run came to: what it says of itself, or else that its time was over."""
    return "unavailable" if any(_causes(error)) else "timed_out"


def _causes(error: ActivityError) -> Iterator[ApplicationError]:
    """What attempts failed with; behind the end of all attempts' time stands how the last one failed."""
    cause: BaseException | None = error.cause
    while cause is not None:
        if isinstance(cause, ApplicationError):
            yield cause
        cause = cause.__cause__


def _run(record: CaseRecord) -> AgentRun:
    return AgentRun(
        case_id=record.opening.case_id,
        organisation=record.opening.organisation,
        iteration=record.current_iteration,
        execution_id=f"exe_{workflow.uuid4().hex[:12]}",
    )


def _executions(answer: MccAnswer | TaskAnswer | Proposals) -> tuple[AgentExecution, ...]:
    return (answer.execution,) if answer.execution else ()
