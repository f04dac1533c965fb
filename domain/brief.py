"""The brief of a case: where it stands and what speaks for and against the company, by rules alone."""

from collections.abc import Set
from datetime import datetime

from domain.risk import UNSCREENED, UNSCREENED_RULE, band_of, two_digits
from domain.signals import (
    MISSING,
    TO_BE_LOOKED_UP,
    all_scores,
    counted,
    dismissed_matches,
    key_signals,
    weighing,
)
from domain.stages import REPORTED
from schemas.brief import AiBrief, RiskTrend
from schemas.case import CaseRecord
from schemas.investigation import DueDiligence, InvestigationResult, RecommendedAction, RedFlag
from schemas.policy import UNAVAILABLE
from schemas.sources import SOURCE_LABELS
from schemas.status import CaseStatus

TREND_STEP = 0.1
"""How far the score moves before it is called a trend: more than a low finding moves it, and less than a medium one."""

FLAGS_NAMED = 2

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

_ANSWERED = frozenset({"found", "not_found"})
"""States of a source that was asked and answered."""

DILIGENCE: dict[DueDiligence, str] = {
    "standard": "",
    "edd_recommended": "Enhanced due diligence is recommended.",
    "edd_mandatory": "Enhanced due diligence is mandatory.",
}


def brief(record: CaseRecord, now: datetime) -> AiBrief:
    """The brief of a case as it stands. What is recommended was recorded by the last investigation."""
    results = record.investigation_results
    scores = all_scores(results)
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
    if latest.earlier_scores:
        which += " and what officers have judged since"
    sentences = (
        f"{company} presents {band_of(latest)} risk ({two_digits(latest.risk_score)}) after {which}.",
        _found(record, latest),
        UNSCREENED if _is_unscreened(latest) else "",
        *(f"{line}." for line in dismissed_matches(latest)),
        _red_flags(latest),
        DILIGENCE[latest.due_diligence],
        _by_hand(latest),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _found(record: CaseRecord, result: InvestigationResult) -> str:
    considered = weighing(result)
    unresolved = [discrepancy for discrepancy in result.discrepancies if discrepancy.weighs]
    silent = ", ".join(_sources(result, {UNAVAILABLE}))
    if considered or unresolved or _grave(result):
        missing = sum(finding.category == MISSING for finding in considered)
        found = f"{counted(len(considered), 'finding')} and {counted(len(unresolved), 'discrepancy')}"
        wanting = f", {counted(missing, 'required document')} missing" if missing else ""
        counts = f"{found} to consider{wanting}." if considered or unresolved else ""
        return " ".join(part for part in (counts, f"Not checked: {silent}." if silent else "") if part)
    if record.sources and not any(answer.state in _ANSWERED for answer in record.sources.values()):
        return "Nothing is known of the company but what it says itself: no source could be checked."
    without_key = ", ".join(
        SOURCE_LABELS[name] for name, answer in sorted(record.sources.items()) if answer.state == "not_configured"
    )
    open_checks = silent or without_key or _by_hand(result) or _is_unscreened(result)
    passed = "All checks that could be made passed" if open_checks else "All checks passed"
    with_none = "with every discrepancy settled" if result.discrepancies else "with no discrepancies"
    undone = (f"; not checked: {silent}" if silent else "", f"; not set up: {without_key}" if without_key else "")
    return f"{passed} {with_none}{''.join(undone)}."


def _is_unscreened(result: InvestigationResult) -> bool:
    return any(flag.rule_id == UNSCREENED_RULE for flag in result.red_flags)


def _red_flags(result: InvestigationResult) -> str:
    """The gravest by name, and which of their dimensions is worst."""
    grave = _grave(result)
    if not grave:
        return ""
    named = ", ".join(f"{flag.title} ({flag.severity})" for flag in grave[:FLAGS_NAMED])
    more = f" and {len(grave) - FLAGS_NAMED} more" if len(grave) > FLAGS_NAMED else ""
    concerned = [item for item in result.dimensions if item.name in {flag.dimension for flag in grave}]
    worst = max(concerned, key=lambda item: (item.score, item.weight), default=None)
    where = f"; gravest in the {worst.name.replace('_', ' ')} dimension ({two_digits(worst.score)})" if worst else ""
    return f"Red flags: {named}{more}{where}."


def _grave(result: InvestigationResult) -> list[RedFlag]:
    return [flag for flag in result.red_flags if flag.severity != "info"]


def _by_hand(result: InvestigationResult) -> str:
    sources = ", ".join(_sources(result, TO_BE_LOOKED_UP))
    return f"To be looked up by hand: {sources}." if sources else ""


def _sources(result: InvestigationResult, categories: Set[str]) -> list[str]:
    return [finding.source for finding in result.findings if finding.category in categories]


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
