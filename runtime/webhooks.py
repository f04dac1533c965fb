"""Webhook endpoints and the log of their deliveries, as their organisation manages and reads them.

An endpoint belongs to one organisation and one environment; to any other it is not there. Errors are psycopg's
(`OperationalError`: Postgres is away) and those named here. Who creates, resumes, tests or redelivers wakes the
workflows afterwards (`runtime.webhook_wakes`).
"""

import secrets
from collections.abc import Sequence
from typing import NamedTuple

from psycopg import AsyncConnection
from psycopg.rows import DictRow

from domain.refusal import CommandRefusedError
from domain.webhooks import BOTH_SECRETS, MOST_SECRETS, delivery_id_of, webhook_secret
from runtime.case_desk import CommandKey
from runtime.kept_commands import refuse_another_body
from runtime.postgres import Pool
from runtime.settings import Settings
from runtime.webhook_waiting import OPEN, begin_all_that_is_wanted
from schemas.owner import Owner
from schemas.webhooks import TEST_EVENT, DeliveryState, WebhookAttempt, WebhookDelivery, WebhookEndpoint

MOST_ENDPOINTS = 20
"""That one organisation has in one environment: each receives every event."""
ATTEMPTS_SHOWN = 100
"""Of one delivery, the newest. Three days are about fifteen; a redelivery adds as many, and may be asked for again."""

ENDPOINT_COLUMNS = """
endpoint_id, organisation, environment, url, description, events, created_at, created_by, paused_at, paused_reason,
deleted_at, secret_version, previous_secret_until, earlier_secrets_until, from_organisation_cursor
"""
DELIVERY_COLUMNS = """
delivery_id, endpoint_id, case_id, cursor, event_id, event_type, state, attempts, last_status, last_error,
next_attempt_at, delivered_at, created_at
"""
_OWN = "organisation = %(organisation)s AND environment = %(environment)s AND deleted_at IS NULL"
_THIS = f"{_OWN} AND endpoint_id = %(endpoint_id)s"

# The counter's row is held until the endpoint is there. So an event is either counted before it, and not sent; or
# written after it, and whoever writes it then finds the endpoint and wakes its workflow.
_HOLD_COUNTER = """
INSERT INTO published_counts AS known (organisation, environment, events)
VALUES (%(organisation)s, %(environment)s, 0)
ON CONFLICT (organisation, environment) DO UPDATE SET events = known.events
RETURNING events
"""
_INSERT = f"""
INSERT INTO webhook_endpoints (endpoint_id, organisation, environment, url, description, events, created_by,
                               from_organisation_cursor, command_id, body_hash)
VALUES (%(endpoint_id)s, %(organisation)s, %(environment)s, %(url)s, %(description)s, %(events)s, %(created_by)s,
        %(from_cursor)s, %(command_id)s, %(body_hash)s)
RETURNING {ENDPOINT_COLUMNS}
"""
_OF_COMMAND = f"SELECT {ENDPOINT_COLUMNS}, body_hash FROM webhook_endpoints WHERE command_id = %(command_id)s"
_COUNT = f"SELECT count(*) AS endpoints FROM webhook_endpoints WHERE {_OWN}"
_LIST = f"SELECT {ENDPOINT_COLUMNS} FROM webhook_endpoints WHERE {_OWN} ORDER BY created_at, endpoint_id"
_GET = f"SELECT {ENDPOINT_COLUMNS} FROM webhook_endpoints WHERE {_THIS}"
_LOCK = f"{_GET} FOR NO KEY UPDATE"
_CHANGE = f"""
UPDATE webhook_endpoints SET url = coalesce(%(url)s, url), description = coalesce(%(description)s, description),
                             events = coalesce(%(events)s, events),
                             from_organisation_cursor = greatest(%(from_cursor)s, from_organisation_cursor)
WHERE {_THIS} RETURNING {ENDPOINT_COLUMNS}
"""
_DELETE = f"UPDATE webhook_endpoints SET deleted_at = clock_timestamp() WHERE {_THIS} RETURNING {ENDPOINT_COLUMNS}"
_ROTATE = f"""
UPDATE webhook_endpoints SET secret_version = secret_version + 1,
                             previous_secret_until = clock_timestamp() + %(both_secrets)s,
                             earlier_secrets_until =
                                 (array_remove(ARRAY[previous_secret_until], NULL) || earlier_secrets_until)[:%(kept)s]
WHERE {_THIS} RETURNING {ENDPOINT_COLUMNS}
"""
_PAUSE = f"""
UPDATE webhook_endpoints SET paused_at = coalesce(paused_at, clock_timestamp()),
                             paused_reason = coalesce(paused_reason, %(reason)s)
WHERE {_THIS} RETURNING {ENDPOINT_COLUMNS}
"""
_RESUME = f"""
UPDATE webhook_endpoints SET paused_at = NULL, paused_reason = NULL WHERE {_THIS} RETURNING {ENDPOINT_COLUMNS}
"""
_BEGIN_ANEW = "state = 'pending', tries = 0, trying_since = NULL, next_attempt_at = NULL"
_TAKE_UP_AGAIN = f"""
UPDATE webhook_deliveries SET {_BEGIN_ANEW}
WHERE endpoint_id = %(endpoint_id)s AND coalesce(case_id, notice_id) IS NOT NULL AND {OPEN}
"""
_OWN_LOG = f"""
organisation = %(organisation)s AND environment = %(environment)s
AND endpoint_id IN (SELECT endpoint_id FROM webhook_endpoints WHERE {_OWN})
"""
_OWN_DELIVERY = f"delivery_id = %(delivery_id)s AND {_OWN_LOG}"
_DELIVERY = f"SELECT {DELIVERY_COLUMNS} FROM webhook_deliveries WHERE {_OWN_DELIVERY}"
_REDELIVER = f"""
UPDATE webhook_deliveries SET {_BEGIN_ANEW}, redelivered_by = array_remove(redelivered_by || %(key)s::text, NULL)
WHERE {_OWN_DELIVERY} AND NOT coalesce(%(key)s::text = ANY(redelivered_by), false) RETURNING {DELIVERY_COLUMNS}
"""
_SKIP = f"""
UPDATE webhook_deliveries SET state = 'skipped', next_attempt_at = NULL WHERE {_OWN_DELIVERY} AND {OPEN}
RETURNING {DELIVERY_COLUMNS}
"""
_ATTEMPTS = f"""
SELECT attempt, at, status, error, milliseconds FROM webhook_attempts
WHERE delivery_id IN (SELECT delivery_id FROM webhook_deliveries WHERE {_OWN_DELIVERY})
ORDER BY attempt DESC LIMIT {ATTEMPTS_SHOWN}
"""
_DELIVERIES = f"""
SELECT {DELIVERY_COLUMNS} FROM webhook_deliveries
WHERE {_OWN_LOG}
  AND (%(endpoint_id)s::text IS NULL OR endpoint_id = %(endpoint_id)s)
  AND (%(case_id)s::text IS NULL OR case_id = %(case_id)s)
  AND (%(state)s::text IS NULL OR state = %(state)s)
  AND (created_at, delivery_id) <
      (coalesce((SELECT created_at FROM webhook_deliveries WHERE delivery_id = %(after)s), 'infinity'),
       coalesce(%(after)s::text, ''))
ORDER BY created_at DESC, delivery_id DESC LIMIT %(limit)s
"""
_INSERT_TEST = f"""
INSERT INTO webhook_deliveries (delivery_id, endpoint_id, organisation, environment, event_id, event_type, state)
VALUES (%(delivery_id)s, %(endpoint_id)s, %(organisation)s, %(environment)s, %(event_id)s, %(event_type)s, 'pending')
RETURNING {DELIVERY_COLUMNS}
"""


class NewEndpoint(NamedTuple):
    """What is asked for. The address was found acceptable (`runtime.webhook_posting.refuse_unless_receivable`)."""

    url: str
    events: Sequence[str]
    description: str
    created_by: str


class EndpointMade(NamedTuple):
    endpoint: WebhookEndpoint
    before: bool
    """By an earlier request under the same Idempotency-Key, to which its secret was shown."""


class TooManyEndpointsError(Exception):
    """The organisation has as many endpoints in this environment as it can have."""


class Webhooks:
    def __init__(self, pool: Pool, settings: Settings) -> None:
        self._pool = pool
        self._master = settings.secret.get_secret_value().encode()

    def secret_of(self, endpoint: WebhookEndpoint) -> str:
        """The newest secret, to be shown when an endpoint is created or its secret replaced, and never else."""
        return webhook_secret(self._master, endpoint.endpoint_id, endpoint.secret_version)

    async def create(self, owner: Owner, wanted: NewEndpoint) -> WebhookEndpoint:
        """A new endpoint, which receives what happens from now on. Raises TooManyEndpointsError."""
        return (await self.create_once(owner, wanted, None)).endpoint

    async def create_once(self, owner: Owner, wanted: NewEndpoint, command: CommandKey | None) -> EndpointMade:
        """A new endpoint, or that which the same request made before. Raises TooManyEndpointsError, and
        CommandRefusedError if the key came with another body, or if what it made was deleted since."""
        values = {**owner._asdict(), **wanted._asdict(), "events": list(wanted.events)}
        values |= command._asdict() if command else {"command_id": None, "body_hash": None}
        async with self._pool.connection() as connection:
            counter = await _one(connection, _HOLD_COUNTER, values)
            if command is not None and (known := await _one(connection, _OF_COMMAND, values)) is not None:
                return EndpointMade(_made_before(known, command), before=True)
            count = await _one(connection, _COUNT, values)
            assert counter is not None and count is not None, "both always answer"
            if count["endpoints"] >= MOST_ENDPOINTS:
                raise TooManyEndpointsError
            values |= {"endpoint_id": f"whe_{secrets.token_hex(12)}", "from_cursor": counter["events"]}
            made = WebhookEndpoint.model_validate(await _one(connection, _INSERT, values))
            return EndpointMade(made, before=False)

    async def all(self, owner: Owner) -> list[WebhookEndpoint]:
        """The endpoints of an owner, the oldest first."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_LIST.encode(), owner._asdict())
            return [WebhookEndpoint.model_validate(row) for row in await cursor.fetchall()]

    async def get(self, owner: Owner, endpoint_id: str) -> WebhookEndpoint | None:
        return await self._endpoint(_GET, owner, endpoint_id)

    async def change(
        self,
        owner: Owner,
        endpoint_id: str,
        *,
        url: str | None = None,
        events: Sequence[str] | None = None,
        description: str | None = None,
    ) -> WebhookEndpoint | None:
        """Changes what is not None. Address and description hold for all deliveries from then on, also for those that
        wait; the types for what happens from then on: what was wanted before and has not been sent is sent still."""
        given = list(events) if events is not None else None
        async with self._pool.connection() as connection:
            values = {**owner._asdict(), "endpoint_id": endpoint_id}
            row = await _one(connection, _LOCK, values)
            if row is None:
                return None
            endpoint = WebhookEndpoint.model_validate(row)
            settled = None
            if given is not None and set(given) != set(endpoint.events):
                settled = await begin_all_that_is_wanted(connection, endpoint)
            values |= {"url": url, "events": given, "description": description, "from_cursor": settled}
            return WebhookEndpoint.model_validate(await _one(connection, _CHANGE, values))

    async def delete(self, owner: Owner, endpoint_id: str) -> bool:
        """Whether there was such an endpoint. Nothing is sent to it any more; its log can no longer be read."""
        return await self._endpoint(_DELETE, owner, endpoint_id) is not None

    async def rotate(self, owner: Owner, endpoint_id: str) -> WebhookEndpoint | None:
        """Replaces the secret. The former one signs as well for a day, also if it is replaced again meanwhile: who lost
        the new secret on its way rotates once more, and no receiver is left without one that it knows."""
        kept = MOST_SECRETS - 2
        return await self._endpoint(_ROTATE, owner, endpoint_id, both_secrets=BOTH_SECRETS, kept=kept)

    async def pause(self, owner: Owner, endpoint_id: str, reason: str) -> WebhookEndpoint | None:
        """Lets events wait until the endpoint is resumed. One that is paused already keeps its reason."""
        return await self._endpoint(_PAUSE, owner, endpoint_id, reason=reason)

    async def resume(self, owner: Owner, endpoint_id: str) -> WebhookEndpoint | None:
        """Lets deliveries go on from the first event that was not delivered, each with three days anew."""
        async with self._pool.connection() as connection:
            values = {**owner._asdict(), "endpoint_id": endpoint_id}
            row = await _one(connection, _RESUME, values)
            if row is None:
                return None
            await connection.execute(_TAKE_UP_AGAIN, values)
        return WebhookEndpoint.model_validate(row)

    async def deliveries(
        self,
        owner: Owner,
        endpoint_id: str | None = None,
        *,
        limit: int,
        case_id: str | None = None,
        state: DeliveryState | None = None,
        after: str | None = None,
    ) -> list[WebhookDelivery]:
        """The log of an endpoint, or of all, the newest first: those behind the delivery `after`, at most `limit`."""
        values = {
            **owner._asdict(),
            "endpoint_id": endpoint_id,
            "case_id": case_id,
            "limit": limit,
            "state": state,
            "after": after,
        }
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_DELIVERIES.encode(), values)
            return [WebhookDelivery.model_validate(row) for row in await cursor.fetchall()]

    async def delivery(self, owner: Owner, delivery_id: str) -> WebhookDelivery | None:
        return await self._delivery(_DELIVERY, owner, delivery_id)

    async def attempts(self, owner: Owner, delivery_id: str) -> list[WebhookAttempt]:
        """The last attempts at a delivery, at most `ATTEMPTS_SHOWN`, the first first."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_ATTEMPTS.encode(), {**owner._asdict(), "delivery_id": delivery_id})
            return [WebhookAttempt.model_validate(row) for row in reversed(await cursor.fetchall())]

    async def redeliver(self, owner: Owner, delivery_id: str, key: str | None = None) -> WebhookDelivery | None:
        """Has a delivery sent once more under its id, in its place among those of its case that wait; but once only for
        each `key`.

        Of a paused endpoint it waits until that is resumed.
        """
        begun = await self._delivery(_REDELIVER, owner, delivery_id, key=key)
        return begun or await self.delivery(owner, delivery_id)

    async def skip(self, owner: Owner, delivery_id: str) -> WebhookDelivery | None:
        """Has a delivery that waits not sent, so that those behind it come next. One that was made stays made."""
        return await self._delivery(_SKIP, owner, delivery_id) or await self.delivery(owner, delivery_id)

    async def test(self, owner: Owner, endpoint_id: str) -> WebhookDelivery | None:
        """A delivery of a test event. It is sent to a paused endpoint, too, and never pauses one by its failure."""
        event_id = f"evt_test_{secrets.token_hex(12)}"
        async with self._pool.connection() as connection:
            values: dict[str, object] = {**owner._asdict(), "endpoint_id": endpoint_id, "event_id": event_id}
            if await _one(connection, _GET, values) is None:
                return None
            values |= {"delivery_id": delivery_id_of(endpoint_id, event_id), "event_type": f"v1.{TEST_EVENT}"}
            return WebhookDelivery.model_validate(await _one(connection, _INSERT_TEST, values))

    async def _endpoint(
        self, statement: str, owner: Owner, endpoint_id: str, **values: object
    ) -> WebhookEndpoint | None:
        async with self._pool.connection() as connection:
            row = await _one(connection, statement, {**owner._asdict(), "endpoint_id": endpoint_id, **values})
        return WebhookEndpoint.model_validate(row) if row else None

    async def _delivery(
        self, statement: str, owner: Owner, delivery_id: str, **values: object
    ) -> WebhookDelivery | None:
        async with self._pool.connection() as connection:
            row = await _one(connection, statement, {**owner._asdict(), "delivery_id": delivery_id, **values})
        return WebhookDelivery.model_validate(row) if row else None


def _made_before(row: DictRow, command: CommandKey) -> WebhookEndpoint:
    refuse_another_body(row["body_hash"], command)
    if row["deleted_at"] is not None:
        raise CommandRefusedError("wrong_state", "the endpoint of this Idempotency-Key was deleted; use a new key")
    return WebhookEndpoint.model_validate(row)


async def _one(connection: AsyncConnection[DictRow], statement: str, values: dict[str, object]) -> DictRow | None:
    return await (await connection.execute(statement.encode(), values)).fetchone()
