"""The report's sections on who was asked: the sources, the lists of sanctions, and what officers looked up by hand."""

from collections.abc import Iterator

from activities.reports import wording
from activities.reports.company_content import (
    LookUpRow,
    LookUps,
    ManualCheckRow,
    MatchJudgement,
    Screening,
    ScreeningRow,
    SourceRow,
)
from activities.reports.cutting import cut, listed, shortened
from activities.reports.fact_words import fact_value, outcome
from activities.reports.register import EvidenceRegister, by_label
from activities.reports.request import ReportRequest
from domain.evidence import answer_in
from domain.officer_tasks import officer_tasks
from domain.screening_matches import codes_of, decisions_that_hold, is_match, match_id_of, score
from schemas.case import CaseRecord
from schemas.events import EventName
from schemas.investigation import ProfileFact
from schemas.officer_api import OfficerTask
from schemas.screening import ScreeningDecision
from schemas.sources import SOURCE_LABELS, SourceAnswer, SourceName

NONE = "—"
NOT_TOLD = "This says nothing about the company."
MOST_MATCHES = 25
MOST_SCREENED = 30
MOST_LISTED = 6
_LONGEST_NAME = 200

_TOPICS = {
    "sanction": "sanctioned",
    "sanction.linked": "linked to a sanctioned entity",
    "sanction.counter": "counter-sanctioned",
    "sanction.control": "controlled by a sanctioned entity",
    "role.pep": "politically exposed person",
    "role.rca": "close to a politically exposed person",
    "debarment": "debarred",
    "corp.disqual": "disqualified director",
    "crime": "crime",
    "crime.fin": "financial crime",
    "crime.fraud": "fraud",
    "crime.terror": "terrorism",
    "wanted": "wanted",
    "reg.warn": "regulator's warning",
    "reg.action": "regulator's measure",
    "poi": "person of interest",
}
"""The topics of OpenSanctions that are common (https://www.opensanctions.org/docs/topics/); others keep their code."""


def sources(record: CaseRecord) -> tuple[SourceRow, ...]:
    return tuple(
        SourceRow(
            source=SOURCE_LABELS[answer.source],
            state=wording.SOURCE_STATES[answer.state],
            reason=wording.label(answer.reason) if answer.reason else "",
            remarks=tuple(_remarks(answer)),
            collected_at=wording.moment(answer.collected_at),
            environment=answer.environment,
            url=answer.source_url or NONE,
        )
        for answer in by_label(record.sources.values())
    )


def look_ups(request: ReportRequest, register: EvidenceRegister) -> LookUps:
    """What only a person can look up as it stood at the end of the case, and every look-up that was made by hand."""
    tasks = officer_tasks(request.record, request.record.updated_at)
    return LookUps(tasks=tuple(map(_task, tasks)), checks=tuple(_checks(request, register)))


def screening(request: ReportRequest, register: EvidenceRegister) -> Screening:
    stated = request.profile.facts
    screened = list(dict.fromkeys(_name(fact.value) for fact in stated.get("screened", ())))
    matches = stated.get("screening_match", ())
    ordered = sorted(matches, key=_place)
    held = decisions_that_hold(matches, request.record.screening_decisions)
    shown, more = cut(ordered, MOST_MATCHES)
    return Screening(
        state=_screening_state(request.record.sources.get(SourceName.SCREENING), len(ordered)),
        screened=listed(screened, MOST_SCREENED),
        rows=tuple(_match(fact, register, held.get(match_id_of(fact))) for fact in shown),
        more=more,
    )


def _remarks(answer: SourceAnswer) -> Iterator[str]:
    if answer.recorded_by:
        yield f"Looked up by hand and recorded by {answer.recorded_by}"
    if answer.cached:
        yield "Its last answer was still valid; not asked again"
    if answer.attempt > 1:
        yield f"Asked {answer.attempt} times in a row without an answer"
    if answer.state in ("unavailable", "not_configured"):
        yield NOT_TOLD


def _task(task: OfficerTask) -> LookUpRow:
    until = f", valid until {task.valid_until}" if task.valid_until else ""
    done = f"Seen {wording.moment(task.done_at)} UTC{until}" if task.done_at else ""
    undone = f"{done}; expired" if done else "Not looked up when the case was decided"
    return LookUpRow(title=task.title, link=task.deep_link, done=task.done, standing=done if task.done else undone)


def _checks(request: ReportRequest, register: EvidenceRegister) -> Iterator[ManualCheckRow]:
    for event in request.events:
        answer = answer_in(event) if event.event is EventName.MANUAL_CHECK_RECORDED else None
        if answer is not None:
            yield ManualCheckRow(
                source=SOURCE_LABELS[answer.source],
                actor=wording.person(event.actor),
                recorded_at=wording.moment(event.timestamp),
                seen_at=wording.moment(answer.collected_at),
                outcome=outcome(answer),
                note=str(event.data.get("note") or ""),
                evidence=register.name(answer.data_hash),
                environment=answer.environment,
            )


def _screening_state(answer: SourceAnswer | None, entries: int) -> str:
    if answer is None:
        return "Nobody was screened in this case."
    if answer.state in ("unavailable", "not_configured"):
        return f"The lists could not be searched for everybody. {NOT_TOLD}"
    asked = f"The lists were searched on {wording.moment(answer.collected_at)} UTC"
    return f"{asked}; {wording.counted(entries, 'resemblance') if entries else 'nobody resembles an entry'}."


def _place(fact: ProfileFact) -> tuple[bool, float, str, str]:
    """Matches before near misses, the closest first."""
    return not is_match(fact), -score(fact.details.get("score")), str(fact.value), fact.details.get("entity_id", "")


def _match(fact: ProfileFact, register: EvidenceRegister, decision: ScreeningDecision | None) -> ScreeningRow:
    said = fact.details
    about = (f"born {said['birth_date']}" if said.get("birth_date") else "", said.get("country"), said.get("entity_id"))
    return ScreeningRow(
        subject=_name(said.get("subject") or NONE),
        kind=said.get("kind", ""),
        is_match=is_match(fact),
        entry=fact_value("screening_match", fact.value),
        about=" · ".join(shortened(part, _LONGEST_NAME) for part in about if part),
        score=said.get("score") or NONE,
        topics=listed([_TOPICS.get(topic, topic) for topic in codes_of(fact, "topics")], MOST_LISTED) or NONE,
        lists=listed(codes_of(fact, "datasets"), MOST_LISTED),
        matched=_features(codes_of(fact, "matched")),
        contradicted=_features(codes_of(fact, "contradicted")),
        evidence=register.name(fact.evidence_hash),
        judgement=None if decision is None else _judgement(decision),
    )


def _judgement(decision: ScreeningDecision) -> MatchJudgement:
    return MatchJudgement(
        verdict=wording.SCREENING_VERDICTS[decision.decision],
        dismissed=decision.decision == "false_positive",
        by=f"{wording.moment(decision.decided_at)} UTC by {wording.person(decision.actor)}",
        reason=decision.reason,
    )


def _features(codes: tuple[str, ...]) -> str:
    return listed([code.replace("_", " ") for code in codes], MOST_LISTED)


def _name(text: object) -> str:
    return shortened(" ".join(str(text).split()), _LONGEST_NAME)
