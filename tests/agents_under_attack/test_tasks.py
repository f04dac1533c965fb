"""Nothing that is said to a machine changes what a customer is asked: the tasks are the same, in the same words, and
what a model is shown of a case holds no stranger's text."""

from datetime import timedelta
from typing import get_args

import pytest

from domain.customer_language import customer_language
from domain.investigation import investigate
from domain.submission import unanswered_questions
from schemas.case import TaskRequest
from schemas.investigation import TaskProposal
from tests.agents_under_attack.attempts import Attempt
from tests.agents_under_attack.businesses import BICYCLES, BUSINESSES, CASINO, Business
from tests.agents_under_attack.conftest import Agents, Hire
from tests.agents_under_attack.in_answers import IN_ANSWERS
from tests.agents_under_attack.in_names import IN_NAMES
from tests.agents_under_attack.in_websites import IN_WEBSITES
from tests.agents_under_attack.obedience import PHISHING, ObedientModel
from tests.example_cases import NOW
from tests.model_server.scripted import Protocol
from tests.policies import POLICY

ATTEMPTS = (*IN_WEBSITES, *IN_ANSWERS, *IN_NAMES)

Task = tuple[str, str, str | None, bool]


def request_about(business: Business) -> TaskRequest:
    """What the case asks the task generator for when it has been investigated."""
    record = business.record()
    return TaskRequest(
        result=investigate(record, POLICY, NOW + timedelta(days=1)),
        requirements=record.opening.template.document_requirements,
        asked=record.follow_up_tasks,
        questions=unanswered_questions(record),
        language=customer_language(record),
    )


def asked(proposal: TaskProposal) -> set[Task]:
    """What the customer is asked, however it is ordered."""
    return {(task.description, task.response_type, task.document_type, task.required) for task in proposal.tasks}


@pytest.mark.parametrize("business", BUSINESSES, ids=str)
async def test_there_is_something_to_ask(by_rules: Agents, business: Business) -> None:
    proposal = await by_rules.tasks_by_rules(request_about(business))

    assert {task.response_type for task in proposal.tasks} >= {"document", "text"}


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=str)
async def test_the_rules_ask_as_if_nothing_had_been_said(by_rules: Agents, attempt: Attempt) -> None:
    for business in (CASINO, BICYCLES):
        honest = await by_rules.tasks_by_rules(request_about(business))
        attacked = await by_rules.tasks_by_rules(request_about(business.with_passage(attempt)))

        assert asked(attacked) == asked(honest), business


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=str)
async def test_a_model_reads_nothing_of_what_was_said(hire: Hire, attempt: Attempt) -> None:
    honest_model, model = ObedientModel(), ObedientModel()
    honest_request, request = request_about(CASINO), request_about(CASINO.with_passage(attempt))
    async with hire(honest_model, "openai") as honest, hire(model, "openai") as agents:
        before = await honest.tasks_by_model(honest_request, await honest.tasks_by_rules(honest_request))
        after = await agents.tasks_by_model(request, await agents.tasks_by_rules(request))

    assert model.read == honest_model.read
    assert asked(after) == asked(before)


@pytest.mark.parametrize("protocol", get_args(Protocol))
async def test_a_model_that_is_turned_gets_no_word_to_the_customer(hire: Hire, protocol: Protocol) -> None:
    request = request_about(CASINO)
    async with hire(ObedientModel(turned_to=IN_ANSWERS[0]), protocol) as agents:
        rules = await agents.tasks_by_rules(request)
        model = await agents.tasks_by_model(request, rules)

    assert asked(model) == asked(rules)
    assert not [task for task in model.tasks if PHISHING in task.description]
