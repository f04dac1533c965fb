"""Webhooks: where events are sent, what is sent, and what has become of it."""

from datetime import datetime
from typing import Literal

from pydantic import Field, JsonValue

from schemas.frozen import Frozen
from schemas.published_events import NOTICES, SEMANTIC_TYPES, ExternalIds, Moment
from schemas.sources import Environment

TEST_EVENT: Literal["webhook.test"] = "webhook.test"
SCHEMA_VERSION = "v1"

DeliveryState = Literal["pending", "delivered", "failed", "skipped"]
"""`pending` may have been tried; `failed` was given up, and is taken up again when its endpoint is resumed; `skipped`
is not sent because somebody asked for that."""

SUBSCRIBED_AS: dict[str, str] = {
    versioned: plain for named in (SEMANTIC_TYPES, NOTICES) for plain, versioned in named.items()
}
"""What can be subscribed to, by the name that it is sent under."""


class WebhookEndpoint(Frozen):
    """Where an organisation receives the events of its cases of one environment."""

    endpoint_id: str
    organisation: str
    environment: Environment
    url: str
    """May hold a token: it is shown to the organisation and neither logged nor put into an error."""
    description: str
    events: tuple[str, ...]
    """The types that are wanted, with their version (`v1.case.completed`); none means all. A name that this build does
    not know is one of a later build, and of no event that this one publishes."""
    created_at: datetime
    created_by: str
    paused_at: datetime | None
    paused_reason: str | None
    deleted_at: datetime | None
    secret_version: int
    previous_secret_until: datetime | None
    """Until when the secret before this one signs as well."""
    earlier_secrets_until: tuple[datetime, ...] = ()
    """Until when those before that one do, the newest first."""
    from_organisation_cursor: int
    """Of the events up to this one, those that have a delivery are sent, and no others: they were before the endpoint's
    time, or not wanted at theirs."""


class WebhookDelivery(Frozen):
    """One event on its way to one endpoint. Without a case it is a notice or a test."""

    delivery_id: str
    """The same for all attempts and redeliveries: receivers tell by it what they have had."""
    endpoint_id: str
    case_id: str | None
    cursor: int | None
    event_id: str
    event_type: str
    """With its version."""
    state: DeliveryState
    attempts: int
    """Of all times."""
    last_status: int | None
    last_error: str | None
    next_attempt_at: datetime | None
    delivered_at: datetime | None
    """When a receiver last took it."""
    created_at: datetime


class WebhookAttempt(Frozen):
    """One attempt at a delivery, and what came of it."""

    attempt: int = 0
    """Counted from 1 when it is recorded."""
    at: datetime
    status: int | None = None
    """None when no answer came."""
    error: str | None = None
    """A code for why it counts as not delivered (`timeout`, `redirected`, `status_503` …); None if it was."""
    milliseconds: int


class WebhookEnvelope(ExternalIds):
    """The body of a webhook. Nothing that is not named here is sent; `data` is built from an allow-list of its own."""

    event_id: str
    delivery_id: str
    event_type: str
    semantic_event_type: str
    schema_version: str = SCHEMA_VERSION
    cursor: int | None
    """Its place among the events of its case, as `GET /api/v1/cases/{caseId}/events` has it; None if it is of none."""
    created_at: Moment
    """When the delivery began: the same for all attempts."""
    occurred_at: Moment
    org_id: str
    environment: Environment
    case_id: str | None
    session_id: str | None
    data: dict[str, JsonValue]


class DeliveryLine(Frozen):
    """What one workflow delivers: the events of a case to an endpoint, in order; or one notice or test."""

    endpoint_id: str
    case_id: str | None = None
    delivery_id: str | None = None
    """Of the notice or test; None for a case."""
    at_once: bool = False
    """Carried from run to run: someone asked not to wait for the next attempt."""
    history_limit: int | None = Field(default=None, description="continues in a new run after so many events; tests")

    @property
    def subject(self) -> str:
        """What is delivered: the case, or the notice or test."""
        return self.case_id or self.delivery_id or ""


class DeliveryTurn(Frozen):
    """Asks for one attempt at what is next in a line."""

    endpoint_id: str
    case_id: str | None = None
    delivery_id: str | None = None
    now: datetime
    """By the workflow's clock, on which all waits are counted."""
    at_once: bool = False


class TurnResult(Frozen):
    """What came of a turn."""

    state: Literal["delivered", "later", "busy", "nothing", "stopped"]
    """`busy`: others of this endpoint come first, and nothing was looked at; `stopped`: the endpoint is paused or gone,
    or a notice or test was given up."""
    wait_seconds: float = 0.0
    """Of `later`: how long until the next attempt."""
    reason: str = ""
    """For operators, who read it beside the timer: what is waited for, or why it stopped."""


class Resumption(Frozen):
    """Asks for all lines of an endpoint in which something waits to go on."""

    endpoint_id: str
