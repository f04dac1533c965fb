"""An operator takes a case back to a workflow task, as `temporal workflow reset` does."""

import secrets
from itertools import pairwise

from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.enums.v1 import EventType
from temporalio.api.workflowservice.v1 import ResetWorkflowExecutionRequest

from domain.identity import case_id_of
from tests.workflows.running_case import CaseOffice, RunningCase
from workflows.case import CaseWorkflow


async def tasks_of(case: RunningCase) -> list[int]:
    """The event ids of the workflow tasks that the latest run completed and that the server can reset to.

    A task that was made for an update alone is written in one piece with it; the server does not reset to such.
    """
    history = await case.handle.fetch_history()
    return [
        event.event_id
        for event, following in pairwise(history.events)
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED
        and following.event_type != EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED
    ]


async def reset(office: CaseOffice, case: RunningCase, event_id: int, run_id: str | None = None) -> RunningCase:
    """Takes a run back to one of its tasks; returns the case as it goes on from there. No worker is needed."""
    client, workflow_id = office.client, case.handle.id
    await client.workflow_service.reset_workflow_execution(
        ResetWorkflowExecutionRequest(
            namespace=client.namespace,
            workflow_execution=WorkflowExecution(workflow_id=workflow_id, run_id=run_id or ""),
            reason="an operator looks back",
            workflow_task_finish_event_id=event_id,
            request_id=secrets.token_hex(8),
        ),
        retry=True,  # a case that is busy just now says so
    )
    case_id = case_id_of(workflow_id)
    assert case_id is not None
    return office.at(case_id, client.get_workflow_handle_for(CaseWorkflow.run, workflow_id))
