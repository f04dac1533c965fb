"""Asks a language model, within the budget, and leaves a run on record whatever comes of it.

A question has one answer, or one repair and its answer. Everything else is an ApplicationError whose type is the
outcome and whose detail is the run (`schemas.agents.AgentExecution` as JSON); Temporal tries again where that may help
and time is left. Such an error has no cause: what led to it may hold a provider's words, which belong neither into
history nor into a log.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic

import psycopg
from temporalio import activity
from temporalio.common import RetryPolicy
from temporalio.exceptions import ApplicationError

from activities.agents.executions import RunStore, keep, milliseconds_since
from activities.agents.models import AnswerType, LanguageModel, ModelFaultError, Question, Reply, Usage, Wire
from activities.agents.prompts import Prompt
from activities.documents.child import heartbeating
from runtime.model_usage import ModelUsage, OverBudgetError, Spending
from schemas.agents import AgentExecution, AgentName, AgentRun, ExecutionOutcome
from schemas.frozen import Frozen

LONGEST_WAIT = 60.0
"""Seconds; however long a provider wants to be left alone, the case goes on before."""
FILING_SECONDS = 1.5
"""Kept of the time that an attempt has, for putting on record what came: what Temporal ends leaves no run."""
LEAST_SECONDS = 2.0
"""With less, no model is asked: it would hardly answer, and what it used would count."""
LEAST_FOR_ANOTHER = 5.0
"""Seconds; with less, an attempt would only put itself on record in the place of the one that asked."""
WITHOUT_DEADLINE = 120.0
MAX_OUTPUT_TOKENS = 4000
_BYTES_PER_TOKEN = 2
"""An estimate on the safe side: European languages have three to four."""


@dataclass(frozen=True)
class Asked(Generic[AnswerType]):
    """What a model is asked for a case."""

    run: AgentRun
    agent: AgentName
    prompt: Prompt
    data: Frozen
    answer: type[AnswerType]
    subject: str | None = None
    max_output_tokens: int = MAX_OUTPUT_TOKENS


@dataclass(frozen=True)
class Answered(Generic[AnswerType]):
    answer: AnswerType
    execution: AgentExecution


class ModelDesk:
    """Where a worker's activities ask its language model. Without one, whoever asks is told so."""

    def __init__(self, model: LanguageModel | None, store: RunStore, usage: ModelUsage) -> None:
        self._model = model
        self._store = store
        self._usage = usage

    @property
    def is_open(self) -> bool:
        """Whether there is a model to ask."""
        return self._model is not None

    async def ask(self, asked: Asked[AnswerType]) -> Answered[AnswerType]:
        """Heartbeats while it waits. Raises ApplicationError with the run if nothing usable came, and ObjectStoreError
        if it cannot be kept."""
        if self._model is None:
            raise ApplicationError("this worker has no language model", type="unavailable", non_retryable=True)
        return await heartbeating(_Conversation(self._model, self._store, self._usage, asked).answer())


class _Conversation(Generic[AnswerType]):
    """The one or two exchanges of an attempt, and what they used."""

    def __init__(self, model: LanguageModel, store: RunStore, usage: ModelUsage, asked: Asked[AnswerType]) -> None:
        self._model = model
        self._store = store
        self._ledger = usage
        self._asked = asked
        self._question = Question(
            asked.prompt.text, asked.data.model_dump_json(), asked.answer, asked.max_output_tokens
        )
        self._began = datetime.now(UTC)
        self._ends = _end_of_attempt(self._began)
        self._usage = Usage()
        self._requests = 0
        self._wire = Wire()

    async def answer(self) -> Answered[AnswerType]:
        try:
            reply = await self._exchange()
            outcome: ExecutionOutcome = "answered"
            if reply.answer is None:
                outcome, reply = "repaired", await self._exchange(reply)
            if reply.answer is None:
                raise ModelFaultError(
                    "invalid_answer", f"the language model's answer does not fit: {reply.problem}", reply.wire
                )
        except ModelFaultError as fault:
            raise await self._failed(fault) from None
        return Answered(reply.answer, await self._execution(outcome))

    async def _exchange(self, rejected: Reply[AnswerType] | None = None) -> Reply[AnswerType]:
        """One request, whose usage is set aside before and settled after it."""
        if self._seconds_left() < LEAST_SECONDS:
            raise self._too_late(rejected)
        usage_id = await self._reserve(rejected)
        self._requests += 1
        try:
            reply = await self._model.ask(self._question, self._seconds_left(), rejected)
        except ModelFaultError as fault:
            self._wire = fault.wire
            await self._settle(usage_id, fault.usage)
            raise
        self._wire = reply.wire
        await self._settle(usage_id, reply.usage)
        return reply

    async def _reserve(self, rejected: Reply[AnswerType] | None) -> str:
        question, run = self._question, self._asked.run
        texts = len(question.instructions.encode()) + len(question.data.encode())
        texts += len(str(question.answer.model_json_schema())) + (len(rejected.wire.received) if rejected else 0)
        most = self._model.most(texts // _BYTES_PER_TOKEN, question.max_output_tokens)
        spending = Spending(
            organisation=run.organisation,
            case_id=run.case_id,
            agent=self._asked.agent,
            model=self._model.name,
            tokens=most.input_tokens + most.output_tokens,
            cost_usd=most.cost_usd or 0.0,
        )
        try:
            return await self._ledger.reserve(spending)
        except OverBudgetError as error:
            raise ModelFaultError("over_budget", str(error), self._wire) from error
        except psycopg.Error as error:
            words = f"the budget could not be looked up in PostgreSQL: {type(error).__name__}"
            raise ModelFaultError("unavailable", words, self._wire, again=True) from error

    async def _settle(self, usage_id: str, usage: Usage | None) -> None:
        """What nobody knows the usage of counts in full, and what the run cost is not known then."""
        self._usage += usage or Usage(cost_usd=None)
        if usage is None:
            return
        try:
            await self._ledger.settle(usage_id, usage.input_tokens + usage.output_tokens, usage.cost_usd or 0.0)
        except psycopg.Error:  # then it counts in full, and the answer that is there is used all the same
            activity.logger.warning("the usage of a language model was not settled", exc_info=True)

    def _too_late(self, rejected: Reply[AnswerType] | None) -> ModelFaultError:
        if rejected is None:
            return ModelFaultError("timed_out", "no time was left to ask the language model", self._wire, again=True)
        words = f"the language model's answer does not fit, and no time was left to ask again: {rejected.problem}"
        return ModelFaultError("invalid_answer", words, self._wire)

    async def _failed(self, fault: ModelFaultError) -> ApplicationError:
        execution = await self._execution(fault.outcome, fault.message)
        wait = min(fault.wait_seconds, LONGEST_WAIT) if fault.wait_seconds else None
        activity.logger.warning("a language model gave nothing usable: %s, status %s", fault.outcome, fault.wire.status)
        return ApplicationError(
            fault.message,
            execution.model_dump(mode="json"),
            type=fault.outcome,
            non_retryable=not (fault.again and _another_fits(wait)),
            next_retry_delay=timedelta(seconds=wait) if wait else None,
        )

    async def _execution(self, outcome: ExecutionOutcome, note: str | None = None) -> AgentExecution:
        """The run, with the last exchange's bytes: a repair's question repeats all that was said before it. Tokens and
        cost are this attempt's; what earlier ones used is in the budget alone."""
        asked, latency = self._asked, milliseconds_since(self._began)
        return AgentExecution(
            execution_id=asked.run.execution_id,
            agent=asked.agent,
            provider=self._model.provider,
            model=self._model.name,
            prompt_version=asked.prompt.version,
            iteration=asked.run.iteration,
            subject=asked.subject,
            input=await keep(self._store, asked.run, "input", self._wire.sent),
            output=await keep(self._store, asked.run, "output", self._wire.received, self._wire.media_type),
            input_tokens=self._usage.input_tokens,
            output_tokens=self._usage.output_tokens,
            cost_usd=self._usage.cost_usd,
            requests=self._requests,
            attempt=activity.info().attempt,
            started_at=self._began,
            latency_ms=latency,
            outcome=outcome,
            note=note,
        )

    def _seconds_left(self) -> float:
        return (self._ends - datetime.now(UTC)).total_seconds()


def _end_of_attempt(now: datetime) -> datetime:
    """When Temporal ends this attempt, or the wait for all of them, less the time for filing."""
    info = activity.info()
    ends = [
        began + limit
        for began, limit in (
            (info.started_time, info.start_to_close_timeout),
            (info.scheduled_time, info.schedule_to_close_timeout),
        )
        if limit
    ]
    return min(ends, default=now + timedelta(seconds=WITHOUT_DEADLINE)) - timedelta(seconds=FILING_SECONDS)


def _another_fits(wait_seconds: float | None) -> bool:
    """Whether another attempt would have the time to ask, after the wait that comes before it."""
    info = activity.info()
    if not info.schedule_to_close_timeout:
        return True
    if wait_seconds is None:
        wait_seconds = _wait_of(info.retry_policy or RetryPolicy(), info.attempt)
    left = info.scheduled_time + info.schedule_to_close_timeout - datetime.now(UTC)
    return left.total_seconds() - wait_seconds >= LEAST_FOR_ANOTHER


def _wait_of(policy: RetryPolicy, attempt: int) -> float:
    """Seconds that Temporal waits after this attempt."""
    wait = policy.initial_interval.total_seconds() * policy.backoff_coefficient ** (attempt - 1)
    return min(wait, policy.maximum_interval.total_seconds()) if policy.maximum_interval else wait
