"""Events as a table: what other systems read of the history of a case, and of all their cases."""

from gateway.integration import event_examples, events
from gateway.integration.parameters import CASE
from gateway.operations import Answer, Operation, Tag
from gateway.queries import parameters_of
from schemas.published_events import CaseEvents, EventsQuery, OrganisationEvents

EVENTS = Tag(
    "Events",
    "What happened, in order. A reader keeps `next_cursor` and sends it as `after_cursor` with the next poll: so it "
    "sees each event once.",
)

EVENT_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/v1/cases/{caseId}/events",
        events.case_events,
        "Read the events of a case",
        EVENTS,
        answers=(Answer(CaseEvents, "The events after the cursor, oldest first.", examples=event_examples.OF_CASE),),
        parameters=(CASE, *parameters_of(EventsQuery)),
        security="integration",
        scope="cases:read",
        description="The cursor counts the events of the case: 1, 2, 3 … without gaps.",
    ),
    Operation(
        "GET",
        "/api/v1/events",
        events.organisation_events,
        "Read the events of all cases",
        EVENTS,
        answers=(
            Answer(
                OrganisationEvents,
                "The events after the cursor, oldest first.",
                examples=event_examples.OF_ORGANISATION,
            ),
        ),
        parameters=parameters_of(EventsQuery),
        security="integration",
        scope="cases:read",
        description="All cases that the key may see. This cursor only grows: no event comes behind one that was read "
        "already. Numbers are missing where a case was deleted. A webhook that was given up is told here as well "
        "(`webhook.delivery_failed`), of no case and so without `case_cursor`.",
    ),
)
