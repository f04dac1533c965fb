"""What a case makes of its agents' runs: the answer it goes on with, and the run to put on record."""

from datetime import datetime, timedelta
from typing import TypeVar

from schemas.agents import AgentExecution, AgentName, AgentRun, ExecutionOutcome
from schemas.case import CaseRecord
from schemas.investigation import TaskAnswer, TaskProposal
from schemas.mcc import MccAnswer, MccClassification

Proposed = TypeVar("Proposed", MccClassification, TaskProposal)

UNKNOWN_PROVIDER = "unknown"
"""Of a run whose worker could not say whom it asked."""

_WHY = {
    "refused": "refused to answer",
    "invalid_answer": "gave an answer that does not fit what was asked",
    "rate_limited": "had no room for another question",
    "timed_out": "did not answer in time",
    "unavailable": "could not be asked",
    "over_budget": "was not asked, as the limit of what may be spent is reached",
}


def classification_of(answer: MccAnswer) -> MccClassification:
    """The classification without what only the workflow needs, naming the run it came from."""
    members = answer.model_dump(exclude={"execution", "ask_model"})
    return MccClassification.model_validate({**members, "execution_id": _name_of(answer.execution)})


def proposal_of(answer: TaskAnswer) -> TaskProposal:
    """The proposal without what only the workflow needs, naming the run it came from."""
    members = answer.model_dump(exclude={"execution", "ask_model"})
    return TaskProposal.model_validate({**members, "execution_id": _name_of(answer.execution)})


def tasks_on_record(record: CaseRecord) -> TaskProposal:
    """What was proposed last."""
    return TaskProposal(
        tasks=record.generated_tasks,
        reasoning=record.tasks_reasoning or "",
        method=record.tasks_method,
        notes=record.tasks_notes,
        execution_id=record.tasks_execution_id,
    )


def mcc_on_record(record: CaseRecord) -> MccClassification:
    """How the business was classified last; every case under review is."""
    assert record.mcc_classification is not None
    return record.mcc_classification


def by_rules_alone(answer: Proposed, failed: AgentExecution) -> Proposed:
    """The rules' answer, saying that a language model was of no use."""
    note = f"by rules: the language model {_WHY.get(failed.outcome, 'was of no use')} (run {failed.execution_id})"
    return answer.model_copy(update={"notes": (*answer.notes, note)})


def too_late(answer: Proposed) -> Proposed:
    """The rules' answer, saying that no language model was asked for want of time."""
    note = "by rules: the time that the template allows for a language model was over"
    return answer.model_copy(update={"notes": (*answer.notes, note)})


def unexplained(
    agent: AgentName, run: AgentRun, began: datetime, ended: datetime, outcome: ExecutionOutcome
) -> AgentExecution:
    """The run of a worker that left none before its time was over. What it may have spent is counted in full where
    budgets are kept."""
    return AgentExecution(
        execution_id=run.execution_id,
        agent=agent,
        provider=UNKNOWN_PROVIDER,
        iteration=run.iteration,
        started_at=began,
        latency_ms=round((ended - began) / timedelta(milliseconds=1)),
        outcome=outcome,
        note="the worker left no word of whom it asked and what it sent",
    )


def _name_of(execution: AgentExecution | None) -> str | None:
    return execution.execution_id if execution else None
