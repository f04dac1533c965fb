"""What other systems may know of a case's history: published events, each with a cursor that has no gaps.

Names are part of the published API: they are added, never renamed. Readers ignore members that they do not know.
"""

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, JsonValue, PlainSerializer

from schemas.case_list import Whole
from schemas.frozen import Frozen
from schemas.sources import Environment

PublishedType = Literal[
    "case.created",
    "document.uploaded",
    "intake.submitted",
    "intake.gap_resolved",
    "document.processed",
    "document.failed",
    "case.processing",
    "case.applicant_blocked",
    "case.needs_review",
    "review.completed",
    "case.completed",
    "case.failed",
    "package.ready",
]

SEMANTIC_TYPES: dict[PublishedType, str] = {
    "case.created": "v1.intake.session_created",
    "document.uploaded": "v1.document.uploaded",
    "intake.submitted": "v1.intake.submitted",
    "intake.gap_resolved": "v1.intake.gap_resolved",
    "document.processed": "v1.document.processed",
    "document.failed": "v1.document.failed",
    "case.processing": "v1.case.processing",
    "case.applicant_blocked": "v1.case.applicant_blocked",
    "case.needs_review": "v1.case.needs_review",
    "review.completed": "v1.review.completed",
    "case.completed": "v1.case.completed",
    "case.failed": "v1.case.failed",
    "package.ready": "v1.package.ready",
}
"""The versioned name of each type: what webhooks are sent as, and subscribed to by."""

NoticeType = Literal["webhook.delivery_failed"]
"""What an organisation is told that is no event of a case."""
DELIVERY_FAILED: NoticeType = "webhook.delivery_failed"
NOTICES: dict[NoticeType, str] = {DELIVERY_FAILED: "v1.webhook.delivery_failed"}
"""The same for notices."""

LARGEST_CURSOR = 2**63 - 1
LARGEST_PAGE = 1000
USUAL_PAGE = 100


def _to_the_millisecond(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


Moment = Annotated[
    datetime,
    PlainSerializer(
        _to_the_millisecond,
        return_type=Annotated[str, Field(json_schema_extra={"format": "date-time"})],
        when_used="json",
    ),
]
"""Travels in UTC with milliseconds: `2026-01-15T10:30:00.000Z`."""


class ExternalIds(Frozen):
    """What the system that opened a case calls it and the people in it. Each is None unless it said so."""

    external_case_id: str | None = None
    external_applicant_id: str | None = None
    external_customer_id: str | None = None
    trace_id: str | None = None


class Publication(Frozen):
    """That something happened, as other systems may know it, before it has its place in any stream."""

    sequence: int
    """The row of the audit log that it tells of."""
    event_type: PublishedType
    occurred_at: datetime
    data: dict[str, JsonValue]


class PublishedEvent(ExternalIds):
    """One event of a stream. It is the same in every stream but for its cursor."""

    event_id: str
    """Of this event in every stream, however often it is read."""
    event_type: PublishedType
    versioned_event_type: str
    """The same with its version, as webhooks name it."""
    cursor: int = Field(ge=1)
    """Its place in the stream that was read: of one case 1, 2, 3 … without gaps."""
    created_at: Moment
    """When it happened."""
    case_id: str
    session_id: str
    """The same as `case_id`: a session is its case."""
    environment: Environment
    data: dict[str, JsonValue]


class OrganisationEvent(PublishedEvent):
    """An event in the stream of a whole organisation, where a cursor may be missing but never comes late."""

    case_cursor: int = Field(ge=1)
    """Its place among the events of its case."""


class OrganisationNotice(ExternalIds):
    """Something in the stream of a whole organisation that is no event of a case, and has no place among those of one.

    It has the members of an event; those that say which case it is of are null. What it is about is in `data`.
    """

    event_id: str
    event_type: NoticeType
    versioned_event_type: str
    cursor: int = Field(ge=1)
    created_at: Moment
    case_id: None = None
    session_id: None = None
    environment: Environment
    data: dict[str, JsonValue]
    case_cursor: None = None


class CaseEvents(Frozen):
    """A page of the events of one case, oldest first."""

    case_id: str
    events: tuple[PublishedEvent, ...]
    next_cursor: int
    """Of the last event here: send it as `after_cursor` with the next poll."""
    has_more: bool
    """Whether there are more events now; if not, poll later."""


class OrganisationEvents(Frozen):
    """A page of the events of all cases that a key may see, and of notices, oldest first."""

    events: tuple[OrganisationEvent | OrganisationNotice, ...]
    next_cursor: int
    """Of the last event here: send it as `after_cursor` with the next poll."""
    has_more: bool
    """Whether there are more events now; if not, poll later."""


class EventsQuery(Frozen):
    """From where on a stream is read. A parameter that is unknown is refused: a typo must not look like a cursor."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    after_cursor: Annotated[Whole, Field(ge=0, le=LARGEST_CURSOR)] = Field(
        0, description="`next_cursor` of the page before; 0, or nothing, begins with the first event.", examples=[0]
    )
    limit: Annotated[Whole, Field(ge=1, le=LARGEST_PAGE)] = Field(
        USUAL_PAGE, description=f"How many events at most; {USUAL_PAGE} unless told.", examples=[USUAL_PAGE]
    )
