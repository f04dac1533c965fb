"""Opening a case, for an officer or for another system: once for each key, however often it is asked for."""

import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import psycopg
import structlog
from psycopg_pool import PoolTimeout
from pydantic import JsonValue

from domain.identity import CaseIdentity, identity_from_entropy, identity_from_key
from domain.progress import opened
from gateway.case_client import AlreadyOpenError, parse_created_at
from gateway.problems import ApiError
from gateway.services import Services
from runtime.api_keys import Principal
from schemas.case import CaseOpening, CaseRecord, RecordBatch
from schemas.company import Company
from schemas.template import CaseTemplate

log = structlog.stdlib.get_logger()


class CaseWanted(NamedTuple):
    """What a case is to be opened with."""

    company: Company
    template: CaseTemplate
    additional_data: dict[str, JsonValue]
    request_hash: str


class Started(NamedTuple):
    opening: CaseOpening
    replayed: bool
    """Whether the same request had started the case before."""


def identity_of(found: Services, organisation: str, key: str | tuple[str, ...] | None) -> CaseIdentity:
    """The identity that belongs to an Idempotency-Key; without one, a new one."""
    if key is None:
        return identity_from_entropy(secrets.token_bytes(32))
    return identity_from_key(found.settings.secret.get_secret_value().encode(), organisation, key)


def opening_of(found: Services, wanted: CaseWanted, opener: Principal, identity: CaseIdentity) -> CaseOpening:
    """The opening of this case as of now; nothing has been started yet."""
    now = datetime.now(UTC)
    return CaseOpening(
        case_id=identity.case_id,
        workflow_id=identity.workflow_id,
        organisation=opener.organisation,
        company=wanted.company,
        template=wanted.template,
        additional_data=wanted.additional_data,
        portal_token=identity.portal_token,
        portal_url=f"{found.settings.public_url}/portal/{identity.portal_token}",
        portal_expires_at=now + timedelta(days=wanted.template.portal_token_days),
        environment=found.settings.sources,
        opened_by=opener.actor,
        created_at=now,
        request_hash=wanted.request_hash,
    )


async def known_under_this_key(found: Services, opening: CaseOpening) -> CaseRecord | None:
    """The case that this Idempotency-Key opened, as it is on record: Temporal may have forgotten it, the records not.

    Refuses a key that opened a case with another body, or one that was deleted.
    """
    with suppress(psycopg.OperationalError, PoolTimeout):  # cases can be opened without Postgres, also under a key
        if await found.removals.is_deleted(opening.case_id):
            raise _deleted()
        known = await found.records.snapshot(opening.case_id)
        if known is not None and known.opening.request_hash != opening.request_hash:
            raise _reused()
        return known
    return None


async def start(found: Services, opening: CaseOpening) -> Started:
    """Starts the case, or finds it started by the same request before; another body under the same key is refused."""
    try:
        await found.cases.start(opening)
    except AlreadyOpenError as error:
        if error.memo.get("request_hash") != opening.request_hash:
            raise _reused() from error
        if error.terminated:
            raise _deleted() from error
        return Started(opening.model_copy(update={"created_at": parse_created_at(error.memo)}), replayed=True)
    await _index(found, opening)
    return Started(opening, replayed=False)


def _reused() -> ApiError:
    return ApiError(
        "idempotency_key_reused",
        "this Idempotency-Key opened a case with another body; use a new key for a new case",
        "Idempotency-Key",
    )


def _deleted() -> ApiError:
    return ApiError("wrong_state", "the case of this Idempotency-Key was deleted; use a new key")


async def _index(found: Services, opening: CaseOpening) -> None:
    """Puts the case in the index at once. If Postgres is away the workflow, which is running, writes it later."""
    state = opened(opening)
    try:
        await found.records.write(RecordBatch(opening=opening, events=state.outbox))
    except (psycopg.OperationalError, PoolTimeout):
        log.warning("case opened but not indexed yet", case_id=opening.case_id)
