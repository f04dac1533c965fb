"""What an officer's event makes of what an agent proposed: accepted, edited, rejected, overridden or asked again.

It is read from the event and the record as it stood before: officers are asked nothing more for it. An execution may be
acted on several times, as when an escalated case is decided; the last action on it holds.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from domain.current_documents import current_readings
from domain.fold import after, begun, opening_on_record
from schemas.agents import AgentExecution, ExecutionAction, OfficerAction
from schemas.agents_api import RecordedExecution
from schemas.case import CaseRecord, FollowUpTask
from schemas.events import CaseEvent, EventName
from schemas.extraction import Candidate, CandidateChoice
from schemas.investigation import GeneratedTask

MOST_WORDS = 0.5
"""The share of the words of the longer of two tasks that both must have for one to be the other, changed."""


class _Verdict(NamedTuple):
    execution_id: str | None
    """None for what was proposed before runs were kept: nothing is noted of it."""
    action: OfficerAction
    details: str | None = None


def actions_on(record_before: CaseRecord, event: CaseEvent) -> tuple[ExecutionAction, ...]:
    """What the event makes of the executions it is about; none for most events."""
    judge = _JUDGES.get(event.event)
    return tuple(
        ExecutionAction(
            execution_id=verdict.execution_id,
            action=verdict.action,
            actor=event.actor,
            acted_at=event.timestamp,
            event_sequence=event.sequence,
            details=verdict.details,
        )
        for verdict in (judge(record_before, event) if judge else ())
        if verdict.execution_id is not None
    )


def execution_in(event: CaseEvent) -> AgentExecution | None:
    """The run of an agent that the event puts on record."""
    return AgentExecution.model_validate(event.data) if event.event is EventName.AGENT_EXECUTED else None


def executions_in(log: Sequence[CaseEvent]) -> tuple[RecordedExecution, ...]:
    """The runs of a case with the actions on them, oldest first, by its whole audit log."""
    runs: dict[str, RecordedExecution] = {}
    actions: dict[str, list[ExecutionAction]] = {}
    state = begun(opening_on_record(log[0]), log[0])
    for event in log[1:]:
        execution = execution_in(event)
        if execution is not None:
            run = RecordedExecution(**execution.model_dump(), event_sequence=event.sequence)
            runs.setdefault(run.execution_id, run)
        for action in actions_on(state.record, event):
            actions.setdefault(action.execution_id, []).append(action)
        state = after(state, event)
    return tuple(run.model_copy(update={"actions": tuple(actions.get(key, ()))}) for key, run in runs.items())


def _of_the_mcc(record: CaseRecord, event: CaseEvent) -> Iterable[_Verdict]:
    """To override the recommendation with the very code that was recommended is to accept it."""
    classified = record.mcc_classification
    if classified is None:
        return
    recommended = classified.primary_recommendation.mcc_code if classified.primary_recommendation else "none"
    taken = event.data.get("override_mcc")
    if event.data["action"] == "reject":
        yield _Verdict(classified.execution_id, "rejected", recommended)
    elif taken in (None, recommended):
        yield _Verdict(classified.execution_id, "accepted", recommended)
    else:
        yield _Verdict(classified.execution_id, "overridden", f"{recommended} → {taken}")


def _of_the_earlier_classification(record: CaseRecord, event: CaseEvent) -> Iterable[_Verdict]:
    if record.mcc_classification is not None and record.mcc_decision is None:
        yield _Verdict(record.mcc_classification.execution_id, "asked_again")


def _of_the_earlier_tasks(record: CaseRecord, event: CaseEvent) -> Iterable[_Verdict]:
    yield _Verdict(record.tasks_execution_id, "asked_again")


def _of_the_tasks(record: CaseRecord, event: CaseEvent) -> Iterable[_Verdict]:
    proposed, listed = record.generated_tasks, event.data.get("follow_up_tasks")
    sent = [FollowUpTask.model_validate(task) for task in listed] if isinstance(listed, list) else []
    if event.data["decision"] == "follow_up":
        yield _Verdict(record.tasks_execution_id, *_of_sent_tasks(proposed, sent))
    elif proposed:
        yield _Verdict(record.tasks_execution_id, "rejected", f"none of {len(proposed)} sent")
    else:
        yield _Verdict(record.tasks_execution_id, "accepted", "nothing proposed, nothing asked")


def _of_sent_tasks(proposed: Sequence[GeneratedTask], sent: Sequence[FollowUpTask]) -> tuple[OfficerAction, str]:
    """Each proposed task is sent as it is, sent changed, or not sent; what is sent beyond that is the officer's own."""
    left, rest = list(proposed), list(sent)
    kept = _paired(left, rest, lambda one, other: _asked(one) == _asked(other))
    changed = _paired(left, rest, _is_changed)
    counts = [f"{kept} of {len(proposed)} sent"] if proposed else ["none proposed"]
    counts += [f"{changed} changed"] if changed else []
    counts += [f"{len(rest)} of the officer's own"] if rest else []
    if proposed and not kept + changed:
        return "rejected", ", ".join(counts)
    return "edited" if left or rest or changed else "accepted", ", ".join(counts)


def _paired(
    left: list[GeneratedTask], rest: list[FollowUpTask], same: Callable[[GeneratedTask, FollowUpTask], bool]
) -> int:
    """Takes the pairs that are the same out of both lists; returns how many there were."""
    pairs = 0
    for task in tuple(rest):
        match = next((item for item in left if same(item, task)), None)
        if match is not None:
            left.remove(match)
            rest.remove(task)
            pairs += 1
    return pairs


def _asked(task: GeneratedTask | FollowUpTask) -> tuple[object, ...]:
    """All that the customer is asked by a task."""
    return task.description.strip(), task.response_type, task.document_type, task.required


def _is_changed(proposed: GeneratedTask, sent: FollowUpTask) -> bool:
    """Whether it asks for the same document, or with most of the same words."""
    if sent.document_type is not None and sent.document_type == proposed.document_type:
        return True
    words, others = (set(text.casefold().split()) for text in (proposed.description, sent.description))
    return len(words & others) >= MOST_WORDS * max(len(words), len(others), 1)


def _of_the_candidates(record: CaseRecord, event: CaseEvent) -> Iterable[_Verdict]:
    """A run that read several values in a document is judged by all of them that officers have decided so far. Choosing
    another value says nothing of a model's: two writings may be of one value."""
    choice = CandidateChoice.model_validate(event.data)
    for _, reading in current_readings(record):
        proposed = [candidate for candidate in reading.candidates if candidate.proposed_by == "model"]
        if any(_is_about(choice, candidate) for candidate in proposed):
            kept = _decided(proposed, (*record.candidate_decisions, choice))
            action: OfficerAction = "accepted" if all(kept) else "edited" if any(kept) else "rejected"
            details = f"{sum(kept)} of {len(kept)} decided are kept, {len(proposed)} proposed"
            yield _Verdict(reading.proposals_execution_id, action, details)


def _decided(proposed: Sequence[Candidate], choices: Sequence[CandidateChoice]) -> list[bool]:
    """Of the candidates that officers have decided, whether each is kept: by the last choice that is about it."""
    kept: dict[str, bool] = {}
    for choice in choices:
        about = [candidate.candidate_id for candidate in proposed if _is_about(choice, candidate)]
        kept.update(dict.fromkeys(about, choice.keep and choice.candidate_id is not None))
    return list(kept.values())


def _is_about(choice: CandidateChoice, candidate: Candidate) -> bool:
    """Whether it names the candidate, or says that no value of its feature is kept."""
    return choice.feature == candidate.feature and choice.candidate_id in (None, candidate.candidate_id)


_JUDGES: dict[EventName, Callable[[CaseRecord, CaseEvent], Iterable[_Verdict]]] = {
    EventName.MCC_DECISION: _of_the_mcc,
    EventName.MCC_RECLASSIFIED: _of_the_earlier_classification,
    EventName.TASKS_REGENERATED: _of_the_earlier_tasks,
    EventName.OFFICER_DECISION: _of_the_tasks,
    EventName.CANDIDATE_DECISION: _of_the_candidates,
}
