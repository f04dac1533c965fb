"""An investigation from beginning to end, over what the case holds."""

from datetime import datetime

from domain.findings import find
from domain.grounds import Grounds
from domain.policies import rule_set_of
from domain.profile import build_profile
from domain.recommendation import recommend
from domain.red_flags import due_diligence, raised
from domain.risk import Risk, assess, band, summary
from schemas.case import CaseRecord
from schemas.investigation import InvestigationResult
from schemas.policy import Policy


def investigate(record: CaseRecord, policy: Policy, now: datetime) -> InvestigationResult:
    """Findings, discrepancies and red flags of the case, its risk by the policy, and what is recommended. Whatever
    depends on time, such as the age of a company, is as of `now`."""
    grounds = Grounds(record, now, find(record, now), build_profile(record))
    flags = raised(policy, grounds)
    risk = assess(policy, grounds, flags)
    can_ask_again = record.current_iteration < record.opening.template.max_iterations
    lasting = _once_given(policy, grounds) if can_ask_again else risk
    return InvestigationResult(
        iteration=record.current_iteration,
        risk_score=risk.score,
        bands=policy.bands,
        risk_terms=risk.terms,
        dimensions=risk.dimensions,
        red_flags=tuple(item.flag for item in flags),
        due_diligence=due_diligence(flags),
        rule_set=rule_set_of(policy),
        findings=grounds.findings,
        discrepancies=grounds.profile.discrepancies,
        summary=summary(
            record.opening.company.company_name,
            band(risk.score, policy.bands),
            risk.score,
            grounds.findings,
            grounds.discrepancies,
            [item.flag for item in flags],
        ),
        recommended_action=recommend(band(lasting.score, policy.bands), grounds, flags, can_ask_again),
        judgements=record.judgements,
        completed_at=now,
    )


def _once_given(policy: Policy, grounds: Grounds) -> Risk:
    """The risk that is left when the customer has uploaded what is missing."""
    given = grounds.once_given()
    return assess(policy, given, raised(policy, given))
