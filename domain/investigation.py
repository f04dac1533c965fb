"""An investigation from beginning to end, over what the case holds."""

from datetime import datetime

from domain.findings import find
from domain.profile import build_profile
from domain.recommendation import recommend
from domain.risk import rule_set, score, summary
from schemas.case import CaseRecord
from schemas.investigation import InvestigationResult


def investigate(record: CaseRecord, completed_at: datetime) -> InvestigationResult:
    """Findings, discrepancies, the risk of the current iteration and what is recommended."""
    findings = find(record)
    discrepancies = build_profile(record).discrepancies
    total, terms = score(findings, discrepancies)
    can_ask_again = record.current_iteration < record.opening.template.max_iterations
    return InvestigationResult(
        iteration=record.current_iteration,
        risk_score=total,
        risk_terms=terms,
        rule_set=rule_set(),
        findings=findings,
        discrepancies=discrepancies,
        summary=summary(record.opening.company.company_name, total, findings, discrepancies),
        recommended_action=recommend(total, findings, discrepancies, can_ask_again),
        completed_at=completed_at,
    )
