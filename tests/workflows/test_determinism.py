"""A worker that has forgotten everything meets the same case."""

from temporalio.client import Client

from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, a_document
from tests.workflows.running_case import CaseOffice, forgetful_worker
from workflows.case import CaseWorkflow

S = CaseStatus


async def test_a_worker_that_replays_the_whole_history_for_each_task_brings_a_case_to_the_same_end(
    office: CaseOffice, temporal: Client
) -> None:
    async with forgetful_worker(temporal, "forgetful"):
        case = await office.open(queue="forgetful")
        await case.handle.execute_update(CaseWorkflow.opened)
        await case.comes_to_review()
        await case.tell("decision", FOLLOW_UP, OFFICER)
        await case.upload(a_document(content=b"another version"))
        await case.submit(task_responses={"task_1": "In Ghent"})
        await case.reaches(S.REVIEW_PENDING)
        await case.decide("escalate", reason="A large volume")
        await case.decide("approve")
        in_between = await case.record()
        assert in_between.status is S.ESCALATED
        assert await case.record() == in_between
