"""What Temporal says of the task queues: does anyone serve them, and how much waits?"""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from temporalio.api.enums.v1 import TaskQueueType
from temporalio.api.taskqueue.v1 import PollerInfo
from temporalio.api.taskqueue.v1 import TaskQueue as NamedQueue
from temporalio.api.workflowservice.v1 import DescribeTaskQueueRequest
from temporalio.client import Client
from temporalio.service import RPCError

from gateway.case_client import CaseNotRunningError, TemporalAwayError, answered_within
from runtime.task_queues import TaskQueue
from schemas.admin_api import TaskQueueState

SECONDS = 2.0
ALIVE = timedelta(seconds=70)
"""A worker asks again after a minute at the latest. Temporal names those of the last five minutes, the dead too."""


class TaskQueueStates:
    def __init__(self, client: Client) -> None:
        self._client = client

    async def of(self, queues: Iterable[str]) -> tuple[TaskQueueState, ...]:
        """Of each queue what Temporal says, all asked at the same time. Never raises for want of an answer."""
        return tuple(await asyncio.gather(*map(self._state, queues)))

    async def _state(self, queue: str) -> TaskQueueState:
        try:
            async with answered_within(SECONDS):
                said = await self._client.workflow_service.describe_task_queue(self._question(queue))
        except (TemporalAwayError, CaseNotRunningError, RPCError) as error:
            why = str(error) or type(error).__name__
            return TaskQueueState(name=queue, pollers=None, backlog=None, reason=why[:200])
        backlog = said.stats.approximate_backlog_count if said.HasField("stats") else None
        return TaskQueueState(name=queue, pollers=alive(said.pollers, datetime.now(UTC)), backlog=backlog)

    def _question(self, queue: str) -> DescribeTaskQueueRequest:
        serves = "WORKFLOW" if queue == TaskQueue.CASES else "ACTIVITY"
        return DescribeTaskQueueRequest(
            namespace=self._client.namespace,
            task_queue=NamedQueue(name=queue),
            task_queue_type=TaskQueueType.Value(f"TASK_QUEUE_TYPE_{serves}"),
            report_stats=True,
        )


def alive(pollers: Iterable[PollerInfo], now: datetime) -> int:
    """How many of them have asked for work lately."""
    return sum(now - poller.last_access_time.ToDatetime(UTC) <= ALIVE for poller in pollers)
