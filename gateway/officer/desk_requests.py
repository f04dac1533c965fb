"""What requests about notes and assignments have in common: which page is wanted, and the Idempotency-Key."""

from typing import NamedTuple

from starlette.requests import Request

from domain.identity import body_hash
from gateway.requests import idempotency_key, whole_number
from runtime.api_keys import Principal
from runtime.case_desk import CommandKey
from schemas.frozen import Frozen

PER_PAGE = 100
MOST_PER_PAGE = 200
LAST_PAGE = 1_000_000


class Page(NamedTuple):
    page: int
    per_page: int

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.per_page


def page_of(request: Request) -> Page:
    return Page(whole_number(request, "page", 1, LAST_PAGE), whole_number(request, "per_page", PER_PAGE, MOST_PER_PAGE))


def command_key(name: str, request: Request, principal: Principal, body: Frozen) -> CommandKey | None:
    """The sender's Idempotency-Key with the hash of the body that came under it; None if there is no key."""
    key = idempotency_key(request)
    if key is None:
        return None
    return CommandKey(f"{name}:{principal.actor.id}:{key}", body_hash(body.model_dump(mode="json")))
