"""What the software recommends after an investigation. It never recommends to reject: that is a person's judgement."""

from collections.abc import Sequence

from domain.profile import SEVERITY_ORDER
from domain.risk import band, score
from schemas.investigation import Discrepancy, Finding, RecommendedAction, Severity

UNAVAILABLE = "source_unavailable"
"""The category of findings that say nothing about the company. They never weigh here: unavailable is not invalid."""

TO_BE_GIVEN = frozenset({"document_missing", "document_unreadable"})
"""The categories that the customer can clear up by an upload. While they can be asked for it, they are a reason to ask
and none to escalate, however many documents there are to ask for."""

ESCALATING_BANDS = frozenset({"HIGH", "CRITICAL"})

BY_GRAVEST: dict[Severity, tuple[RecommendedAction, RecommendedAction]] = {
    "critical": ("escalate", "escalate"),
    "high": ("follow_up", "escalate"),
    "medium": ("follow_up", "escalate"),
    "low": ("approve", "approve"),
    "info": ("approve", "approve"),
}
"""By the gravest thing that was found: while the customer can still be asked, and once no iteration is left for it."""


def recommend(
    risk_score: float, findings: Sequence[Finding], discrepancies: Sequence[Discrepancy], can_ask_again: bool
) -> RecommendedAction:
    """The action of the table for the gravest thing found; a score in a grave band escalates whatever it is made of."""
    weighing = [finding for finding in findings if finding.category != UNAVAILABLE]
    grave = [finding for finding in weighing if not (can_ask_again and finding.category in TO_BE_GIVEN)]
    left_out = score(findings, discrepancies)[0] - score(grave, discrepancies)[0]
    if band(max(0.0, round(risk_score - left_out, 4))) in ESCALATING_BANDS:
        return "escalate"
    unresolved: list[Finding | Discrepancy] = [*weighing, *discrepancies]
    severities: list[Severity] = [item.severity for item in unresolved]
    while_asking, afterwards = BY_GRAVEST[max(severities, key=SEVERITY_ORDER.index, default="info")]
    return while_asking if can_ask_again else afterwards
