"""POST /api/v1/sessions: opens a case for a customer of another system, and answers with the customer's link."""

from datetime import timedelta
from html import escape

from starlette.requests import Request
from starlette.responses import Response

from domain.identity import body_hash
from domain.integration_status import integration_status
from domain.opening import UnusableFieldError, company_of
from domain.portal_language import language_of_tag
from domain.portal_words import CONTINUE
from gateway.answers import json_answer
from gateway.integration.access import actor_of, systems
from gateway.opening import CaseWanted, identity_of, known_under_this_key, opening_of, start
from gateway.problems import ApiError
from gateway.requests import idempotency_key, read_json
from gateway.services import Services, services
from runtime.api_keys import Principal
from schemas.case import CaseOpening
from schemas.company import Company
from schemas.integration_api import FieldValues, IntegrationStatus, SessionCreated, SessionRequest
from schemas.integration_keys import IntegrationKey
from schemas.officer_api import CreateCaseRequest
from schemas.session import SessionDetails

_FIELD_VALUES = "prefill.field_values"


@systems("intake:sessions:create")
async def create_session(request: Request, key: IntegrationKey) -> Response:
    """Answers as soon as the workflow runs: what the look-ups find is for whoever reads the case."""
    found = services(request)
    body = await read_json(request, SessionRequest)
    _check_environment(found, key)
    opening = _opening(found, key, body, _idempotency_key(request, body))
    known = await known_under_this_key(found, opening)
    if known is not None:
        status = integration_status(known.status, known.current_iteration)
        return json_answer(_session(_as_first_opened(opening, known.opening), status, replayed=True))
    started = await start(found, opening)
    session = _session(_as_first_opened(opening, started.opening), "created", started.replayed)
    return json_answer(session, status_code=200 if started.replayed else 201)


def _check_environment(found: Services, key: IntegrationKey) -> None:
    """A key for testing must not open a case for which real registries are asked, nor a live one a simulated case."""
    if key.environment != found.settings.sources:
        raise ApiError(
            "environment_mismatch",
            f"this installation opens {found.settings.sources} cases, and the key is for {key.environment} ones",
        )


def _idempotency_key(request: Request, body: SessionRequest) -> str:
    in_header = idempotency_key(request)
    chosen = in_header or body.idempotency_key
    if chosen is None:
        raise ApiError(
            "invalid_body",
            "idempotency_key: required here or as the header Idempotency-Key, so that a repeated request opens no "
            "second case",
            "idempotency_key",
        )
    if body.idempotency_key is not None and body.idempotency_key != chosen:
        raise ApiError(
            "invalid_body", "idempotency_key: it is not the same as the header Idempotency-Key", "idempotency_key"
        )
    return chosen


def _opening(found: Services, key: IntegrationKey, body: SessionRequest, chosen: str) -> CaseOpening:
    """The case of this session. Its ids belong to the key chosen by the sender, within organisation and environment;
    a key of an officer's `POST /api/cases` is another one."""
    template = found.templates.get(body.case_type_id)
    if template is None:
        raise ApiError(
            "unknown_template",
            f"case_type_id: there is no {body.case_type_id!r}; expected one of {', '.join(sorted(found.templates))}",
            "case_type_id",
        )
    values = body.prefill.field_values
    wanted = CaseWanted(
        _company(values),
        template,
        dict(values.__pydantic_extra__ or {}),
        request_hash(body),
    )
    identity = identity_of(found, key.organisation, ("session", key.environment, chosen))
    opening = opening_of(found, wanted, Principal(actor_of(key), key.organisation), identity)
    return opening.model_copy(
        update={
            "session": _details(body, chosen),
            "portal_expires_at": opening.created_at + timedelta(hours=body.ttl_hours),
        }
    )


def request_hash(body: SessionRequest) -> str:
    """By this a repetition is told from another request under the same key. Without what nobody said: a member that is
    added to requests one day must not make another request of one that was sent before."""
    return body_hash(body.model_dump(mode="json", exclude={"idempotency_key"}, exclude_defaults=True))


def _company(values: FieldValues) -> Company:
    """The company as for an officer; refusals name the member where it stands in this body."""
    if not values.company_registration_number and not values.vat_number:
        named = f"{_FIELD_VALUES}.company_registration_number"
        raise ApiError("invalid_body", f"{named}: give this or vat_number, at least one of the two", named)
    try:
        return company_of(CreateCaseRequest.model_validate(values.model_dump(include=set(FieldValues.model_fields))))
    except UnusableFieldError as error:
        raise ApiError(error.code, f"{_FIELD_VALUES}.{error}", f"{_FIELD_VALUES}.{error.field}") from error


def _details(body: SessionRequest, chosen: str) -> SessionDetails:
    kept = {name: getattr(body, name) for name in SessionDetails.model_fields}
    return SessionDetails.model_validate({**kept, "idempotency_key": chosen})


def _as_first_opened(opening: CaseOpening, first: CaseOpening) -> CaseOpening:
    """This opening with the moments of the first. Its token and link are the same, and are not on record."""
    lives = opening.portal_expires_at - opening.created_at
    return opening.model_copy(update={"created_at": first.created_at, "portal_expires_at": first.created_at + lives})


def _session(opening: CaseOpening, status: IntegrationStatus, replayed: bool) -> SessionCreated:
    url = opening.portal_url or ""
    return SessionCreated(
        session_id=opening.case_id,
        case_id=opening.case_id,
        status=status,
        signed_url=url,
        expires_at=opening.portal_expires_at,
        snippet=_snippet(url, opening.session),
        idempotent_replay=replayed,
    )


def _snippet(url: str, session: SessionDetails | None) -> str:
    """The link as HTML, in the language of the session's locale; English where the portal has not got that."""
    language = language_of_tag(session.locale) if session and session.locale else None
    return f'<a href="{escape(url, quote=True)}" rel="noopener noreferrer">{CONTINUE[language or "en"]}</a>'
