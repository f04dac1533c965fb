"""What an operator reads of a case in the Temporal Web UI."""

from typing import get_args

from domain.risk import band_of, two_digits
from domain.stages import TERMINAL
from schemas.case import CaseRecord
from schemas.sources import SourceState
from schemas.status import CaseStatus

WAITING_FOR: dict[CaseStatus, str] = {
    CaseStatus.AWAITING_DOCUMENTS: "the customer, to upload documents and submit",
    CaseStatus.FOLLOW_UP_REQUIRED: "the customer, to answer the follow-up tasks",
    CaseStatus.DOCUMENTS_RECEIVED: "the investigation to begin",
    CaseStatus.VALIDATING_DOCUMENTS: "the documents to be read",
    CaseStatus.PROCESSING: "sources and comparison",
    CaseStatus.GENERATING_TASKS: "the proposed tasks",
    CaseStatus.REVIEW_PENDING: "an officer's decision",
    CaseStatus.ESCALATED: "a senior officer's decision",
}


def case_card(record: CaseRecord) -> str:
    """A few lines of Markdown: where the case stands and what it waits for. No personal data."""
    lines = [
        f"**{record.status}** · iteration {record.current_iteration} of {record.opening.template.max_iterations}"
        f" · version {record.version}",
    ]
    if record.status not in TERMINAL:
        lines.append(f"Waiting for {WAITING_FOR[record.status]}.")
    valid = sum(result.valid for result in record.validation_results)
    lines.append(f"- documents: {len(record.documents)} uploaded, {valid} readable")
    lines += _sources(record) or ["- sources: not asked yet"]
    if record.investigation_results:
        latest = record.investigation_results[-1]
        lines.append(f"- risk: {two_digits(latest.risk_score)} ({band_of(latest)})")
    if record.decisions:
        last = record.decisions[-1]
        lines.append(f"- last decision: {last.decision} by {last.actor.id} ({last.actor.role})")
    return "\n".join(lines)


def _sources(record: CaseRecord) -> list[str]:
    """One line for each kind of answer, with the sources that gave it."""
    by_state: dict[str, list[str]] = {state: [] for state in get_args(SourceState)}
    for name, answer in sorted(record.sources.items()):
        by_state[answer.state].append(
            f"{name.value} ({answer.reason})" if answer.state == "unavailable" else name.value
        )
    return [f"- sources {state.replace('_', ' ')}: {', '.join(names)}" for state, names in by_state.items() if names]
