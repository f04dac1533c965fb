"""The lines in which events wait for an endpoint, one for each case: what is next, and what became of it.

All that a delivery remembers is here, so that the workflow behind a line remembers nothing: it may end, be reset or be
started again, and goes on with the first event that was not delivered. Errors are psycopg's.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import NamedTuple

import structlog
from psycopg import AsyncConnection
from psycopg.rows import DictRow
from pydantic import JsonValue

from domain.webhooks import delivery_id_of, notice_id_of
from runtime.organisation_notices import Notice, notify
from runtime.postgres import Pool
from runtime.webhook_waiting import NEW_EVENTS, OPEN, VERSIONED, WAITING_LINES, begin_deliveries
from runtime.webhooks import DELIVERY_COLUMNS, ENDPOINT_COLUMNS
from schemas.owner import Owner
from schemas.published_events import DELIVERY_FAILED
from schemas.webhooks import DeliveryLine, DeliveryTurn, TurnResult, WebhookAttempt, WebhookDelivery, WebhookEndpoint

log = structlog.stdlib.get_logger()

CASES_AT_ONCE = 200

_ENDPOINT = f"SELECT {ENDPOINT_COLUMNS} FROM webhook_endpoints WHERE endpoint_id = %(endpoint_id)s"
_TRIES = "tries, trying_since"
_NEXT = f"""
SELECT case_id, cursor, event_id, event_type, delivery_id FROM webhook_deliveries
WHERE endpoint_id = %(endpoint_id)s AND case_id = %(case_id)s AND {OPEN}
UNION ALL
SELECT published.case_id, published.cursor, published.event_id, published.event_type, NULL {NEW_EVENTS}
AND endpoint.endpoint_id = %(endpoint_id)s AND published.case_id = %(case_id)s
ORDER BY cursor LIMIT 1
"""
_BEGIN = f"""
UPDATE webhook_deliveries SET state = 'pending', trying_since = coalesce(trying_since, %(now)s)
WHERE delivery_id = %(delivery_id)s RETURNING {DELIVERY_COLUMNS}, {_TRIES}
"""
# A test is sent to a paused endpoint, too; a notice waits like all others.
_BEGIN_ALONE = f"""
UPDATE webhook_deliveries SET trying_since = coalesce(trying_since, %(now)s)
WHERE delivery_id = %(delivery_id)s AND state = 'pending' AND (notice_id IS NULL OR NOT %(paused)s)
RETURNING {DELIVERY_COLUMNS}, {_TRIES}
"""
_COUNT_ATTEMPT = """
UPDATE webhook_deliveries SET attempts = attempts + 1 WHERE delivery_id = %(delivery_id)s RETURNING attempts
"""
# A failure counts for the try that it was made in. If its delivery was made, skipped or begun anew meanwhile, because
# somebody asked for that or a second attempt was faster, it says nothing about how things stand.
_STILL = """
delivery_id = %(delivery_id)s AND state = 'pending' AND tries = %(tries)s AND trying_since = %(trying_since)s
"""
_DELIVERED = """
UPDATE webhook_deliveries SET tries = tries + 1, state = 'delivered', last_status = %(status)s, last_error = NULL,
    next_attempt_at = NULL, delivered_at = %(at)s
WHERE delivery_id = %(delivery_id)s
"""
_FAILED = f"""
UPDATE webhook_deliveries SET tries = tries + 1, state = %(state)s, last_status = %(status)s, last_error = %(error)s,
    next_attempt_at = %(next_attempt_at)s
WHERE {_STILL}
"""
_LOG_ATTEMPT = """
INSERT INTO webhook_attempts (delivery_id, attempt, at, status, error, milliseconds)
VALUES (%(delivery_id)s, %(attempt)s, %(at)s, %(status)s, %(error)s, %(milliseconds)s)
"""
_PAUSE = f"""
UPDATE webhook_endpoints SET paused_at = clock_timestamp(), paused_reason = %(reason)s
WHERE endpoint_id = %(endpoint_id)s AND paused_at IS NULL AND deleted_at IS NULL
  AND EXISTS (SELECT FROM webhook_deliveries WHERE {_STILL})
"""
# As whoever deletes a case takes its row before those of its deliveries, so does whoever adds to them.
_HOLD_CASE = "SELECT FROM cases WHERE case_id = %(case_id)s FOR KEY SHARE"
_NOTICES_WAITING = """
SELECT delivery_id FROM webhook_deliveries
WHERE endpoint_id = %(endpoint_id)s AND notice_id IS NOT NULL AND state = 'pending' ORDER BY created_at, delivery_id
"""
_ENDPOINTS_WAITING = f"SELECT endpoint_id {WAITING_LINES} AND case_id = %(case_id)s ORDER BY endpoint_id"
_CASES_WAITING = f"""
SELECT case_id {WAITING_LINES} AND endpoint_id = %(endpoint_id)s AND case_id > %(after)s
ORDER BY case_id LIMIT {CASES_AT_ONCE}
"""


class Due(NamedTuple):
    """What is to be sent now."""

    endpoint: WebhookEndpoint
    delivery: WebhookDelivery
    tries: int
    """Before this one, since `trying_since`."""
    trying_since: datetime
    """By the workflow's clock."""


class WebhookLines:
    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def take_up(self, turn: DeliveryTurn) -> Due | TurnResult:
        """What is next in the line, or why nothing is sent now."""
        async with self._pool.connection() as connection:
            endpoint = await _endpoint(connection, turn.endpoint_id)
            if endpoint is None or endpoint.deleted_at is not None:
                return TurnResult(state="stopped", reason="the endpoint was deleted")
            if endpoint.paused_at is not None and turn.case_id is not None:
                return TurnResult(state="stopped", reason="the endpoint is paused")
            row = await _begun(connection, endpoint, turn)
        if row is None:
            return TurnResult(state="nothing")
        due = Due(endpoint, WebhookDelivery.model_validate(row), row["tries"], row["trying_since"])
        waits_until = due.delivery.next_attempt_at
        if waits_until is not None and turn.now < waits_until and not turn.at_once:
            wait = (waits_until - turn.now).total_seconds()
            return TurnResult(state="later", wait_seconds=wait, reason=due.delivery.last_error or "")
        return due

    async def delivered(self, due: Due, attempt: WebhookAttempt) -> None:
        async with self._pool.connection() as connection:
            await _record(connection, _DELIVERED, due, attempt)

    async def failed(self, due: Due, attempt: WebhookAttempt, next_attempt_at: datetime) -> None:
        async with self._pool.connection() as connection:
            await _record(connection, _FAILED, due, attempt, state="pending", next_attempt_at=next_attempt_at)

    async def given_up(self, due: Due, attempt: WebhookAttempt, reason: str) -> list[DeliveryLine]:
        """Ends the tries. The endpoint is paused for this reason and the others are told, by the lines returned; unless
        it was a notice or a test, which neither pauses anything nor makes another notice.

        The endpoint comes first and its delivery second, as everywhere, so that nobody who resumes it meanwhile and
        this one wait for each other.
        """
        paused, told = False, list[DeliveryLine]()
        async with self._pool.connection() as connection:
            if due.delivery.case_id is not None:
                values = {**_try_of(due), "endpoint_id": due.endpoint.endpoint_id, "reason": reason}
                await connection.execute(_HOLD_CASE, {"case_id": due.delivery.case_id})
                paused = (await connection.execute(_PAUSE.encode(), values)).rowcount > 0
            ended = await _record(connection, _FAILED, due, attempt, state="failed", next_attempt_at=None)
            if ended and due.delivery.case_id is not None:
                told = await _tell_the_others(connection, due, due.delivery.case_id, attempt)
        if paused:
            log.warning(
                "webhook endpoint paused",
                endpoint_id=due.endpoint.endpoint_id,
                organisation=due.endpoint.organisation,
                delivery_id=due.delivery.delivery_id,
                reason=reason,
            )
        return told

    async def notices_waiting(self, endpoint_id: str) -> list[DeliveryLine]:
        """The lines of all notices that wait for an endpoint."""
        async with self._pool.connection() as connection:
            rows = await (await connection.execute(_NOTICES_WAITING, {"endpoint_id": endpoint_id})).fetchall()
        return [DeliveryLine(endpoint_id=endpoint_id, delivery_id=row["delivery_id"]) for row in rows]

    async def endpoints_waiting(self, case_id: str) -> list[str]:
        """The ids of those endpoints that want an event of this case which they have not taken. Paused ones wait."""
        async with self._pool.connection() as connection:
            values = {**VERSIONED, "case_id": case_id}
            rows = await (await connection.execute(_ENDPOINTS_WAITING.encode(), values)).fetchall()
        return [row["endpoint_id"] for row in rows]

    async def cases_waiting(self, endpoint_id: str, after: str = "") -> AsyncIterator[list[str]]:
        """The cases behind `after` with events that this endpoint has not taken, some hundreds at a time.

        None if it is not in use.
        """
        while True:
            values = {**VERSIONED, "endpoint_id": endpoint_id, "after": after}
            async with self._pool.connection() as connection:
                rows = await (await connection.execute(_CASES_WAITING.encode(), values)).fetchall()
            if not rows:
                return
            yield [row["case_id"] for row in rows]
            after = rows[-1]["case_id"]


async def _endpoint(connection: AsyncConnection[DictRow], endpoint_id: str) -> WebhookEndpoint | None:
    row = await (await connection.execute(_ENDPOINT.encode(), {"endpoint_id": endpoint_id})).fetchone()
    return WebhookEndpoint.model_validate(row) if row else None


async def _begun(connection: AsyncConnection[DictRow], endpoint: WebhookEndpoint, turn: DeliveryTurn) -> DictRow | None:
    """The row of what is next, in which its three days have begun."""
    if turn.case_id is None:
        paused = endpoint.paused_at is not None
        values: dict[str, object] = {"delivery_id": turn.delivery_id, "now": turn.now, "paused": paused}
        return await (await connection.execute(_BEGIN_ALONE.encode(), values)).fetchone()
    next_id = await _next_in_line(connection, endpoint, turn.case_id)
    if next_id is None:
        return None
    return await (await connection.execute(_BEGIN.encode(), {"delivery_id": next_id, "now": turn.now})).fetchone()


async def _next_in_line(connection: AsyncConnection[DictRow], endpoint: WebhookEndpoint, case_id: str) -> str | None:
    """The delivery of the first event that was not taken; None if nothing waits."""
    values = {**VERSIONED, "endpoint_id": endpoint.endpoint_id, "case_id": case_id}
    event = await (await connection.execute(_NEXT.encode(), values)).fetchone()
    if event is None:
        return None
    if event["delivery_id"] is None:
        await begin_deliveries(connection, endpoint, [event])
    return delivery_id_of(endpoint.endpoint_id, event["event_id"])


async def _record(
    connection: AsyncConnection[DictRow], outcome: str, due: Due, attempt: WebhookAttempt, **changes: object
) -> bool:
    """Notes an attempt, and what became of its delivery by it; nothing if its case was deleted meanwhile. Whether
    anything became of it."""
    values = {**attempt.model_dump(), **_try_of(due), **changes}
    counted = await (await connection.execute(_COUNT_ATTEMPT, values)).fetchone()
    if counted is None:
        return False
    await connection.execute(_LOG_ATTEMPT, {**values, "attempt": counted["attempts"]})
    return (await connection.execute(outcome.encode(), values)).rowcount > 0


async def _tell_the_others(
    connection: AsyncConnection[DictRow], due: Due, case_id: str, attempt: WebhookAttempt
) -> list[DeliveryLine]:
    """What is told is ids, codes and numbers: an address may hold a token, and what became of the case stays there."""
    delivery, endpoint = due.delivery, due.endpoint
    data: dict[str, JsonValue] = {
        "endpoint_id": endpoint.endpoint_id,
        "delivery_id": delivery.delivery_id,
        "event_id": delivery.event_id,
        "event_type": delivery.event_type,
        "case_id": case_id,
        "cursor": delivery.cursor,
        "attempts": delivery.attempts + 1,
        "last_status": attempt.status,
        "last_error": attempt.error,
    }
    notice = Notice(notice_id_of(delivery.delivery_id, due.trying_since), DELIVERY_FAILED, case_id, data)
    owner = Owner(endpoint.organisation, endpoint.environment)
    return await notify(connection, owner, notice, not_to=endpoint.endpoint_id)


def _try_of(due: Due) -> dict[str, object]:
    """By which an attempt and its delivery know each other."""
    return {"delivery_id": due.delivery.delivery_id, "tries": due.tries, "trying_since": due.trying_since}
