"""What a language model may make of the rules' follow-up tasks: it words and orders them, and that is all.

It is told nothing that a stranger wrote. What it answers is held to laws all the same, because a customer may read it:
every task of the rules stays, asks for the same and is answered the same way; a wording that tips off (AMLR Art. 73),
asks for what no customer should send, leads elsewhere, or is in another language is replaced by the rules' own.
"""

import re
from collections.abc import Sequence

from pydantic import Field

from domain.extraction.languages import language_of
from domain.tipping_off import tips_off
from schemas.case import TaskRequest
from schemas.extraction import PageText
from schemas.frozen import Frozen
from schemas.investigation import DiscrepancyType, GeneratedTask, ResponseType, TaskProposal
from schemas.sources import FactName
from schemas.template import PortalLanguage

LONGEST_DESCRIPTION = 400
_ENOUGH_WORDS = 4
"""Fewer are in no language that could be told."""

_UNWANTED = re.compile(
    r"https?:|www\.|\b[\w-]+\.(?:com|net|org|io|info|biz|eu|be|nl|fr|de|uk|lu|ch|at)\b|\S@\S|"  # addresses
    r"\+?\d[\d\s().-]{6,}\d|\b(?:[A-Z]{2}\d{2}\s?){1}(?:[A-Z0-9]{4}\s?){2,}|"  # telephone and account numbers
    r"\b(?:password|passcode|passwort|kennwort|wachtwoord|mot de passe|pin|pincode|pin-code|cvc|cvv|tan|otp|"
    r"one-time code|verification code|log-?in|api key|private key|seed phrase|credit card|kredietkaart|kreditkarte|"
    r"carte de credit|carte de crédit)\b|"
    r"\b(?:pay|payment of|transfer (?:an amount|money|the amount)|wire|fee|betaal|betaling van|overschrijv\w+ (?:van|"
    r"het bedrag)|maak .{0,40} over|überweis\w+|zahlen sie|gebühr|payez|virez|versez|frais)\b|"
    r"[<>{}`\x00-\x1f]",
    re.IGNORECASE,
)


class TaskToWord(Frozen):
    rule: str
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
    discrepancies: tuple[UnclearMatter, ...]
    requirements: tuple[str, ...]


class WordedTask(Frozen):
    rule: str
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
            TaskToWord.model_validate(task.model_dump(include=set(TaskToWord.model_fields))) for task in by_rules.tasks
        ),
        findings=tuple(dict.fromkeys(item.category for item in request.result.findings)),
        discrepancies=tuple(
            dict.fromkeys(UnclearMatter(type=item.type, field=item.field) for item in request.result.discrepancies)
        ),
        requirements=tuple(item.id for item in request.requirements),
    )


def with_wordings(request: TaskRequest, by_rules: TaskProposal, worded: WordedTasks) -> TaskProposal:
    """The rules' tasks in the model's order, each in the model's words where these may be shown to a customer."""
    wordings: dict[str, str] = {}
    for item in worded.tasks:
        wordings.setdefault(item.rule, " ".join(item.description.split()))
    order = {rule: place for place, rule in enumerate(wordings)}
    names = [task.rule for task in by_rules.tasks]
    tasks = tuple(
        _worded(task, wordings.get(task.rule), request.language) if names.count(task.rule) == 1 else task
        for task in sorted(by_rules.tasks, key=lambda task: order.get(task.rule, len(order)))
    )
    kept = _as_the_rules_word_them(by_rules.tasks, tasks)
    notes = (f"{kept} of {len(tasks)} tasks are worded by the rules: the language model's words could not be shown",)
    return by_rules.model_copy(
        update={"tasks": tasks, "method": "llm", "notes": (*by_rules.notes, *(notes if kept else ()))}
    )


def may_be_shown(description: str, language: PortalLanguage) -> bool:
    """Whether a customer may read the words: in his language, and nothing in them that he must not be told or
    asked."""
    return (
        0 < len(description) <= LONGEST_DESCRIPTION
        and _UNWANTED.search(description) is None
        and not tips_off(description)
        and _is_in(description, language)
    )


def _worded(task: GeneratedTask, wording: str | None, language: PortalLanguage) -> GeneratedTask:
    if wording is None or not may_be_shown(wording, language):
        return task
    return task.model_copy(update={"description": wording})


def _as_the_rules_word_them(before: Sequence[GeneratedTask], after: Sequence[GeneratedTask]) -> int:
    return len({task.description for task in before} & {task.description for task in after})


def _is_in(description: str, language: PortalLanguage) -> bool:
    if len(description.split()) < _ENOUGH_WORDS:
        return False
    page = PageText(page_index=0, text=description, method="born_digital_text", width=1, height=1)
    return language_of([page]) == language
