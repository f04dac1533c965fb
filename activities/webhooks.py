"""Sends webhooks: one attempt at a time at the event whose turn it is.

Everything but a `2xx` is tried again, for three days. `410 Gone` pauses the endpoint at once; so does an event that
was not delivered in that time. The other endpoints of the organisation are told. Secrets, bodies and addresses are
neither logged nor put into an error.
"""

from collections import Counter
from datetime import UTC, datetime

import structlog
from pydantic import JsonValue
from temporalio import activity

from domain.signatures import SIGNATURE_HEADER, signature, standard_headers
from domain.webhooks import next_wait, valid_secrets
from runtime.published_events import PublishedEvents
from runtime.settings import Settings
from runtime.webhook_lines import Due, WebhookLines
from runtime.webhook_posting import Posted, WebhookPosting
from runtime.webhook_wakes import WebhookWakes
from schemas.published_events import ExternalIds
from schemas.webhooks import (
    TEST_EVENT,
    DeliveryLine,
    DeliveryTurn,
    Resumption,
    TurnResult,
    WebhookAttempt,
    WebhookEnvelope,
)

log = structlog.stdlib.get_logger()

GONE = 410
MOST_AT_ONCE = 20
"""To one endpoint from one process: a receiver that hangs must not take all places, and leave others none."""
WHAT_NEXT = (
    "Once the endpoint is resumed it is sent again, before all others of its case; "
    "to leave it out, POST /api/v1/webhooks/deliveries/{}/skip first"
)
"""One event that a receiver will never take must not keep an endpoint paused."""
TEST_MESSAGE = "This is a test. Your endpoint can be reached."


class WebhookActivities:
    def __init__(
        self,
        lines: WebhookLines,
        events: PublishedEvents,
        wakes: WebhookWakes,
        posting: WebhookPosting,
        settings: Settings,
    ) -> None:
        self._lines = lines
        self._events = events
        self._wakes = wakes
        self._posting = posting
        self._master = settings.secret.get_secret_value().encode()
        self._under_way: Counter[str] = Counter()

    @activity.defn(name="deliver-webhook")
    async def deliver_webhook(self, turn: DeliveryTurn) -> TurnResult:
        """Makes one attempt at what is next in a line, notes what came of it, and says when there is another.

        If its worker dies after the post and before the note, the attempt is made again: that is at least once.
        """
        if self._under_way[turn.endpoint_id] >= MOST_AT_ONCE:
            return TurnResult(state="busy", reason="others of this endpoint come first")
        self._under_way[turn.endpoint_id] += 1
        try:
            return await self._deliver(turn)
        finally:
            self._under_way[turn.endpoint_id] -= 1

    @activity.defn(name="wake-webhooks")
    async def wake_webhooks(self, resumption: Resumption) -> None:
        """Wakes every line of an endpoint in which something waits. Tried again, it goes on where it was."""
        woken_up_to: str = next(iter(activity.info().heartbeat_details), "")
        async for cases in self._lines.cases_waiting(resumption.endpoint_id, woken_up_to):
            lines = [DeliveryLine(endpoint_id=resumption.endpoint_id, case_id=case_id) for case_id in cases]
            await self._wakes.lines(lines, "try-now")
            activity.heartbeat(cases[-1])
        await self._wakes.lines(await self._lines.notices_waiting(resumption.endpoint_id), "try-now")

    async def _deliver(self, turn: DeliveryTurn) -> TurnResult:
        due = await self._lines.take_up(turn)
        if isinstance(due, TurnResult):
            return due
        posted = await self._send(due, (await self._envelope(due)).model_dump_json().encode())
        attempt = WebhookAttempt(
            at=posted.began_at, status=posted.status, error=posted.error, milliseconds=posted.milliseconds
        )
        if posted.error is None:
            await self._lines.delivered(due, attempt)
            return TurnResult(state="delivered")
        return await self._not_delivered(due, turn, posted, attempt)

    async def _envelope(self, due: Due) -> WebhookEnvelope:
        """What is sent. The same bytes at each attempt: all of it is on record and none of it changes."""
        endpoint, delivery = due.endpoint, due.delivery
        if delivery.event_type == f"v1.{TEST_EVENT}":
            return _of_no_case(due, TEST_EVENT, delivery.created_at, {"message": TEST_MESSAGE})
        if delivery.case_id is None or delivery.cursor is None:
            notice = await self._events.notice(delivery.event_id)
            return _of_no_case(due, notice.event_type, notice.created_at, notice.data)
        (event,) = (await self._events.of_case(delivery.case_id, delivery.cursor - 1, 1)).events
        return WebhookEnvelope(
            event_id=event.event_id,
            delivery_id=delivery.delivery_id,
            event_type=event.versioned_event_type,
            semantic_event_type=event.event_type,
            cursor=event.cursor,
            created_at=delivery.created_at,
            occurred_at=event.created_at,
            org_id=endpoint.organisation,
            environment=event.environment,
            case_id=event.case_id,
            session_id=event.session_id,
            data=event.data,
            **{name: getattr(event, name) for name in ExternalIds.model_fields},
        )

    async def _send(self, due: Due, body: bytes) -> Posted:
        now = datetime.now(UTC)
        secrets = valid_secrets(self._master, due.endpoint, now)
        headers = {
            "Content-Type": "application/json",
            SIGNATURE_HEADER: signature(secrets, body, now),
            **standard_headers(secrets, due.delivery.delivery_id, body, now),
        }
        return await self._posting.post(due.endpoint.url, body, headers)

    async def _not_delivered(self, due: Due, turn: DeliveryTurn, posted: Posted, attempt: WebhookAttempt) -> TurnResult:
        if posted.status == GONE:
            return await self._give_up(due, attempt, f"the receiver said to {_name_of(due)} that it is gone (410)")
        wait = next_wait(due.tries + 1, turn.now - due.trying_since, posted.retry_after)
        if wait is None:
            what = f"{_name_of(due)} could not be delivered for three days: {posted.error}"
            return await self._give_up(due, attempt, what)
        await self._lines.failed(due, attempt, turn.now + wait)
        return TurnResult(state="later", wait_seconds=wait.total_seconds(), reason=posted.error or "")

    async def _give_up(self, due: Due, attempt: WebhookAttempt, what: str) -> TurnResult:
        reason = f"{what}. {WHAT_NEXT.format(due.delivery.delivery_id)}"
        told = await self._lines.given_up(due, attempt, reason)
        try:
            await self._wakes.lines(told, "wake")
        except Exception as error:  # all is on record, and a gateway finds what nobody has woken
            log.warning("webhooks were not woken", error=type(error).__name__, detail=str(error)[:500])
        return TurnResult(state="stopped", reason=reason)


def _of_no_case(due: Due, event_type: str, occurred_at: datetime, data: dict[str, JsonValue]) -> WebhookEnvelope:
    return WebhookEnvelope(
        event_id=due.delivery.event_id,
        delivery_id=due.delivery.delivery_id,
        event_type=due.delivery.event_type,
        semantic_event_type=event_type,
        cursor=None,
        created_at=due.delivery.created_at,
        occurred_at=occurred_at,
        org_id=due.endpoint.organisation,
        environment=due.endpoint.environment,
        case_id=None,
        session_id=None,
        data=data,
    )


def _name_of(due: Due) -> str:
    delivery = due.delivery
    return delivery.event_type if delivery.case_id is None else f"event {delivery.cursor} of {delivery.case_id}"
