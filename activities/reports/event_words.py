"""What the audit log's events say, each on one line of the timeline."""

from collections.abc import Callable

from pydantic import JsonValue

from activities.reports import fact_words, wording
from activities.reports.cutting import shortened
from domain.evidence import answer_in
from schemas.events import CaseEvent, EventName
from schemas.extraction import CandidateChoice, DocumentReading
from schemas.investigation import DiscrepancyResolution, FactDecision
from schemas.mcc import MccClassification
from schemas.screening import ScreeningDecision

E = EventName

MAX_DETAIL_CHARACTERS = 280
"""The log on paper is for finding one's way; the attached case file has every event in full."""

_ASSESSED = (
    "iteration",
    "risk_score",
    "recommended_action",
    "due_diligence",
    "red_flags",
    "findings",
    "discrepancies",
    "judgements",
    "rule_set",
)
_TOLD: dict[EventName, tuple[str, ...]] = {
    E.CASE_CREATED: ("environment",),
    E.SOURCE_ANSWERED: ("source", "state", "reason", "attempt", "cached", "environment"),
    E.DOCUMENT_UPLOADED: ("requirement_id", "filename", "file_size", "iteration"),
    E.CUSTOMER_SUBMITTED: ("iteration", "answers", "task_responses"),
    E.DOCUMENTS_VALIDATED: ("results",),
    E.VALIDATION_BOUNCE_BACK: ("tasks",),
    E.INVESTIGATION_COMPLETED: _ASSESSED,
    E.RISK_REASSESSED: _ASSESSED,
    E.AGENT_EXECUTED: ("agent", "provider", "model", "outcome", "input_tokens", "output_tokens", "cost_usd", "note"),
    E.MCC_RECLASSIFIED: ("notes",),
    E.TASKS_GENERATED: ("tasks", "method"),
    E.TASKS_REGENERATED: ("tasks", "method"),
    E.REPORT_GENERATED: ("object_key", "sha256"),
}
"""What is told of the events that carry much: the report shows the rest of it in other places."""

_NOTHING_TO_TELL: dict[str, JsonValue] = {
    "attempt": 1,
    "cached": False,
    "judgements": 0,
    "input_tokens": 0,
    "output_tokens": 0,
    "cost_usd": 0.0,
}
"""Members that say something only when they have another value."""


def event_name(event: CaseEvent) -> str:
    return wording.label(event.event.value.lower())


def event_details(event: CaseEvent) -> str:
    """What the event says, shortened; members without a value are left out, lists and tables are counted."""
    told = _IN_OWN_WORDS.get(event.event, _members)(event)
    return shortened(" ".join(told.split()), MAX_DETAIL_CHARACTERS)


def _members(event: CaseEvent) -> str:
    names = _TOLD.get(event.event, tuple(event.data))
    return " · ".join(
        f"{wording.label(name)}: {_brief(name, event.data[name])}" for name in names if _is_told(name, event.data)
    )


def _is_told(name: str, data: dict[str, JsonValue]) -> bool:
    given = data.get(name)
    return given not in (None, "", [], {}) and (name not in _NOTHING_TO_TELL or given != _NOTHING_TO_TELL[name])


def _brief(name: str, given: JsonValue) -> str:
    if isinstance(given, dict) or (isinstance(given, list) and any(isinstance(item, dict) for item in given)):
        return str(len(given))
    match name, given:
        case "source", str():
            return wording.source(given)
        case "state" | "decision" | "recommended_action", str():
            return wording.label(given).lower()
        case "due_diligence", "standard" | "edd_recommended" | "edd_mandatory":
            return wording.DUE_DILIGENCE[given]
        case _:
            return wording.value(given)


def _status_changed(event: CaseEvent) -> str:
    return f"{event.data.get('from')} → {event.data.get('to')}"


def _mcc_classified(event: CaseEvent) -> str:
    code = MccClassification.model_validate(event.data["classification"]).primary_recommendation
    return f"{code.mcc_code} {code.description}" if code else "Too little is known"


def _fact_decided(event: CaseEvent) -> str:
    decision = FactDecision.model_validate({**event.data, "actor": event.actor, "decided_at": event.timestamp})
    chosen = fact_words.fact_value(decision.name, decision.value)
    return (
        f"{fact_words.FACTS[decision.name]}: “{chosen}” of {wording.source(decision.source)} · "
        f"Reason: {decision.reason}"
    )


def _discrepancy_resolved(event: CaseEvent) -> str:
    given = DiscrepancyResolution.model_validate({**event.data, "actor": event.actor, "resolved_at": event.timestamp})
    return f"{given.discrepancy_id}: {wording.RESOLUTIONS[given.resolution]} · Reason: {given.reason}"


def _screening_decided(event: CaseEvent) -> str:
    given = ScreeningDecision.model_validate({**event.data, "actor": event.actor, "decided_at": event.timestamp})
    lists = f" ({', '.join(given.lists)})" if given.lists else ""
    verdict = wording.SCREENING_VERDICTS[given.decision]
    return f"{given.subject} and “{given.entry}”{lists}: {verdict} · Reason: {given.reason}"


def _document_read(event: CaseEvent) -> str:
    """What kind of document it was and how much it said; the values are in the report's own section."""
    reading = DocumentReading.model_validate(event.data)
    said = f"{reading.document_id}: {wording.label(reading.document_type).lower()}, {len(reading.candidates)} values"
    return f"{said} · {wording.label(reading.problem)}" if reading.problem else said


def _candidate_decided(event: CaseEvent) -> str:
    choice = CandidateChoice.model_validate(event.data)
    chosen = f"“{choice.candidate.value_normalized}”" if choice.candidate else choice.candidate_id or "none"
    return f"{wording.label(choice.feature)}: {chosen} · Reason: {choice.reason}"


def _manual_check_recorded(event: CaseEvent) -> str:
    answer = answer_in(event)
    if answer is None:
        return _members(event)
    note = event.data.get("note")
    outcome = f"{wording.source(answer.source)}: {fact_words.outcome(answer)}"
    return f"{outcome} · Note: {wording.value(note)}" if note else outcome


_IN_OWN_WORDS: dict[EventName, Callable[[CaseEvent], str]] = {
    E.STATUS_CHANGED: _status_changed,
    E.MCC_CLASSIFIED: _mcc_classified,
    E.FACT_DECISION: _fact_decided,
    E.DISCREPANCY_RESOLVED: _discrepancy_resolved,
    E.DOCUMENT_READ: _document_read,
    E.CANDIDATE_DECISION: _candidate_decided,
    E.SCREENING_DECISION: _screening_decided,
    E.MANUAL_CHECK_RECORDED: _manual_check_recorded,
}
