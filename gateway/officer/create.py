"""POST /api/cases: opens a case and, if the look-ups answer in time, says what they found."""

import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import psycopg
import structlog
from psycopg_pool import PoolTimeout
from starlette.requests import Request
from starlette.responses import Response

from domain.identity import CaseIdentity, body_hash, identity_from_entropy, identity_from_key
from domain.opening import UnusableFieldError, company_of
from domain.progress import opened
from domain.stages import TERMINAL
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_client import AlreadyOpenError, parse_created_at
from gateway.officer.enrichment import (
    crunchbase_enrichment,
    northdata_enrichment,
    vies_enrichment,
    website_validation,
)
from gateway.problems import ApiError
from gateway.requests import idempotency_key, read_json
from gateway.services import Services, services
from runtime.api_keys import Principal
from schemas.case import CaseOpening, CaseRecord, OpeningResult, RecordBatch
from schemas.officer_api import CaseCreated, CreateCaseRequest
from schemas.sources import SourceName
from schemas.status import CaseStatus

log = structlog.stdlib.get_logger()


@officers("write")
async def create_case(request: Request, principal: Principal) -> Response:
    body = await read_json(request, CreateCaseRequest)
    found, key = services(request), idempotency_key(request)
    opening = _opening(found, body, principal, _identity(found, principal, key))
    if key is not None and (closed := await _closed_under_this_key(found, opening)):
        return json_answer(_created(opening, closed), status_code=201)
    opening = await _start(found, opening)
    result = await found.cases.opened(opening.case_id)
    return json_answer(_created(opening, result), status_code=201)


def _identity(found: Services, principal: Principal, key: str | None) -> CaseIdentity:
    if key is None:
        return identity_from_entropy(secrets.token_bytes(32))
    return identity_from_key(found.settings.secret.get_secret_value().encode(), principal.organisation, key)


def _opening(found: Services, body: CreateCaseRequest, principal: Principal, identity: CaseIdentity) -> CaseOpening:
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
    now = datetime.now(UTC)
    return CaseOpening(
        case_id=identity.case_id,
        workflow_id=identity.workflow_id,
        organisation=principal.organisation,
        company=company,
        template=template,
        additional_data=body.additional_data,
        portal_token=identity.portal_token,
        portal_url=f"{found.settings.public_url}/portal/{identity.portal_token}",
        portal_expires_at=now + timedelta(days=template.portal_token_days),
        environment=found.settings.sources,
        opened_by=principal.actor,
        created_at=now,
        request_hash=body_hash(body.model_dump(mode="json")),
    )


async def _closed_under_this_key(found: Services, opening: CaseOpening) -> CaseRecord | None:
    """The case that this Idempotency-Key opened, if it has closed: Temporal may have forgotten it, the records not.

    Refuses a key that opened a case with another body, or one that was deleted.
    """
    with suppress(psycopg.OperationalError, PoolTimeout):  # cases can be opened without Postgres, also under a key
        if await found.removals.is_deleted(opening.case_id):
            raise _deleted()
        known = await found.records.snapshot(opening.case_id)
        if known is not None and known.opening.request_hash != opening.request_hash:
            raise _reused()
        return known if known is not None and known.status in TERMINAL else None
    return None


def _reused() -> ApiError:
    return ApiError(
        "idempotency_key_reused",
        "this Idempotency-Key opened a case with another body; use a new key for a new case",
        "Idempotency-Key",
    )


def _deleted() -> ApiError:
    return ApiError("wrong_state", "the case of this Idempotency-Key was deleted; use a new key")


async def _start(found: Services, opening: CaseOpening) -> CaseOpening:
    """Starts the case, or finds it started by the same request before; another body under the same key is refused."""
    try:
        await found.cases.start(opening)
    except AlreadyOpenError as error:
        if error.memo.get("request_hash") != opening.request_hash:
            raise _reused() from error
        if error.terminated:
            raise _deleted() from error
        return opening.model_copy(update={"created_at": parse_created_at(error.memo)})
    await _index(found, opening)
    return opening


async def _index(found: Services, opening: CaseOpening) -> None:
    """Puts the case in the index at once. If Postgres is away the workflow, which is running, writes it later."""
    state = opened(opening)
    try:
        await found.records.write(RecordBatch(opening=opening, events=state.outbox))
    except (psycopg.OperationalError, PoolTimeout):
        log.warning("case opened but not indexed yet", case_id=opening.case_id)


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
