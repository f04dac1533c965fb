"""The gateway: a table of routes, and what every request passes through."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
import structlog
from psycopg_pool import PoolTimeout
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response

from domain.refusal import CommandRefusedError
from gateway.body_limit import BodyLimit
from gateway.case_client import TemporalAwayError
from gateway.case_file.serving import CASE_FILE_ROUTES
from gateway.health_operations import HEALTH_API
from gateway.integration.operations import INTEGRATION_API
from gateway.integration.package_operations import PACKAGE_API
from gateway.integration.rate_limit import RateLimitHeaders
from gateway.integration.webhook_sweep import waking_webhooks
from gateway.last_resort import LastResort
from gateway.officer.keys_operations import KEYS_API
from gateway.officer.operations import OFFICER_API
from gateway.officer.removal import finishing_deletions
from gateway.openapi.serving import description_routes
from gateway.operations import routes
from gateway.pages.serving import PAGE_ROUTES
from gateway.portal.completed_upload import clearing_uploads
from gateway.portal.operations import PORTAL_API
from gateway.portal.upload_headers import TusVersion
from gateway.portal.upload_operations import UPLOADS_API
from gateway.problems import ApiError
from gateway.refusals import refusal_response
from gateway.request_log import RequestLog
from gateway.services import running_services
from runtime.object_store import ObjectStoreError
from runtime.settings import Settings
from schemas.documents import MEDIA_TYPES
from schemas.errors import ErrorCode

log = structlog.stdlib.get_logger()

OPERATIONS = (*OFFICER_API, *PORTAL_API, *UPLOADS_API, *INTEGRATION_API, *PACKAGE_API, *KEYS_API, *HEALTH_API)
ROUTES = (*routes(OPERATIONS), *description_routes(OPERATIONS), *CASE_FILE_ROUTES, *PAGE_ROUTES)
AS_THEY_ARE = (*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/octet-stream", *MEDIA_TYPES.values())
"""What is not compressed on its way: streams, and files that are compressed in themselves."""


def create_app(settings: Settings) -> Starlette:
    """The application. Its services live as long as it runs."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[dict[str, Any]]:
        async with (
            running_services(settings) as found,
            finishing_deletions(found),
            waking_webhooks(found),
            clearing_uploads(found),
        ):
            yield {"services": found}

    app = Starlette(
        routes=ROUTES,
        lifespan=lifespan,
        middleware=[
            Middleware(RequestLog),
            Middleware(GZipMiddleware, compresslevel=5, exclude_content_types=AS_THEY_ARE),
            *(Middleware(part) for part in (RateLimitHeaders, TusVersion, LastResort, BodyLimit)),
        ],
        exception_handlers={
            ApiError: _refuse,
            CommandRefusedError: _refuse_command,
            HTTPException: _refuse_route,
            psycopg.OperationalError: _store_away,
            PoolTimeout: _store_away,
            ObjectStoreError: _store_away,
            TemporalAwayError: _store_away,
        },
    )
    # No redirect from `/cases/` to `/cases`: its location would be made from a Host header that anyone may choose.
    app.router.redirect_slashes = False
    return app


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return refusal_response(request, error)


async def _refuse_command(request: Request, error: Exception) -> Response:
    """A command that a rule of `domain` did not allow."""
    assert isinstance(error, CommandRefusedError)
    return refusal_response(request, ApiError(error.code, error.message, error.field))


async def _refuse_route(request: Request, error: Exception) -> Response:
    """Starlette's own refusals: no such path, no such method, a form it cannot read."""
    assert isinstance(error, HTTPException)
    allowed = ", ".join(sorted((error.headers or {}).get("Allow", "").split(", ")))
    codes: dict[int, tuple[ErrorCode, str]] = {
        404: ("not_found", f"there is nothing at {request.url.path}; GET /docs lists what there is"),
        405: ("method_not_allowed", f"{request.method} is not allowed here; send {allowed}"),
    }
    code, detail = codes.get(error.status_code, ("invalid_body", error.detail))
    answer = refusal_response(request, ApiError(code, detail))
    if allowed:
        answer.headers["Allow"] = allowed
    return answer


async def _store_away(request: Request, error: Exception) -> Response:
    log.warning("store unavailable", error=type(error).__name__, detail=str(error)[:500])
    refusal = ApiError("store_unavailable", "a store is away for the moment; nothing was lost, try again shortly")
    return refusal_response(request, refusal)
