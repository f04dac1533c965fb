"""GET /api/portal/{token}: what the customer is asked for, and what is there already, in his language."""

from starlette.requests import Request
from starlette.responses import Response

from domain.portal_language import said_language
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.portal.grant import granted_case
from gateway.portal.view import portal_case
from gateway.queries import parameters_of, read_query
from gateway.services import services
from schemas.case import CaseRecord
from schemas.portal_api import PortalQuery
from schemas.template import PortalLanguage

PARAMETERS = parameters_of(PortalQuery)


async def portal_session(request: Request) -> Response:
    case_id = await granted_case(request)
    query = read_query(request, PortalQuery)
    found = services(request)
    record = (await read_case(found, case_id)).record
    draft = await found.drafts.read(case_id, len(record.submissions))
    return json_answer(portal_case(record, _language(request, query, record), found.brand.said, draft))


def _language(request: Request, query: PortalQuery, record: CaseRecord) -> PortalLanguage | None:
    session = record.opening.session
    return said_language(query.lang, session.locale if session else None, request.headers.get("accept-language", ""))
