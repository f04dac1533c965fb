"""How far an investigation has come, step by step, as far as the record shows.

A step is done once the record says so, and not before: where it cannot tell, less is said to be done than is. What a
source said long ago and did not renew is an instance; the next stage then shows that it was asked.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from domain.documents_read import documents_to_read
from domain.look_ups import AFTER_THE_REGISTERS, before_investigation, registers_of, screening_is_due
from domain.progress import documents_to_validate
from schemas.case import CaseRecord
from schemas.investigation_progress import InvestigationProgress, InvestigationStep, ProgressStep
from schemas.sources import SourceName
from schemas.status import CaseStatus

S = CaseStatus
Steps = frozenset[ProgressStep]

STAGES: Mapping[CaseStatus, tuple[Steps, ...]] = {
    S.DOCUMENTS_RECEIVED: (),
    S.VALIDATING_DOCUMENTS: (frozenset({"check_documents"}),),
    S.PROCESSING: (frozenset({"ask_sources", "read_documents"}), frozenset({"classify"}), frozenset({"assess"})),
    S.GENERATING_TASKS: (frozenset({"propose_tasks"}),),
}
"""The stages of an investigation, one after another, and their steps. Those in one set run at the same time."""
ORDER: tuple[ProgressStep, ...] = (
    "check_documents",
    "ask_sources",
    "read_documents",
    "classify",
    "assess",
    "propose_tasks",
)


class Count(NamedTuple):
    done: int
    total: int


def progress_of(record: CaseRecord) -> InvestigationProgress | None:
    """None while nothing is under way: the case rests, or is closed."""
    if record.status not in STAGES:
        return None
    counts = _counts(record)
    done = _done(record, counts)
    running = next((steps - done for steps in STAGES[record.status] if not steps <= done), frozenset())
    return InvestigationProgress(steps=tuple(_step(step, done, running, counts.get(step)) for step in ORDER))


def _step(step: ProgressStep, done: Steps, running: Steps, count: Count | None) -> InvestigationStep:
    if step in done:
        count = count and Count(count.total, count.total)
    return InvestigationStep(
        step=step,
        state="done" if step in done else "running" if step in running else "waiting",
        done=count and count.done,
        total=count and count.total,
    )


def _done(record: CaseRecord, counts: Mapping[ProgressStep, Count]) -> Steps:
    """The steps of the stages behind, and those of this one whose end the record shows."""
    stages = list(STAGES)
    behind = stages[: stages.index(record.status)]
    done: Steps = frozenset().union(*(steps for stage in behind for steps in STAGES[stage]))
    if record.status is not S.PROCESSING:
        return done
    gathering, classifying, _ = STAGES[S.PROCESSING]
    if _classified_now(record):
        return done | gathering | classifying
    gathered = frozenset(step for step in gathering if counts[step].done == counts[step].total)
    skips = gathered == gathering and record.mcc_decision is not None and record.mcc_decision.action != "reject"
    return done | gathered | (classifying if skips else frozenset())


def _classified_now(record: CaseRecord) -> bool:
    """A later iteration has the classification of the one before, and nothing says which it is."""
    return record.current_iteration == 1 and record.mcc_classification is not None


def _counts(record: CaseRecord) -> dict[ProgressStep, Count]:
    """Of the steps that have been reached and can be counted."""
    if record.status is S.DOCUMENTS_RECEIVED:
        return {}
    if record.status is S.VALIDATING_DOCUMENTS:
        return {"check_documents": _checked(record)}
    return {"check_documents": _checked(record), "ask_sources": _asked(record), "read_documents": _read(record)}


def _checked(record: CaseRecord) -> Count:
    """Of the documents of this iteration, those that were checked. All of them are told of at once."""
    latest = {document.requirement_id: document for document in record.documents}.values()
    open_ids = {document.document_id for document in documents_to_validate(record)}
    checked = [
        document
        for document in latest
        if document.iteration == record.current_iteration and document.document_id not in open_ids
    ]
    return Count(len(checked), len(checked) + len(open_ids))


def _asked(record: CaseRecord) -> Count:
    """Of all sources, those that need not be asked any more for this investigation: their answer is there and of
    late, or they were asked since the customer submitted."""
    sources = {*registers_of(record.opening.company), *AFTER_THE_REGISTERS}
    now = record.updated_at
    due = {*before_investigation(record, now), *(AFTER_THE_REGISTERS if screening_is_due(record, now) else ())}
    left = {source for source in due if not _asked_since(record, source, _submitted_at(record))}
    return Count(len(sources - left), len(sources))


def _asked_since(record: CaseRecord, source: SourceName, moment: datetime) -> bool:
    answer = record.sources.get(source)
    return answer is not None and answer.collected_at >= moment


def _read(record: CaseRecord) -> Count:
    """Of the documents that this investigation reads, those that were read, or could not be."""
    since = _submitted_at(record)
    read = {reading.document_id for reading in record.readings if reading.read_at >= since}
    left = {document.document_id for document in documents_to_read(record)} - read
    return Count(len(read), len(read) + len(left))


def _submitted_at(record: CaseRecord) -> datetime:
    """When the customer last submitted, with which an investigation begins."""
    return record.submissions[-1].submitted_at if record.submissions else record.opening.created_at
