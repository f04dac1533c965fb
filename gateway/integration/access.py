"""Which systems may call: bearer keys with scopes. What a key may do is in its scopes alone; it has no role."""

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response
from structlog.contextvars import bind_contextvars

from domain.identity import case_id_of
from gateway.access import bearer_key
from gateway.integration.rate_limit import check_rate
from gateway.problems import ApiError
from gateway.services import services
from schemas.actor import Actor
from schemas.integration_keys import IntegrationKey, Scope

Handler = Callable[[Request, IntegrationKey], Awaitable[Response]]

LONGEST_TOLD = 40


def systems(scope: Scope | None = None) -> Callable[[Handler], Callable[[Request], Awaitable[Response]]]:
    """Lets a handler be called only with a key that has the scope (any key, if none is named), and hands it the key."""

    def protect(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        @wraps(handler)
        async def protected(request: Request) -> Response:
            key = await _key(request)
            bind_contextvars(actor=key.key_id)
            check_rate(request, services(request).rate_limits, key)
            if scope is not None and scope not in key.scopes:
                raise ApiError("scope_missing", f"this key lacks the scope {scope}")
            return await handler(request, key)

        return protected

    return protect


def actor_of(key: IntegrationKey) -> Actor:
    """The key as whoever did something. No rule of the workflow lets this role decide."""
    return Actor(id=key.key_id, role="integration")


async def case_for(request: Request, key: IntegrationKey) -> str:
    """The id of the case that the path names by case id or workflow id.

    404 also for a case of another organisation, or of the other environment than the key's.
    """
    named = request.path_params["caseId"]
    case_id = case_id_of(named)
    owner = await services(request).integration_cases.owner(case_id) if case_id else None
    if case_id is None or owner is None or owner != (key.organisation, key.environment):
        raise ApiError(
            "case_not_found", f"there is no case {_told(named)} for this key; GET /api/v1/cases lists those there are"
        )
    return case_id


def _told(named: str) -> str:
    """What the path names, as far as an answer repeats it: a path may be as long as its sender likes."""
    return repr(named) if len(named) <= LONGEST_TOLD else f"{named[:LONGEST_TOLD]!r}…"


async def _key(request: Request) -> IntegrationKey:
    """Whose key this is. 401 as `gateway.access` has it, 429 for an address that has failed too often."""
    try:
        given = bearer_key(request)
        key = await services(request).integration_keys.find(given)
        if key is None:
            raise ApiError("credential_invalid", "this key is not known here, expired or revoked; ask an administrator")
    except ApiError as error:
        wait = services(request).rate_limits.fail(request.client.host if request.client else "")
        if wait is None:
            raise
        raise ApiError(
            "rate_limited", f"too many requests without a valid key; try again in {wait} s", retry_after=wait
        ) from error
    return key
