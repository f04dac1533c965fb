"""POST /api/cases: opens a case and, if the look-ups answer in time, says what they found."""

from starlette.requests import Request
from starlette.responses import Response

from domain.identity import body_hash
from domain.opening import UnusableFieldError, company_of
from domain.stages import TERMINAL
from gateway.access import officers
from gateway.answers import json_answer
from gateway.officer.enrichment import (
    crunchbase_enrichment,
    northdata_enrichment,
    vies_enrichment,
    website_validation,
)
from gateway.opening import CaseWanted, identity_of, known_under_this_key, opening_of, start
from gateway.problems import ApiError
from gateway.requests import idempotency_key, read_json
from gateway.services import Services, services
from runtime.api_keys import Principal
from schemas.case import CaseOpening, CaseRecord, OpeningResult
from schemas.officer_api import CaseCreated, CreateCaseRequest
from schemas.sources import SourceName
from schemas.status import CaseStatus


@officers("write")
async def create_case(request: Request, principal: Principal) -> Response:
    body = await read_json(request, CreateCaseRequest)
    found, key = services(request), idempotency_key(request)
    opening = opening_of(found, _wanted(found, body), principal, identity_of(found, principal.organisation, key))
    known = await known_under_this_key(found, opening) if key is not None else None
    if known is not None and known.status in TERMINAL:
        return json_answer(_created(opening, known), status_code=201)
    opening = (await start(found, opening)).opening
    result = await found.cases.opened(opening.case_id)
    return json_answer(_created(opening, result), status_code=201)


def _wanted(found: Services, body: CreateCaseRequest) -> CaseWanted:
    template = found.templates.get(body.template_id)
    if template is None:
        raise ApiError(
            "unknown_template",
            f"template_id: there is no template {body.template_id!r}; GET /api/templates lists them",
            "template_id",
        )
    try:
        company = company_of(body)
    except UnusableFieldError as error:
        raise ApiError(error.code, str(error), error.field) from error
    return CaseWanted(company, template, body.additional_data, body_hash(body.model_dump(mode="json")))


def _created(opening: CaseOpening, known: OpeningResult | CaseRecord | None) -> CaseCreated:
    """The answer of the opening. A case that has closed since still gives the first one."""
    enrichment = (known.enrichment if known else None) or {}
    if isinstance(known, CaseRecord):
        opening = opening.model_copy(update={"created_at": known.opening.created_at})
    return CaseCreated(
        case_id=opening.case_id,
        workflow_id=opening.workflow_id,
        status=CaseStatus.AWAITING_DOCUMENTS,
        portal_token=opening.portal_token or "",
        portal_url=opening.portal_url or "",
        vies_enrichment=vies_enrichment(enrichment.get(SourceName.VIES)),
        northdata_enrichment=northdata_enrichment(enrichment.get(SourceName.NORTHDATA)),
        crunchbase_enrichment=crunchbase_enrichment(enrichment.get(SourceName.CRUNCHBASE)),
        website_validation=website_validation(enrichment.get(SourceName.WEBSITE)),
        environment=opening.environment,
        created_at=opening.created_at,
    )
