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

from domain.webhooks import delivery_id_of
from runtime.postgres import Pool
from runtime.webhooks import DELIVERY_COLUMNS, ENDPOINT_COLUMNS
from schemas.published_events import SEMANTIC_TYPES, PublishedType
from schemas.sources import Environment
from schemas.webhooks import DeliveryTurn, TurnResult, WebhookAttempt, WebhookDelivery, WebhookEndpoint

log = structlog.stdlib.get_logger()

CASES_AT_ONCE = 500

_ENDPOINT = f"SELECT {ENDPOINT_COLUMNS} FROM webhook_endpoints WHERE endpoint_id = %(endpoint_id)s"
_TRIES = "tries, trying_since"

# What is new to an endpoint, and what it has not taken yet.
_WAITING = """
FROM published_events AS published
LEFT JOIN webhook_deliveries AS delivery
       ON delivery.endpoint_id = %(endpoint_id)s AND delivery.event_id = published.event_id
WHERE (delivery.state IN ('pending', 'failed')
       OR (delivery.state IS NULL AND published.organisation_cursor > %(from_cursor)s {wanted}))
"""
_NEXT = f"""
SELECT published.cursor, published.event_id, published.event_type, delivery.delivery_id IS NOT NULL AS has_row
{_WAITING.format(wanted="")} AND published.case_id = %(case_id)s ORDER BY published.cursor LIMIT 1
"""
_INSERT = """
INSERT INTO webhook_deliveries (delivery_id, endpoint_id, case_id, cursor, event_id, event_type, state)
VALUES (%(delivery_id)s, %(endpoint_id)s, %(case_id)s, %(cursor)s, %(event_id)s, %(event_type)s, %(state)s)
ON CONFLICT DO NOTHING
"""
_BEGIN = f"""
UPDATE webhook_deliveries SET state = 'pending', trying_since = coalesce(trying_since, %(now)s)
WHERE delivery_id = %(delivery_id)s RETURNING {DELIVERY_COLUMNS}, {_TRIES}
"""
_BEGIN_TEST = f"""
UPDATE webhook_deliveries SET trying_since = coalesce(trying_since, %(now)s)
WHERE delivery_id = %(delivery_id)s AND state = 'pending' RETURNING {DELIVERY_COLUMNS}, {_TRIES}
"""
_ATTEMPTED = """
UPDATE webhook_deliveries SET attempts = attempts + 1, tries = tries + 1, state = %(state)s, last_status = %(status)s,
    last_error = %(error)s, next_attempt_at = %(next_attempt_at)s,
    delivered_at = CASE WHEN %(state)s = 'delivered' THEN %(at)s ELSE delivered_at END
WHERE delivery_id = %(delivery_id)s RETURNING attempts
"""
_LOG_ATTEMPT = """
INSERT INTO webhook_attempts (delivery_id, attempt, at, status, error, milliseconds)
VALUES (%(delivery_id)s, %(attempt)s, %(at)s, %(status)s, %(error)s, %(milliseconds)s)
"""
_PAUSE = """
UPDATE webhook_endpoints SET paused_at = clock_timestamp(), paused_reason = %(reason)s
WHERE endpoint_id = %(endpoint_id)s AND paused_at IS NULL AND deleted_at IS NULL
"""
_IN_USE = f"""
SELECT {ENDPOINT_COLUMNS} FROM webhook_endpoints
WHERE organisation = %(organisation)s AND environment = %(environment)s AND paused_at IS NULL AND deleted_at IS NULL
"""
_WAITS = f"SELECT {_WAITING.format(wanted='AND published.event_type = ANY(%(wanted)s)')} "
_WAITS_OF_CASE = f"{_WAITS} AND published.case_id = %(case_id)s LIMIT 1"
_CASES_WAITING = f"""
SELECT DISTINCT published.case_id {_WAITS.removeprefix("SELECT")}
AND published.organisation = %(organisation)s AND published.environment = %(environment)s
AND published.case_id > %(after)s ORDER BY published.case_id LIMIT {CASES_AT_ONCE}
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
        await self._attempted(due, attempt, "delivered")

    async def failed(self, due: Due, attempt: WebhookAttempt, next_attempt_at: datetime) -> None:
        await self._attempted(due, attempt, "pending", next_attempt_at)

    async def given_up(self, due: Due, attempt: WebhookAttempt, reason: str) -> None:
        """Ends the tries. The endpoint is paused for this reason, unless it was only a test."""
        async with self._pool.connection() as connection:
            await _record(connection, due.delivery, attempt, "failed")
            if due.delivery.case_id is None:
                return
            values = {"endpoint_id": due.endpoint.endpoint_id, "reason": reason}
            paused = (await connection.execute(_PAUSE, values)).rowcount > 0
        if paused:
            log.warning(
                "webhook endpoint paused",
                endpoint_id=due.endpoint.endpoint_id,
                organisation=due.endpoint.organisation,
                delivery_id=due.delivery.delivery_id,
                reason=reason,
            )

    async def endpoints_waiting(self, case_id: str, organisation: str, environment: Environment) -> list[str]:
        """The ids of those endpoints that want an event of this case which they have not taken. Paused ones wait."""
        owner = {"organisation": organisation, "environment": environment}
        async with self._pool.connection() as connection:
            rows = await (await connection.execute(_IN_USE.encode(), owner)).fetchall()
            waiting = []
            for row in rows:
                endpoint = WebhookEndpoint.model_validate(row)
                values = {**_waiting_values(endpoint), "case_id": case_id}
                if (await connection.execute(_WAITS_OF_CASE.encode(), values)).rowcount:
                    waiting.append(endpoint.endpoint_id)
        return waiting

    async def cases_waiting(self, endpoint_id: str) -> AsyncIterator[list[str]]:
        """The cases with events that this endpoint has not taken, some hundreds at a time. None if it is not in use."""
        after = ""
        while True:
            async with self._pool.connection() as connection:
                endpoint = await _endpoint(connection, endpoint_id)
                if endpoint is None or endpoint.deleted_at is not None or endpoint.paused_at is not None:
                    return
                owner = {"organisation": endpoint.organisation, "environment": endpoint.environment}
                values = {**_waiting_values(endpoint), **owner, "after": after}
                rows = await (await connection.execute(_CASES_WAITING.encode(), values)).fetchall()
            if not rows:
                return
            yield [row["case_id"] for row in rows]
            after = rows[-1]["case_id"]

    async def _attempted(
        self, due: Due, attempt: WebhookAttempt, state: str, next_attempt_at: datetime | None = None
    ) -> None:
        async with self._pool.connection() as connection:
            await _record(connection, due.delivery, attempt, state, next_attempt_at)


async def _endpoint(connection: AsyncConnection[DictRow], endpoint_id: str) -> WebhookEndpoint | None:
    row = await (await connection.execute(_ENDPOINT.encode(), {"endpoint_id": endpoint_id})).fetchone()
    return WebhookEndpoint.model_validate(row) if row else None


async def _begun(connection: AsyncConnection[DictRow], endpoint: WebhookEndpoint, turn: DeliveryTurn) -> DictRow | None:
    """The row of what is next, in which its three days have begun."""
    if turn.case_id is None:
        values: dict[str, object] = {"delivery_id": turn.delivery_id, "now": turn.now}
        return await (await connection.execute(_BEGIN_TEST.encode(), values)).fetchone()
    next_id = await _next_in_line(connection, endpoint, turn.case_id)
    if next_id is None:
        return None
    return await (await connection.execute(_BEGIN.encode(), {"delivery_id": next_id, "now": turn.now})).fetchone()


async def _next_in_line(connection: AsyncConnection[DictRow], endpoint: WebhookEndpoint, case_id: str) -> str | None:
    """The delivery of the first event that was not taken. Those before it that are not wanted are skipped for good."""
    wanted = endpoint.wants()
    while True:
        values: dict[str, object] = {**_waiting_values(endpoint), "case_id": case_id}
        event = await (await connection.execute(_NEXT.encode(), values)).fetchone()
        if event is None:
            return None
        delivery_id = delivery_id_of(endpoint.endpoint_id, event["event_id"])
        if event["has_row"]:
            return delivery_id
        plain: PublishedType = event["event_type"]
        row = {**event, "event_type": SEMANTIC_TYPES[plain], "delivery_id": delivery_id}
        state = "pending" if plain in wanted else "skipped"
        await connection.execute(_INSERT, {**values, **row, "state": state})


async def _record(
    connection: AsyncConnection[DictRow],
    delivery: WebhookDelivery,
    attempt: WebhookAttempt,
    state: str,
    next_attempt_at: datetime | None = None,
) -> None:
    """Notes an attempt; nothing if its case was deleted meanwhile."""
    values: dict[str, object] = {
        **attempt.model_dump(),
        "delivery_id": delivery.delivery_id,
        "state": state,
        "next_attempt_at": next_attempt_at,
    }
    counted = await (await connection.execute(_ATTEMPTED, values)).fetchone()
    if counted is not None:
        await connection.execute(_LOG_ATTEMPT, {**values, "attempt": counted["attempts"]})


def _waiting_values(endpoint: WebhookEndpoint) -> dict[str, object]:
    return {
        "endpoint_id": endpoint.endpoint_id,
        "from_cursor": endpoint.from_organisation_cursor,
        "wanted": list(endpoint.wants()),
    }
