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
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route, Router

from gateway import health
from gateway.body_limit import BodyLimit
from gateway.case_client import TemporalAwayError
from gateway.last_resort import LastResort
from gateway.officer import audit, commands, create, detail, documents, listing, profile, reference, removal, report
from gateway.portal import session, submit, upload
from gateway.problems import ApiError, problem_response
from gateway.request_log import RequestLog
from gateway.services import running_services
from runtime.object_store import ObjectStoreError
from runtime.settings import Settings
from schemas.errors import ErrorCode

log = structlog.stdlib.get_logger()

OFFICER_API = [
    Route("/countries", reference.countries),
    Route("/templates", reference.templates),
    Route("/cases", create.create_case, methods=["POST"]),
    Route("/cases", listing.list_cases),
    Route("/cases/{id}", detail.case_detail),
    Route("/cases/{id}", removal.delete_case, methods=["DELETE"]),
    Route("/cases/{id}/audit", audit.audit_log),
    Route("/cases/{id}/decision", commands.decision, methods=["POST"]),
    Route("/cases/{id}/mcc-decision", commands.mcc_decision, methods=["POST"]),
    Route("/cases/{id}/documents", documents.list_documents),
    Route("/cases/{id}/documents/download", documents.download_document),
    Route("/cases/{id}/company-profile", profile.company_profile),
    Route("/cases/{id}/report", report.case_report),
    Route("/cases/{id}/responses", documents.customer_responses),
]

PORTAL_API = [
    Route("/{token}", session.portal_session),
    Route("/{token}/documents", upload.upload_document, methods=["POST"]),
    Route("/{token}/submit", submit.submit, methods=["POST"]),
]

ROUTES = [
    Route("/healthz", health.healthz),
    Route("/readyz", health.readyz),
    Mount("/api/portal", app=Router(PORTAL_API, redirect_slashes=False)),
    Mount("/api", app=Router(OFFICER_API, redirect_slashes=False)),
]
"""No redirects from `/cases/` to `/cases`: their location would be made from a Host header that anyone may choose."""


def create_app(settings: Settings) -> Starlette:
    """The application. Its services live as long as it runs."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[dict[str, Any]]:
        async with running_services(settings) as services:
            yield {"services": services}

    app = Starlette(
        routes=ROUTES,
        lifespan=lifespan,
        middleware=[Middleware(RequestLog), Middleware(LastResort), Middleware(BodyLimit)],
        exception_handlers={
            ApiError: _refuse,
            HTTPException: _refuse_route,
            psycopg.OperationalError: _store_away,
            PoolTimeout: _store_away,
            ObjectStoreError: _store_away,
            TemporalAwayError: _store_away,
        },
    )
    app.router.redirect_slashes = False
    return app


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return problem_response(error, request.state.request_id)


async def _refuse_route(request: Request, error: Exception) -> Response:
    """Starlette's own refusals: no such path, no such method, a form it cannot read."""
    assert isinstance(error, HTTPException)
    codes: dict[int, tuple[ErrorCode, str]] = {
        404: ("not_found", f"there is nothing at {request.url.path}"),
        405: ("method_not_allowed", f"{request.method} is not allowed here"),
    }
    code, detail = codes.get(error.status_code, ("invalid_body", error.detail))
    return problem_response(ApiError(code, detail), request.state.request_id)


async def _store_away(request: Request, error: Exception) -> Response:
    log.warning("store unavailable", error=type(error).__name__, detail=str(error)[:500])
    refusal = ApiError("store_unavailable", "a store is away for the moment; nothing was lost, try again shortly")
    return problem_response(refusal, request.state.request_id)
