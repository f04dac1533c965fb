"""The classifier as activities: by rules, and with a language model that ranks what the rules found."""

import pytest
from pydantic import JsonValue
from temporalio.exceptions import ApplicationError

from activities.agents.asking import ModelDesk
from activities.agents.classifier import Classifier
from activities.agents.mcc import MccActivities
from runtime.model_usage import ModelUsage
from runtime.postgres import Pool
from runtime.settings import Settings
from schemas.mcc import MccAlternative, MccAnswer, MccClassification, MccCode, MccModelQuestion, MccRequest
from schemas.version import VERSION
from tests.activities.agents.office import OpenOffice, a_run
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.sources.simulated import patient
from tests.model_server.scripted import Said, Script

REQUEST = MccRequest(
    company_name="Acme BV", answers={"business_activity": "We sell bicycles and repair them."}, website=None
)
UNSURE = MccClassification(
    primary_recommendation=MccCode(mcc_code="5812", description="Eating places"),
    alternatives=(MccAlternative(mcc_code="5940", description="Bicycle shops", score=0.4),),
    confidence=0.5,
    risk_tier="low",
)
BICYCLES: JsonValue = {"ranking": [{"mcc_code": "5940", "source": "business_activity", "quote": "We sell bicycles"}]}


async def by_model(
    office: OpenOffice, script: Script, by_rules: MccClassification = UNSURE
) -> tuple[MccAnswer, list[object]]:
    async with office(script) as opened:
        activities = MccActivities(Classifier(), opened.store, opened.desk)
        question = MccModelQuestion(request=REQUEST, by_rules=by_rules, run=a_run())
        answer: MccAnswer = await patient().run(activities.classify_mcc_by_model, question)
    return answer, list(opened.server.asked)


async def test_the_rules_answer_without_a_model_and_their_run_is_kept(settings: Settings, pool: Pool) -> None:
    store, run = MemoryStore(), a_run()
    activities = MccActivities(Classifier(), store, ModelDesk(None, store, ModelUsage(pool, settings)))
    request = REQUEST.model_copy(update={"run": run})

    answer: MccAnswer = await patient().run(activities.classify_mcc, request)

    by_rules = Classifier().classify(REQUEST)
    execution = answer.execution
    assert answer.primary_recommendation == by_rules.primary_recommendation
    assert (answer.method, answer.ask_model) == ("rules", False)
    assert execution is not None
    assert (execution.provider, execution.outcome, execution.cost_usd) == ("rules", "answered", 0)
    assert execution.input is not None
    assert execution.output is not None
    assert MccRequest.model_validate_json(store.objects[execution.input.object_key]) == REQUEST
    assert execution.model == f"casewright-rules/{VERSION}@{Classifier().edition()[:12]}"
    assert MccClassification.model_validate_json(store.objects[execution.output.object_key]) == by_rules


async def test_a_request_without_a_run_leaves_none(settings: Settings, pool: Pool) -> None:
    store = MemoryStore()
    activities = MccActivities(Classifier(), store, ModelDesk(None, store, ModelUsage(pool, settings)))

    answer: MccAnswer = await patient().run(activities.classify_mcc, REQUEST)

    assert (answer.execution, store.objects) == (None, {})


async def test_a_model_that_is_configured_is_to_be_asked(office: OpenOffice) -> None:
    async with office(lambda _: BICYCLES) as opened:
        activities = MccActivities(Classifier(), opened.store, opened.desk)
        answer: MccAnswer = await patient().run(activities.classify_mcc, REQUEST)

    assert answer.ask_model
    assert opened.server.asked == []


async def test_a_model_betters_the_rules_with_words_that_the_rules_read_likewise(office: OpenOffice) -> None:
    answer, _ = await by_model(office, lambda _: BICYCLES)

    assert answer.primary_recommendation is not None
    assert (answer.primary_recommendation.mcc_code, answer.method) == ("5940", "llm")
    assert answer.execution is not None
    assert (answer.execution.agent, answer.execution.outcome) == ("mcc", "answered")


async def test_a_quote_that_says_nothing_of_the_code_changes_nothing(office: OpenOffice) -> None:
    off_the_mark: JsonValue = {"mcc_code": "5940", "source": "company_name", "quote": "Acme BV"}
    answer, _ = await by_model(office, lambda _: {"ranking": [off_the_mark]})

    assert answer.primary_recommendation == UNSURE.primary_recommendation


async def test_without_a_shortlist_nobody_is_asked(office: OpenOffice) -> None:
    nothing = MccClassification(primary_recommendation=None, risk_tier="medium")
    answer, asked = await by_model(office, lambda _: BICYCLES, nothing)

    assert (answer.primary_recommendation, answer.execution, asked) == (None, None, [])


async def test_a_model_of_no_use_leaves_its_run_in_the_failure(office: OpenOffice) -> None:
    with pytest.raises(ApplicationError) as raised:
        await by_model(office, lambda _: Said("a bicycle shop, I think"))

    assert raised.value.type == "invalid_answer"
    assert raised.value.details[0]["agent"] == "mcc"
