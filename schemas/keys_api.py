"""What an administrator says of the keys of other systems (`/api/admin/integration-keys`), and what they are told."""

from datetime import datetime

from pydantic import AwareDatetime, ConfigDict, Field, model_validator

from schemas.fields import Line
from schemas.frozen import Frozen
from schemas.integration_keys import MOST_A_MINUTE, RATE_LIMIT, Scope
from schemas.sources import Environment

MOST_DAYS = 3650


class NewKeyRequest(Frozen):
    """Makes a key for another system."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Line
    """What it is for, so that whoever revokes one day knows what will stop."""
    scopes: frozenset[Scope] = Field(min_length=1)
    """What it may do. No scope lets a key decide a case."""
    environment: Environment | None = None
    """Which cases it sees. Left out, those that this installation opens."""
    expires_at: AwareDatetime | None = None
    """When it stops working. Left out, never."""
    expires_in_days: int | None = Field(default=None, ge=1, le=MOST_DAYS)
    """The same as a number of days from now; give one of the two."""
    rate_limit: int = Field(RATE_LIMIT, ge=1, le=MOST_A_MINUTE)
    """Requests a minute."""

    @model_validator(mode="after")
    def _one_end(self) -> "NewKeyRequest":
        if self.expires_at is not None and self.expires_in_days is not None:
            raise ValueError("expires_in_days: give this or expires_at, not both")
        return self


class KeyItem(Frozen):
    """A key as it is on record: nobody can be shown the key itself again."""

    key_id: str
    name: str
    environment: Environment
    scopes: tuple[Scope, ...]
    rate_limit: int
    created_at: datetime
    created_by: str
    """The key id of the administrator, or `command`."""
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None
    """To the minute; null if it was never used."""


class KeyMade(KeyItem):
    """A new key, with the key itself. It is shown this once: keep it where secrets are kept."""

    key: str


class KeyList(Frozen):
    keys: tuple[KeyItem, ...]
    """Expired and revoked ones too, the newest first."""
