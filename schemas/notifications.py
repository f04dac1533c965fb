"""What a customer is to be told, by the payment company's own system, and what became of telling it."""

from datetime import datetime
from typing import Literal

from schemas.frozen import Frozen
from schemas.sources import Environment

NotificationKind = Literal["portal_expires_soon"]


class CustomerReminder(Frozen):
    """A reminder that is due. Nothing that an officer wrote for officers belongs here."""

    notification_id: str
    """The same for every try of one reminder. Delivery is at least once; receivers tell repetitions by it."""
    kind: NotificationKind
    case_id: str
    company_name: str
    portal_url: str
    """The customer's link, which opens the portal without a password."""
    expires_at: datetime
    """When the link stops working."""
    days_left: int
    environment: Environment
    """`test` for a case whose registries were simulated."""


class ReminderResult(Frozen):
    delivered: bool
    reason: str | None = None
    """Why it was not: `not_configured`, `refused_` with the status that was answered, or `no_answer` in all tries."""
