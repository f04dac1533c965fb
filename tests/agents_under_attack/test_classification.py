"""Nothing that is said to a machine changes the merchant category, the risk tier or a flag: by rules, and by a model
that obeys."""

from typing import get_args

import pytest

from domain.addressed_to_machines import without_instructions
from domain.mcc.classifier import classify
from schemas.mcc import MccClassification
from tests.agents_under_attack.attempts import Attempt
from tests.agents_under_attack.businesses import BICYCLES, BUSINESSES, HARMLESS, HIGH_RISK, VAGUE, Business
from tests.agents_under_attack.conftest import Agents, Hire
from tests.agents_under_attack.in_answers import IN_ANSWERS
from tests.agents_under_attack.in_names import IN_NAMES
from tests.agents_under_attack.in_websites import IN_WEBSITES
from tests.agents_under_attack.obedience import ObedientModel
from tests.model_server.scripted import Protocol

ATTEMPTS = (*IN_WEBSITES, *IN_ANSWERS, *IN_NAMES)
CASES = [
    pytest.param(attempt, kind[number % len(kind)], id=f"{attempt} ({kind[number % len(kind)]})")
    for number, attempt in enumerate(ATTEMPTS)
    for kind in (HIGH_RISK, HARMLESS, VAGUE)
]
"""Each attempt on a business of each kind."""

Judged = tuple[str | None, str, frozenset[str]]


@pytest.fixture(scope="module")
async def honestly(by_rules: Agents) -> dict[Business, MccClassification]:
    """What the rules say of each business when nobody speaks to them."""
    return {business: await by_rules.classified_by_rules(business.request()) for business in BUSINESSES}


def judged(classification: MccClassification) -> Judged:
    """What an attacker is after: the category, the tier and the flags."""
    code = classification.primary_recommendation.mcc_code if classification.primary_recommendation else None
    return code, classification.risk_tier, frozenset(classification.risk_flags)


@pytest.mark.parametrize("business", (*HIGH_RISK, *HARMLESS), ids=str)
def test_the_honest_businesses_are_told_apart(honestly: dict[Business, MccClassification], business: Business) -> None:
    code, tier, _ = judged(honestly[business])

    assert (code, tier == "high") == (business.mcc_code, business in HIGH_RISK)


@pytest.mark.parametrize(("attempt", "business"), CASES)
async def test_neither_rules_nor_a_model_that_obeys_judge_otherwise_than_if_nothing_had_been_said(
    hire: Hire, honestly: dict[Business, MccClassification], attempt: Attempt, business: Business
) -> None:
    async with hire(ObedientModel(business.mcc_code), protocol_for(attempt)) as agents:
        attacked = business.with_passage(attempt).request()
        by_rules = await agents.classified_by_rules(attacked)
        assert judged(by_rules) == judged(honestly[business])

        by_model = await agents.classified_by_model(attacked, by_rules)
        honest = await agents.classified_by_model(business.request(), honestly[business])

    assert by_model.method == "llm"
    assert judged(by_model) == judged(honest)


def protocol_for(attempt: Attempt) -> Protocol:
    """Either in turn."""
    return "anthropic" if ATTEMPTS.index(attempt) % 2 else "openai"


@pytest.mark.parametrize("protocol", get_args(Protocol))
@pytest.mark.parametrize("business", (*HIGH_RISK, *HARMLESS), ids=str)
async def test_a_model_that_is_turned_changes_nothing_that_the_rules_are_sure_of(
    hire: Hire, honestly: dict[Business, MccClassification], business: Business, protocol: Protocol
) -> None:
    """Whatever it has read: it wants groceries, and quotes what the business says."""
    async with hire(ObedientModel(turned_to=IN_WEBSITES[0]), protocol) as agents:
        by_model = await agents.classified_by_model(business.request(), honestly[business])

    assert judged(by_model) == judged(honestly[business])
    assert by_model.confidence <= honestly[business].confidence


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=str)
def test_an_officer_is_told_what_was_taken_out(attempt: Attempt) -> None:
    """By the words alone, which say the same of it."""
    notes = classify(BICYCLES.with_passage(attempt).request()).notes

    assert any("machine" in note for note in notes), notes


@pytest.mark.parametrize("business", BUSINESSES, ids=str)
def test_what_a_business_says_of_itself_is_left_alone(business: Business) -> None:
    texts = [text for text in vars(business).values() if isinstance(text, str)]

    assert [without_instructions(text).text for text in texts] == texts
