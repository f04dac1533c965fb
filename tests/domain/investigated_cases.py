"""Investigations with just what a test wants to be found, and cases that hold them."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from domain.grounds import Grounds
from domain.profile import build_profile
from schemas.case import CaseRecord, DecisionRecord
from schemas.commands import Decision
from schemas.investigation import (
    Discrepancy,
    DiscrepancyResolution,
    DueDiligence,
    Finding,
    InvestigationResult,
    ProfileFact,
    RecommendedAction,
    RedFlag,
    ResolutionKind,
    Severity,
)
from schemas.mcc import MccClassification
from schemas.status import CaseStatus
from tests.example_cases import MCC, NOW, OFFICER, SENIOR_OFFICER, a_document, a_record, a_validation, an_opening

LATER = NOW + timedelta(days=1)
LIVE = an_opening(environment="live")
ORDINARY: MccClassification = MCC


def a_finding(severity: Severity, category: str = "some_category", number: int = 1, **changes: object) -> Finding:
    finding = Finding(
        finding_id=f"find_{number}",
        category=category,
        severity=severity,
        description=f"Finding {number}.",
        source="EU VIES",
    )
    return finding.model_copy(update=changes)


def a_discrepancy(severity: Severity, **changes: object) -> Discrepancy:
    side = ProfileFact(value="Acme", source="officer_input", timestamp=NOW)
    discrepancy = Discrepancy(
        discrepancy_id="disc_company_name",
        type="name",
        field="company_name",
        severity=severity,
        description="The names differ.",
        sides=(side, side),
        fingerprint="as it was",
    )
    return discrepancy.model_copy(update=changes)


def settled(discrepancy: Discrepancy, how: ResolutionKind = "verified_no_issue") -> Discrepancy:
    resolution = DiscrepancyResolution(
        discrepancy_id=discrepancy.discrepancy_id,
        fingerprint=discrepancy.fingerprint,
        resolution=how,
        reason="It is a trade name.",
        actor=OFFICER,
        resolved_at=NOW,
    )
    return discrepancy.model_copy(update={"resolution": resolution})


def a_flag(severity: Severity, title: str, due_diligence: DueDiligence = "standard", *cites: str) -> RedFlag:
    return RedFlag(
        rule_id=title.lower().replace(" ", "_"),
        title=title,
        severity=severity,
        dimension="customer",
        legal_basis="Some law, Art. 1",
        explanation="It means something.",
        cites=cites,
        due_diligence=due_diligence,
    )


def a_result(
    risk_score: float = 0.25,
    findings: tuple[Finding, ...] = (),
    discrepancies: tuple[Discrepancy, ...] = (),
    recommended_action: RecommendedAction | None = "approve",
    iteration: int = 1,
    **changes: object,
) -> InvestigationResult:
    result = InvestigationResult(
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
    return result.model_copy(update=changes)


def investigated(
    *results: InvestigationResult, status: CaseStatus = CaseStatus.REVIEW_PENDING, **changes: object
) -> CaseRecord:
    record = a_record(CaseStatus.AWAITING_DOCUMENTS)
    return record.model_copy(update={"status": status, "investigation_results": results, **changes})


def complete_case(**changes: object) -> CaseRecord:
    """A case of an ordinary trade in which nothing is missing and nothing was found."""
    document = a_document("certificate")
    given: dict[str, object] = {
        "documents": (document,),
        "validation_results": (a_validation(document),),
        "mcc_classification": ORDINARY,
        "sources": {},
    }
    return a_record().model_copy(update={**given, **changes})


def grounds(
    findings: Iterable[Finding] = (),
    discrepancies: Iterable[Discrepancy] = (),
    record: CaseRecord | None = None,
    now: datetime = NOW,
) -> Grounds:
    """What rules look at, with just these findings and discrepancies."""
    case = record or complete_case()
    profile = build_profile(case).model_copy(update={"discrepancies": tuple(discrepancies)})
    return Grounds(case, now, tuple(findings), profile)


def decided(decision: Decision, reason: str | None = None) -> tuple[DecisionRecord, ...]:
    return (DecisionRecord(decision=decision, reason=reason, actor=SENIOR_OFFICER, iteration=1, decided_at=LATER),)
