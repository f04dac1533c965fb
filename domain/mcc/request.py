"""What the classifier is told of a case: the company's name, the answers, the website, its registered activities, and
an officer's notes."""

from collections.abc import Iterator

from domain.profile.trust import USUAL
from domain.submission import answers_so_far
from schemas.agents import AgentRun
from schemas.case import CaseRecord
from schemas.mcc import MccRequest, RegisteredActivity
from schemas.sources import SOURCE_LABELS, SourceAnswer, SourceName

MAX_ACTIVITIES = 10


def mcc_request(record: CaseRecord, notes: str | None, run: AgentRun | None = None) -> MccRequest:
    """The request for the case as it stands. A website that was not looked up is None."""
    website = record.sources.get(SourceName.WEBSITE)
    return MccRequest(
        company_name=record.opening.company.company_name,
        answers=answers_so_far(record),
        website=website,
        activities=registered_activities(record),
        notes=notes,
        run=run,
    )


def registered_activities(record: CaseRecord) -> tuple[RegisteredActivity, ...]:
    """The activities that registers state, those of the most trusted first and of each its main one; at most ten. A
    number that several registers state is there once."""
    ordered = [record.sources[name] for name in USUAL if isinstance(name, SourceName) and name in record.sources]
    found: dict[str, RegisteredActivity] = {}
    for activity in (activity for answer in ordered for activity in _stated(answer)):
        found.setdefault(activity.code, activity)
    return tuple(found.values())[:MAX_ACTIVITIES]


def _stated(answer: SourceAnswer) -> Iterator[RegisteredActivity]:
    worded = {
        fact.details["code"]: str(fact.value) for fact in answer.all("activity_description") if "code" in fact.details
    }
    for fact in answer.all("activity_code"):
        yield RegisteredActivity(
            code=str(fact.value),
            description=fact.details.get("description") or worded.get(str(fact.value)),
            source=SOURCE_LABELS[answer.source],
            evidence_hash=fact.data_hash or answer.data_hash,
        )
