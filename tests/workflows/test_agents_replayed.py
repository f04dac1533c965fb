"""What a model once answered a case is history: nothing that it says later, or fails to say, changes it."""

from temporalio.client import Client
from temporalio.exceptions import ApplicationError

from tests.workflows.running_case import CaseOffice, forgetful_worker


async def test_a_case_is_the_same_when_it_is_replayed_after_its_model_has_changed_its_mind(
    office: CaseOffice, temporal: Client
) -> None:
    opening = office.opening()
    world = office.outside.of[opening.case_id]
    world.has_model = True
    async with forgetful_worker(temporal, "forgetful-of-models"):
        case = await office.open(opening, queue="forgetful-of-models")
        answered = await case.comes_to_review()
        world.has_model, world.model_fails = False, ApplicationError("of no use", type="refused", non_retryable=True)

        replayed = await case.record()

    assert answered.mcc_classification is not None
    assert answered.mcc_classification.primary_recommendation is not None
    assert answered.mcc_classification.primary_recommendation.mcc_code == "7699"
    assert (replayed.mcc_classification, replayed.generated_tasks) == (
        answered.mcc_classification,
        answered.generated_tasks,
    )
