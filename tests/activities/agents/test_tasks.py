"""The task generator as activities: by rules, and in the words of a language model where these may be shown."""

from pydantic import JsonValue

from activities.agents.tasks import TaskActivities
from domain.follow_up import propose_tasks
from domain.follow_up.edition import edition
from schemas.case import TaskModelRequest, TaskRequest
from schemas.investigation import TaskAnswer, TaskProposal
from schemas.version import VERSION
from tests.activities.agents.office import OpenOffice, a_run
from tests.activities.sources.simulated import patient
from tests.domain.investigated_cases import a_discrepancy, a_result
from tests.model_server.scripted import Asked, agreeable

REQUEST = TaskRequest(
    result=a_result(discrepancies=(a_discrepancy("high", description="Acme here, Zonnewind there."),)),
    requirements=(),
    asked=(),
)
BETTER = "Could you please tell us the full legal name of your company as it is registered?"


def in_better_words(asked: Asked) -> JsonValue:
    return {"tasks": [{"task": item["task"], "description": BETTER} for item in asked.data["tasks"]]}


async def test_the_rules_answer_and_their_run_is_kept(office: OpenOffice) -> None:
    run = a_run()
    async with office(agreeable) as opened:
        activities = TaskActivities(opened.store, opened.desk)
        answer: TaskAnswer = await patient().run(activities.generate_tasks, REQUEST.model_copy(update={"run": run}))

    assert answer.tasks == propose_tasks(REQUEST).tasks != ()
    assert (answer.method, answer.ask_model, opened.server.asked) == ("rules", True, [])
    assert answer.execution is not None
    assert (answer.execution.execution_id, answer.execution.provider) == (run.execution_id, "rules")


async def test_equal_questions_have_equal_inputs_and_answers_on_record(office: OpenOffice) -> None:
    async with office(agreeable) as opened:
        activities = TaskActivities(opened.store, opened.desk)
        answers: list[TaskAnswer] = [
            await patient().run(activities.generate_tasks, REQUEST.model_copy(update={"run": a_run()})) for _ in "ab"
        ]

    one, other = (answer.execution for answer in answers)
    assert one is not None
    assert other is not None
    assert one.input is not None
    assert (one.input.sha256, one.output and one.output.sha256) == (
        other.input and other.input.sha256,
        other.output and other.output.sha256,
    )
    assert TaskRequest.model_validate_json(opened.store.objects[one.input.object_key]) == REQUEST


async def test_the_rules_run_names_its_edition(office: OpenOffice) -> None:
    async with office(agreeable) as opened:
        activities = TaskActivities(opened.store, opened.desk)
        answer: TaskAnswer = await patient().run(activities.generate_tasks, REQUEST.model_copy(update={"run": a_run()}))

    assert answer.execution is not None
    assert answer.execution.model == f"casewright-rules/{VERSION}@{edition()[:12]}"


async def test_a_model_words_the_tasks_and_is_told_no_strangers_word(office: OpenOffice) -> None:
    by_rules = propose_tasks(REQUEST)
    async with office(in_better_words) as opened:
        activities = TaskActivities(opened.store, opened.desk)
        question = TaskModelRequest(request=REQUEST, by_rules=by_rules, run=a_run())
        answer: TaskAnswer = await patient().run(activities.generate_tasks_by_model, question)

    assert [task.description for task in answer.tasks] == [BETTER]
    assert answer.tasks[0].justification == by_rules.tasks[0].justification
    (asked,) = opened.server.asked
    assert "Zonnewind" not in str(asked.body)


async def test_without_a_task_nobody_is_asked(office: OpenOffice) -> None:
    nothing = TaskProposal(tasks=(), reasoning="Nothing.")
    async with office(in_better_words) as opened:
        activities = TaskActivities(opened.store, opened.desk)
        question = TaskModelRequest(request=REQUEST, by_rules=nothing, run=a_run())
        answer: TaskAnswer = await patient().run(activities.generate_tasks_by_model, question)

    assert (answer.tasks, answer.execution, opened.server.asked) == ((), None, [])
