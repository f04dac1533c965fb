"""Investigations with just what a test wants to be found, and cases that hold them."""

from datetime import timedelta

from schemas.case import CaseRecord, DecisionRecord
from schemas.commands import Decision
from schemas.investigation import Discrepancy, Finding, InvestigationResult, ProfileFact, RecommendedAction, Severity
from schemas.status import CaseStatus
from tests.example_cases import NOW, SENIOR_OFFICER, a_record, an_opening

LATER = NOW + timedelta(days=1)
LIVE = an_opening(environment="live")


def a_finding(severity: Severity, category: str = "some_category", number: int = 1, **changes: object) -> Finding:
    finding = Finding(
        finding_id=f"find_{number}",
        category=category,
        severity=severity,
        description=f"Finding {number}.",
        source="EU VIES",
    )
    return finding.model_copy(update=changes)


def a_discrepancy(severity: Severity) -> Discrepancy:
    side = ProfileFact(value="Acme", source="officer_input", timestamp=NOW)
    return Discrepancy(
        discrepancy_id="disc_company_name",
        field="company_name",
        severity=severity,
        description="The names differ.",
        sides=(side, side),
    )


def a_result(
    risk_score: float = 0.25,
    findings: tuple[Finding, ...] = (),
    discrepancies: tuple[Discrepancy, ...] = (),
    recommended_action: RecommendedAction | None = "approve",
    iteration: int = 1,
) -> InvestigationResult:
    return InvestigationResult(
        iteration=iteration,
        risk_score=risk_score,
        risk_terms=(),
        rule_set="baseline-1",
        findings=findings,
        discrepancies=discrepancies,
        summary="Not what the brief is made of.",
        recommended_action=recommended_action,
        completed_at=NOW,
    )


def investigated(
    *results: InvestigationResult, status: CaseStatus = CaseStatus.REVIEW_PENDING, **changes: object
) -> CaseRecord:
    record = a_record(CaseStatus.AWAITING_DOCUMENTS)
    return record.model_copy(update={"status": status, "investigation_results": results, **changes})


def decided(decision: Decision, reason: str | None = None) -> tuple[DecisionRecord, ...]:
    return (DecisionRecord(decision=decision, reason=reason, actor=SENIOR_OFFICER, iteration=1, decided_at=LATER),)
