"""What a language model may make of the rules' follow-up tasks: it words and orders them, and that is all.

It is told nothing that a stranger wrote, and nothing of what a customer must not learn. What it answers is held to laws
all the same, because a customer may read it: every task of the rules stays, asks for the same and is answered the same
way; a wording that brings up anything new, or tips off (AMLR Art. 73), is replaced by the rules' own.
"""

from collections.abc import Iterator, Mapping

from pydantic import Field

from domain.follow_up.decided import FOR_FINDING, NotAsked
from domain.rewording import asks_the_same
from domain.tipping_off import tips_off
from schemas.case import TaskRequest
from schemas.frozen import Frozen
from schemas.investigation import DiscrepancyType, GeneratedTask, ResponseType, TaskProposal
from schemas.sources import FactName
from schemas.template import PortalLanguage

LONGEST_DESCRIPTION = 400


class TaskToWord(Frozen):
    task: str
    """`task_1` and so on, by its place among the rules' tasks: several may have the same rule."""
    description: str
    response_type: ResponseType
    document_type: str | None


class UnclearMatter(Frozen):
    """A discrepancy between sources: its kind and what it is about, and not what any of them says."""

    type: DiscrepancyType
    field: FactName


class TaskData(Frozen):
    """What a model is told of a case. No text in it is a stranger's."""

    language: PortalLanguage
    tasks: tuple[TaskToWord, ...]
    findings: tuple[str, ...]
    """Only the kinds that a customer is asked about: never a hit, a warning or a sign of borrowed names."""
    discrepancies: tuple[UnclearMatter, ...]
    requirements: tuple[str, ...]


class WordedTask(Frozen):
    task: str
    description: str


class WordedTasks(Frozen):
    """What a model answers: the tasks in the order to ask them in."""

    tasks: tuple[WordedTask, ...] = Field(max_length=50)


def task_data(request: TaskRequest, by_rules: TaskProposal) -> TaskData | None:
    """What to ask; None if there is no task to word."""
    if not by_rules.tasks:
        return None
    return TaskData(
        language=request.language,
        tasks=tuple(
            TaskToWord(
                task=name,
                description=task.description,
                response_type=task.response_type,
                document_type=task.document_type,
            )
            for name, task in _named(by_rules).items()
        ),
        findings=tuple(
            dict.fromkeys(item.category for item in request.result.findings if _is_asked_about(item.category))
        ),
        discrepancies=tuple(
            dict.fromkeys(
                UnclearMatter(type=item.type, field=item.field) for item in request.result.discrepancies if item.weighs
            )
        ),
        requirements=tuple(item.id for item in request.requirements),
    )


def with_wordings(request: TaskRequest, by_rules: TaskProposal, worded: WordedTasks) -> TaskProposal:
    """The rules' tasks in the model's order, each in the model's words where these may be shown to a customer."""
    named = _named(by_rules)
    wordings: dict[str, str] = {}
    for item in worded.tasks:
        wordings.setdefault(item.task, " ".join(item.description.split()))
    unfit = {
        name
        for name, task in named.items()
        if name in wordings and not may_be_shown(wordings[name], task.description, request.language)
    }
    order = [*(name for name in wordings if name in named), *(name for name in named if name not in wordings)]
    tasks = tuple(
        named[name].model_copy(update={"description": wordings[name]})
        if name in wordings and name not in unfit
        else named[name]
        for name in order
    )
    notes = _notes(len(named), unanswered=len(named.keys() - wordings), unfit=len(unfit))
    return by_rules.model_copy(update={"tasks": tasks, "method": "llm", "notes": (*by_rules.notes, *notes)})


def may_be_shown(wording: str, by_rules: str, language: PortalLanguage) -> bool:
    """Whether a customer may read the words in place of the rules': they ask for the same and nothing else, and tell
    nothing."""
    if wording == by_rules:
        return True
    fits = 0 < len(wording) <= max(LONGEST_DESCRIPTION, len(by_rules))
    return fits and asks_the_same(wording, by_rules, language) and not tips_off(wording)


def _named(by_rules: TaskProposal) -> Mapping[str, GeneratedTask]:
    return {f"task_{number}": task for number, task in enumerate(by_rules.tasks, start=1)}


def _is_asked_about(category: str) -> bool:
    return not isinstance(FOR_FINDING.get(category), NotAsked | None)


def _notes(tasks: int, unanswered: int, unfit: int) -> Iterator[str]:
    if unanswered:
        yield (f"{unanswered} of {tasks} tasks are left as the rules word them: the language model did not answer them")
    if unfit:
        yield (
            f"{unfit} of {tasks} tasks are worded by the rules: the language model's words could not be shown to a "
            "customer"
        )
