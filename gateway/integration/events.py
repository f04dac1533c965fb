"""GET /api/v1/cases/{caseId}/events and GET /api/v1/events: what happened, from a cursor on."""

from starlette.requests import Request
from starlette.responses import Response

from gateway.answers import json_answer
from gateway.integration.access import case_for, systems
from gateway.queries import read_query
from gateway.services import services
from schemas.integration_keys import IntegrationKey
from schemas.published_events import EventsQuery


@systems("cases:read")
async def case_events(request: Request, key: IntegrationKey) -> Response:
    case_id = await case_for(request, key)
    asked = read_query(request, EventsQuery)
    return json_answer(await services(request).published_events.of_case(case_id, asked.after_cursor, asked.limit))


@systems("cases:read")
async def organisation_events(request: Request, key: IntegrationKey) -> Response:
    asked = read_query(request, EventsQuery)
    events = services(request).published_events
    return json_answer(await events.of_organisation(key.organisation, key.environment, asked.after_cursor, asked.limit))
