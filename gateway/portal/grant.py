"""What a portal token opens: one case, until it expires."""

from datetime import UTC, datetime

from starlette.requests import Request

from domain.identity import is_portal_token
from gateway.commanding import Sending
from gateway.problems import ApiError
from gateway.requests import idempotency_key
from gateway.services import services
from schemas.actor import Actor


async def granted_case(request: Request) -> str:
    """The case id of the token in the path; 404 if there is none, 410 if it has expired."""
    token = request.path_params["token"]
    grant = await services(request).records.portal_grant(token) if is_portal_token(token) else None
    if grant is None:
        raise unknown_link()
    if grant.expires_at <= datetime.now(UTC):
        raise ApiError("portal_expired", "this link has expired; ask the company that sent it for a new one")
    return grant.case_id


def unknown_link() -> ApiError:
    return ApiError("portal_not_found", "this link is not valid; ask the company that sent it for a new one")


def customer(case_id: str) -> Actor:
    """The customer of a case as an actor: whoever holds the token, so the case is all we know of the person."""
    return Actor(id=f"customer:{case_id}", role="customer")


def from_customer(request: Request, case_id: str) -> Sending:
    """What the customer tells the case. `If-Match` says nothing here: who names an older version is told what happened
    since, and that is for officers (AMLR Art. 73)."""
    return Sending(case_id, customer(case_id), idempotency_key(request))
