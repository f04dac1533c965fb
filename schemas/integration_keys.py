"""The keys of other systems (`sk_test_…`, `sk_live_…`): what they may do, and what is known of them. Never the key."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.fields import Line
from schemas.frozen import Frozen
from schemas.sources import Environment

RATE_LIMIT = 100
MOST_A_MINUTE = 100_000

Scope = Literal[
    "cases:read",
    "intake:sessions:create",
    "webhooks:manage",
    "webhooks:test",
    "privacy:erase",
]
"""No scope lets a key decide, complete or reopen a case: there is none for it."""


class IntegrationKey(Frozen):
    """Who asks the integration API. It sees the cases of its organisation that are of its environment."""

    key_id: str
    name: str
    organisation: str
    environment: Environment
    scopes: frozenset[Scope]
    rate_limit: int
    """Requests a minute."""
    created_at: datetime
    created_by: str
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    last_used_at: datetime | None = None
    """To the minute."""


class NewKey(Frozen):
    """What an administrator says of a key that is to be made."""

    name: Line
    environment: Environment
    scopes: frozenset[Scope] = Field(min_length=1)
    rate_limit: int = Field(RATE_LIMIT, ge=1, le=MOST_A_MINUTE)
    expires_at: datetime | None = None
