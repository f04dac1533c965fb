"""The body of every refusal of the officer and portal APIs (`application/problem+json`, RFC 9457)."""

from schemas.errors import ErrorCode
from schemas.frozen import Frozen
from schemas.officer_api import AuditEntry


class Problem(Frozen):
    type: str = "about:blank"
    title: str
    status: int
    code: ErrorCode
    detail: str
    field: str | None = None
    """The member of the request that is at fault, where there is one: `follow_up_tasks.0.description`."""
    request_id: str | None = None
    changes: tuple[AuditEntry, ...] | None = None
    """With `case_moved`: what happened to the case since the version that the sender had seen."""
