"""GET /api/v1/cases and GET /api/v1/cases/{caseId}: which cases there are, and one as it stands."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from domain.identity import case_id_of
from gateway.answers import json_answer
from gateway.handing_over import read_published
from gateway.integration.access import case_for, systems
from gateway.integration.view import integration_case, listed_case
from gateway.queries import parameter_refused, parameters_of, read_query
from gateway.services import services
from runtime.integration_cases import Position
from schemas.integration_api import CasePage, CasePageQuery
from schemas.integration_keys import IntegrationKey

PARAMETERS = parameters_of(CasePageQuery)


@systems("cases:read")
async def list_cases_of_key(request: Request, key: IntegrationKey) -> Response:
    query = read_query(request, CasePageQuery)
    after = _position(query.cursor) if query.cursor is not None else None
    rows = await services(request).integration_cases.page(key, query, after, query.limit + 1)
    page, has_more = rows[: query.limit], len(rows) > query.limit
    return json_answer(
        CasePage(
            cases=tuple(map(listed_case, page)),
            next_cursor=_cursor(Position(page[-1].created_at, page[-1].case_id)) if has_more else None,
            has_more=has_more,
        )
    )


@systems("cases:read")
async def read_integration_case(request: Request, key: IntegrationKey) -> Response:
    case = await read_published(services(request), await case_for(request, key))
    return json_answer(integration_case(case), version=case.version)


def _cursor(position: Position) -> str:
    """A position as its reader sends it back. It is no secret, only nobody's business what is in it."""
    return urlsafe_b64encode(json.dumps([position.created_at.isoformat(), position.case_id]).encode()).decode()


def _position(cursor: str) -> Position:
    try:
        created_at, case_id = json.loads(urlsafe_b64decode(cursor.encode("ascii")))
        position = Position(datetime.fromisoformat(created_at), str(case_id))
    except (ValueError, TypeError) as error:
        raise parameter_refused("cursor", "expected next_cursor of the page before, as it was") from error
    if position.created_at.tzinfo is None or case_id_of(position.case_id) is None:
        raise parameter_refused("cursor", "expected next_cursor of the page before, as it was")
    return position
