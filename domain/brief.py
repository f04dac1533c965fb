"""The brief of a case: where it stands and what speaks for and against the company, by rules alone."""

from datetime import datetime

from domain.recommendation import UNAVAILABLE
from domain.risk import band
from domain.signals import MISSING, counted, key_signals
from domain.stages import REPORTED
from schemas.brief import AiBrief, RiskTrend
from schemas.case import CaseRecord
from schemas.investigation import InvestigationResult, RecommendedAction
from schemas.status import CaseStatus

TREND_STEP = 0.1
"""How far the score moves before it is called a trend: more than a low finding (0.05), which may be no more than a
source that did not answer, and less than a medium one (0.15)."""

NOT_KNOWN: RecommendedAction = "follow_up"
"""What is recommended while nothing is known, and after investigations of before there were recommendations: to wait
for the customer, never to approve."""

STANDING: dict[CaseStatus, str] = {
    CaseStatus.CREATED: "The case is being opened.",
    CaseStatus.AWAITING_DOCUMENTS: "The case waits for the customer's documents and answers.",
    CaseStatus.DOCUMENTS_RECEIVED: "The customer has submitted; the investigation begins.",
    CaseStatus.VALIDATING_DOCUMENTS: "The customer has submitted; the documents are being checked.",
    CaseStatus.PROCESSING: "The customer has submitted; the investigation is running.",
    CaseStatus.GENERATING_TASKS: "Tasks for the customer are being proposed.",
    CaseStatus.FOLLOW_UP_REQUIRED: "The case waits for the customer to answer the follow-up.",
    CaseStatus.ESCALATED: "The case was escalated; a senior officer decides.",
    CaseStatus.FAILED: "The case ended without a decision.",
}
"""What is to be said of a status. A case under review needs no more words than what was found."""

OUTCOMES: dict[CaseStatus, str] = {CaseStatus.APPROVED: "Approved", CaseStatus.REJECTED: "Rejected"}

ADVICE: dict[RecommendedAction, str] = {
    "approve": "to approve",
    "follow_up": "to ask the customer again",
    "escalate": "to escalate",
}


def brief(record: CaseRecord, now: datetime) -> AiBrief:
    """The brief of a case as it stands. What is recommended was recorded by the last investigation."""
    results = record.investigation_results
    scores = tuple(result.risk_score for result in results)
    return AiBrief(
        summary=" ".join(part for part in (_assessment(record), _standing(record)) if part),
        risk_trend=trend(scores),
        risk_scores=scores,
        key_signals=key_signals(record),
        recommended_action=(results[-1].recommended_action if results else None) or NOT_KNOWN,
        generated_at=now,
    )


def trend(scores: tuple[float, ...]) -> RiskTrend:
    """The last score against the one before it. One score alone is stable, as nothing has moved yet."""
    if not scores:
        return "INSUFFICIENT_DATA"
    change = round(scores[-1] - scores[-2], 4) if len(scores) > 1 else 0.0
    if abs(change) < TREND_STEP:
        return "STABLE"
    return "WORSENING" if change > 0 else "IMPROVING"


def _assessment(record: CaseRecord) -> str:
    company = record.opening.company.company_name
    if not record.investigation_results:
        return f"{company} has not been investigated yet."
    latest = record.investigation_results[-1]
    which = "initial investigation" if latest.iteration == 1 else f"the investigation of iteration {latest.iteration}"
    return (
        f"{company} presents {band(latest.risk_score)} risk ({latest.risk_score:.2f}) after {which}. {_found(latest)}"
    )


def _found(result: InvestigationResult) -> str:
    silent = [finding.source for finding in result.findings if finding.category == UNAVAILABLE]
    weighing = [item for item in result.findings if item.category != UNAVAILABLE and item.severity != "info"]
    if weighing or result.discrepancies:
        missing = sum(finding.category == MISSING for finding in weighing)
        found = f"{counted(len(weighing), 'finding')} and {counted(len(result.discrepancies), 'discrepancy')}"
        wanting = f", {counted(missing, 'required document')} missing" if missing else ""
        return f"{found} to consider{wanting}."
    if silent:
        return f"All checks that could be made passed with no discrepancies; not checked: {', '.join(silent)}."
    return "All checks passed with no discrepancies."


def _standing(record: CaseRecord) -> str:
    if record.status is CaseStatus.FAILED and any(
        item.kind == "timeline" and item.passed_at for item in record.deadlines
    ):
        return "The case ended without a decision: the time allowed for it was over."
    if record.status not in REPORTED:
        return STANDING.get(record.status, "")
    outcome = OUTCOMES[record.status]
    if not record.decisions:
        return f"{outcome}."
    decision = record.decisions[-1]
    by = f"{outcome} by {decision.actor.id} ({decision.actor.role}) on {decision.decided_at:%Y-%m-%d}"
    advised = record.investigation_results[-1].recommended_action if record.investigation_results else None
    if advised is None:
        return f"{by}."
    return f"{by}, as recommended." if advised == decision.decision else f"{by}; recommended was {ADVICE[advised]}."
