"""Who may call: bearer keys for officers. Roles have their seat here; finer rules belong beside `PERMISSIONS`."""

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import Response
from structlog.contextvars import bind_contextvars

from gateway.problems import ApiError
from gateway.services import services
from runtime.api_keys import Principal
from schemas.people_api import Permission

Handler = Callable[[Request, Principal], Awaitable[Response]]

PERMISSIONS: dict[str, frozenset[Permission]] = {
    "officer": frozenset({"read", "write"}),
    "senior_officer": frozenset({"read", "write"}),
    "admin": frozenset({"read", "write", "administer"}),
    "auditor": frozenset({"read"}),
}
"""What each role may do in the officer API. `integration` is not here: a machine's key never opens officers' data."""


def officers(permission: Permission) -> Callable[[Handler], Callable[[Request], Awaitable[Response]]]:
    """Lets a handler be called only with a key whose role has the permission, and hands it the principal."""

    def protect(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        @wraps(handler)
        async def protected(request: Request) -> Response:
            principal = await _principal(request)
            role = principal.actor.role
            if permission not in PERMISSIONS.get(role, frozenset()):
                raise ApiError("role_not_allowed", f"a key of role {role} may not {permission} here")
            bind_contextvars(actor=principal.actor.id)
            return await handler(request, principal)

        return protected

    return protect


def bearer_key(request: Request) -> str:
    """The key that was sent, not looked up yet; 401 if there is none."""
    given = request.headers.getlist("authorization")
    if len(given) > 1:
        raise ApiError("credential_invalid", "there are several Authorization headers; send one")
    scheme, _, key = "".join(given).partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise ApiError("credential_missing", "send your key in the header Authorization: Bearer <key>")
    return key.strip()


async def _principal(request: Request) -> Principal:
    key = bearer_key(request)
    principal = await services(request).keys.principal(key)
    if principal is None and await services(request).integration_keys.find(key) is not None:
        raise ApiError("role_not_allowed", "a key of role integration may not do anything here; it opens /api/v1")
    if principal is None:
        raise ApiError("credential_invalid", "this key is not known, expired or revoked; ask an administrator")
    return principal
