"""The task generator: follow-up tasks an officer may send, by rules."""

from temporalio import activity

from domain.follow_up import propose_tasks
from schemas.case import TaskRequest
from schemas.investigation import TaskProposal


@activity.defn(name="generate-tasks")
async def generate_tasks(request: TaskRequest) -> TaskProposal:
    """Proposes follow-up tasks from findings and discrepancies."""
    return propose_tasks(request.result, request.requirements, request.asked)
