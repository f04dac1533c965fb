"""The classifier as an activity."""

from temporalio.testing import ActivityEnvironment

from activities.agents.mcc import classify_mcc
from domain.mcc.classifier import classify
from schemas.mcc import MccRequest


async def test_the_activity_answers_what_the_rules_say() -> None:
    request = MccRequest(company_name="Acme BV", answers={"business_activity": "Bicycles"}, website=None)
    answer = await ActivityEnvironment().run(classify_mcc, request)
    assert answer == classify(request)
    assert answer.method == "rules"
    assert answer.primary_recommendation is not None
