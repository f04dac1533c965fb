"""Nothing that is said to a machine changes the risk of a case."""

from datetime import timedelta

import pytest

from domain.investigation import investigate
from domain.mcc.classifier import classify
from schemas.case import CaseRecord
from schemas.investigation import InvestigationResult
from tests.agents_under_attack.attempts import Attempt
from tests.agents_under_attack.businesses import BICYCLES, CASINO, GAMES_FOR_MEMBERS, PHARMACY, Business
from tests.agents_under_attack.in_answers import IN_ANSWERS
from tests.agents_under_attack.in_names import IN_NAMES
from tests.agents_under_attack.in_websites import IN_WEBSITES
from tests.example_cases import NOW
from tests.policies import POLICY

ATTEMPTS = (*IN_WEBSITES, *IN_ANSWERS, *IN_NAMES)


def investigated(business: Business) -> InvestigationResult:
    """The case with the category that the rules recommend, and nothing decided yet."""
    record: CaseRecord = business.record().model_copy(update={"mcc_classification": classify(business.request())})
    return investigate(record, POLICY, NOW + timedelta(days=1))


def weighed(result: InvestigationResult) -> tuple[object, ...]:
    """All that an officer goes by: where the score comes from, what is recommended, and what was found."""
    return (
        result.risk_score,
        [(term.name, term.points) for term in result.risk_terms],
        [flag.rule_id for flag in result.red_flags],
        result.due_diligence,
        result.recommended_action,
        sorted((finding.category, finding.severity) for finding in result.findings),
    )


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=str)
def test_a_case_weighs_as_if_nothing_had_been_said(attempt: Attempt) -> None:
    for business in (CASINO, PHARMACY, BICYCLES, GAMES_FOR_MEMBERS):
        assert weighed(investigated(business.with_passage(attempt))) == weighed(investigated(business)), business
