"""The delivery of webhooks: for each endpoint and case one line, in which events wait for their turn.

What was delivered is in Postgres (`runtime.webhook_lines`). A workflow only holds the order and the waits, so it may
end whenever nothing waits, and begin again when something does.
"""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from activities.webhooks import WebhookActivities
    from domain.webhooks import busy_wait
    from runtime.task_queues import TaskQueue
    from runtime.webhook_wakes import DELIVERY_WORKFLOW, RESUMPTION_WORKFLOW
    from schemas.webhooks import DeliveryLine, DeliveryTurn, Resumption, TurnResult

ONE_ATTEMPT = timedelta(seconds=45)
"""A receiver has 30 seconds; the rest is for Postgres."""
ALL_WAKES = timedelta(minutes=10)
UNTIL_DONE = RetryPolicy(
    initial_interval=timedelta(seconds=1), backoff_coefficient=2, maximum_interval=timedelta(minutes=1)
)
"""For as long as Postgres or Temporal is away. A receiver that is away is no failure of the activity."""


@workflow.defn(name=DELIVERY_WORKFLOW)
class WebhookDelivery:
    """Delivers what waits in one line, one after the other, until nothing is left.

    An event that cannot be delivered holds up those after it, for as long as it is tried: that is what order means.
    """

    @workflow.init
    def __init__(self, line: DeliveryLine) -> None:
        self._line = line
        self._woken = False
        self._at_once = line.at_once
        self._busy = 0
        """How often in a row the endpoint had no place."""

    @workflow.run
    async def run(self, line: DeliveryLine) -> None:
        while True:
            if self._history_is_long():
                workflow.continue_as_new(line.model_copy(update={"at_once": self._at_once}))
            asked = self._at_once
            result = await self._take_a_turn()
            self._busy = self._busy + 1 if result.state == "busy" else 0
            if result.state == "busy":
                await self._wait_for_a_place(result)
                self._at_once = self._at_once or asked
            elif result.state == "later":
                await self._wait(result)
            elif result.state != "delivered" and not (self._woken or self._at_once):
                return

    # Both are noted and nothing else. What was noted before a turn is answered by it, since it looks at what is on
    # record then; what is noted during a turn leads to another.

    @workflow.signal(name="wake")
    def wake(self, *surplus: object) -> None:
        """There may be something new."""
        self._woken = True

    @workflow.signal(name="try-now")
    def try_now(self, *surplus: object) -> None:
        """What waits for its next attempt waits no longer."""
        self._at_once = True

    async def _take_a_turn(self) -> TurnResult:
        turn = DeliveryTurn(
            endpoint_id=self._line.endpoint_id,
            case_id=self._line.case_id,
            delivery_id=self._line.delivery_id,
            now=workflow.now(),
            at_once=self._at_once,
        )
        self._woken = self._at_once = False
        return await workflow.execute_activity_method(
            WebhookActivities.deliver_webhook,
            turn,
            task_queue=TaskQueue.WEBHOOKS,
            start_to_close_timeout=ONE_ATTEMPT,
            retry_policy=UNTIL_DONE,
            summary="Deliver the next event",
        )

    async def _wait(self, result: TurnResult) -> None:
        try:
            await workflow.wait_condition(
                lambda: self._at_once,
                timeout=timedelta(seconds=result.wait_seconds),
                timeout_summary=f"Until the next attempt: {result.reason}",
            )
        except TimeoutError:
            return

    async def _wait_for_a_place(self, result: TurnResult) -> None:
        """Nobody is let in before: whoever asks not to wait for the next attempt has it with the next place."""
        wait = busy_wait(self._busy, workflow.random().random())
        await workflow.sleep(wait, summary=f"Until there may be a place: {result.reason}")

    def _history_is_long(self) -> bool:
        info, limit = workflow.info(), self._line.history_limit
        return info.is_continue_as_new_suggested() or (limit is not None and info.get_current_history_length() > limit)


@workflow.defn(name=RESUMPTION_WORKFLOW)
class WebhookResumption:
    """Wakes every line of an endpoint that was resumed. One that is resumed again meanwhile is gone through again."""

    def __init__(self) -> None:
        self._asked = True

    @workflow.run
    async def run(self, resumption: Resumption) -> None:
        while self._asked:
            self._asked = False
            await workflow.execute_activity_method(
                WebhookActivities.wake_webhooks,
                resumption,
                task_queue=TaskQueue.WEBHOOKS,
                start_to_close_timeout=ALL_WAKES,
                heartbeat_timeout=timedelta(seconds=30),
                retry_policy=UNTIL_DONE,
                summary="Wake what waits for this endpoint",
            )

    @workflow.signal(name="again")
    def again(self, *surplus: object) -> None:
        self._asked = True
