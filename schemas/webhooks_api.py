"""What the integration API is sent and answers about webhooks. Of an endpoint's secret it says nothing but once."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator

from schemas.case_list import Whole
from schemas.frozen import Frozen
from schemas.sources import Environment
from schemas.webhooks import SUBSCRIBED_AS, DeliveryState, WebhookAttempt, WebhookDelivery

ALL_EVENTS = "*"
LONGEST_URL = 2048
MOST_PER_PAGE = 200
PER_PAGE = 50


def _subscribable(name: str) -> str:
    if name != ALL_EVENTS and name not in SUBSCRIBED_AS:
        raise ValueError(f"there is no such event; expected {ALL_EVENTS!r} or one of {', '.join(SUBSCRIBED_AS)}")
    return name


ENDPOINT_ID = r"^whe_[0-9a-f]{24}$"
DELIVERY_ID = r"^whd_[0-9a-f]{24}$"
EndpointId = Annotated[str, StringConstraints(pattern=ENDPOINT_ID)]
DeliveryId = Annotated[str, StringConstraints(pattern=DELIVERY_ID)]
EventName = Annotated[
    str,
    AfterValidator(_subscribable),
    WithJsonSchema({"type": "string", "enum": [ALL_EVENTS, *SUBSCRIBED_AS]}),
]
Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_URL)]
Description = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
EventNames = Annotated[tuple[EventName, ...], Field(min_length=1, max_length=len(SUBSCRIBED_AS) + 1)]


class EndpointRequest(Frozen):
    """Body of `POST /api/v1/webhooks/endpoints`."""

    url: Url
    """An `https` address that anyone on the Internet could reach. It may hold a token, but no user and password."""
    description: Description = ""
    events: EventNames = (ALL_EVENTS,)
    """Which events are sent, by their versioned names; `*` for all, also those that are added later."""


class EndpointChange(Frozen):
    """Body of `PATCH /api/v1/webhooks/endpoints/{endpointId}`: what is there is changed, the rest stays."""

    url: Url | None = None
    description: Description | None = None
    events: EventNames | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "EndpointChange":
        if self.url is None and self.description is None and self.events is None:
            raise ValueError("name url, description or events")
        return self


class Endpoint(Frozen):
    """Where events are sent."""

    endpoint_id: str
    url: str
    description: str
    events: tuple[str, ...]
    """`*` for all."""
    environment: Environment
    status: Literal["active", "paused"]
    """`paused`: an event was not taken for three days, the receiver answered `410`, or somebody asked for it. Events
    wait until it is resumed, and then come in order."""
    paused_at: datetime | None
    paused_reason: str | None
    previous_secret_until: datetime | None
    """Until when the secret before this one signs as well; None if none does."""
    created_at: datetime
    created_by: str
    """The id of the key."""


class EndpointWithSecret(Endpoint):
    """An endpoint that was just made, or whose secret was just replaced."""

    secret: str
    """`whsec_…`: it is shown this once. Whoever has it can sign as we do."""


class Endpoints(Frozen):
    endpoints: tuple[Endpoint, ...]
    """The oldest first."""


class DeliveriesQuery(Frozen):
    """Which deliveries are listed. A parameter that is unknown is refused: a typo must not look like a filter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    endpoint_id: EndpointId | None = Field(
        None, description="Only deliveries to this endpoint.", examples=["whe_0123456789abcdef01234567"]
    )
    case_id: Annotated[str, StringConstraints(pattern=r"^case_[0-9a-f]{12}$")] | None = Field(
        None, description="Only deliveries of the events of this case.", examples=["case_a1b2c3d4e5f6"]
    )
    state: DeliveryState | None = Field(None, description="Only deliveries in this state.", examples=["pending"])
    limit: Annotated[Whole, Field(ge=1, le=MOST_PER_PAGE)] = Field(
        PER_PAGE, description=f"How many deliveries at most; {PER_PAGE} unless told.", examples=[PER_PAGE]
    )
    cursor: DeliveryId | None = Field(None, description="`next_cursor` of the page before.", examples=[None])


class Deliveries(Frozen):
    """A page of the log, the newest first."""

    deliveries: tuple[WebhookDelivery, ...]
    next_cursor: str | None
    """Where the next page begins; null on the last one."""
    has_more: bool


class DeliveryWithAttempts(WebhookDelivery):
    attempt_log: tuple[WebhookAttempt, ...]
    """The last attempts, at most 100, the first first. `attempts` counts all."""


class WebhookTestRequest(Frozen):
    """Body of `POST /api/v1/webhooks/test`."""

    endpoint_id: EndpointId
