"""What an officer asks about the people who use the case desk: whose key this is, colleagues, and views of their own
(`/api/me`, `/api/officers`)."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, StringConstraints

from schemas.frozen import Frozen
from schemas.sources import Environment
from schemas.status import CaseStatus

Permission = Literal["read", "write", "administer"]
OfficerRole = Literal["officer", "senior_officer", "admin", "auditor"]

MOST_VIEWS = 50
LONGEST_VIEW_NAME = 80
LONGEST_VIEW_QUERY = 1000


class OfficerMe(Frozen):
    """Whose key this is, what it may do, and which installation this is."""

    key_id: str
    name: str
    role: OfficerRole
    organisation: str
    permissions: tuple[Permission, ...]
    may_decide: tuple[CaseStatus, ...]
    """The statuses whose cases this role may decide."""
    environment: Environment
    """`test`: the registries are simulated."""
    temporal_ui_url: str | None
    """Where the Temporal Web UI is; null if this installation was not told."""


class OfficerItem(Frozen):
    """A person's key, without the key."""

    key_id: str
    name: str
    role: OfficerRole
    active: bool
    """False once it is revoked or expired: what was done with it still has a name."""


class OfficerList(Frozen):
    officers: tuple[OfficerItem, ...]
    """By name, and those of one name by key id."""


ViewName = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=LONGEST_VIEW_NAME, pattern=r"^[^\x00-\x1f\x7f]*$"
    ),
]


class SavedViewRequest(Frozen):
    """Keeps a view of the list of cases under a name. The same name replaces the view that had it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ViewName
    query: Annotated[str, StringConstraints(max_length=LONGEST_VIEW_QUERY)]
    """The query string of `GET /api/cases`, with or without its question mark; empty for all cases."""


class SavedView(Frozen):
    view_id: str
    name: str
    query: str
    """Without a question mark."""
    created_at: datetime
    """When there was first a view of this name."""


class SavedViews(Frozen):
    views: tuple[SavedView, ...]
    """The oldest first."""
