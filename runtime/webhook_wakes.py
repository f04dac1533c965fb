"""Wakes the workflows that deliver webhooks, each by signal-with-start.

A workflow that runs is told; one that has ended, or never began, is started and told. There is no moment between: a
signal that comes while a run is ending makes Temporal refuse the end, and the run looks once more. So no wake is lost,
and one too many only finds nothing to do. Raises RPCError if Temporal is away.

Workflows are named and not imported: they stand above this floor, and so does the gateway, which wakes them, too.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from temporalio.client import Client
from temporalio.common import Priority

from domain.webhooks import line_id_of, resumption_id_of
from runtime.task_queues import TaskQueue
from schemas.webhooks import DeliveryLine, Resumption, WebhookDelivery

DELIVERY_WORKFLOW = "WebhookDelivery"
RESUMPTION_WORKFLOW = "WebhookResumption"
Signal = Literal["wake", "try-now"]
RPC_SECONDS = 5.0
AT_ONCE = 50
"""Wakes that are under way together, so that thousands take seconds and not minutes."""


class WebhookWakes:
    def __init__(self, client: Client) -> None:
        self._client = client

    async def case(self, endpoint_id: str, case_id: str, signal: Signal = "wake") -> None:
        """There is something to deliver in this line; with `try-now`, whatever it waits for."""
        await self._tell(DeliveryLine(endpoint_id=endpoint_id, case_id=case_id), signal)

    async def lines(self, lines: Sequence[DeliveryLine], signal: Signal) -> None:
        """The same for many, some at a time. All of those are told before the first error, if any, is raised."""
        for begin in range(0, len(lines), AT_ONCE):
            told = await asyncio.gather(
                *(self._tell(line, signal) for line in lines[begin : begin + AT_ONCE]), return_exceptions=True
            )
            for error in filter(None, told):
                raise error

    async def delivery(self, delivery: WebhookDelivery) -> None:
        """A test, or a delivery that is to be made again, is sent now."""
        if delivery.case_id is not None:
            await self.case(delivery.endpoint_id, delivery.case_id, "try-now")
            return
        line = DeliveryLine(endpoint_id=delivery.endpoint_id, delivery_id=delivery.delivery_id)
        await self._tell(line, "try-now")

    async def resumption(self, endpoint_id: str) -> None:
        """All that waits for an endpoint goes on. Done by a workflow, as these may be thousands of cases."""
        await self._client.start_workflow(
            RESUMPTION_WORKFLOW,
            Resumption(endpoint_id=endpoint_id),
            id=resumption_id_of(endpoint_id),
            task_queue=TaskQueue.CASES,
            start_signal="again",
            rpc_timeout=timedelta(seconds=RPC_SECONDS),
        )

    async def _tell(self, line: DeliveryLine, signal: Signal) -> None:
        await self._client.start_workflow(
            DELIVERY_WORKFLOW,
            line,
            id=line_id_of(line.endpoint_id, line.subject),
            task_queue=TaskQueue.CASES,
            start_signal=signal,
            rpc_timeout=timedelta(seconds=RPC_SECONDS),
            priority=Priority(fairness_key=line.endpoint_id),
        )
