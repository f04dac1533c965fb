"""A worker that has forgotten everything, and an operator who turns a case back: both meet the same case."""

import secrets

from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.enums.v1 import EventType
from temporalio.api.workflowservice.v1 import ResetWorkflowExecutionRequest
from temporalio.client import Client

from schemas.status import CaseStatus
from tests.example_cases import FOLLOW_UP, OFFICER, a_document
from tests.workflows.running_case import CaseOffice, RunningCase, forgetful_worker
from workflows.case import CaseWorkflow

S = CaseStatus


async def tasks_since(case: RunningCase, signal: str) -> list[int]:
    """The event ids of the workflow tasks that were completed after the last signal of this name, newest first."""
    history = await case.handle.fetch_history()
    ids: list[int] = []
    for event in reversed(history.events):
        if event.workflow_execution_signaled_event_attributes.signal_name == signal:
            break
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED:
            ids.append(event.event_id)
    return ids


async def reset(office: CaseOffice, case: RunningCase, event_id: int) -> RunningCase:
    """What `temporal workflow reset` does; returns the case as it goes on from there."""
    client, case_id = office.client, (await case.record()).opening.case_id
    await client.workflow_service.reset_workflow_execution(
        ResetWorkflowExecutionRequest(
            namespace=client.namespace,
            workflow_execution=WorkflowExecution(workflow_id=case.handle.id),
            reason="an operator looks back",
            workflow_task_finish_event_id=event_id,
            request_id=secrets.token_hex(8),
        )
    )
    return office.at(case_id, client.get_workflow_handle_for(CaseWorkflow.run, case.handle.id))


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


async def test_a_case_that_is_reset_to_any_task_since_its_decision_comes_to_the_same_end(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.decide("approve")
    await case.closed()
    on_record = case.world.books.names
    tasks = await tasks_since(case, "decision")
    assert len(tasks) > 2

    for event_id in tasks:
        case = await reset(office, case, event_id)
        assert (await case.closed()).status is S.APPROVED
        assert case.world.books.names == on_record


async def test_a_case_that_is_reset_to_its_beginning_is_investigated_again_and_waits_for_a_new_decision(
    office: CaseOffice,
) -> None:
    """The signals are all there at once, so the decision comes before the investigation, and is refused."""
    case = await office.open()
    await case.handle.execute_update(CaseWorkflow.opened)
    await case.comes_to_review()
    await case.tell("decision", {"decision": "approve"}, OFFICER, "cmd_before_reset")
    await case.closed()

    case = await reset(office, case, 4)

    again = await case.reaches(S.REVIEW_PENDING)
    assert (again.documents, again.decisions) == ((a_document(),), ())
    assert (await case.outcome("cmd_before_reset")).code == "wrong_state"
    await case.decide("approve")
    assert (await case.closed()).status is S.APPROVED
    assert case.world.books.is_gapless()
