"""The agents of a case: the rules answer first, a language model may do better, and every run is on record."""

from typing import get_args

import pytest

from schemas.agents import USABLE, AgentExecution, ExecutionOutcome
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import OFFICER, TEMPLATE, a_document, an_envelope
from tests.read_documents import a_reading
from tests.workflows.outside_world import World, no_use
from tests.workflows.running_case import CaseOffice, RunningCase

S = CaseStatus
BY_RULES, BY_MODEL = "5940", "7699"
CERTIFICATE = a_document()


async def runs(case: RunningCase) -> list[AgentExecution]:
    """The runs on record, in order."""
    await case.all_written()
    rows = case.world.books.rows
    logged = [rows[number] for number in sorted(rows)]
    return [AgentExecution.model_validate(item.data) for item in logged if item.event is EventName.AGENT_EXECUTED]


async def asked(office: CaseOffice, wait_seconds: int = 300) -> RunningCase:
    """A case that may ask a language model for so long."""
    template = TEMPLATE.model_copy(update={"model_wait_seconds": wait_seconds})
    opening = office.opening().model_copy(update={"template": template})
    office.outside.of[opening.case_id].has_model = True
    return await office.open(opening)


def recommended(classification: object) -> str:
    return str(getattr(getattr(classification, "primary_recommendation", None), "mcc_code", None))


async def test_rules_leave_a_run_for_the_category_and_one_for_the_tasks(office: CaseOffice) -> None:
    case = await office.open()
    record = await case.comes_to_review()

    mcc, tasks = await runs(case)
    assert [(run.agent, run.provider) for run in (mcc, tasks)] == [("mcc", "rules"), ("tasks", "rules")]
    assert record.mcc_classification is not None
    assert record.mcc_classification.execution_id == mcc.execution_id
    assert record.tasks_execution_id == tasks.execution_id


async def test_a_model_that_answers_betters_what_the_rules_say_and_both_are_on_record(office: CaseOffice) -> None:
    case = await asked(office)
    await case.submit()  # without the document that is required, so that there is something to ask
    record = await case.reaches(S.REVIEW_PENDING)

    providers = [(run.agent, run.provider) for run in await runs(case)]
    assert providers == [("mcc", "rules"), ("mcc", "openai"), ("tasks", "rules"), ("tasks", "openai")]
    assert recommended(record.mcc_classification) == BY_MODEL
    assert record.generated_tasks
    assert all(task.description.endswith("Thank you.") for task in record.generated_tasks)
    assert record.tasks_execution_id == (await runs(case))[-1].execution_id


@pytest.mark.parametrize("outcome", sorted(set(get_args(ExecutionOutcome)) - USABLE))
async def test_a_model_of_no_use_leaves_the_rules_answer_with_a_note(
    office: CaseOffice, outcome: ExecutionOutcome
) -> None:
    case = await asked(office)
    case.world.model_fails = no_use(outcome)
    record = await case.comes_to_review()

    assert recommended(record.mcc_classification) == BY_RULES
    assert record.mcc_classification is not None
    assert any("by rules: the language model" in note for note in record.mcc_classification.notes)
    assert record.mcc_classification.execution_id == (await runs(case))[0].execution_id
    assert {run.outcome for run in await runs(case) if run.provider != "rules"} == {outcome}


async def test_a_case_waits_for_a_model_no_longer_than_its_template_allows(office: CaseOffice) -> None:
    case = await asked(office, wait_seconds=1)
    case.world.model_thinks.clear()
    await case.submit()  # without the document that is required, so that there is something to ask
    record = await case.reaches(S.REVIEW_PENDING)
    case.world.model_thinks.set()

    assert recommended(record.mcc_classification) == BY_RULES
    asked_of_it = [(run.agent, run.outcome) for run in await runs(case) if run.provider != "rules"]
    assert asked_of_it == [("mcc", "timed_out")]  # which took all the time there was
    assert record.generated_tasks
    assert "time that the template allows" in record.tasks_notes[-1]


async def test_a_model_is_not_asked_to_reword_no_tasks(office: CaseOffice) -> None:
    case = await asked(office)
    record = await case.comes_to_review()

    assert record.generated_tasks == ()
    assert ("tasks", "openai") not in [(run.agent, run.provider) for run in await runs(case)]


async def test_a_template_that_allows_no_wait_asks_no_model(office: CaseOffice) -> None:
    case = await asked(office, wait_seconds=0)
    record = await case.comes_to_review()

    assert recommended(record.mcc_classification) == BY_RULES
    assert {run.provider for run in await runs(case)} == {"rules"}


async def test_asked_again_an_agent_leaves_further_runs_and_the_earlier_ones_stay(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    before = await runs(case)

    await case.handle.execute_update("regenerate-tasks", an_envelope({}, OFFICER, "cmd_tasks"))
    await case.handle.execute_update("reclassify-mcc", an_envelope({"notes": "Repairs"}, OFFICER, "cmd_mcc"))

    after = await runs(case)
    assert after[: len(before)] == before
    assert [run.agent for run in after[len(before) :]] == ["tasks", "mcc"]
    assert len({run.execution_id for run in after}) == len(after)


async def test_a_run_of_no_use_in_a_document_leaves_the_reading_and_is_on_record(office: CaseOffice) -> None:
    opening = office.opening()
    world: World = office.outside.of[opening.case_id]
    world.readings[CERTIFICATE.document_id] = a_reading(document_id=CERTIFICATE.document_id, ask_model=True)
    world.model_fails = no_use("invalid_answer")
    case = await office.open(opening)
    record = await case.comes_to_review()

    assert [reading.document_id for reading in record.readings] == [CERTIFICATE.document_id]
    assert (await runs(case))[0].outcome == "invalid_answer"
