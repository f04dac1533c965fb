"""GET /case-file/{caseId}?token=…: the page of a case file, for whoever holds its link."""

from datetime import UTC, datetime

import psycopg
import structlog
from psycopg_pool import PoolTimeout
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from gateway.case_file.page import STYLE_HASH, case_file_page, refusal_page
from gateway.handing_over import read_handoff, with_links
from gateway.problems import RETRY_AFTER_SECONDS, ApiError
from gateway.services import Services, services
from runtime.signed_links import AlteredLinkError, CaseFileGrant, ExpiredLinkError, case_file_links

log = structlog.stdlib.get_logger()

HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src '{STYLE_HASH}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
"""Its style and nothing else: whatever slipped into the page would not run, and its address goes nowhere."""


async def case_file(request: Request) -> Response:
    """Whatever goes wrong is said on a page: this address is opened by people."""
    try:
        return await _case_file(request)
    except (psycopg.OperationalError, PoolTimeout) as error:
        log.warning("store unavailable", error=type(error).__name__, detail=str(error)[:500])
        return _away()
    except Exception:  # a defect of ours, as `gateway.last_resort` takes it: logged with its trace
        log.exception("request failed")
        return _failed(request)


async def _case_file(request: Request) -> Response:
    found = services(request)
    try:
        grant = case_file_links(found.settings.secret).open(request.query_params.get("token", ""))
    except ExpiredLinkError:
        return _expired()
    except AlteredLinkError:
        return _unknown()
    if grant.case_id != request.path_params["caseId"] or not await _is_of(found, grant):
        return _unknown()
    if not await _still_holds(found, grant):
        return _expired()
    try:
        reading = await read_handoff(found, grant.case_id)
    except ApiError as error:
        if error.code != "case_not_found":
            raise
        return _unknown()  # it was deleted
    return _page(200, case_file_page(with_links(found, reading, grant.key_id), reading.events))


async def _is_of(found: Services, grant: CaseFileGrant) -> bool:
    owner = await found.integration_cases.owner(grant.case_id)
    return owner is not None and owner.organisation == grant.organisation


async def _still_holds(found: Services, grant: CaseFileGrant) -> bool:
    """Whether the key that asked for the link is still good: revoking a key ends what it gave out."""
    key = await found.integration_keys.of_id(grant.key_id, grant.organisation)
    if key is None or key.revoked_at is not None:
        return False
    return key.expires_at is None or key.expires_at > datetime.now(UTC)


def _expired() -> Response:
    words = "The link to this case file has expired. Ask whoever sent it for a new one."
    return _page(410, refusal_page("This link has expired", words))


def _unknown() -> Response:
    words = "This link opens no case file. See whether all of it was copied, or ask whoever sent it for a new one."
    return _page(404, refusal_page("There is nothing here", words))


def _away() -> Response:
    answer = _page(503, refusal_page("Not now", "A store is away for the moment. Nothing was lost: try again shortly."))
    answer.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return answer


def _failed(request: Request) -> Response:
    words = f"This is a defect on our side. Report it with the number {request.state.request_id}."
    return _page(500, refusal_page("Something went wrong", words))


def _page(status: int, html: str) -> Response:
    return HTMLResponse(html, status_code=status, headers=HEADERS)


CASE_FILE_ROUTES = (Route("/case-file/{caseId}", case_file),)
